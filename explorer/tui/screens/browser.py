"""The explorer's one screen: what each command does."""

from __future__ import annotations

from functools import partial

from textual import events
from textual.widget import Widget

from explorer.store import structure
from explorer.tui.commands import DETAIL, EVERYWHERE, SEARCH, TREE, bindings
from explorer.tui.messages import SoughtChanged
from explorer.tui.screens.evidence import Evidence
from explorer.tui.state import ABOUT, ENTITY, PROBLEMS, Place
from explorer.tui.widgets.find import FindBar, FindLine
from explorer.tui.widgets.lines import Lines
from explorer.tui.widgets.welcome import Welcome


class Browser(Evidence):
    """Commands over panes over a store."""

    BINDINGS = bindings(EVERYWHERE)
    welcomed = True
    """Whether the reader has been here before; the first time three lines say how to begin."""
    first = ""
    """The entity to open at."""
    first_row = -1

    def on_mount(self) -> None:
        """Fill the panes; the first time with three lines above the footer."""
        self.dress(self.paint)
        if not self.welcomed:
            self.mount(Welcome(self.commands, self.paint), before="#footer")
        self.begin(self.first, self.first_row)
        self.set_focus(self.tree_pane)

    # -- help and everything that can be done

    def action_help(self) -> None:
        """The keys of this pane."""
        from explorer.tui.screens.help import Help

        self.app.push_screen(Help(self.pane, self.commands, self.paint))

    def action_palette(self) -> None:
        """Everything that can be done, in plain words."""
        from explorer.tui.screens.palette import entries
        from explorer.tui.screens.picker import Picker

        self.app.push_screen(Picker("Do", entries(self), self.paint, by_words=True), self._run)

    async def _run(self, chosen: str | None) -> None:
        """Do what was chosen in the palette; an action without a namespace is that of the pane in focus."""
        if chosen:
            await self.app.run_action(chosen, self.widget_of(self.pane))

    # -- the day

    def action_as_of(self) -> None:
        """Ask for a day."""
        from explorer.tui.screens.prompt import Prompt
        from explorer.view.day import reason

        hint = "2005, 2005-06, 2005-06-01, or an event's name; empty for no day"
        refuse = partial(reason, self.store)
        self.app.push_screen(Prompt("As of", self.state.day, hint, refuse, self.paint), self._set_day)

    def _set_day(self, text: str | None) -> None:
        if text is None or text == self.state.day:
            return
        from explorer.view.day import taken

        self.leave()
        here = self.here
        self.state.day = text
        self.reload(self.tree_pane.node.key if self.tree_pane.node else "")
        self.open(here)
        if here.kind == ENTITY:
            self.tree_pane.reveal(here.id)
        if meant := taken(self.store, text):
            self.tell(f"as of {meant}")

    # -- the tree

    def action_arrange(self, wanted: str = "") -> None:
        """The next way to lay out the tree, or that of this name; what is shown stays."""
        names = [name for name, _, _ in structure.arrangements(self.store)]
        if not names:
            return
        at = names.index(self.state.arrangement) if self.state.arrangement in names else -1
        self.state.arrangement = wanted if wanted in names else names[(at + 1) % len(names)]
        self.reload("")
        if self.here.kind == ENTITY:
            self.tree_pane.reveal(self.here.id)
        at = names.index(self.state.arrangement)
        self.tell(f"{structure.arrangements(self.store)[at][1]}, {at + 1} of {len(names)} ways")

    # -- finding

    async def action_find(self) -> None:
        """Type what to narrow the tree to, or what to find in the text."""
        if self.pane == SEARCH:
            return
        if not self.query(FindBar):
            await self.mount(FindBar(), after="#footer")
        if self.pane == DETAIL:
            self.unfold_all()
        what, value = ("narrow to", self.tree_pane.narrowed) if self.pane == TREE else ("find", self.detail.sought)
        self.add_class("finding")
        self.set_focus(self.query_one(FindBar).ask(what, value))

    def on_sought_changed(self, message: SoughtChanged) -> None:
        """Follow each letter."""
        if not self.has_class("finding"):
            return
        if self.pane == TREE:
            total = self.tree_pane.narrow(message.text)
            self.query_one(FindBar).say(f"{total} found" if message.text.strip() else "")
            self.follow()
        else:
            rows = self.detail.seek(message.text)
            self._say_found(self.detail.at + 1, rows)

    def _say_found(self, at: int, rows: int) -> None:
        sought = self.detail.sought
        told = f"{at} of {rows}" if rows else "is not in it"
        self.detail.say_below(f"‘{sought}’ {told}" if sought else "")
        if self.has_class("finding"):
            self.query_one(FindBar).say(told if sought else "")
        elif sought and self.has_class("narrow"):
            self.tell(f"‘{sought}’ {told}")

    def action_find_move(self, by: int) -> None:
        """While typing: to the next row of the tree, or the next place found."""
        if self.pane == TREE:
            self.tree_pane.action_move(by)
        else:
            self.action_find_next(by)

    def action_find_next(self, by: int) -> None:
        """To the next place found."""
        if not self.detail.sought:
            self.tell(f"nothing is being looked for; {self.key('detail.find')} finds")
            return
        self._say_found(*self.detail.seek_on(by))

    def action_find_done(self) -> None:
        """Keep what was found."""
        self.remove_class("finding")
        self.action_pane(self.pane)
        if self.pane == TREE:
            self.follow()

    def _let_go(self) -> bool:
        """Let go of what was sought in the pane in focus; whether there was anything."""
        finding = self.has_class("finding")
        had = bool(self.tree_pane.narrowed) if self.pane == TREE else bool(self.detail.sought)
        if self.pane == TREE:
            self.tree_pane.widen()
        elif self.pane == DETAIL and had:
            self.detail.seek("")
            self._say_found(0, 0)
        self.action_find_done()
        return finding or had

    # -- history

    def action_back(self) -> None:
        """To the place before."""
        self.leave()
        place = self.state.history.back()
        if place is None:
            self.tell("there is no place before this one")
        self.travel(place)

    def action_forward(self) -> None:
        """Forward again."""
        self.leave()
        self.travel(self.state.history.forward())

    def action_last(self) -> None:
        """To the place that was shown last, and back again."""
        last = self.state.history.last
        if last is None:
            return
        self.leave()
        self.state.history.go(last)
        self.travel(last)

    # -- the rest

    def action_problems(self) -> None:
        """What is wrong with the data."""
        self.open(Place(PROBLEMS))
        self.set_focus(self.detail)

    def action_about(self) -> None:
        """What this data set is."""
        self.open(Place(ABOUT))
        self.set_focus(self.detail)

    def action_close(self) -> None:
        """Out of what is on top: three lines, what is sought, the search line, a source card, the detail pane."""
        welcome = self.query(Welcome)
        if self.pane != SEARCH and self._let_go():
            return
        if self.pane == SEARCH:
            self.leave_search()
        elif welcome:
            welcome.remove()
        elif self.pane == DETAIL and self.here.kind != ENTITY and self.state.history.at > 0:
            self.action_back()
        elif self.pane == DETAIL:
            self.set_focus(self.tree_pane)

    def action_leave_view(self) -> None:
        """Out of what is no entity: a source, the brief, the problems; at an entity, quit."""
        if self.here.kind in (ENTITY, "") or self.pane != DETAIL or self.state.history.at == 0:
            self.app.exit(0)
        else:
            self.action_back()

    def action_quit_explorer(self) -> None:
        """Quit."""
        self.app.exit(0)

    def on_screen_resume(self) -> None:
        """A dialog has closed: the hardware cursor returns to the row."""
        if isinstance(self.focused, Lines):
            self.focused.place_cursor()
        self.take_waiting()

    @property
    def target(self) -> Widget:
        """The line for finding, while something is typed there; else the pane."""
        return self.query_one(FindLine) if self.has_class("finding") else super().target

    def refocus(self) -> None:
        """The keys go where they belong again."""
        super().refocus()
        if self.has_class("finding"):
            self.call_after_refresh(
                self.query_one(FindLine).action_end
            )  # what was typed is not selected, to be typed over

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A click into another pane ends typing in the line for finding."""
        if self.has_class("finding") and not self.has_class("tiny") and not isinstance(event.widget, FindLine):
            self.remove_class("finding")
