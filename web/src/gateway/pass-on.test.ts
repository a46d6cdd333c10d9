// @vitest-environment node
import { createHash } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { passOn } from "./pass-on";

let api: Server;
let listener: RequestListener;
const HERE = "http://desk.example";

beforeEach(async () => {
  api = createServer((request, response) => listener(request, response));
  await new Promise<void>((ready) => api.listen(0, "127.0.0.1", ready));
  vi.stubEnv("NEWSFORGE_API_URL", `http://127.0.0.1:${(api.address() as AddressInfo).port}`);
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  api.closeAllConnections();
  await new Promise((closed) => api.close(closed));
});

const get = (path: string, init?: RequestInit) => new Request(HERE + path, init);

test("without the API there is a problem document that tells what to do and not where the API stands", async () => {
  const port = (api.address() as AddressInfo).port;
  await new Promise((closed) => api.close(closed));
  const answer = await passOn(get("/api/v1/me"));
  expect(answer.status).toBe(503);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const text = await answer.text();
  expect(JSON.parse(text)).toMatchObject({ status: 503, code: "service_unavailable", title: "Service Unavailable" });
  expect(JSON.parse(text).remedy).not.toBe("");
  expect(text + JSON.stringify([...answer.headers])).not.toMatch(new RegExp(`127\\.0\\.0\\.1|${port}|ECONN`));
});

test("who asks in Korean is told in Korean", async () => {
  await new Promise((closed) => api.close(closed));
  const answer = await passOn(get("/api/v1/me", { headers: { "accept-language": "ko-KR,ko;q=0.9,en;q=0.5" } }));
  expect(answer.headers.get("content-language")).toBe("ko");
  expect((await answer.json()).detail).toMatch(/[가-힣]/);
});

test("an API that hangs is given up, and it stays open whether the order was carried out", async () => {
  listener = () => undefined;
  const answer = await passOn(get("/api/v1/conversions", { method: "POST", body: "{}" }), 50);
  expect(answer.status).toBe(504);
  expect((await answer.json()).code).toBe("service_silent");
});

test("an API that falls in the middle has perhaps done it", async () => {
  listener = (request) => request.socket.destroy();
  const answer = await passOn(get("/api/v1/conversions", { method: "POST", body: "{}" }));
  expect(answer.status).toBe(504);
});

test("an API that falls after it has served has perhaps done it too", async () => {
  listener = (_, response) => response.end("{}");
  await (await passOn(get("/api/v1/me"))).text();
  listener = (request) => request.socket.destroy();
  const answer = await passOn(get("/api/v1/conversions", { method: "POST", body: "{}" }));
  expect(answer.status).toBe(504);
});

test("an answer comes as it is: status, each cookie, compressed bytes", async () => {
  listener = (request, response) => {
    response.writeHead(401, [
      ["set-cookie", "a=1; HttpOnly"],
      ["set-cookie", "b=2"],
      ["content-encoding", "gzip"],
      ["x-path", request.url ?? ""],
    ] as never);
    response.end(Buffer.from([0x1f, 0x8b, 0]));
  };
  const answer = await passOn(get("/api/v1/a%2Fb?q=%ED%95%9C&q=2"));
  expect(answer.status).toBe(401);
  expect(answer.headers.getSetCookie()).toEqual(["a=1; HttpOnly", "b=2"]);
  expect(answer.headers.get("x-path")).toBe("/api/v1/a%2Fb?q=%ED%95%9C&q=2");
  expect(answer.headers.get("content-encoding")).toBe("gzip");
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array([0x1f, 0x8b, 0]));
  expect(answer.headers.has("transfer-encoding")).toBe(false);
});

test("the API learns which host the browser asked, and nothing that was of one connection only", async () => {
  let heard: Record<string, unknown> = {};
  listener = (request, response) => {
    heard = request.headers;
    response.writeHead(204).end();
  };
  const headers = { host: "desk.example", connection: "x-secret", "x-secret": "1", "x-forwarded-proto": "https" };
  const answer = await passOn(get("/api/v1/me", { headers }));
  expect(answer.status).toBe(204);
  expect(answer.body).toBeNull();
  expect(heard["x-forwarded-host"]).toBe("desk.example");
  expect(heard["x-forwarded-proto"]).toBe("https");
  expect(heard["x-secret"]).toBeUndefined();
});

test("events come when they are sent, not when the stream ends", async () => {
  let sendSecond: () => void = () => undefined;
  listener = (_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache, no-transform" });
    response.write("data: 1\n\n");
    sendSecond = () => response.end("data: 2\n\n");
  };
  const answer = await passOn(get("/api/v1/conversions/1/events"));
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  expect(new TextDecoder().decode((await reader.read()).value)).toBe("data: 1\n\n");
  sendSecond();
  expect(new TextDecoder().decode((await reader.read()).value)).toBe("data: 2\n\n");
  expect((await reader.read()).done).toBe(true);
});

test("who leaves takes the API's work along", async () => {
  const leaving = new AbortController();
  const left = new Promise<void>((resolve) => {
    listener = (request, response) => {
      request.on("close", resolve);
      response.on("close", resolve);
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(": here\n\n");
    };
  });
  const answer = await passOn(get("/api/v1/events", { signal: leaving.signal }));
  await answer.body?.getReader().read();
  leaving.abort();
  await left;
});

test("a file of 15 MB arrives whole", async () => {
  const file = new Uint8Array(15 * 1024 * 1024).map((_, place) => place % 251);
  listener = (request, response) => {
    const sum = createHash("sha256");
    request.on("data", (piece) => sum.update(piece));
    request.on("end", () => response.end(sum.digest("hex")));
  };
  const answer = await passOn(get("/api/v1/conversions/files", { method: "POST", body: file }));
  expect(await answer.text()).toBe(createHash("sha256").update(file).digest("hex"));
});

test("an answer that breaks off does not look whole", async () => {
  listener = (_, response) => {
    response.writeHead(200, { "content-length": "100" });
    response.write("half");
    setTimeout(() => response.destroy(), 20);
  };
  const answer = await passOn(get("/api/v1/me"));
  await expect(answer.text()).rejects.toThrow();
});
