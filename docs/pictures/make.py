"""Draw the pictures in the README: `python docs/pictures/make.py` from the top of the checkout."""

from __future__ import annotations

import asyncio
from pathlib import Path

from explorer.store.cache import open_store
from explorer.tui.app import Explorer

PICTURES = {
    "explorer": ((100, 30), ("slash", *"joint hq", "enter", *["down"] * 4)),
    "as-of": ((100, 30), ("a", *"2004-06", "enter")),
    "narrow": ((40, 12), ("slash", *"rubezh", "down")),
}
"""Name to size and keys."""


async def draw(name: str, size: tuple[int, int], keys: tuple[str, ...]) -> None:
    """One picture as SVG beside this script."""
    app = Explorer(open_store())
    async with app.run_test(size=size) as pilot:
        await pilot.press(*("space" if key == " " else key for key in keys))
        await pilot.pause()
        svg = app.export_screenshot(title="csto")
        (Path(__file__).parent / f"{name}.svg").write_text(svg, encoding="utf-8")


for picture, (size, keys) in PICTURES.items():
    asyncio.run(draw(picture, size, keys))
