from __future__ import annotations

import pytest

from tools.web_tables import tables


@pytest.mark.parametrize(("path", "table"), tables().items(), ids=lambda value: getattr(value, "stem", ""))
def test_the_tables_of_the_browser_are_those_of_the_engine(path, table):
    assert path.read_text(encoding="utf-8") == table, "Run tools/web_tables.py"
