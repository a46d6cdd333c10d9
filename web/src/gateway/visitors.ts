import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";

type Start = { request: IncomingMessage; socket: Socket };

/**
 * Write who is at the other end of the connection behind what a request claims of its way, as every proxy does. Next only
 * fills an empty header, so a visitor could give a false address, and be limited by it.
 */
export function nameVisitors(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, socket } = message as Start;
    request.headers["x-forwarded-for"] = withHop(request.headers["x-forwarded-for"], socket.remoteAddress);
  });
}

export function withHop(claimed: string | string[] | undefined, address: string | undefined): string {
  return [claimed ?? [], address ?? []].flat().join(", ");
}
