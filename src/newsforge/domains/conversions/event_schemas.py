"""What the events of a conversion carry, for the documentation of the stream."""

from __future__ import annotations

from typing import Any, Final

EVENTS: Final = """\
`text/event-stream`. Every event has an `id` (from 1, without gaps), a name and one line of JSON. A client that comes
back sends the last id it has seen (`Last-Event-ID`, or `?last_event_id=`) and gets what follows, nothing twice. A
comment comes at least every 15 seconds. The stream ends when the conversion has ended and no post is being rewritten.

| event | data |
|---|---|
| `queued` | `{run}` |
| `started` | `{run, attempt}`: a second attempt goes on where the first was broken off |
| `article` | `{id, version, title, language, url, sentences, characters}` |
| `written`, `rewritten` | `{platform, language, writer}`: a draft is there |
| `checked` | `{platform, language, writer, status}` |
| `fell_back` | `{platform, language, writer, reason}`: this writer could not, the next one is asked |
| `post` | the whole post, as in `GET /conversions/{id}` |
| `post_queued` | `{post_id, platform, language}`: it is going to be written anew |
| `post_failed` | `{post_id, platform, language, error: {code, message, remedy}}`: it stays as it was |
| `finished`, `failed`, `cancelled` | `{run, status, usage, notices, error}` |
"""

#: One event, as a client's library hands it over; ``data`` is JSON.
EVENT_SCHEMA: Final[dict[str, Any]] = {
    "type": "object",
    "required": ["id", "event", "data"],
    "properties": {
        "id": {"type": "string", "pattern": "^[0-9]+$"},
        "event": {
            "type": "string",
            "enum": [
                "queued",
                "started",
                "article",
                "written",
                "rewritten",
                "checked",
                "fell_back",
                "post",
                "post_queued",
                "post_failed",
                "finished",
                "failed",
                "cancelled",
            ],
        },
        "data": {"type": "string", "contentMediaType": "application/json"},
    },
}
