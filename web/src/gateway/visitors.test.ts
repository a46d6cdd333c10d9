// @vitest-environment node
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { nameVisitors, withHop } from "./visitors";

test("the end of the connection stands last, whatever a visitor claims", async () => {
  nameVisitors();
  const server = createServer((request, response) => response.end(String(request.headers["x-forwarded-for"])));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const ask = async (headers: Record<string, string>) =>
    (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { headers })).text();
  expect(await ask({})).toBe("127.0.0.1");
  expect(await ask({ "x-forwarded-for": "203.0.113.9" })).toBe("203.0.113.9, 127.0.0.1");
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

test("several headers are one list", () => {
  expect(withHop(["a", "b"], "c")).toBe("a, b, c");
  expect(withHop(undefined, undefined)).toBe("");
});
