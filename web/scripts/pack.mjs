// The standalone server serves only what lies beside it: the built assets and public/ have to be put there.
import { cpSync, existsSync } from "node:fs";

const target = ".next/standalone";
cpSync(".next/static", `${target}/.next/static`, { recursive: true });
if (existsSync("public")) cpSync("public", `${target}/public`, { recursive: true });
