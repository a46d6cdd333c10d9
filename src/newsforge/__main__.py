from newsforge.cli import main

main()
