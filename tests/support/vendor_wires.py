"""How each vendor writes its requests, answers, refusals and errors on the wire."""

from __future__ import annotations

import json
from typing import Any


def _text(content: Any) -> str:
    if isinstance(content, str):
        return content
    return "\n".join(part.get("text", "") for part in content or ())


class Wire:
    """One vendor's format: ``read`` takes the prompt out of a request, the others write responses."""

    def read(self, body: dict[str, Any]) -> tuple[str, str]:
        raise NotImplementedError

    def answer(self, body: dict[str, Any], text: str, stop: str, tokens_in: int, tokens_out: int) -> dict[str, Any]:
        raise NotImplementedError

    def refusal(self, body: dict[str, Any]) -> dict[str, Any]:
        raise NotImplementedError

    def fault(self, status: int, code: str | None) -> dict[str, Any]:
        return {"error": {"message": f"fault {status}", "type": "fault", "param": None, "code": code}}


class Chat(Wire):
    def read(self, body):
        by_role: dict[str, list[str]] = {"system": [], "user": []}
        for message in body["messages"]:
            role = "system" if message["role"] in {"system", "developer"} else "user"
            by_role[role].append(_text(message["content"]))
        return "\n".join(by_role["system"]), "\n".join(by_role["user"])

    def answer(self, body, text, stop, tokens_in, tokens_out):
        return self._completion(body, {"role": "assistant", "content": text}, stop, tokens_in, tokens_out)

    def refusal(self, body):
        message = {"role": "assistant", "content": None, "refusal": "I can't help with that."}
        return self._completion(body, message, "stop", 420, 8)

    def _completion(self, body, message, stop, tokens_in, tokens_out):
        return {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1_790_000_000,
            "model": body["model"],
            "choices": [{"index": 0, "message": message, "finish_reason": stop, "logprobs": None}],
            "usage": {
                "prompt_tokens": tokens_in,
                "completion_tokens": tokens_out,
                "total_tokens": tokens_in + tokens_out,
            },
        }


class Responses(Wire):
    def read(self, body):
        system, user = [body.get("instructions") or ""], []
        for item in [{"role": "user", "content": body["input"]}] if isinstance(body["input"], str) else body["input"]:
            texts = system if item.get("role") in {"system", "developer"} else user
            texts.append(_text(item.get("content")))
        return "\n".join(system), "\n".join(user)

    def answer(self, body, text, stop, tokens_in, tokens_out):
        content = {"type": "output_text", "text": text, "annotations": []}
        return self._response(body, content, stop, tokens_in, tokens_out)

    def refusal(self, body):
        return self._response(body, {"type": "refusal", "refusal": "I can't help with that."}, "stop", 420, 8)

    def _response(self, body, content, stop, tokens_in, tokens_out):
        is_cut = stop == "length"
        return {
            "id": "resp_1",
            "object": "response",
            "created_at": 1_790_000_000,
            "model": body["model"],
            "status": "incomplete" if is_cut else "completed",
            "incomplete_details": {"reason": "max_output_tokens"} if is_cut else None,
            "error": None,
            "instructions": None,
            "metadata": {},
            "parallel_tool_calls": False,
            "temperature": 1.0,
            "tool_choice": "auto",
            "tools": [],
            "top_p": 1.0,
            "output": [
                {
                    "id": "msg_1",
                    "type": "message",
                    "role": "assistant",
                    "status": "incomplete" if is_cut else "completed",
                    "content": [content],
                }
            ],
            "usage": {
                "input_tokens": tokens_in,
                "input_tokens_details": {"cached_tokens": 0},
                "output_tokens": tokens_out,
                "output_tokens_details": {"reasoning_tokens": 0},
                "total_tokens": tokens_in + tokens_out,
            },
        }


class Messages(Wire):
    def read(self, body):
        return _text(body.get("system")), "\n".join(
            _text(message["content"]) for message in body["messages"] if message["role"] == "user"
        )

    def answer(self, body, text, stop, tokens_in, tokens_out):
        try:
            given = json.loads(text)
        except ValueError:
            given = None
        if body.get("tools") and isinstance(given, dict):
            content = {"type": "tool_use", "id": "toolu_1", "name": body["tools"][0]["name"], "input": given}
            reason = "tool_use"
        else:
            content, reason = {"type": "text", "text": text}, "end_turn"
        return self._message(body, content, "max_tokens" if stop == "length" else reason, tokens_in, tokens_out)

    def refusal(self, body):
        return self._message(body, {"type": "text", "text": "I can't help."}, "refusal", 420, 8)

    def fault(self, status, code):
        kinds = {401: "authentication_error", 404: "not_found_error", 429: "rate_limit_error", 529: "overloaded_error"}
        return {"type": "error", "error": {"type": code or kinds.get(status, "api_error"), "message": "fault"}}

    def _message(self, body, content, reason, tokens_in, tokens_out):
        return {
            "id": "msg_1",
            "type": "message",
            "role": "assistant",
            "model": body["model"],
            "content": [content],
            "stop_reason": reason,
            "stop_sequence": None,
            "usage": {"input_tokens": tokens_in, "output_tokens": tokens_out},
        }


class Google(Wire):
    def read(self, body):
        system = _text((body.get("systemInstruction") or {}).get("parts"))
        return system, "\n".join(_text(one["parts"]) for one in body["contents"] if one.get("role") == "user")

    def answer(self, body, text, stop, tokens_in, tokens_out):
        return self._candidate({"parts": [{"text": text}], "role": "model"}, stop, tokens_in, tokens_out)

    def refusal(self, body):
        return self._candidate(None, "SAFETY", 420, 0)

    def fault(self, status, code):
        kinds = {
            401: "UNAUTHENTICATED",
            403: "PERMISSION_DENIED",
            404: "NOT_FOUND",
            429: "RESOURCE_EXHAUSTED",
            503: "UNAVAILABLE",
        }
        return {"error": {"code": status, "message": "fault", "status": code or kinds.get(status, "INTERNAL")}}

    def _candidate(self, content, stop, tokens_in, tokens_out):
        reason = {"stop": "STOP", "length": "MAX_TOKENS"}.get(stop, stop)
        candidate = {"finishReason": reason, "index": 0} | ({"content": content} if content else {})
        return {
            "candidates": [candidate],
            "usageMetadata": {
                "promptTokenCount": tokens_in,
                "candidatesTokenCount": tokens_out,
                "totalTokenCount": tokens_in + tokens_out,
            },
            "modelVersion": "gemini",
            "responseId": "r1",
        }


class Converse(Wire):
    def read(self, body):
        return _text(body.get("system")), "\n".join(
            _text(message["content"]) for message in body["messages"] if message["role"] == "user"
        )

    def answer(self, body, text, stop, tokens_in, tokens_out):
        tools = body.get("toolConfig", {}).get("tools")
        try:
            given = json.loads(text)
        except ValueError:
            given = None
        if tools and isinstance(given, dict):
            name = tools[0]["toolSpec"]["name"]
            content, reason = {"toolUse": {"toolUseId": "t1", "name": name, "input": given}}, "tool_use"
        else:
            content, reason = {"text": text}, "end_turn"
        return self._message(content, "max_tokens" if stop == "length" else reason, tokens_in, tokens_out)

    def refusal(self, body):
        return self._message({"text": "blocked"}, "content_filtered", 420, 8)

    def fault(self, status, code):
        return {"message": "fault"}

    def _message(self, content, reason, tokens_in, tokens_out):
        return {
            "output": {"message": {"role": "assistant", "content": [content]}},
            "stopReason": reason,
            "usage": {
                "inputTokens": tokens_in,
                "outputTokens": tokens_out,
                "totalTokens": tokens_in + tokens_out,
            },
            "metrics": {"latencyMs": 5},
        }


#: What AWS calls its errors, in the header that botocore goes by.
AWS_ERRORS = {
    401: "UnrecognizedClientException",
    403: "AccessDeniedException",
    404: "ResourceNotFoundException",
    429: "ThrottlingException",
    500: "InternalServerException",
    503: "ServiceUnavailableException",
}

WIRES: dict[str, Wire] = {
    "/v1/chat/completions": Chat(),
    "/v1/responses": Responses(),
    "/v1/messages": Messages(),
    "/v1beta/models/{model}": Google(),
    "/model/{model}/converse": Converse(),
}
