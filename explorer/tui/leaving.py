"""The ways out of the explorer: asked, signalled, hung up, failed. Each gives the terminal back and remembers."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Lock

from rich.console import RenderableType
from textual import on
from textual.app import App
from textual.driver import Driver
from textual.message import Message

from explorer.tui import crash
from explorer.tui.driver import CellDriver, LineLost
from explorer.tui.guard import HUNG_UP, Guard


class LeaveWanted(Message):
    """Someone outside wants the app to end."""

    def __init__(self, code: int) -> None:
        super().__init__()
        self.code = code


class Leaving(App[None]):
    """An app that is gone within a second of being told so, and leaves the terminal as it was."""

    guard: Guard | None = None
    before_leaving: Callable[[], object] = staticmethod(lambda: None)
    """Called once on every way out, where the app is stuck from another thread. What it raises is dropped."""
    after_damage: Callable[[], object] = staticmethod(lambda: None)
    """Called where the store's file has turned out to be damaged."""
    _failure: tuple[str, str] | None = None
    """What is said of a failure."""

    def run_guarded(self, guard: Guard, *, mouse: bool = True) -> int:
        """Run until someone leaves; the exit code."""
        self.guard = guard
        self._once = Lock()
        guard.ask = lambda code: self.post_message(LeaveWanted(code))
        guard.remember, guard.give_back = self._remember, self._give_back
        guard.lent = lambda: isinstance(self._driver, CellDriver) and self._driver.lent
        guard.take_signals()
        try:
            self.run(mouse=mouse)
        except Exception as error:
            if not self.is_leaving:
                self._fail(error)
        guard.told(self.return_code or 0 if self._failure is None else crash.EXIT_CODE)  # threads may still hold it up
        self._remember()
        if self._failure is not None:
            self._tell_failure()
            return crash.EXIT_CODE
        return guard.code or 0

    @property
    def is_leaving(self) -> bool:
        """Whether there is no way back."""
        return self.guard is not None and self.guard.code is not None

    # -- ways out

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave; the first exit code counts."""
        if self.guard is not None:
            self.guard.told(return_code)
            self._remember()
        super().exit(result, return_code, message)

    def on_leave_wanted(self, message: LeaveWanted) -> None:
        """Leave as asked."""
        self.exit(return_code=message.code)

    def on_line_lost(self, message: LineLost) -> None:
        """The terminal is gone, or something failed where keys are read or cells are sent."""
        if message.error is not None:
            raise message.error
        self.exit(return_code=HUNG_UP)

    def _remember(self) -> None:
        if self._once.acquire(blocking=False):
            with suppress(Exception):
                self.before_leaving()

    # -- the terminal

    def action_redraw(self) -> None:
        """Send the whole screen again, whatever another program has written over it."""
        if isinstance(self._driver, CellDriver):
            self._driver.forget()
        self.screen.refresh(layout=True)

    @on(Driver.SignalResume)
    def _back_from_the_shell(self) -> None:
        """The shell has written over the screen."""
        self.call_later(self.action_redraw)

    def _give_back(self) -> None:
        failure, self._failure = self._failure, None
        if isinstance(self._driver, CellDriver):
            self._driver.abandon("".join(f"{line}\r\n" for line in failure or ()))

    # -- failures

    def _fail(self, error: Exception) -> None:
        if self._failure is None:
            self._failure = crash.record(error)
            if type(error).__module__ == "sqlite3":
                with suppress(OSError):
                    self.after_damage()

    def _tell_failure(self) -> None:
        failure, self._failure = self._failure, None
        with suppress(OSError):
            sys.stderr.write("".join(f"{line}\n" for line in failure or ()))

    def _handle_exception(self, error: Exception) -> None:
        """Textual's own way out of a failure; under a test's pilot it stays as it is.

        What fails after someone has left (a pane that is not there yet, or any more) is no failure of note.
        """
        if self.guard is not None and not self.is_leaving:
            self._fail(error)
            self.guard.told(crash.EXIT_CODE)
            self._remember()
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Without Textual's traceback, which prints what variables hold."""
        if self.guard is None:
            super()._fatal_error()
        else:
            self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        if self.guard is None:
            super()._print_error_renderables()
