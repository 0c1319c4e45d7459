"""What must hold after each step of a walk. Each check gives what is wrong, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pyte
from textual.geometry import Offset
from textual.widget import Widget

from explorer.store import structure
from explorer.tui.commands import SEARCH, TREE, footer
from explorer.tui.screens.answers import answer_of
from explorer.tui.screens.browser import Browser
from explorer.tui.state import LONGEST
from explorer.tui.widgets.bar import Bar
from explorer.tui.widgets.find import FindLine
from explorer.tui.widgets.lines import Lines
from explorer.tui.widgets.search import Hits, Query
from explorer.view.node import Node
from explorer.view.tree import Tree
from tests.robust.walking.paper import PaperDriver, shown
from tests.screenmodel import Model, look
from tests.tui.driving import Driven

Wrong = Iterator[str]


def wrong(explorer: Driven) -> list[str]:
    """All that is wrong now."""
    return [f"{check.__name__}: {said}" for check in CHECKS for said in check(explorer)]


def keys_go_somewhere(explorer: Driven) -> Wrong:
    """The focus is on a pane that is seen, or in the dialog on top."""
    app, browser = explorer.app, explorer.browser
    focused = app.focused
    if app.screen is not browser:
        if focused is None or focused.screen is not app.screen:
            yield f"{focused} has the focus under {app.screen}"
        return
    if browser.has_class("tiny"):
        return
    if focused is None or focused not in browser._compositor.visible_widgets:
        yield f"{focused} has the focus and is not seen; pane {browser.pane}, {sorted(browser.classes)}"
    elif browser.has_class("finding") != isinstance(focused, FindLine):
        yield f"{focused} has the focus, {sorted(browser.classes)}"
    elif not browser.has_class("finding") and focused is not browser.widget_of(browser.pane):
        yield f"{focused} has the focus in pane {browser.pane}"


def something_is_selected(explorer: Driven) -> Wrong:
    """A row of the tree, unless there is none; a row of the detail, always."""
    browser, tree, detail = explorer.browser, explorer.tree, explorer.detail
    if browser.state.history.here is None:
        yield "no place is shown"
    if tree.nodes and tree.node is None:
        yield f"row {tree.cursor} of {len(tree.nodes)} in the tree"
    if tree.node is None and not tree.narrowed and structure.size(browser.store, browser.lens)[0]:
        yield "the tree is empty, the data are not"
    if detail.card is None or not detail.card.rows:
        yield "the detail is empty"
    elif detail.stops and detail.cursor not in detail.stops:
        yield f"row {detail.cursor} of the detail, where nobody can stand"


def views_stay_on_the_page(explorer: Driven) -> Wrong:
    """Nothing is scrolled past its end while there is more above."""
    for pane in explorer.app.screen.query(Lines):
        last = max(0, len(pane.lines) - pane.page)
        if pane.size.height and not 0 <= pane.top <= last:
            yield f"{pane} shows from line {pane.top} on, of {len(pane.lines)}, {pane.page} at a time"


def the_detail_is_of_now(explorer: Driven) -> Wrong:
    """It shows what a fresh look at the place shows."""
    browser, card = explorer.browser, explorer.detail.card
    fresh = browser.made(browser.here)
    if card != fresh:
        yield f"{browser.here} shows {card and card.rows[:3]}, not {fresh.rows[:3]}"


def the_tree_is_of_now(explorer: Driven) -> Wrong:
    """Its rows are those of a fresh tree with the same branches open."""
    browser, tree = explorer.browser, explorer.tree
    if tree.narrowed:
        return
    fresh = Tree(browser.store, browser.state.arrangement, browser.lens)
    if tree.branches is not browser.state.branches:
        yield "the branches are not those of the arrangement"
    rows = list(_rows(fresh, fresh.roots(), tree.branches))
    if rows != tree.nodes:
        yield f"{[node.key for node in tree.nodes]}, not {[node.key for node in rows]}"


def _rows(tree: Tree, nodes: list[Node], branches: set[str]) -> Iterator[Node]:
    for node in nodes:
        yield node
        if node.size and node.key in branches:
            yield from _rows(tree, tree.children(node.key), branches)


def the_hits_are_of_now(explorer: Driven) -> Wrong:
    """They answer what is typed."""
    browser = explorer.browser
    text, hits = browser.query_one(Query).value, browser.query_one(Hits)
    if text.strip():
        fresh = answer_of(browser.store, text, browser.lens, browser.key)[0]
        if [hit.ref.id for hit in fresh] != [hit.ref.id for hit in hits.hits]:
            yield f"{len(hits.hits)} hits for {text!r}, not {len(fresh)}"


def bars_and_signs_are_of_now(explorer: Driven) -> Wrong:
    """Header, footer and marks are as they would be if they were set again."""
    browser = explorer.browser
    header, below = browser.query_one("#header", Bar), browser.query_one("#footer", Bar)
    before = (header.left, header.right), explorer.detail.kept, explorer.tree.marked
    browser.head()
    browser.show_marks()
    if before != ((header.left, header.right), explorer.detail.kept, explorer.tree.marked):
        yield f"{before} was out of date"
    keys = footer(browser.pane, browser.size.width, browser.commands)
    if not below.loud and below.left != keys:
        yield f"the footer says {below.left!r}, not {keys!r}"


def history_is_whole(explorer: Driven) -> Wrong:
    """One is at one of its places, and not twice in a row at the same."""
    history = explorer.browser.state.history
    if history.places and not 0 <= history.at < len(history.places):
        yield f"at {history.at} of {len(history.places)}"
    if len(history.places) > LONGEST:
        yield f"{len(history.places)} places"
    for one, other in zip(history.places, history.places[1:], strict=False):
        if one.same(other):
            yield f"{one} twice"


def the_cursor_is_on_the_row(explorer: Driven) -> Wrong:
    """The terminal's own, where a pane has the focus."""
    app, focused = explorer.app, explorer.app.focused
    if isinstance(focused, Lines) and focused.stops and focused.size.height:
        x, top = focused.content_region.offset
        wanted = Offset(x, top + max(0, focused.first_line[focused.cursor] - focused.top))
        if app.cursor_position != wanted:
            yield f"{app.cursor_position}, not {wanted} in {focused}"


def the_screen_is_as_if_drawn_anew(explorer: Driven) -> Wrong:
    """What the terminal has been sent makes the same screen as a fresh frame of everything."""
    yield from differences(explorer, anew(explorer))


def differences(explorer: Driven, wanted: Seen) -> Wrong:
    """What is not on the terminal as wanted."""
    seen = see(_paper_driver(explorer).paper.model)
    if explorer.browser.has_class("tiny"):  # it says only how much room it needs, and no row has the cursor
        wanted, seen = wanted._replace(cells=wanted.cells[:-1]), seen._replace(cells=seen.cells[:-1])
    if wanted != seen:
        yield difference(wanted, seen)


def _paper_driver(explorer: Driven) -> PaperDriver:
    driver = explorer.app._driver
    assert isinstance(driver, PaperDriver)
    return driver


class Seen(NamedTuple):
    """A screen at a moment."""

    columns: int
    rows: list[str]
    cells: list[tuple[object, ...]]
    """How they look, and last the cursor."""


def see(model: Model) -> Seen:
    """A screen as it is now."""
    return Seen(model.columns, model.display, look(model))


def anew(explorer: Driven) -> Seen:
    """A screen on which everything was drawn at once; what is kept of lines drawn before is forgotten."""
    app = explorer.app
    for screen in app.screen_stack:
        for widget in screen.walk_children(Widget, with_self=True):
            widget._styles_cache.clear()
        if screen is not explorer.browser:
            screen._dirty_regions.add(screen.size.region)  # a dialog's screen keeps what is below it
    update: Any = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)
    made = Model(*app.size)
    pyte.Stream(made).feed("\x1b[?7l" + shown(update.render_segments(app.console)))
    at = app.screen.outer_size.clamp_offset(app.cursor_position)
    made.cursor_position(at.y + 1, at.x + 1)
    return see(made)


def difference(wanted: Seen, seen: Seen) -> str:
    """The rows that are not as wanted, or else the first cell."""
    if (wanted.columns, len(wanted.rows)) != (seen.columns, len(seen.rows)):
        return f"{seen.columns}x{len(seen.rows)}, not {wanted.columns}x{len(wanted.rows)}"
    rows = enumerate(zip(wanted.rows, seen.rows, strict=True))
    told = [f"{number:>3} |{new}|\n    |{old}|" for number, (new, old) in rows if new != old]
    if told:
        return "\n".join(["wanted, and seen:", *told])
    both = enumerate(zip(wanted.cells, seen.cells, strict=True))
    cells = [(*divmod(at, wanted.columns), *pair) for at, pair in both if pair[0] != pair[1]]
    return f"{len(cells)} cells look otherwise, the first in row and column {cells[0]}"


def nothing_strange_was_sent(explorer: Driven) -> Wrong:
    """Only what every terminal may get."""
    yield from _paper_driver(explorer).paper.strange()


CHECKS: tuple[Callable[[Driven], Wrong], ...] = (
    keys_go_somewhere,
    something_is_selected,
    views_stay_on_the_page,
    the_detail_is_of_now,
    the_tree_is_of_now,
    the_hits_are_of_now,
    history_is_whole,
    the_cursor_is_on_the_row,
    the_screen_is_as_if_drawn_anew,
    nothing_strange_was_sent,
    bars_and_signs_are_of_now,
)


def nothing_is_open(explorer: Driven) -> Wrong:
    """As esc leaves it: the tree, and nothing on top of it."""
    browser = explorer.browser
    if not isinstance(explorer.app.screen, Browser):
        yield f"{explorer.app.screen} is open"
    if browser.pane == SEARCH or browser.pane != TREE:
        yield f"in pane {browser.pane}"
    if browser.has_class("finding") or browser.query("Welcome") or explorer.tree.narrowed:
        yield f"{sorted(browser.classes)}, narrowed to {explorer.tree.narrowed!r}"
