import base from "./playwright.config";

export default { ...base, testDir: "bench", timeout: 900_000, use: { ...base.use, trace: "off" as const } };
