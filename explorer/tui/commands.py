"""Every command of the explorer, declared once: bindings, footer, help and the README's table of keys read this."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from textual.binding import Binding, BindingType

from explorer.tui.keynames import shown, types

EVERYWHERE, LIST, TREE, DETAIL, SEARCH = "everywhere", "list", "tree", "detail", "search"
"""Where a command works. What works in a list works in the tree and in the detail pane."""


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
        return " ".join(map(shown, self.keys))


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
    Command("tree.narrow", ("f",), "screen.find", "narrow the tree to what is typed", TREE, "narrow"),
    Command("detail.enter", ("enter",), "enter", "follow the link, open the fact's source, unfold", DETAIL, "follow"),
    Command("detail.leave", ("left", "h"), "leave", "to the tree", DETAIL),
    Command("detail.source", ("o",), "source", "open the source of the row, of a link too", DETAIL, "source"),
    Command("detail.next-group", ("right_curly_bracket",), "group(1)", "next group of rows", DETAIL),
    Command("detail.previous-group", ("left_curly_bracket",), "group(-1)", "group of rows before", DETAIL),
    Command("detail.find", ("f",), "screen.find", "find in the text", DETAIL, "find"),
    Command("detail.find-next", ("n",), "screen.find_next(1)", "next place found", DETAIL),
    Command("detail.find-previous", ("N",), "screen.find_next(-1)", "place found before", DETAIL),
    Command("search.enter", ("enter",), "enter", "open the hit", SEARCH, "open"),
    Command("search.down", ("down",), "move(1)", "next hit", SEARCH, "next"),
    Command("search.up", ("up",), "move(-1)", "hit before", SEARCH),
    Command("search.page-down", ("pagedown",), "page(1)", "a page of hits down", SEARCH),
    Command("search.page-up", ("pageup",), "page(-1)", "a page of hits up", SEARCH),
    Command("search.stay", ("ctrl+o",), "stay", "open the hit, and go on typing", SEARCH),
    Command("search.facts", ("ctrl+y",), "further('facts')", "nothing found: look in facts", SEARCH),
    Command("search.kinds", ("ctrl+r",), "further('kinds')", "nothing found: look in every kind and time", SEARCH),
    Command("search.day", ("ctrl+t",), "further('day')", "nothing found: look without the day", SEARCH),
    Command("help", ("question_mark",), "help", "keys of this pane, and what the marks mean", footer="help"),
    Command("search", ("slash",), "search", "search names and facts", footer="search"),
    Command("back", ("less_than_sign", "backspace"), "back", "back to the place before", footer="back"),
    Command("as-of", ("a",), "as_of", "see everything as of a day", footer="as of"),
    Command("palette", ("ctrl+p",), "palette", "everything that can be done, in plain words", footer="menu"),
    Command("copy", ("y",), "copy", "copy a value, a sentence, an id, a row, a command", footer="copy"),
    Command("mark", ("m",), "mark", "mark for the brief, or unmark", footer="mark"),
    Command("brief", ("b",), "brief", "what is marked"),
    Command("brief.write", ("W",), "write_brief", "write what is marked into a file, as Markdown with footnotes"),
    Command("timeline", ("t",), "timeline", "what has a date, from decades to days; again: of everything"),
    Command("changes", ("d",), "changes", "what changed between two days"),
    Command("model", ("s",), "model", "the stages of the model, with the evidence for each"),
    Command("members", ("w",), "members", "who was a member or held a post, over time; again: everyone of everything"),
    Command("forward", ("greater_than_sign",), "forward", "forward again"),
    Command("last", ("minus",), "last", "the last place, and back again"),
    Command("arrange", ("r",), "arrange", "arrange the tree another way", footer="rearrange"),
    Command("edit", ("e",), "edit", "open the entry in your editor ($VISUAL or $EDITOR)"),
    Command("pane.next", ("tab",), "next_pane", "next pane"),
    Command("pane.previous", ("shift+tab",), "previous_pane", "pane before"),
    Command("pane.tree", ("1",), "pane('tree')", "to the tree"),
    Command("pane.detail", ("2",), "pane('detail')", "to the detail pane"),
    Command("pane.search", ("3",), "pane('search')", "to the search pane"),
    Command("pane.narrower", ("comma",), "resize_pane(-2)", "make this pane narrower"),
    Command("pane.wider", ("full_stop",), "resize_pane(2)", "make this pane wider"),
    Command("pane.alone", ("z",), "zoom", "this pane alone, or all of them"),
    Command("troubles", ("exclamation_mark",), "troubles", "what differs, is doubtful or came otherwise than planned"),
    Command("compare", ("equals_sign",), "compare", "compare with another, row by row"),
    Command("figures", ("number_sign",), "figures", "figures that answer the same question, as bars"),
    Command("problems", ("p",), "problems", "what is wrong with the data"),
    Command("about", ("i",), "about", "what this data set is, and how far its sources speak"),
    Command("redraw", ("ctrl+l",), "app.redraw", "draw the screen anew"),
    Command("suspend", ("ctrl+z",), "app.suspend_process", "back to the shell; fg returns"),
    Command("close", ("escape",), "close", "close what is on top; never quits"),
    Command("leave", ("q",), "leave_view", "leave a view; at an entity, quit", footer="quit"),
    Command("quit", ("ctrl+q", "ctrl+c"), "quit_explorer", "quit at once"),
)


IN_DIALOGS: list[BindingType] = [
    Binding("ctrl+q,ctrl+c", "app.quit", "quit at once", id="dialog.quit", tooltip="quit at once", priority=True),
    Binding("ctrl+z", "app.suspend_process", "to the shell", id="dialog.stop", tooltip="to the shell", priority=True),
    Binding("ctrl+l", "app.redraw", "draw anew", id="dialog.redraw", tooltip="draw the screen anew", priority=True),
]
"""What works in every dialog as it does outside."""


def with_keys(changed: Mapping[str, tuple[str, ...]]) -> tuple[Command, ...]:
    """The commands with other keys, by their ids."""
    return tuple(command._replace(keys=changed.get(command.id, command.keys)) for command in COMMANDS)


def key_of(id_: str, commands: Sequence[Command]) -> str:
    """The first key of a command as a reader knows it; without one, the key of the list in which it can be chosen."""
    keys = {command.id: command.shown_keys.partition(" ")[0] for command in commands}
    return keys[id_] or keys["palette"] or keys["help"]


def bindings(*where: str) -> list[BindingType]:
    """The bindings of the commands that work there."""
    return [
        Binding(",".join(command.keys), command.action, command.title, id=command.id, tooltip=command.title)
        for command in COMMANDS
        if command.where in where
    ]


def for_pane(pane: str, commands: Sequence[Command] = COMMANDS) -> list[Command]:
    """The commands that work while a pane has the focus, its own first."""
    own = [command for command in commands if command.where == pane]
    lists = [command for command in commands if command.where == LIST and pane in (TREE, DETAIL)]
    shared = [command for command in commands if command.where == EVERYWHERE]
    if pane == SEARCH:
        shared = [command._replace(keys=keys) for command in shared if (keys := _not_typed(command.keys))]
    return own + lists + shared


def _not_typed(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The keys that do not type or delete a letter where letters are typed."""
    return tuple(key for key in keys if not types(key))


def footer(pane: str, columns: int, commands: Sequence[Command] = COMMANDS) -> str:
    """The footer of a pane: as many keys as there is room for."""
    text = ""
    for command in for_pane(pane, commands):
        if not command.footer or not command.keys:
            continue
        longer = f"{text}  {shown(command.keys[0])} {command.footer}".strip()
        if len(longer) + 2 > columns:
            break
        text = longer
    return text
