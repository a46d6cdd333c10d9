"""``python -m newsforge``."""

from newsforge.cli import main

main()
