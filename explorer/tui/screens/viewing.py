"""The views: each a place like any other, opened by its key, by its rows and by the palette."""

from __future__ import annotations

from explorer.errors import ExplorerError
from explorer.tui.commands import TREE
from explorer.tui.messages import ViewWanted
from explorer.tui.screens.keeping import Keeping
from explorer.tui.state import Place
from explorer.view.rows import CHANGES, MEMBERS, MODEL, TIMELINE


class Viewing(Keeping):
    """Opens views beside entities and their sources."""

    def on_view_wanted(self, message: ViewWanted) -> None:
        """Open a view, or another part of the one that is shown."""
        self.view(message.kind, message.id, message.locator)

    @property
    def subject(self) -> str:
        """The entity that a view is asked about: of the row in the tree, or of the place that is shown."""
        node = self.tree_pane.node
        if self.pane == TREE and node is not None and node.id:
            return node.id
        return self.here.id

    def action_timeline(self) -> None:
        """The timeline of the entity; from there, that of everything, at the time when the entity begins."""
        from explorer.view.timeline import period_of

        if self.here.kind != TIMELINE:
            self.view(TIMELINE, self.subject)
        elif self.here.id:
            self.view(TIMELINE, "", period_of(self.store, self.here.id))

    def action_changes(self) -> None:
        """Ask for two days, and show what changed between them."""
        from explorer.tui.screens.prompt import Prompt

        hint = "two days, months, years or events: 2002-05-01 2004-06, or one to another"
        shown = self.here.locator if self.here.kind == CHANGES else f"{self.state.day} " if self.state.day else ""
        prompt = Prompt("What changed between", shown, hint, self._refuse_days, self.paint)
        self.app.push_screen(prompt, lambda text: self.view(CHANGES, "", text) if text else None)

    def _refuse_days(self, text: str) -> str:
        from explorer.view.changes import days_of

        try:
            if text.strip():
                days_of(self.store, text)
        except ExplorerError as error:
            return error.told
        return ""

    def action_model(self) -> None:
        """The stage that is shown, else the whole model; from a stage all of them."""
        from explorer.store.stages import place_of

        if self.here.kind == MODEL and not self.here.id:
            return
        self.view(MODEL, "" if self.here.kind == MODEL else place_of(self.store, self.subject))

    def action_members(self) -> None:
        """Who is a member of it or holds a post, and what it is a member of or holds; from there all of them."""
        from explorer.store.membership import MEMBERSHIP, touched
        from explorer.view.posts import POST

        if self.here.kind == MEMBERS and not self.here.id:
            return
        own = self.here.kind != MEMBERS and touched(self.store, self.subject, MEMBERSHIP, POST)
        self.view(MEMBERS, self.subject if own else "")

    def view(self, kind: str, id_: str = "", locator: str = "") -> None:
        """Show a view and step into it."""
        self.open(Place(kind, id_, locator=locator))
        self.state.history.settle()
        self.set_focus(self.detail)
