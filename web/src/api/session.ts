/**
 * The browser's session lives in cookies that no script can read. An access cookie ends after an hour; this renews it
 * when a request is refused for that, and repeats the request, so that no page and no edit notices.
 *
 * Two renewals with the same refresh cookie end the session (it looks like theft), so tabs take turns by a lock, and who
 * waited for it finds the work done.
 */
const LOCK = "newsforge-session";
const RENEWED_KEY = "newsforge-renewed-at";
/** Sent to `window` when the session has ended for good and somebody has to sign in again. */
export const SESSION_ENDED = "newsforge:session-ended";
/** Sent to `window` when somebody signed in again in place: what could not be saved meanwhile can be. */
export const SESSION_OPENED = "newsforge:session-opened";

const REFRESH_PATH = "/api/v1/auth/session/refresh";
/** Here a refusal is an answer about what was entered, not about the session. */
const ENTRY_PATHS = ["/api/v1/auth/session", "/api/v1/auth/sign-in", "/api/v1/auth/sign-up", "/api/v1/auth/refresh"];

export async function sessionFetch(request: Request): Promise<Response> {
  const again = request.clone();
  const sentAt = Date.now();
  const answer = await fetch(request);
  if (answer.status !== 401 || isOfEntry(new URL(request.url).pathname)) return answer;
  if (await renewSession(sentAt)) {
    letGo(answer);
    return fetch(again);
  }
  window.dispatchEvent(new Event(SESSION_ENDED));
  return answer;
}

function isOfEntry(path: string): boolean {
  return ENTRY_PATHS.some((each) => path === each || path.startsWith(`${each}/`));
}

/** Renew the cookies unless another tab has done so after `since` (milliseconds of the clock). False: signed out. */
export function renewSession(since: number): Promise<boolean> {
  return withLock(async () => {
    if (Number(readKept()) > since) return true;
    const answer = await fetch(REFRESH_PATH, { method: "POST", credentials: "same-origin" });
    letGo(answer);
    if (answer.status >= 500 || answer.status === 429) throw new TypeError("the session cannot be renewed just now");
    if (answer.ok) keep(String(Date.now()));
    return answer.ok;
  });
}

/** An answer that nobody reads holds its connection, of which a browser has six, until it is let go. */
function letGo(answer: Response): void {
  void answer.body?.cancel().catch(() => undefined);
}

// Without the Web Locks API (plain http on another host) tabs cannot take turns; requests of one tab still do.
let turn: Promise<unknown> = Promise.resolve();

function withLock<T>(work: () => Promise<T>): Promise<T> {
  if (navigator.locks) return navigator.locks.request(LOCK, work) as Promise<T>;
  const mine = turn.then(work, work);
  turn = mine.catch(() => undefined);
  return mine;
}

function readKept(): string | null {
  try {
    return localStorage.getItem(RENEWED_KEY);
  } catch {
    return null;
  }
}

function keep(value: string): void {
  try {
    localStorage.setItem(RENEWED_KEY, value);
  } catch {
    // Then each tab renews for itself, in turns.
  }
}
