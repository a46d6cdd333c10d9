import { client } from "./generated/client.gen";
import { pageLanguage } from "./language";
import { asProblem } from "./problem";
import { sessionFetch } from "./session";
import { chosenWorkspace } from "./workspace";

let isSet = false;

/** Give the generated client what every call from a page needs. Called once, before the first call. */
export function setUpClient(): void {
  if (isSet) return;
  isSet = true;
  client.setConfig({
    baseUrl: window.location.origin,
    credentials: "same-origin",
    // The generated client hands over one Request.
    fetch: sessionFetch as typeof fetch,
  });
  client.interceptors.request.use((request) => {
    const workspace = chosenWorkspace();
    if (workspace) request.headers.set("NewsForge-Workspace", workspace);
    // What the API has to say, it says in the language of the page, whatever the browser itself prefers.
    request.headers.set("Accept-Language", pageLanguage());
    return request;
  });
  client.interceptors.error.use((error, response) => asProblem(error, response));
}
