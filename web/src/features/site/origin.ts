import { headers } from "next/headers";

/** How the world reaches this service: told by the operator, else by the request. An image is built once for all hosts. */
export async function publicOrigin(): Promise<URL> {
  const given = process.env.NEWSFORGE_PUBLIC_URL;
  if (given) return new URL(given);
  const asked = await headers();
  return new URL(`${asked.get("x-forwarded-proto") ?? "http"}://${asked.get("host") ?? "localhost"}`);
}
