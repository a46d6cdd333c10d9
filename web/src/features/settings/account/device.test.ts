// @vitest-environment node
import { expect, it } from "vitest";
import { deviceOf } from "./device";

const CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";

it.each([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME}`, "Chrome · Windows"],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Edg/141.0.0.0`, "Edge · Windows"],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME.replace("Safari", "Whale/4.33 Safari")}`, "Whale · Windows"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile/15E Safari/604.1",
    "Safari · iPhone",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0", "Firefox · Linux"],
  [
    "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36",
    "Samsung Internet · Android",
  ],
  ["curl/8.9.1", "curl"],
  ["", ""],
])("%s", (userAgent, device) => {
  expect(deviceOf(userAgent)).toBe(device);
});
