"""Every command of the explorer, declared once: bindings, footer, help and the README's table of keys read this."""

from __future__ import annotations

from typing import NamedTuple

from textual.binding import Binding, BindingType

EVERYWHERE, LIST, TREE, DETAIL, SEARCH = "everywhere", "list", "tree", "detail", "search"
"""Where a command works. What works in a list works in the tree and in the detail pane."""

DISPLAY = {
    "slash": "/",
    "question_mark": "?",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "escape": "esc",
    "backspace": "bksp",
    "pageup": "pgup",
    "pagedown": "pgdn",
}
"""Textual's name of a key to what stands on it."""


class Command(NamedTuple):
    """Something that a key does."""

    id: str
    keys: tuple[str, ...]
    action: str
    title: str
    """What it does, in a few words; help and README."""
    where: str = EVERYWHERE
    footer: str = ""
    """A word for the footer; empty to leave it out."""

    @property
    def shown_keys(self) -> str:
        """Its keys as a reader knows them."""
        return " ".join(display(key) for key in self.keys)


COMMANDS = (
    Command("list.down", ("down", "j"), "move(1)", "next row", LIST),
    Command("list.up", ("up", "k"), "move(-1)", "row before", LIST),
    Command("list.page-down", ("pagedown", "ctrl+d"), "page(1)", "half a page down", LIST),
    Command("list.page-up", ("pageup", "ctrl+u"), "page(-1)", "half a page up", LIST),
    Command("list.first", ("home", "g"), "edge(-1)", "first row", LIST),
    Command("list.last", ("end", "G"), "edge(1)", "last row", LIST),
    Command("tree.enter", ("enter",), "enter", "read the entity, or open a group", TREE, "open"),
    Command("tree.open", ("right", "l"), "unfold", "open the branch, or go into it", TREE),
    Command("tree.close", ("left", "h"), "fold", "close the branch, or go to what it belongs to", TREE),
    Command("detail.enter", ("enter",), "enter", "follow the link, or open the source of the fact", DETAIL, "follow"),
    Command("detail.leave", ("left", "h"), "leave", "to the tree", DETAIL),
    Command("detail.source", ("o",), "source", "open the source of the row, of a link too", DETAIL, "source"),
    Command("search.enter", ("enter",), "enter", "open the hit", SEARCH, "open"),
    Command("search.down", ("down",), "move(1)", "next hit", SEARCH, "next"),
    Command("search.up", ("up",), "move(-1)", "hit before", SEARCH),
    Command("search.page-down", ("pagedown",), "page(1)", "a page of hits down", SEARCH),
    Command("search.page-up", ("pageup",), "page(-1)", "a page of hits up", SEARCH),
    Command("help", ("question_mark",), "help", "keys of this pane, and what the marks mean", footer="help"),
    Command("search", ("slash",), "search", "search names and facts", footer="search"),
    Command("back", ("less_than_sign", "backspace"), "back", "back to the place before", footer="back"),
    Command("as-of", ("a",), "as_of", "see everything as of a day", footer="as of"),
    Command("forward", ("greater_than_sign",), "forward", "forward again"),
    Command("arrange", ("r",), "arrange", "arrange the tree another way", footer="rearrange"),
    Command("pane.next", ("tab",), "next_pane", "next pane"),
    Command("pane.previous", ("shift+tab",), "previous_pane", "pane before"),
    Command("pane.tree", ("1",), "pane('tree')", "to the tree"),
    Command("pane.detail", ("2",), "pane('detail')", "to the detail pane"),
    Command("pane.search", ("3",), "pane('search')", "to the search pane"),
    Command("problems", ("p",), "problems", "what is wrong with the data"),
    Command("redraw", ("ctrl+l",), "app.redraw", "draw the screen anew"),
    Command("suspend", ("ctrl+z",), "app.suspend_process", "back to the shell; fg returns"),
    Command("close", ("escape",), "close", "close what is on top; never quits"),
    Command("quit", ("q", "ctrl+q", "ctrl+c"), "quit_explorer", "quit", footer="quit"),
)


def display(key: str) -> str:
    """A key as a reader knows it."""
    return DISPLAY.get(key, key)


def bindings(*where: str) -> list[BindingType]:
    """The bindings of the commands that work there."""
    return [
        Binding(",".join(command.keys), command.action, command.title, id=command.id, tooltip=command.title)
        for command in COMMANDS
        if command.where in where
    ]


def for_pane(pane: str) -> list[Command]:
    """The commands that work while a pane has the focus, its own first."""
    own = [command for command in COMMANDS if command.where == pane]
    lists = [command for command in COMMANDS if command.where == LIST and pane in (TREE, DETAIL)]
    shared = [command for command in COMMANDS if command.where == EVERYWHERE]
    if pane == SEARCH:
        shared = [command._replace(keys=keys) for command in shared if (keys := _not_typed(command.keys))]
    return own + lists + shared


def _not_typed(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The keys that do not type or delete a letter where letters are typed."""
    return tuple(key for key in keys if len(display(key)) > 1 and key != "backspace")


def footer(pane: str, columns: int) -> str:
    """The footer of a pane: as many keys as there is room for."""
    text = ""
    for command in for_pane(pane):
        if not command.footer:
            continue
        longer = f"{text}  {display(command.keys[0])} {command.footer}".strip()
        if len(longer) + 2 > columns:
            break
        text = longer
    return text
