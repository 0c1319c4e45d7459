"""From what was remembered to the state of a session, and back."""

from __future__ import annotations

from contextlib import suppress
from threading import Lock, Thread

from explorer.tui.session import Session, read, write
from explorer.tui.state import ENTITY, Marks, State
from explorer.tui.writer import leave_signals_to_the_main_thread


class Keeper:
    """Writes the session of one run; marks that another run has made meanwhile stay."""

    def __init__(self, folder: str, before: Session | None) -> None:
        self.folder = folder
        self._known = before.marks if before else ()
        self._writing = Lock()
        self._kept: Session | None = None

    def keep(self, mine: Session) -> str:
        """Write it; returns why it could not be, in words, or nothing."""
        with self._writing:
            return self._keep(mine)

    def keep_aside(self, mine: Session) -> bool:
        """Write it in a thread, so that no key waits for the disk; False while what came before is being written."""
        if mine == self._kept:
            return True
        if not self._writing.acquire(blocking=False):
            return False
        Thread(target=self._kept_aside, args=(mine,), name="keeper", daemon=True).start()
        return True

    def _kept_aside(self, mine: Session) -> None:
        leave_signals_to_the_main_thread()
        try:
            with suppress(Exception):  # nobody asked for it; on leaving it is tried again
                self._keep(mine)
        finally:
            self._writing.release()

    def _keep(self, mine: Session) -> str:
        there = read(self.folder)
        others = tuple(mark for mark in (there.marks if there else ()) if mark not in self._known)
        marks = tuple(dict.fromkeys((*mine.marks, *others)))
        reason = write(self.folder, mine._replace(marks=marks))
        if not reason:
            self._known, self._kept = marks, mine
        return reason


def remembered(state: State, session: Session) -> State:
    """The state with the branches, sizes and marks of the session before."""
    state.open = {name: set(keys) for name, keys in session.branches.items()}
    state.sizes = dict(session.sizes)
    state.marks = Marks(session.marks)
    return state


def to_remember(state: State, theme: str) -> Session:
    """The session to remember: the last entity that was shown, and the row where the cursor stood."""
    places = [place for place in state.history.places[: state.history.at + 1] if place.kind == ENTITY]
    last = places[-1] if places else None
    return Session(
        place=last.id if last else "",
        row=last.row if last else -1,
        arrangement=state.arrangement,
        branches={name: tuple(sorted(keys)) for name, keys in state.open.items()},
        sizes=dict(state.sizes),
        marks=tuple(state.marks.kept),
        theme=theme,
    )
