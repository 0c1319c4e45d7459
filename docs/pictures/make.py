"""Draw the pictures in the README: `python docs/pictures/make.py` from the top of the checkout."""

from __future__ import annotations

import asyncio
from pathlib import Path

from explorer.store.cache import open_store
from explorer.tui.app import Explorer, Options

PICTURES = {
    "explorer": ((100, 30), "terminal", ("slash", *"joint hq", "enter", *["down"] * 4)),
    "dark": ((140, 40), "dark", ("slash", *"cis", "enter", *["right_curly_bracket"] * 4)),
    "as-of": ((100, 30), "terminal", ("a", *"2004-06", "enter")),
    "source": ((100, 30), "light", ("slash", *"guuam", "enter", "1", *["r"] * 5, "left", *["full_stop"] * 4)),
    "narrow": ((40, 12), "terminal", ("slash", *"rubezh", "down")),
}
"""Name to size, theme and keys."""


async def draw(name: str, size: tuple[int, int], theme: str, keys: tuple[str, ...]) -> None:
    """One picture as SVG beside this script."""
    app = Explorer(open_store(), Options(theme=theme))
    async with app.run_test(size=size) as pilot:
        await pilot.press(*("space" if key == " " else key for key in keys))
        await pilot.pause()
        svg = app.export_screenshot(title="csto")
        (Path(__file__).parent / f"{name}.svg").write_text(svg, encoding="utf-8")


for picture, (size, theme, keys) in PICTURES.items():
    asyncio.run(draw(picture, size, theme, keys))
