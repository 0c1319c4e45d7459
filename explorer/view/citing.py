"""References in the formats that writers need: text in two styles, BibTeX, CSL-JSON, RIS."""

from __future__ import annotations

from explorer.text import fold
from explorer.values import dates
from explorer.values.dates import Date
from explorer.view.references import Reference, family_first

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

FORMATS = {
    "text": "author and date",
    "note": "as a footnote",
    "bibtex": "BibTeX",
    "csl-json": "CSL-JSON, for Zotero and pandoc",
    "ris": "RIS, for EndNote and others",
}
"""Formats and what they are called."""

_TYPES = {
    "article": ("article", "article-journal", "JOUR"),
    "book": ("book", "book", "BOOK"),
    "web page": ("misc", "webpage", "ELEC"),
    "press release": ("misc", "article-newspaper", "PRESS"),
    "treaty": ("misc", "treaty", "GEN"),
    "report": ("techreport", "report", "RPRT"),
    "thesis": ("phdthesis", "thesis", "THES"),
}
"""A document's type, as words, to its BibTeX, CSL and RIS types."""
_OTHER = ("misc", "document", "GEN")


def cite(references: Iterable[Reference], format_: str) -> str:
    """The references in a format, ready to paste; ends without a line end."""
    if format_ == "csl-json":
        from json import dumps

        return dumps([csl(one) for one in references], ensure_ascii=False, indent=1)
    write = {"text": author_date, "note": note, "bibtex": bibtex, "ris": ris}[format_]
    between = "\n" if format_ in ("text", "note") else "\n\n"
    return between.join(write(one) for one in references)


def author_date(one: Reference) -> str:
    """`Jasutis, Gražvydas (2007?). Collective … Space. §2.4 ¶2.`"""
    names = _and([", ".join(filter(None, family_first(name))) for name in one.names[:1]] + list(one.names[1:]))
    names += (", eds." if len(one.names) > 1 else ", ed.") if one.edited and names else ""
    year = f"({_year(one.date)})"
    head = f"{names} {year}" if names else f"{one.title} {year}"
    parts = [head, one.title if names else "", one.publisher, _online(one), "; ".join(one.passages), _behind(one)]
    return " ".join(_stopped(part) for part in parts if part)


def note(one: Reference) -> str:
    """`Gražvydas Jasutis, “Collective … Space”, 2007?, §2.4 ¶2.`"""
    date = dates.show(one.date) if one.date else "no date"
    edited = (" (eds.)" if len(one.names) > 1 else " (ed.)") if one.edited and one.names else ""
    names = _and(list(one.names)) + edited
    parts = [names, f"“{one.title}”", one.publisher, date, _online(one), "; ".join(one.passages), _behind(one)]
    return _stopped(", ".join(part for part in parts if part))


def in_text(one: Reference) -> str:
    """`Jasutis 2007?, §2.4 ¶2`: what stands in brackets in a sentence."""
    families = [family_first(name)[0] for name in one.names]
    name = f"{families[0]} et al." if len(families) > 3 else _and(families) or one.short
    year = _year(one.date)
    if not one.names and year.rstrip("?") in name:  # `art. 2002` has it already
        return ", ".join([name, *one.passages])
    return ", ".join([f"{name} {year}", *one.passages])


def _stopped(text: str) -> str:
    return text if text.endswith((".", "?", "!")) and not text.endswith("..") else f"{text}."


def _and(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def _year(date: Date | None) -> str:
    """The year or years, with the doubt on them; `n.d.` where nobody knows."""
    if date is None:
        return "n.d."
    marks = "?" if date.uncertain else ""
    about = "about " if date.about else ""
    first, last = date.start_earliest[:4], date.end_latest[:4]
    if date.interval and first != last:
        return dates.show(date)
    return f"{about}{first}{marks}" if first == last else dates.show(date)


def _online(one: Reference) -> str:
    read = f" (read {one.accessed})" if one.accessed else ""
    return f"{one.url}{read}" if one.url else ""


def _behind(one: Reference) -> str:
    return f"citing {_and(list(one.behind))}" if one.behind else ""


def _type(one: Reference) -> tuple[str, str, str]:
    """What formats call it; an article of which nobody says where it appeared is no journal's."""
    found = _TYPES.get(fold(one.type), _OTHER)
    return ("misc", "article", "GEN") if found[2] == "JOUR" and not one.publisher else found


def _notes(one: Reference) -> str:
    """What has no field: passages, the works behind them, and that a date is doubtful."""
    date = f"date: {dates.show(one.date)}" if one.date and _doubtful(one.date) else ""
    return "; ".join(filter(None, (*one.passages, _behind(one), date)))


def _doubtful(date: Date) -> bool:
    return date.uncertain or date.about or date.start_earliest[:4] != date.end_latest[:4]


def _parts(day: str) -> list[int]:
    return [int(part) for part in day.rstrip("?~%").split("-") if part.isdigit()]


def _days(one: Reference) -> list[list[int]]:
    """The numbers of its date, of both sides of an interval; none where only a decade is known."""
    if one.date is None:
        return []
    sides = [_parts(side) for side in one.date.text.split("/")]
    return [side for side in sides if side]


# -- BibTeX

_ESCAPES = {
    **{letter: f"\\{letter}" for letter in "&%$#_"},
    "{": "\\{",
    "}": "\\}",
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
}


def bibtex(one: Reference) -> str:
    """An entry with its id as the key."""
    type_ = _type(one)[0]
    days = _days(one)
    venue = "journal" if type_ == "article" else "publisher" if type_ == "book" else "howpublished"
    fields = {
        "editor" if one.edited else "author": " and ".join(map(_bibtex_name, one.names)),
        "title": "{" + _escaped(one.title) + "}",
        venue: _escaped(one.publisher),
        "year": str(days[0][0]) if days else "",
        "month": str(days[0][1]) if days and len(days[0]) > 1 else "",
        "url": one.url.replace("{", "%7B").replace("}", "%7D"),
        "urldate": one.accessed,
        "langid": one.language,
        "note": _escaped(_notes(one)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{type_}{{{one.id},", *lines, "}"])


def _bibtex_name(name: str) -> str:
    family, given = family_first(name)
    if not given and " " in family:  # a body: braces keep its words together
        return f"{{{_escaped(family)}}}"
    return _escaped(", ".join(filter(None, (family, given)))).replace(" and ", " {and} ")


def _escaped(text: str) -> str:
    return "".join(_ESCAPES.get(letter, letter) for letter in text)


# -- CSL-JSON


def csl(one: Reference) -> dict[str, object]:
    """An item of CSL-JSON."""
    people = [_csl_name(name) for name in one.names]
    type_ = _type(one)[1]
    item: dict[str, object] = {"id": one.id, "type": type_, "title": one.title}
    if people:
        item["editor" if one.edited else "author"] = people
    if one.publisher:
        item["container-title" if type_ in ("article-journal", "article-newspaper") else "publisher"] = one.publisher
    if days := _days(one):
        item["issued"] = {"date-parts": days} | ({"circa": True} if one.date and _doubtful(one.date) else {})
    if accessed := _parts(one.accessed):
        item["accessed"] = {"date-parts": [accessed]}
    item |= {
        key: value for key, value in (("language", one.language), ("URL", one.url), ("note", _notes(one))) if value
    }
    return item


def _csl_name(name: str) -> dict[str, str]:
    family, given = family_first(name)
    return {"family": family, "given": given} if given else {"literal": family}


# -- RIS


def ris(one: Reference) -> str:
    """A record of RIS; its lines end as the format wants, without a return."""
    days = _days(one)
    date = "/".join(f"{part:02}" for part in days[0]) if days else ""
    accessed = "/".join(f"{part:02}" for part in _parts(one.accessed))
    lines = [("TY", _type(one)[2]), ("ID", one.id)]
    lines += [("A2" if one.edited else "AU", ", ".join(filter(None, family_first(name)))) for name in one.names]
    lines += [("TI", one.title), ("T2" if _type(one)[2] == "JOUR" else "PB", one.publisher)]
    lines += [("PY", str(days[0][0]) if days else ""), ("DA", date + "/" * (3 - len(days[0])) if days else "")]
    lines += [("UR", one.url), ("Y2", accessed), ("LA", one.language), ("N1", _notes(one))]
    return "\n".join([*(f"{tag}  - {value}" for tag, value in lines if value), "ER  - "])
