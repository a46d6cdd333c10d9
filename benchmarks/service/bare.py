"""The ceiling: the same bytes from a bare FastAPI route, and from bare ASGI, on the same server."""

from __future__ import annotations

import sys
from pathlib import Path

import uvicorn
from fastapi import FastAPI, Response
from starlette.types import ASGIApp, Receive, Scope, Send


def fastapi_app(body: bytes) -> ASGIApp:
    app = FastAPI(openapi_url=None)

    @app.get("/")
    async def read() -> Response:
        return Response(body, media_type="application/json")

    return app


def asgi_app(body: bytes) -> ASGIApp:
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    return app


if __name__ == "__main__":
    kind, port, file = sys.argv[1:]
    make = {"fastapi": fastapi_app, "asgi": asgi_app}[kind]
    uvicorn.run(
        make(Path(file).read_bytes()), host="127.0.0.1", port=int(port), loop="uvloop", http="httptools",
        access_log=False, log_level="warning", lifespan="off",
    )  # fmt: skip
