"""Sources as numbers: `Jasutis §2.4 ¶2 [1]` beside a statement, and beneath all of them what each number stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from explorer.store.read import Store, described
from explorer.store.rows import Cite, Entity
from explorer.text import clean
from explorer.view import words
from explorer.view.rows import Row

AT = Row._fields.index("source")


class Works:
    """The sources of an answer in the order of use, and the works behind their footnotes."""

    def __init__(self) -> None:
        self.said: dict[tuple[Cite, ...], str] = {}
        """What is shown of passages, for most statements share theirs with others."""
        self.numbers: dict[str, int] = {}
        self.behind: dict[str, dict[str, dict[str, None]]] = {}
        """A source's id, then that of a work behind it, to the footnotes that mean that work."""

    def places(self, cites: tuple[Cite, ...]) -> str:
        """Where a statement stands; a source is named once for passages in a row, its number behind them."""
        if cites not in self.said:
            self.said[cites] = clean("; ".join(self._shown(cites)))
        return self.said[cites]

    def _shown(self, cites: tuple[Cite, ...]) -> Iterator[str]:
        for number, cite in enumerate(cites):
            before, after = (cites[at].source if 0 <= at < len(cites) else "" for at in (number - 1, number + 1))
            if cite.work:
                self._note(cite)
            mark = self.numbers.setdefault(cite.source, len(self.numbers) + 1)
            text = cite.display.removeprefix(f"{cite.name} ") if cite.source == before else cite.display
            yield text if cite.source == after else f"{text} [{mark}]"

    def _note(self, cite: Cite) -> None:
        parts = cite.locator.split()
        place = f"n. {parts[parts.index('fn') + 1]}" if "fn" in parts else cite.display
        self.behind.setdefault(cite.source, {}).setdefault(cite.work, {})[place] = None

    def numbered(self, rows: Iterable[Row]) -> list[Row]:
        """The rows with their sources numbered; made in a way that costs less than `_replace`."""
        made = Row._make
        return [made((*row[:AT], self.places(row.cites), *row[AT + 1 :])) if row.cites else row for row in rows]

    def beneath(self, store: Store) -> list[Row]:
        """Each source in full: number and short name, author, title and date, and the works that its footnotes mean."""
        rows = [Row("gap"), Row("heading", "Sources")] if self.numbers else []
        known = described(store, [*self.numbers, *(work for works in self.behind.values() for work in works)])
        for id_, number in self.numbers.items():
            source, author = known[id_]
            name = clean(f"[{number}] {source.short or source.name}")
            rows.append(Row("fact", _told(source, author), value=name))
            behind = ((sorted(notes, key=_order), work) for work, notes in self.behind.get(id_, {}).items())
            for notes, work in sorted(behind, key=lambda one: _order(one[0][0])):
                rows.append(Row("below", f"{clean(', '.join(notes))}: {_told(*known[work])}"))
        return rows


def _told(work: Entity, author: str) -> str:
    """Author, title and date of a work."""
    return clean(" · ".join(filter(None, (f"{author}: {work.name}" if author else work.name, words.life(work)))))


def _order(note: str) -> tuple[int, str]:
    """Footnotes by their numbers."""
    number = note.removeprefix("n. ")
    return (int(number) if number.isascii() and number.isdigit() else 0, note)
