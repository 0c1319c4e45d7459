"""What the palette lists: the commands of the pane in focus, every way to lay out the tree, every theme."""

from __future__ import annotations

from explorer.store import structure
from explorer.tui.commands import EVERYWHERE, Command, for_pane
from explorer.tui.screens.browsing import Browsing
from explorer.tui.screens.picker import Choice
from explorer.tui.themes import NAMES


def entries(screen: Browsing) -> list[Choice]:
    """Every line, the commands of the pane first; each answers with an action."""
    with_key = for_pane(screen.pane, screen.commands)
    there = {command.id for command in with_key}
    without = [  # where letters type, a command can still be chosen
        command._replace(keys=()) for command in screen.commands if command.where == EVERYWHERE
    ]
    listed = [*with_key, *(command for command in without if command.id not in there)]
    made = [
        Choice(_action(command), command.shown_keys.split(" ")[0], command.title)
        for command in listed
        if command.id not in ("palette", "close")
    ]
    for name, label, _ in structure.arrangements(screen.store):
        made.append(Choice(f"screen.arrange('{name}')", "", f"arrange the tree {label[:1].lower()}{label[1:]}"))
    made += [Choice(f"app.look('{name}')", "", f"use the theme {name}") for name in NAMES]
    return made


def _action(command: Command) -> str:
    """The action, with the name of the screen before it where it is not the pane's own: an input copies too."""
    own = command.where != EVERYWHERE or "." in command.action.partition("(")[0]
    return command.action if own else f"screen.{command.action}"
