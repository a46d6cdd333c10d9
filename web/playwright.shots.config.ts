import base from "./playwright.config";

export default { ...base, testDir: "shots", timeout: 600_000, use: { ...base.use, trace: "off" as const } };
