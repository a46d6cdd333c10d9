"""Draw the picture of the README: the bundled article and some of its posts, as a terminal shows them.

Writes docs/images/demo.png; needs Chromium and a font in which Hangul takes two cells.
"""

from __future__ import annotations

import asyncio
import io
import shutil
import subprocess
import tempfile
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from newsforge import samples
from newsforge.cli.screen import show_conversion
from newsforge.cli.words import Words
from newsforge.engine.platforms.registry import get_platform
from newsforge.pipeline.conversion import convert
from newsforge.pipeline.ports import Source
from newsforge.settings import Settings
from newsforge.wiring import open_workbench

IMAGES = Path(__file__).parent.parent / "docs" / "images"
PLATFORMS = ("x", "kakao", "sms")
WIDTH = 92
LINE_PX = 22
DARK = [(36, 41, 47), (207, 34, 46), (17, 99, 41), (154, 103, 0), (9, 105, 218), (130, 80, 223), (27, 124, 131)]
LIGHT = [(87, 96, 106), (164, 14, 38), (26, 127, 55), (99, 60, 1), (33, 139, 255), (165, 117, 255), (49, 146, 170)]
THEME = TerminalTheme((251, 251, 249), (36, 41, 47), [*DARK, (110, 119, 129)], [*LIGHT, (140, 149, 159)])
#: Hangul has to be exactly two cells wide, so its font is scaled to twice the other's width.
PAGE = """<!doctype html><meta charset="utf-8"><style>
@font-face {{ font-family: Hangul; src: local("NanumGothicCoding"); size-adjust: 120.4%;
  unicode-range: U+1100-11FF, U+3000-303F, U+3130-318F, U+AC00-D7AF, U+FF00-FFEF }}
body {{ margin: 0; padding: 24px 32px; background: {background}; color: {foreground}; }}
pre {{ margin: 0; font: 14px/22px Hangul, "DejaVu Sans Mono", monospace; }}
pre * {{ font-family: inherit !important; }}
</style><pre style="font-weight:bold;color:#57606a">$ newsforge demo --to x,kakao,sms

</pre><pre><code>{code}</code></pre>
"""


async def draw() -> str:
    async with open_workbench(Settings.of({}), writer="embedded") as bench:
        article = await bench.reader.read(Source(kind="file", name="ko.html", data=samples.sample("ko")))
        done = await convert(article, [get_platform(name) for name in PLATFORMS], bench.writers, link=article.url)
    console = Console(record=True, width=WIDTH, force_terminal=True, file=io.StringIO(), highlight=False)
    show_conversion(console, done, Words("ko"), full=False)
    return console.export_html(theme=THEME, code_format=PAGE, inline_styles=True)


def main() -> None:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("Chromium is needed: apt-get install chromium fonts-nanum-coding")
    html = asyncio.run(draw())
    height = 92 + int(LINE_PX * (html.count("\n") - PAGE.count("\n") + 1))
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "demo.html"
        page.write_text(html, encoding="utf-8")
        subprocess.run(  # noqa: S603 - our own page
            [
                chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars",
                "--disable-background-networking", "--force-device-scale-factor=1.5",
                f"--user-data-dir={folder}/profile",
                f"--window-size={int(WIDTH * 8.43) + 64},{height}",
                f"--screenshot={IMAGES / 'demo.png'}", page.as_uri(),
            ],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
    print(f"drew {IMAGES / 'demo.png'}")


if __name__ == "__main__":
    main()
