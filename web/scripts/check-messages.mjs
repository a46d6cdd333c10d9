// Korean is the source: every language has the same keys with the same placeholders, and none is empty.
import { readdirSync, readFileSync } from "node:fs";

const source = "ko";
const flat = (value, at = "") =>
  typeof value === "string" ? [[at, value]] : Object.entries(value).flatMap(([k, v]) => flat(v, at ? `${at}.${k}` : k));
const placeholders = (text) => [...new Set([...text.matchAll(/\{\s*(\w+)/g)].map((m) => m[1]))].sort().join();

const languages = readdirSync("messages").map((file) => file.replace(".json", ""));
const texts = Object.fromEntries(
  languages.map((language) => [language, new Map(flat(JSON.parse(readFileSync(`messages/${language}.json`, "utf8"))))]),
);
const faults = [];
for (const language of languages) {
  for (const [key, text] of texts[source]) {
    const other = texts[language].get(key);
    if (!other) faults.push(`${language}: ${key} is missing or empty`);
    else if (placeholders(other) !== placeholders(text)) faults.push(`${language}: ${key} has other placeholders`);
  }
  for (const key of texts[language].keys())
    if (!texts[source].has(key)) faults.push(`${language}: ${key} is not in ${source}`);
}
for (const fault of faults) process.stderr.write(`messages: ${fault}\n`);
process.exit(faults.length ? 1 : 0);
