/** Where the API listens, as this server reaches it. Read when asked, never when built. */
export function apiAddress(): string {
  return process.env.NEWSFORGE_API_URL || "http://127.0.0.1:8001";
}
