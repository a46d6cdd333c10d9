import { type IncomingMessage, request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { Readable } from "node:stream";
import { apiAddress } from "@/api/address";
import { noAnswer } from "./no-answer";

/** Longer than the heartbeat of event streams and than the 30 s that a conversion may take. */
const PATIENCE_MS = 120_000;
/** Of one connection each, so never handed on (RFC 9110, 7.6.1); `expect` was answered by this server already. */
const OF_ONE_HOP = new Set([
  "connection",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);
const HAVE_NO_BODY = new Set([204, 205, 304]);

/**
 * Ask the API for a visitor and give back its answer as it comes: bytes as they are, event streams piece by piece.
 * One origin for pages and API: what a load balancer does by path in AWS, this does on one machine.
 */
export function passOn(request: Request, patienceMs = PATIENCE_MS): Promise<Response> {
  return new Promise((resolve) => {
    const { pathname, search } = new URL(request.url);
    const target = new URL(pathname + search, apiAddress());
    const ask = target.protocol === "https:" ? secureRequest : plainRequest;
    const asked = ask(target, {
      method: request.method,
      headers: headersFor(request, target),
      signal: request.signal,
      // A connection of its own: one that was kept may have died meanwhile, and then nobody knows what was carried out.
      agent: false,
    });
    let isThere = false;
    asked.on("socket", (socket) =>
      socket.once("connect", () => {
        isThere = true;
      }),
    );
    asked.setTimeout(patienceMs, () => asked.destroy(new Error("it says nothing")));
    asked.on("response", (answer) => resolve(answered(answer)));
    asked.on("error", (error) => {
      // Says where the API was looked for, so it stays in this server's log.
      if (!request.signal.aborted) process.stderr.write(`${request.method} ${pathname}: the API: ${error.message}\n`);
      resolve(noAnswer(request.headers.get("accept-language"), isThere ? "silent" : "unavailable"));
    });
    if (!request.body) {
      asked.end();
      return;
    }
    const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]);
    body.on("error", () => asked.destroy());
    body.pipe(asked);
  });
}

function headersFor(request: Request, target: URL): Record<string, string> {
  const headers: Record<string, string> = {};
  const named = (request.headers.get("connection") ?? "").toLowerCase().split(",");
  const left = new Set([...OF_ONE_HOP, ...named.map((name) => name.trim()), "expect"]);
  for (const [name, value] of request.headers) if (!left.has(name)) headers[name] = value;
  headers["x-forwarded-host"] = request.headers.get("host") ?? "";
  headers["x-forwarded-proto"] ??= new URL(request.url).protocol.replace(":", "");
  headers.host = target.host;
  return headers;
}

function answered(answer: IncomingMessage): Response {
  const headers = new Headers();
  for (let place = 0; place < answer.rawHeaders.length; place += 2) {
    const name = answer.rawHeaders[place] as string;
    if (!OF_ONE_HOP.has(name.toLowerCase())) headers.append(name, answer.rawHeaders[place + 1] as string);
  }
  const status = answer.statusCode ?? 502;
  if (HAVE_NO_BODY.has(status)) {
    answer.resume();
    return new Response(null, { status, headers });
  }
  return new Response(Readable.toWeb(answer) as ReadableStream<Uint8Array>, { status, headers });
}
