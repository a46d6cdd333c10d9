import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SESSION_ENDED, sessionFetch } from "./session";

const REFRESH = "/api/v1/auth/session/refresh";
let answers: (path: string) => number;
let asked: string[];
let ended: number;
const count = () => {
  ended += 1;
};

beforeEach(() => {
  asked = [];
  ended = 0;
  localStorage.clear();
  vi.stubGlobal("fetch", async (input: Request | string) => {
    const path = typeof input === "string" ? input : new URL(input.url).pathname;
    asked.push(path);
    return new Response(null, { status: answers(path) });
  });
  window.addEventListener(SESSION_ENDED, count);
});

afterEach(() => {
  vi.unstubAllGlobals();
  window.removeEventListener(SESSION_ENDED, count);
});

const send = (path: string) => sessionFetch(new Request(`http://localhost${path}`, { method: "POST" }));

describe("a request of a session", () => {
  it("is repeated once the session is renewed, and nobody is asked", async () => {
    let isRenewed = false;
    answers = (path) => {
      if (path === REFRESH) isRenewed = true;
      return path === REFRESH || isRenewed ? 204 : 401;
    };
    expect((await send("/api/v1/auth/password/change")).status).toBe(204);
    expect(asked).toEqual(["/api/v1/auth/password/change", REFRESH, "/api/v1/auth/password/change"]);
    expect(ended).toBe(0);
  });

  it("tells the page when the session cannot be renewed", async () => {
    answers = () => 401;
    expect((await send("/api/v1/me")).status).toBe(401);
    expect(ended).toBe(1);
  });

  it("takes a refused password for what it is", async () => {
    answers = () => 401;
    await send("/api/v1/auth/session");
    expect(asked).toEqual(["/api/v1/auth/session"]);
    expect(ended).toBe(0);
  });
});
