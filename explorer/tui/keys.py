"""One key at a time, in the order typed.

Textual forwards a key to the widget that has the focus when the key arrives; the binding runs later, when the key has
bubbled up to the app. On a slow line keys arrive in bursts: of `/rubezh` in one packet the letters would still go to
the tree. Here the next key waits until the one before has done what it does.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from textual import events
from textual.app import App
from textual.driver import Driver
from textual.message import Message

BEAT, BEATS = 0.05, 10
"""Seconds, and how many of them pass before the next key is passed on although the one before has not reported: what
had it may be gone. They are counted one by one, for half a second by the clock is nothing to a program that was stopped
meanwhile, or that has to wait for its turn on a busy machine."""
LOOK = 0.01
"""Seconds between two looks at a dialog that has no focus yet."""


class Passed(Message):
    """Follows a key through the same queues; where it comes back to the app, the key's binding has run.

    It goes round twice: what the binding has asked of a screen by message is done by the second time.
    """

    def __init__(self, *, again: bool) -> None:
        super().__init__()
        self.again = again


class OrderedKeys(App[None]):
    """An app that passes on one key at a time."""

    def __init__(self, driver_class: type[Driver] | None) -> None:
        super().__init__(driver_class, ansi_color=True)
        self._typed: deque[events.Key] = deque()
        self._under_way = False
        """Whether a key was passed on that has not reported."""
        self._beats = 0
        """For how long others have been waiting for it."""
        self._watched = False
        """Whether it is looked after that nothing waits for ever."""
        self._due: deque[Callable[[], object]] = deque()
        """What is done before the next key is passed on."""

    def between_keys(self, act: Callable[[], object]) -> None:
        """Do something at once, or as soon as the key under way has done what it does."""
        if self._under_way:
            self._due.append(act)
            self._watch_over()
        else:
            act()

    async def on_event(self, event: events.Event) -> None:
        """Keys wait for their turn; everything else passes."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._typed.append(event)
            if self._under_way:
                self._watch_over()
            else:
                await self._pass_on()
        elif not (isinstance(event, events.MouseEvent) and self._is_beside_the_screen(event)):
            await super().on_event(event)

    def _is_beside_the_screen(self, event: events.MouseEvent) -> bool:
        """Whether it is where no screen is any more, at another size: Textual would take the focus from everything."""
        return self.mouse_captured is None and not self.screen.size.region.contains_point(event.screen_offset)

    def _watch_over(self) -> None:
        """See to it that what waits has its turn, though no other key comes after it."""
        if not self._watched:
            self._watched = True
            self.set_timer(BEAT, self._look_after)

    async def _look_after(self) -> None:
        self._watched = False
        if self._typed or self._due:
            self._beats += 1
            if self._beats >= BEATS:
                await self._pass_on()
            self._watch_over()

    async def _pass_on(self) -> None:
        """Pass the next key on, and send word after it."""
        self._under_way, self._beats = False, 0
        while self._due:
            self._due.popleft()()
        if not self._typed:
            return
        self._under_way = True
        target = self.focused or self.screen
        await super().on_event(self._typed.popleft())
        if not target.post_message(Passed(again=True)):
            await self._pass_on()

    async def on_passed(self, message: Passed) -> None:
        """The key before has been dealt with, or soon will be."""
        if message.again and (self.focused or self.screen).post_message(Passed(again=False)):
            return
        await self._ready()

    async def _ready(self) -> None:
        """Pass the next key on; a dialog that the key before has opened gets its focus first."""
        opening = self.focused is None and len(self.screen_stack) > 1
        if self._typed and opening and self._beats < BEATS:
            self._watch_over()
            self.set_timer(LOOK, self._ready)
        else:
            await self._pass_on()
