// One picture as a page for a browser: paper, ink and one marker, like the workspace itself.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const SIZE = { width: 1200, height: 630 };
const FONT = fileURLToPath(
  new URL("../../node_modules/pretendard/dist/web/variable/woff2/PretendardVariable.woff2", import.meta.url),
);
const MARK = readFileSync(new URL("../../public/icon.svg", import.meta.url), "utf8");

const STYLE = `
  @font-face { font-family: "Pretendard Variable"; font-weight: 45 920; src: url("data:font/woff2;base64,${readFileSync(FONT).toString("base64")}"); }
  * { box-sizing: border-box; margin: 0; }
  body { width: 1200px; height: 630px; overflow: hidden; position: relative; background: #f7f6f2; color: #16181d;
    font-family: "Pretendard Variable", sans-serif; word-break: keep-all; overflow-wrap: anywhere; letter-spacing: -0.01em; }
  body:lang(ja) { font-family: "Noto Sans CJK JP", sans-serif; word-break: normal; line-break: strict; letter-spacing: 0; }
  .brand { position: absolute; left: 64px; top: 56px; display: flex; align-items: center; gap: 14px; font-size: 30px; font-weight: 700; }
  .brand svg { width: 44px; height: 44px; }
  .brand span { color: #5d6169; font-weight: 500; }
  h1 { position: absolute; left: 64px; top: 168px; width: 520px; font-size: 60px; line-height: 1.17; font-weight: 800; letter-spacing: -0.03em; text-wrap: balance; }
  :lang(en) h1 { font-size: 54px; }
  :lang(ja) h1 { font-size: 48px; line-height: 1.3; letter-spacing: -0.02em; font-weight: 700; word-break: auto-phrase; }
  h1 b { display: block; margin-top: 18px; color: #2b5bd7; font-weight: inherit; }
  .sheet { position: absolute; background: #fff; border: 1.5px solid #dcdad2; border-radius: 18px; font-size: 20px; line-height: 1.55; }
  .article { left: 620px; top: 56px; width: 500px; padding: 24px 26px 30px; }
  .post { left: 676px; top: 364px; width: 488px; height: 330px; padding: 20px 24px 0; border-color: #b9c4e4; box-shadow: 0 18px 44px -18px rgb(22 40 92 / 0.28); }
  .name { display: flex; align-items: center; gap: 10px; margin-bottom: 12px; color: #5d6169; font-size: 17px; font-weight: 600; }
  .name i { display: grid; place-items: center; width: 28px; height: 28px; border-radius: 8px; background: #16181d; color: #fff; font: 700 16px "Pretendard Variable"; }
  .line { display: flex; gap: 12px; padding: 6px 0; color: #6d7078; }
  .number { flex: none; width: 30px; height: 26px; margin-top: 3px; border-radius: 7px; text-align: center; font-size: 15px; line-height: 26px; font-weight: 700; color: #82858c; background: #f0efea; font-variant-numeric: tabular-nums; }
  .lit { color: #221c04; font-weight: 500; }
  .lit mark { background: #ffe98a; color: inherit; padding: 3px 5px; margin-left: -5px; border-radius: 4px; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
  .lit .number { background: #ffd84a; color: #221c04; }
  .post p { padding: 4px 0; color: #3c3f46; }
  hr { border: 0; border-top: 1.5px solid #e6e4dc; margin: 12px -24px 14px; }
  .post .lit { color: #221c04; display: flex; gap: 12px; }
  svg.thread { position: absolute; inset: 0; }
  .lead { position: absolute; left: 64px; top: 276px; width: 470px; font-size: 30px; line-height: 1.5; color: #43464d; text-wrap: balance; }
  .offers { position: absolute; left: 620px; top: 84px; width: 516px; display: grid; gap: 18px; }
  .offer { position: static; display: grid; grid-template-columns: 1fr auto; padding: 24px 30px; min-height: 142px; align-content: center; }
  .offer.main { border: 3px solid #2b5bd7; }
  .offer h2 { font-size: 26px; font-weight: 700; }
  .offer strong { grid-row: span 2; align-self: center; font-size: 44px; font-weight: 800; letter-spacing: -0.03em; }
  .offer p { margin-top: 4px; color: #5d6169; }
  .pricing h1 { top: 168px; font-size: 76px; }
`;

const safe = (text) => text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]);
const BRAND = `<div class="brand">${MARK}<div>NewsForge <span>Pro</span></div></div>`;

function landing({ heading, proof, article, example }) {
  const lines = example.sentences.map(([number, text]) => {
    const isLit = number === example.lit;
    const words = isLit ? `<mark>${safe(text)}</mark>` : safe(text);
    return `<div class="line${isLit ? " lit" : ""}"><span class="number">${number}</span><span>${words}</span></div>`;
  });
  const [found, ...others] = example.post;
  const [part, text] = example.next ?? [];
  const next = part ? `<hr><div class="name"><i>X</i>${part}</div><p>${safe(text)}</p>` : "";
  return `${BRAND}<h1>${safe(heading)}<b>${safe(proof)}</b></h1>
    <div class="sheet article"><div class="name">${safe(article)} · ${safe(example.site)}</div>${lines.join("")}</div>
    <div class="sheet post"><div class="name"><i>X</i>${example.part}</div>
      <p class="lit"><span class="number">${example.lit}</span><span><mark>${safe(found)}</mark></span></p>
      ${others.map((text) => `<p>${safe(text)}</p>`).join("")}${next}</div>
    <svg class="thread" width="1200" height="630" fill="none"><path stroke="#e0b400" stroke-width="3" stroke-linecap="round"/></svg>
    <script>
      // From the number in the article, down the margin, to the number in the post.
      { const [from, to] = [...document.querySelectorAll(".lit .number")].map((each) => each.getBoundingClientRect());
      const x = 594;
      document.querySelector(".thread path").setAttribute("d",
        \`M\${from.left - 4} \${from.top + 13} C\${x} \${from.top + 13} \${x} \${from.top + 40} \${x} \${(from.top + to.top) / 2 + 13}\`
        + \` C\${x} \${to.top - 14} \${x + 24} \${to.top + 13} \${to.left - 4} \${to.top + 13}\`); }
    </script>`;
}

function pricing({ heading, lead, offers }) {
  const cards = offers.map(
    ([name, price, text], place) =>
      `<div class="sheet offer${place === 1 ? " main" : ""}"><h2>${safe(name)}</h2><strong>${safe(price)}</strong><p>${safe(text)}</p></div>`,
  );
  return `${BRAND}<h1>${safe(heading)}</h1><p class="lead">${safe(lead)}</p><div class="offers">${cards.join("")}</div>`;
}

export function documentOf(page, language, words) {
  const body = page === "landing" ? landing(words) : pricing(words);
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><style>${STYLE}</style><body class="${page}" lang="${language}">${body}</body></html>`;
}
