"""From what was remembered to the state of a session, and back."""

from __future__ import annotations

from explorer.tui.session import Session
from explorer.tui.state import ENTITY, Marks, State


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
