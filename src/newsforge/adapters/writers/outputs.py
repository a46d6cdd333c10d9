"""The structure a model answers in: one type for each set of fields that platforms need, and one agent for each."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, create_model
from pydantic_ai import Agent, NativeOutput, PromptedOutput, ToolOutput
from pydantic_ai.models.instrumented import InstrumentationSettings

from newsforge.engine.platforms.record import Platform

_DESCRIPTIONS = {
    "title": "The headline of the post. Plain text, one line.",
    "subject": "The subject line. Plain text, one line.",
    "preheader": "The preview line that mail programs show after the subject; it adds to the subject.",
}
_PARAGRAPHS = (
    "The body in reading order, plain text, one paragraph an item. No links, no hashtags, no @names, no numbering, "
    "no Markdown, no AI notice: those are added later."
)
_HASHTAGS = "Hashtags without #: words of the article only, letters and digits, no spaces. Empty when none fits."

FieldName = Literal["title", "subject", "preheader", "hashtags"]


class Answer(BaseModel):
    """The post."""

    model_config = ConfigDict(extra="ignore")

    paragraphs: Annotated[list[str], Field(description=_PARAGRAPHS)]


def fields_of(platform: Platform) -> frozenset[FieldName]:
    """The fields beyond paragraphs; html is rendered by the layout, never by a model."""
    wanted: set[FieldName] = {name for name in platform.fields if name != "html"}
    if platform.hashtags.habit > 0 and platform.hashtags.max != 0:
        wanted.add("hashtags")
    return frozenset(wanted)


@cache
def answer_type(fields: frozenset[FieldName]) -> type[Answer]:
    definitions: dict[str, Any] = {
        name: (Annotated[str, Field(description=description)], ...)
        for name, description in _DESCRIPTIONS.items()
        if name in fields
    }
    if "hashtags" in fields:
        definitions["hashtags"] = (Annotated[list[str], Field(description=_HASHTAGS)], ...)
    return create_model("Post", __base__=Answer, **definitions)


@cache
def agent_for(fields: frozenset[FieldName], mode: Literal["native", "tool", "prompted"]) -> Agent[object, Answer]:
    """One agent an output type for the whole process: building one a call costs four times the call itself.

    No tools, so the model can reach nothing. One retry, for an answer that does not parse.
    """
    output = answer_type(fields)
    marked: Any
    match mode:
        case "native":
            marked = NativeOutput(output, name="post")
        case "tool":
            marked = ToolOutput(output, name="post")
        case "prompted":
            marked = PromptedOutput(output, name="post")
    agent: Agent[object, Answer] = Agent(output_type=marked, name="newsforge-writer", retries=1)
    # Set here, it holds even where an operator instruments all agents: no trace may carry an article.
    agent.instrument = InstrumentationSettings(include_content=False, include_model_request_parameters=False)
    return agent
