"""A brief: chosen statements as Markdown, with a footnote for each place that they rest on."""

from __future__ import annotations

from collections.abc import Iterable

from explorer.store import claims as statements
from explorer.store.documents import about_words
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Claim, Entity
from explorer.text import clean
from explorer.values import dates
from explorer.view import words
from explorer.view.citing import author_date, in_text
from explorer.view.references import Reference, References

_MARKUP = {letter: f"\\{letter}" for letter in "\\`*_[]<>&#|~"}


def brief(store: Store, marks: Iterable[tuple[str, str]], lens: Lens) -> str:
    """The marks as Markdown: an entity's id and the key of one of its statements, or an empty key for all of it."""
    kept = list(dict.fromkeys(marks))
    made = _Brief(store, lens)
    for id_ in dict.fromkeys(id_ for id_, _ in kept):
        entity = store.entity(id_)
        keys = [key for mark, key in kept if mark == id_]
        if entity is None:
            made.lines += ["", f"## {escaped(id_)}", "", "No longer in the data."]
        else:
            made.entity(entity, keys)
    return "\n".join([*_head(store, lens), *made.lines, *made.foot()]) + "\n"


def _head(store: Store, lens: Lens) -> list[str]:
    """What it is a brief of, and as of when; nothing of the day on which it is written, so that it can be compared."""
    title = store.meta("title") or store.meta("short-title") or "The data"
    day = f"As of {dates.show(lens.asked)}." if lens.asked else "As of no day: each statement has its own time."
    horizon = store.meta("horizon")
    known = f" The sources speak up to {words.horizon(horizon)}." if horizon not in ("", dates.FOREVER) else ""
    return [f"# Brief: {escaped(title)}", "", day + known]


class _Brief:
    """Lines in the making, and the footnotes that they have used."""

    def __init__(self, store: Store, lens: Lens) -> None:
        self.store = store
        self.lens = lens
        self.lines: list[str] = []
        self.notes: dict[str, int] = {}
        self.used: list[Claim] = []
        self.works = References(store)
        self.labels = dict(about_words(store))

    def entity(self, entity: Entity, keys: list[str]) -> None:
        """A section: the chosen statements of an entity, or all of it and what others say of it."""
        own = statements.of_entity(self.store, entity, self.lens)
        told = [claim for claim in own if claim.key in keys]
        if "" in keys:
            parts = statements.around(self.store, entity, self.lens)
            every = {(claim.number, claim.inverse): claim for part in parts for claim in part}.values()
            told = [claim for claim in every if claim.part != "also" or claim.key in keys]
        life = words.life(entity, self.lens.last)
        kind = self.store.kind(entity.kind)[0]
        self.lines += ["", f"## {escaped(self.store.name(entity, self.lens))}", ""]
        self.lines += [escaped(" · ".join(filter(None, (kind, life))))] if kind or life else []
        if "" in keys and entity.summary and self.lens.asked is None:
            self.lines += ["", escaped(entity.summary)]
        self.lines.append("")
        for claim in told:
            if claim.shown:
                self.statement(claim, entity)
        self._left_out(told, own, keys)

    def statement(self, claim: Claim, of: Entity) -> None:
        """One statement with time, mood, speaker and footnotes; its doubts below it."""
        label = "Time" if claim.part in ("when", "date") else self.labels.get(claim.about, "")
        said = words.statement(claim).rstrip(".")
        details = "; ".join(words.notes_beside(claim, self.lens.asked))
        elsewhere = claim.entity.id != of.id and not claim.inverse
        whose = f" (said under {escaped(claim.entity.name)})" if elsewhere else ""
        head = f"**{escaped(label)}:** " if label else ""
        self.lines.append(
            f"- {head}{escaped(said)}{f' ({escaped(details)})' if details else ''}{whose}.{self._cited(claim)}"
        )
        self.lines += [f"  - {escaped(remark.strip())}" for remark in words.remarks(claim)]
        meanings = [words.TROUBLES[kind][1] for kind in claim.troubles if kind != "doubt"]  # a doubt has its own words
        self.lines += [f"  - {escaped(meaning)}" for meaning in dict.fromkeys(meanings)]

    def _cited(self, claim: Claim) -> str:
        """The numbers of its footnotes; the same place has the same number."""
        made = ""
        self.used.append(claim)
        for one in self.works.carrying([claim]):
            behind = f", citing {', '.join(one.behind)}" if one.behind else ""
            number = self.notes.setdefault(f"{in_text(one)}{behind}", len(self.notes) + 1)
            made += f"[^{number}]"
        return made

    def _left_out(self, told: list[Claim], own: list[Claim], keys: list[str]) -> None:
        hidden = sum(not claim.shown for claim in told)
        if hidden:
            self.lines.append(
                f"- *{hidden} {'statement is' if hidden == 1 else 'statements are'} left out by the day.*"
            )
        known = {claim.key for claim in own}
        self.lines += [f"- *{escaped(key)} is no longer in the data.*" for key in keys if key and key not in known]

    def foot(self) -> list[str]:
        """The footnotes in order of use, and the works behind them."""
        if not self.notes:
            return []
        works = [_work(one) for one in self.works.carrying(self.used)]
        lines = ["", "## Sources", "", *(f"- {escaped(work)}" for work in works), ""]
        # A word before the place: without a plug-in, `[^1]: word` alone would be read as a link's address.
        return [*lines, *(f"[^{number}]: See {escaped(text)}." for text, number in self.notes.items())]


def _work(one: Reference) -> str:
    """A work in full; one without an author begins with the short name that the footnotes give it."""
    full = author_date(one._replace(passages=(), behind=()))
    return full if one.names or one.short == one.title else f"{one.short}: {full}"


def escaped(text: str) -> str:
    """Text that Markdown shows as it is; what would begin a list, where a line begins, cannot stand there."""
    made = "".join(_MARKUP.get(letter, letter) for letter in clean(text))
    word = made.split(" ", 1)[0]
    if word[:1] in ("-", "+", "=") or (word[:-1].isdigit() and word[-1:] in (".", ")")):
        return f"\\{made}" if not word[:1].isdigit() else f"{word[:-1]}\\{made[len(word) - 1 :]}"
    return made
