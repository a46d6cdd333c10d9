// npm >= 11.16 leaves optional platform binaries that a registry did not serve out of the lock file, and its own
// `npm ci` then refuses that lock (npm/cli#9846). This puts a placeholder back for each of them after an install.
import { readFileSync, writeFileSync } from "node:fs";

const file = "package-lock.json";
const before = readFileSync(file, "utf8");
const lock = JSON.parse(before);
const packages = lock.packages;
for (const [at, entry] of Object.entries(packages)) {
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    const nested = `${at ? `${at}/` : ""}node_modules/${name}`;
    if (!(nested in packages || `node_modules/${name}` in packages)) packages[nested] = { optional: true };
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, "en")));
const after = `${JSON.stringify(lock, null, 2)}\n`;
if (after !== before) writeFileSync(file, after);
