"""A walk through the explorer on paper, step by step, with everything held to what must hold after each."""

from __future__ import annotations

import inspect
import os
import stat
from asyncio import Runner
from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

from explorer.store.cache import open_store
from explorer.store.read import Store
from explorer.tui import session
from explorer.tui.app import Explorer, Options
from explorer.tui.state import LONGEST
from explorer.tui.watching import Reading
from tests.robust.walking import checks
from tests.robust.walking.paper import PaperDriver, copied
from tests.robust.walking.steps import Step, sent, typed
from tests.robust.walking.world import World
from tests.tui.driving import Driven

EDITOR = '#!/bin/sh\nif [ -s {kept} ]; then cat {kept} >"$1"; fi\n'
"""An editor that puts there what somebody wants to have written, and leaves."""

MOST_ROUNDS = 20
"""After which an explorer that still draws never stops."""


class OnPaper(Explorer):
    """The explorer over a terminal on paper."""

    CSS_PATH = inspect.getfile(Explorer).replace("app.py", str(Explorer.CSS_PATH))

    def action_suspend_process(self) -> None:
        """To the shell and back at once; the walk itself must not stop."""
        self.paper_driver.stop_and_continue()

    @property
    def paper_driver(self) -> PaperDriver:
        """Its driver."""
        assert isinstance(self._driver, PaperDriver)
        return self._driver

    def look_again(self, store: Store) -> None:
        """As the watcher would, only at once."""
        reading = read_again(store.folder)
        self.between_keys(lambda: self.take(reading))

    def send(self, sequence: str) -> None:
        """What it sends on purpose may go to the clipboard."""
        self.paper_driver.paper.copied.add(copied(sequence))
        super().send(sequence)

    def _print_error_renderables(self) -> None:
        """What fails is told by the walk."""


def read_again(folder: str) -> Reading:
    """A folder as it is now."""
    return Reading(open_store(folder)) if os.path.isdir(folder) else Reading(None, "the data folder is not there")


class Walk:
    """One explorer after the other over one folder; a step that quits is followed by the next start."""

    def __init__(self, root: Path) -> None:
        self.world = World(root / "data")
        self.root = root
        self.steps: list[Step] = []
        """All that was done, from the start on."""
        self._runner = Runner()
        self._open: AbstractAsyncContextManager[Driven] | None = None
        self.explorer: Driven
        self.store: Store
        self._kept = root / "wanted"
        editor = root / "writes-what-is-wanted"  # no editor that is known: it gets the file alone
        root.mkdir(parents=True, exist_ok=True)
        editor.write_text(EDITOR.format(kept=self._kept), "utf-8")
        editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
        os.environ["VISUAL"] = str(editor)

    # -- steps

    def do(self, step: Step) -> None:
        """Do it, and see what holds. Raises AssertionError with what does not."""
        self.steps.append(step)
        self._runner.run(self._do(step))

    async def _do(self, step: Step) -> None:
        what, *more = step
        act = getattr(self, f"_{str(what).replace(' ', '_')}", None)
        if act is not None:
            await act(*more)
        else:
            self._driver.type(typed(step))
        await self._see()

    async def _see(self) -> None:
        """Wait until nothing is under way; start again where it has been left."""
        await self._settle()
        app = self.explorer.app
        if app._exception is None and (app._exit or not app.is_running):
            assert not app.return_code, f"left with {app.return_code}"
            await self._again()
        said = checks.wrong(self.explorer)
        assert not said, "\n".join(said)

    async def _settle(self) -> None:
        """Until nothing is under way; what waits for the next tick of a clock is done at once."""
        app = self.explorer.app
        for _ in range(MOST_ROUNDS):
            if app._resize_event is not None:
                app._check_resize()
            await self.explorer.settle()
            if app._exception is not None:
                raise app._exception
            screen = app.screen
            if app._exit or not (
                app._resize_event or screen._layout_required or screen._dirty_widgets or screen._callbacks
            ):
                return
        waits = app._resize_event, screen._layout_required, screen._dirty_widgets, screen._callbacks
        raise AssertionError(f"it never comes to rest: {waits}")

    @property
    def _driver(self) -> PaperDriver:
        driver = self.explorer.app._driver
        assert isinstance(driver, PaperDriver)
        return driver

    # -- coming and going

    async def _start(self, data: str, columns: int, rows: int, options: Mapping[str, Any]) -> None:
        self.store = self.world.choose(data)
        await self._begin((columns, rows), Options(**options))

    async def _begin(self, size: tuple[int, int], options: Options) -> None:
        self._open = _started(OnPaper(self.store, options, driver_class=PaperDriver), size)
        self.explorer = await self._open.__aenter__()

    async def _end(self) -> None:
        if self._open is not None:
            await self._open.__aexit__(None, None, None)
            self._open = None

    async def _again(self) -> None:
        """The next visit begins where this one has ended."""
        app = self.explorer.app
        size, day = self._driver.paper.size(), self.explorer.browser.state.day
        assert session.write(str(self.root), app.session()) == ""
        await self._end()
        if not self.world.folder.is_dir():
            self.world.mend()
        self.store = open_store(os.fspath(self.world.folder))
        kept = session.read(str(self.root))
        assert kept is not None
        assert kept == app.session(), f"{kept} was kept of {app.session()}"
        await self._begin(size, app.options._replace(entity="", day="", session=kept))
        await self._settle()
        here, detail = self.explorer.browser.here, self.explorer.detail
        if kept.place and self.store.entity(kept.place) and not day:  # a day has other rows, and is not kept
            assert (here.id, detail.cursor) == (kept.place, max(kept.row, 0)), f"at {here}, {detail.cursor}, not {kept}"

    def close(self) -> None:
        """The end."""
        try:
            self._runner.run(self._end())
        finally:
            self._runner.close()

    # -- steps that no terminal sends

    async def _resize(self, columns: int, rows: int) -> None:
        self._driver.resize(columns, rows)
        await self._settle()
        self._driver.write("")  # as it does after a moment, for a size that has not changed in the end

    async def _slow(self, *keys: str) -> None:
        """The line takes nothing while these are pressed, and then all of it."""
        self._driver.hold(held=True)
        self._driver.type("".join(map(sent, keys)))
        await self._settle()
        self._driver.hold(held=False)

    async def _stop(self) -> None:
        self._driver.stop_and_continue()

    async def _redraw(self) -> None:
        """What another program has written over the screen is gone, and all is as before."""
        paper = self._driver.paper
        before = checks.see(paper.model)
        paper.scribble()
        self.explorer.app.action_redraw()
        await self._settle()
        said = list(checks.differences(self.explorer, before))
        assert not said, "drawn anew it looks otherwise: " + said[0]

    async def _befall(self, what: str, number: int) -> None:
        self.world.befall(what, number)

    async def _edit(self, what: str, number: int) -> None:
        """Press the key for the editor; what was written there meanwhile is something that befell the file."""
        before = self._written()
        self.world.befall(what, number)
        changed = next((new for name, new in self._written().items() if before.get(name, new) != new), b"")
        self._kept.write_bytes(changed)
        self._driver.type(sent("e"))
        await self._settle()
        self._kept.unlink()

    def _written(self) -> dict[str, bytes]:
        folder = self.world.folder
        return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.is_dir() else {}

    async def _reread(self) -> None:
        """The explorer takes over what the folder holds now."""
        self.explorer.app.look_again(self.explorer.browser.store)

    async def _there_and_back(self) -> None:
        """Back and forward again is where one was."""
        if self.explorer.app.screen is not self.explorer.browser:
            return
        browser = self.explorer.browser
        browser.leave()
        before, at = browser.here, browser.state.history.at
        browser.action_back()
        await self._settle()
        if browser.state.history.at != at:
            browser.action_forward()
            await self._settle()
        after = browser.here
        assert (after._replace(pane=""), browser.state.history.at) == (before._replace(pane=""), at), (
            f"{after}, not {before}"
        )

    async def _out(self) -> None:
        """Esc leads out of everything, and never further."""
        for _ in range(2 * LONGEST):
            if not list(checks.nothing_is_open(self.explorer)):
                break
            self._driver.type(sent("escape"))
            await self._settle()
            assert self.explorer.app.is_running, "esc has quit"
        said = list(checks.nothing_is_open(self.explorer))
        assert not said, "esc does not lead out: " + "\n".join(said)
        self._driver.type(sent("escape"))
        await self._settle()
        assert not list(checks.nothing_is_open(self.explorer)), "esc once more leads somewhere else"


@asynccontextmanager
async def _started(app: Explorer, size: tuple[int, int]) -> Any:
    async with app.run_test(headless=False, size=size) as pilot:
        yield Driven(app, pilot)
