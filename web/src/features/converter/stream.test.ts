// @vitest-environment node
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import type { StreamEvent } from "./progress";
import { type Connection, type Follower, Frames, followConversion } from "./stream";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

type Answerer = (request: IncomingMessage, response: ServerResponse, call: number) => void;

/** A real server that answers each connection as the test says. */
async function followed(answer: Answerer, more: Partial<Follower> = {}) {
  let calls = 0;
  const asked: string[] = [];
  server = createServer((request, response) => {
    asked.push(String(request.headers["last-event-id"]));
    calls += 1;
    answer(request, response, calls);
  });
  await new Promise<void>((ready) => server?.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const events: StreamEvent[] = [];
  const states: Connection[] = [];
  let polls = 0;
  await followConversion({
    conversionId: "c",
    origin: `http://127.0.0.1:${port}`,
    lastId: () => events.at(-1)?.id ?? 0,
    onEvents: (came) => {
      events.push(...came);
      return false;
    },
    onConnection: (state) => {
      if (states.at(-1) !== state) states.push(state);
    },
    poll: async () => {
      polls += 1;
      return events.some((each) => each.name === "finished");
    },
    signal: new AbortController().signal,
    pauseMs: () => 1,
    ...more,
  });
  return { events, states, asked, polls: () => polls };
}

const frame = (id: number, name = "post") => `id: ${id}\nevent: ${name}\ndata: {"place":${id}}\n\n`;

function stream(response: ServerResponse): ServerResponse {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write("retry: 1000\n\n");
  return response;
}

it("follows to the end", async () => {
  const { events, states } = await followed((_, response) => stream(response).end(frame(1) + frame(2, "finished")));
  expect(events.map((each) => [each.id, each.name, each.data.place])).toEqual([
    [1, "post", 1],
    [2, "finished", 2],
  ]);
  expect(states).toEqual(["connecting", "live", "over"]);
});

it("comes back after a line that broke, with the last id it has seen", async () => {
  const { events, asked } = await followed((_, response, call) => {
    if (call > 1) return stream(response).end(frame(2) + frame(3, "finished"));
    stream(response).write(frame(1), () => setTimeout(() => response.destroy(), 20));
  });
  expect(events.map((each) => each.id)).toEqual([1, 2, 3]);
  expect(asked).toEqual(["0", "1"]);
});

it("comes back when the server ends a stream that is not over", async () => {
  const { events } = await followed((_, response, call) =>
    stream(response).end(frame(call, call > 2 ? "finished" : "post")),
  );
  expect(events.map((each) => each.id)).toEqual([1, 2, 3]);
});

it("takes long silence for a dead line", async () => {
  const { asked } = await followed(
    (_, response, call) => {
      if (call > 1) stream(response).end(frame(1, "finished"));
      else stream(response);
    },
    { silenceMs: 60 },
  );
  expect(asked.length).toBe(2);
});

it("asks for the whole conversion once the stream has failed three times, and ends with it", async () => {
  let polls = 0;
  const { states, asked } = await followed((_, response) => response.writeHead(503).end(), {
    poll: async () => {
      polls += 1;
      return polls === 2;
    },
  });
  expect(states).toEqual(["connecting", "polling", "over"]);
  expect(asked.length).toBe(4);
});

it("goes on when asking fails, too", async () => {
  let polls = 0;
  const { events, states } = await followed(
    (_, response, call) => {
      if (call < 5) response.destroy();
      else stream(response).end(frame(1, "finished"));
    },
    {
      poll: async () => {
        polls += 1;
        if (polls < 3) throw new TypeError("offline");
        return true;
      },
    },
  );
  expect(events.map((each) => each.id)).toEqual([1]);
  expect(states).toEqual(["connecting", "polling", "live", "over"]);
});

it("stops at a conversion that is not there", async () => {
  const { states, asked } = await followed((_, response) => response.writeHead(404).end());
  expect(states).toEqual(["connecting", "gone"]);
  expect(asked.length).toBe(1);
});

it("puts events together that arrive cut anywhere", () => {
  const text = `: still here\n\n${frame(1)}${frame(2)}`;
  for (let cut = 0; cut <= text.length; cut += 1) {
    const frames = new Frames();
    const events = [...frames.take(text.slice(0, cut)), ...frames.take(text.slice(cut))];
    expect(events.map((each) => each.id)).toEqual([1, 2]);
  }
});

it("leaves out what is no event", () => {
  expect(new Frames().take("data: {}\n\nid: x\ndata: {}\n\nid: 3\ndata: {broken\n\n")).toEqual([]);
});
