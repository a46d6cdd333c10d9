import type { Language } from "@/i18n/languages";

export const TOOLS = ["curl", "python", "javascript"] as const;
export type Tool = (typeof TOOLS)[number];
export const STEPS = ["create", "follow", "export"] as const;
export type Step = (typeof STEPS)[number];

/** Stands for the person's own key and for the id that the first call answers. */
export const KEY_PLACEHOLDER = "nf_YOUR_KEY";

/**
 * A small article of our own: what is copied works as it stands, and nobody has to find an address first. It stands in
 * quotes of a shell and of two languages, so it has none itself; how a line ends, is written the same in all of them.
 */
export const ARTICLES: Record<Language, string> = {
  ko: "한빛시, 시내버스 요금 올린다\\n\\n한빛시가 내년 3월부터 시내버스 요금을 200원 올린다. 성인 요금은 1,500원에서 1,700원이 된다. 청소년 요금 1,000원은 그대로 둔다.",
  en: "Hanbit City raises its bus fare\\n\\nHanbit City will raise its bus fare by 200 won next March. An adult will pay 1,700 won, up from 1,500 won. The fare of 1,000 won for teenagers stays.",
  ja: "ハンビッ市、市バスの運賃を値上げ\\n\\nハンビッ市は来年3月から市バスの運賃を200ウォン引き上げる。大人の運賃は1,500ウォンから1,700ウォンになる。青少年の運賃1,000ウォンは据え置く。",
};

/** Each begins where the one before it ends: the same shell, the same file. */
export function snippet(tool: Tool, step: Step, origin: string, language: Language): string {
  return SNIPPETS[tool][step].replaceAll("ORIGIN", origin).replaceAll("ARTICLE", ARTICLES[language]);
}

const SNIPPETS: Record<Tool, Record<Step, string>> = {
  curl: {
    create: `export NEWSFORGE_KEY=${KEY_PLACEHOLDER}
curl -sS ORIGIN/api/v1/conversions \\
  -H "Authorization: Bearer $NEWSFORGE_KEY" \\
  -H "Content-Type: application/json" \\
  -H "Idempotency-Key: article-123" \\
  -d '{"source": {"text": "ARTICLE"}, "platforms": ["x", "kakao"]}'
# or "source": {"url": "https://..."}; the answer: {"id": "...", "status": "queued", ...}`,
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

article = "ARTICLE"  # or "source": {"url": "https://..."}
order = {"source": {"text": article}, "platforms": ["x", "kakao"]}
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

const article = "ARTICLE"; // or source: { url: "https://..." }
const made = await call("/conversions", {
  method: "POST",
  headers: { "Content-Type": "application/json", "Idempotency-Key": "article-123" },
  body: JSON.stringify({ source: { text: article }, platforms: ["x", "kakao"] }),
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
