"""Writers that do as the test says, and a conversion by them."""

from __future__ import annotations

import asyncio
from decimal import Decimal

from newsforge.engine.platforms.registry import get_platform
from newsforge.engine.post import Content
from newsforge.pipeline.conversion import convert
from newsforge.pipeline.ports import Draft, Usage
from tests.support.stories import bus_ko

GOOD = "한빛시가 내년 3월부터 시내버스 요금을 1천500원에서 1천700원으로 200원 올린다."
WRONG = "한빛시가 내년 3월부터 시내버스 요금을 1천500원에서 1천900원으로 400원 올린다."
FREELY = "한빛시 시내버스를 타려면 내년 3월부터 200원을 더 내야 한다."
TOO_LONG = " ".join([GOOD] * 4)
COST = Usage(input_tokens=100, output_tokens=10, calls=1, cost_usd=Decimal("0.001"))


class Scripted:
    """Gives its answers in turn, the last one again and again. An answer is a text, an error to raise or a delay."""

    def __init__(self, *answers, name="openai:gpt-test", kind="ai", usage=COST) -> None:
        self.name, self.kind, self.usage = name, kind, usage
        self.answers = list(answers)
        self.briefs = []

    async def write(self, brief, *, timeout_s):
        self.briefs.append(brief)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, BaseException):
            raise answer
        if isinstance(answer, float):
            await asyncio.sleep(answer)
            answer = GOOD
        return Draft(content=Content(paragraphs=(answer,)), writer=self.name, usage=self.usage)


def embedded(*answers):
    return Scripted(*(answers or (GOOD,)), name="embedded", kind="automatic", usage=Usage())


async def run(writers, platforms=("telegram",), *, article=None, **wishes):
    records = [get_platform(platform) for platform in platforms]
    return await convert(article or bus_ko(), records, writers, **wishes)
