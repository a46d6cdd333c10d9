"""A sentence of dozens of figures is a table: each has to be the article's; of what it is, is not asked.

To find for every figure what every other one stands for takes the cube of their number.
"""

from __future__ import annotations

from itertools import islice

from newsforge.engine.receipts.amounts import agree, agree_abroad
from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.figure_reasons import absent
from newsforge.engine.receipts.model import Problem

_MOST = 40
#: Figures that are named; the table is wrong by then.
_TOLD = 12


def is_table(claim: Claim) -> bool:
    return len(claim.facts.figures) > _MOST


def table_problems(claim: Claim) -> list[Problem]:
    stated = [other for _, other in claim.evidence.figures]
    values = {other.value for other in stated}
    wrong = (
        absent(claim, figure)
        for figure in claim.facts.figures
        if figure.value not in values
        and not any(agree(figure, other) or (claim.foreign and agree_abroad(figure, other)) for other in stated)
    )
    return list(islice(wrong, _TOLD))
