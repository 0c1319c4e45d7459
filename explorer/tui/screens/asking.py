"""A list that looks for what is typed: which entity, of all there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.widgets import Input

from explorer.tui.content import Paint
from explorer.tui.screens.picker import Choice, Picker


class Asking(Picker):
    """Answers with the id of an entity; None where it is closed. `find` gives the lines for what is typed."""

    placeholder = "type a name, or choose from those below"

    def __init__(self, title: str, find: Callable[[str], Sequence[Choice]], paint: Paint) -> None:
        super().__init__(title, find(""), paint, by_words=True)
        self.find = find

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look anew at each letter."""
        event.stop()
        self.shown = list(self.find(event.value))
        self.choices = self.shown or self.choices  # they also say how high the list is
        self._fill(0)
