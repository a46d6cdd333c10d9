export const TOOLS = ["curl", "python", "javascript"] as const;
export type Tool = (typeof TOOLS)[number];
export const STEPS = ["create", "follow", "export"] as const;
export type Step = (typeof STEPS)[number];

/** Stands for the person's own key and for the id that the first call answers. */
export const KEY_PLACEHOLDER = "nf_YOUR_KEY";

const ARTICLE = "https://example.com/news/123";

/** Each begins where the one before it ends: the same shell, the same file. */
export function snippet(tool: Tool, step: Step, origin: string): string {
  return SNIPPETS[tool][step].replaceAll("ORIGIN", origin).replaceAll("ARTICLE", ARTICLE);
}

const SNIPPETS: Record<Tool, Record<Step, string>> = {
  curl: {
    create: `export NEWSFORGE_KEY=${KEY_PLACEHOLDER}
curl -sS ORIGIN/api/v1/conversions \\
  -H "Authorization: Bearer $NEWSFORGE_KEY" \\
  -H "Content-Type: application/json" \\
  -H "Idempotency-Key: article-123" \\
  -d '{"source": {"url": "ARTICLE"}, "platforms": ["x", "kakao"]}'
# {"id": "...", "status": "queued", ...}`,
    follow: `ID=the-id-from-above
curl -sSN ORIGIN/api/v1/conversions/$ID/events \\
  -H "Authorization: Bearer $NEWSFORGE_KEY"
# event: post       one for every post, as soon as it is written
# event: finished   the last one; the stream ends`,
    export: `curl -sS "ORIGIN/api/v1/conversions/$ID/export?format=md" \\
  -H "Authorization: Bearer $NEWSFORGE_KEY" -o posts.md
# format: txt, md, html, json, csv, zip; only=approved leaves out the rest`,
  },
  python: {
    create: `import json, os, urllib.request

API = "ORIGIN/api/v1"
HEADERS = {"Authorization": "Bearer " + os.environ["NEWSFORGE_KEY"]}

def call(path, body=None, **headers):
    data = None if body is None else json.dumps(body).encode()
    headers = {**HEADERS, "Content-Type": "application/json", **headers}
    return urllib.request.urlopen(urllib.request.Request(API + path, data, headers))

order = {"source": {"url": "ARTICLE"}, "platforms": ["x", "kakao"]}
with call("/conversions", order, **{"Idempotency-Key": "article-123"}) as answer:
    conversion_id = json.load(answer)["id"]`,
    follow: `with call(f"/conversions/{conversion_id}/events") as stream:
    event = ""
    for raw in stream:
        line = raw.decode().rstrip("\\n")
        if line.startswith("event: "):
            event = line.removeprefix("event: ")
        elif line.startswith("data: "):
            print(event, json.loads(line.removeprefix("data: ")))
        if event == "finished" and not line:
            break`,
    export: `with call(f"/conversions/{conversion_id}/export?format=md") as answer:
    open("posts.md", "wb").write(answer.read())`,
  },
  javascript: {
    create: `import { writeFile } from "node:fs/promises";

const API = "ORIGIN/api/v1";
const headers = { Authorization: \`Bearer \${process.env.NEWSFORGE_KEY}\` };

const call = async (path, init = {}) => {
  const answer = await fetch(API + path, { ...init, headers: { ...headers, ...init.headers } });
  if (!answer.ok) throw new Error((await answer.json()).detail);
  return answer;
};

const made = await call("/conversions", {
  method: "POST",
  headers: { "Content-Type": "application/json", "Idempotency-Key": "article-123" },
  body: JSON.stringify({ source: { url: "ARTICLE" }, platforms: ["x", "kakao"] }),
});
const { id } = await made.json();`,
    follow: `const stream = await call(\`/conversions/\${id}/events\`);
let text = "";
for await (const chunk of stream.body.pipeThrough(new TextDecoderStream())) {
  text += chunk;
  const events = text.split("\\n\\n");
  text = events.pop();
  for (const event of events) console.log(event);
  if (events.some((event) => event.includes("event: finished"))) break;
}`,
    export: `const file = await call(\`/conversions/\${id}/export?format=md\`);
await writeFile("posts.md", Buffer.from(await file.arrayBuffer()));`,
  },
};
