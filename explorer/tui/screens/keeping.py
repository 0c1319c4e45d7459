"""What a reader keeps and takes away: marks, the brief and its file, copies, and the entry in an editor."""

from __future__ import annotations

import os

from explorer.tui.commands import DETAIL, TREE
from explorer.tui.messages import EntryWanted
from explorer.tui.screens.renewing import Renewing
from explorer.tui.state import BRIEF, ENTITY, Place
from explorer.view.rows import Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from explorer.view.quote import Quote

BRIEF_FILE = "brief.md"


class Keeping(Renewing):
    """Commands that change nothing of what is shown, but keep it."""

    def action_mark(self) -> None:
        """Mark the row, or in the tree the entity, for the brief."""
        node, row = self.tree_pane.node, self.detail.row
        if self.pane == TREE:
            mark = (node.id, "") if node and node.id and not node.claim else ("", "")
        else:
            mark = row.mark if row else ("", "")
        if not mark[0]:
            self.tell("there is nothing to mark on this row")
            return
        marked = self.state.marks.toggle(*mark)
        reason = self.app.keep()  # type: ignore[attr-defined] # the Explorer; importing it here would be a circle
        told = "marked" if marked else "no longer marked"
        kept = f"but not kept beyond this run ({reason})" if reason else f"{len(self.state.marks)} in the brief"
        self.tell(f"{told}; {kept} ({self.key('brief')})")
        if self.here.kind == BRIEF:
            self.leave()
            self.draw(self.here)
        self.show_marks()
        self.head()

    def action_brief(self) -> None:
        """What is marked."""
        self.open(Place(BRIEF))
        self.set_focus(self.detail)

    # -- the brief as a file

    def action_write_brief(self) -> None:
        """Ask for a file, and write what is marked into it."""
        from explorer.tui.screens.prompt import Prompt

        if not self.state.marks.kept:
            self.tell(f"nothing is marked; {self.key('mark')} marks")
            return
        hint = "a file that is not there yet; a name alone is taken from the folder that csto was started in"
        self.app.push_screen(
            Prompt("Write the brief into", BRIEF_FILE, hint, self._written, self.paint), self._tell_written
        )

    def _written(self, path: str) -> str:
        """Write it; the reason where it could not be."""
        from explorer.errors import NotWrittenError
        from explorer.export.markdown import brief
        from explorer.export.writing import write_file

        if not path.strip():
            return "name a file"
        try:
            text = brief(self.store, self.state.marks.kept, self.lens)
            write_file(os.path.expanduser(path.strip()), text.encode())
        except NotWrittenError as error:
            return error.message
        return ""

    def _tell_written(self, path: str | None) -> None:
        if path:
            self.tell(f"wrote {path}")

    # -- copies

    def action_copy(self) -> None:
        """Choose what to copy of the row."""
        from explorer.view.quote import quotes

        row, entity = self._taken()
        data = self.store.folder if self.named_folder else ""
        made = quotes(self.store, row, entity, self.lens, data=data, day=self.state.day) if row else []
        if not made:
            self.tell("there is nothing to copy on this row")
            return
        self._choose("Copy", made)

    def _taken(self) -> tuple[Row | None, str]:
        """The row that is meant, and the entity whose card it is on."""
        row = self.detail.row if self.pane == DETAIL else self._title_row()
        return row, self.here.id if self.here.kind == ENTITY else ""

    def _choose(self, title: str, made: list[Quote]) -> None:
        from explorer.tui.screens.picker import Choice, Picker

        by_key = {one.key: one for one in made}
        choices = [Choice(one.key, one.key, one.label, one.text) for one in made]
        picker = Picker(title, choices, self.paint, by_words=False)
        self.app.push_screen(picker, lambda key: self._chosen(by_key[key]) if key else None)

    def _chosen(self, one: Quote) -> None:
        """Copy it, or ask on: a citation has formats."""
        from explorer.view.quote import citations

        row, entity = self._taken()
        if one.asks and row:
            self._choose("Citation", citations(self.store, row, entity, self.lens))
        else:
            self._copy(one.label, one.text)

    def _title_row(self) -> Row | None:
        """What the tree's cursor is on, as the first row of its card; a group has none."""
        node = self.tree_pane.node
        shown = node is not None and (node.id or node.locator) and self.detail.card is not None
        return self.detail.card.rows[0] if shown and self.detail.card and self.detail.card.rows else None

    named_folder = False
    """Whether the data folder was named by the reader, so that a command has to name it too."""

    def _copy(self, what: str, text: str) -> None:
        from explorer.tui.clipboard import TooLongError, kept_back, sequence

        try:
            sent = sequence(text, os.environ)
        except TooLongError as error:
            self.tell(f"not copied: {error}")
            return
        self.app.send(sent)  # type: ignore[attr-defined] # the Explorer; importing it here would be a circle
        told = f"sent to the terminal's clipboard: {what.partition(',')[0]} ‘{text}’"
        self.tell(kept_back(os.environ) or told)

    # -- the entry behind what is shown

    def action_edit(self) -> None:
        """Open the entry in the reader's editor, at the line of the row."""
        from explorer.tui.screens.editing import place_of

        row = self.detail.row if self.pane == DETAIL else self._title_row()
        if row is None:
            self.tell("there is no entry to open on this row")
            return
        self._edit(*place_of(self.store, self.here, row))

    def on_entry_wanted(self, message: EntryWanted) -> None:
        """The entry of a problem that left nothing to show."""
        self._edit(message.file, message.line)

    def _edit(self, file: str, line: int) -> None:
        from explorer.tui.screens.editing import edit

        changed, said = edit(self.app, self.store.folder, file, line)
        self.tell(said)
        if changed:
            self.app.look_again(self.store)  # type: ignore[attr-defined] # the Explorer; importing it would be a circle
