"""Commands that set statements side by side."""

from __future__ import annotations

from explorer.store import claims as statements
from explorer.store import search, structure
from explorer.store.disputes import KINDS, disputes
from explorer.store.figures import questions
from explorer.tui.commands import DETAIL
from explorer.tui.screens.picker import Choice
from explorer.tui.screens.viewing import Viewing
from explorer.tui.state import ENTITY, Place
from explorer.view.rows import COMPARE, FIGURES, TROUBLES

MOST = 50
"""Entities offered at once."""
SIDES = 3
"""Entities in one comparison."""


class Evidence(Viewing):
    """Opens what stands against what."""

    def action_troubles(self) -> None:
        """Statements in trouble: first those of what is shown, then all, then one kind after the other."""
        here = self.here
        if here.kind != TROUBLES:
            entity = self.store.entity(here.id) if here.kind == ENTITY else None
            own = entity is not None and bool(disputes(self.store, self.lens, entity)[0])
            self.view(TROUBLES, here.id if own else "")
        elif here.id:
            self.view(TROUBLES)
        else:
            self.open(Place(TROUBLES, locator=self._next_kind(here.locator)), in_passing=True)

    def _next_kind(self, kind: str) -> str:
        """The next kind of which there is any; empty after the last."""
        there = {one.kind for one in disputes(self.store, self.lens)[0]}
        later = KINDS[KINDS.index(kind) + 1 if kind in KINDS else 0 :]
        return next((one for one in later if one in there), "")

    # -- comparing

    def action_compare(self) -> None:
        """Ask what to set beside what is shown; beside two already, a third, or another third."""
        from explorer.tui.screens.asking import Asking

        here = self.here
        if here.kind not in (ENTITY, COMPARE) or self.store.entity(here.id) is None:
            self.tell("open an entity first: it is what another is compared with")
            return
        sides = [here.id, *(here.locator.split() if here.kind == COMPARE else ())]
        names = [entity.short or entity.name for id_ in sides[: SIDES - 1] if (entity := self.store.entity(id_))]
        title = f"Compare {' and '.join(names)} with"
        self.app.push_screen(
            Asking(title, lambda text: self._others(text, sides), self.paint), lambda id_: self._compare(id_, sides)
        )

    def _compare(self, chosen: str | None, sides: list[str]) -> None:
        if chosen:
            self.view(COMPARE, sides[0], " ".join([*sides[1 : SIDES - 1], chosen]))

    def _others(self, text: str, sides: list[str]) -> list[Choice]:
        """What could stand beside: what is found, or with nothing typed what was seen last and what is of one kind."""
        if text.strip():
            found = [hit.ref.id for hit in search.find(self.store, text, self.lens, limit=MOST)[0]]
        else:
            first = self.store.entity(sides[0])
            found = [place.id for place in reversed(self.state.history.places) if place.kind == ENTITY]
            alike = structure.listed(self.store, structure.Only(kind=first.kind), self.lens) if first else []
            found += [one.id for one in alike]
        every = [one for one in dict.fromkeys(found) if one not in sides][:MOST]
        entities = [entity for id_ in every if (entity := self.store.entity(id_))]
        return [Choice(one.id, self.store.kind(one.kind)[2], self.store.name(one, self.lens)) for one in entities]

    # -- figures

    def action_figures(self) -> None:
        """The figures that answer the same question as the row's; elsewhere, ask which question."""
        from explorer.tui.screens.picker import Picker

        known = dict(questions(self.store))
        about = self._about_row() if self.here.kind != FIGURES else ""
        if about in known:
            self.view(FIGURES, locator=about)
        elif known:
            choices = [Choice(name, "", label) for name, label in known.items()]
            self.app.push_screen(Picker("Figures of", choices, self.paint, by_words=True), self._figures)
        else:
            self.tell("there are no figures in the data")

    def _figures(self, about: str | None) -> None:
        if about:
            self.view(FIGURES, locator=about)

    def _about_row(self) -> str:
        """The question that the row under the cursor answers; empty where it answers none."""
        row = self.detail.row if self.pane == DETAIL else None
        found = statements.numbered(self.store, [row.claim], self.lens) if row and row.claim else []
        return found[0].about if found else ""
