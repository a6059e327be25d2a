"""The cash drawer: opened with its starting cash, counted and closed at the end of the shift."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from gui.drawer.closed_drawer import ClosedDrawer
from gui.drawer.open_drawer import OpenDrawer
from gui.input.actions import allow
from gui.printing.print_settings import papers_of_drawer
from gui.shell.app_context import AppContext
from gui.shell.page import Page
from gui.widgets.containers.layouts import lay_out_now
from gui.widgets.fields.form import point_out
from gui.words.station_names import station_name
from models import events
from models.errors import ShopError, TextMissing
from models.events import Event, Receipt
from models.orders import drawer
from models.orders.drawer import Drawer, Loose
from models.print_spool import PrintRequest

_WIDEST = 1366  # on a larger screen a sum stands no farther from its note
_CONCERNS = frozenset(
    {
        events.DRAWER_OPENED, events.DRAWER_MOVED, events.DRAWER_CLOSED, events.PLACED,
        events.PAID, events.REFUNDED, *events.GOODS_BACK, events.DEMO_MADE, events.RESTORED,
    }
)  # fmt: skip
_LIMIT = 30


@dataclass(frozen=True, slots=True)
class Drawers:
    """This station's open drawer, and the ones that were closed last at any station.

    `loose` is the cash that is in no drawer, in rupiah; `elsewhere` that of other stations today.
    """

    current: Drawer | None
    closed: tuple[Drawer, ...]
    loose: int = 0
    elsewhere: tuple[Loose, ...] = ()


def drawers() -> Drawers:
    closed = [one for one in drawer.recent(_LIMIT) if one.closed_at is not None]
    elsewhere = tuple(drawer.loose_elsewhere())
    return Drawers(drawer.current(), tuple(closed), drawer.loose_cash(), elsewhere)


class DrawerPage(Page):
    """One page while the drawer is closed, another while it is open."""

    name = "drawer"

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._open: Drawer | None = None
        self._sure = False
        self._deed_place: QWidget = self
        self._opened_with = ""  # what it was opened with, until the page has turned
        self.closed = ClosedDrawer(
            context,
            {
                "open": self.button("drawer.open", self.open_drawer, "pay"),
                "report": self.button("drawer.report", self.print_report),
            },
        )
        self.in_use = OpenDrawer(
            context,
            {
                "put_in": self.button("drawer.put_in", self.put_in),
                "take_out": self.button("drawer.take_out", self.take_out),
                "print": self.button("drawer.print", self.print_standing, "toolbar"),
                "close": self.button("drawer.close", self.close_drawer, "pay"),
            },
        )
        self.bind("drawer.count", self.in_use.count.sheet.take_focus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        # A layout of its own: turning its pages must not lay them over what is said of a deed.
        self._stack = QStackedWidget()
        self._stack.setMaximumWidth(context.theme.px(_WIDEST))
        row.addStretch(1)
        row.addWidget(self._stack, 1000)
        row.addStretch(1)
        self._stack.addWidget(self.closed)
        self._stack.addWidget(self.in_use)
        self.closed.opening.returnPressed.connect(self.open_drawer)
        self.in_use.reason.returnPressed.connect(self._offer_out)
        self.in_use.count.changed.connect(self._counted)
        self._show(Drawers(None, ()))

    def title(self) -> str:
        return self.tr("Cash drawer")

    def is_affected_by(self, event: Event) -> bool:
        return event.kind in _CONCERNS

    def person_changed(self, before: str, now: str) -> None:
        """What was counted is the drawer's, and stays; the words and sums are who typed them."""
        for field in (self.closed.opening, *self.in_use.typed_fields):
            field.setText("")

    def refresh(self) -> None:
        self.context.background.ask(drawers, self._show, owner=self)

    def opened(self, **arguments: object) -> None:
        self._take_focus()

    def undo_bar_anchor(self) -> QWidget:
        return self._deed_place

    # --- verbs -----------------------------------------------------------------------------

    def open_drawer(self) -> None:
        """With what is in it for change."""
        field = self.closed.opening
        try:
            if not field.text().strip():
                raise TextMissing("opening")  # a drawer with nothing in it is typed as 0
            amount = self.context.format.parse_money(field.text())
        except ShopError:
            point_out(field)
            raise
        done = partial(self._opened, amount)
        self.context.run(partial(drawer.open_drawer, amount), done, None, self, "open drawer")

    def _opened(self, amount: int, _: Receipt[int]) -> None:
        self.closed.opening.setText("")
        self._opened_with = self.context.format.money(amount)

    def put_in(self) -> None:
        self._move(1)

    def take_out(self) -> None:
        self._move(-1)

    def close_drawer(self) -> None:
        """Pressed twice when the count is not exact: it cannot be taken back."""
        count = self.in_use.count
        if count.sheet.is_empty:
            count.sheet.take_focus()
            return
        if not count.is_exact and not self._sure:
            self._sure = True
            self._say_what_closing_does()
            return
        note = count.note.text()
        papers = papers_of_drawer(self.context.station)
        close = partial(drawer.close_drawer, count.sheet.sum, note, papers=papers)
        done = partial(self._say_closed, bool(papers))
        self.context.run(close, done, None, self, once="close drawer")

    def _say_closed(self, is_printed: bool, closed: Receipt[Drawer]) -> None:
        count = self.in_use.count
        said = self.tr("Till closed: {verdict}").format(verdict=count.verdict())
        self.context.say(said, None, "cash-register")
        count.clear()
        if not is_printed:
            self.context.print(PrintRequest("day_close", closed.value.id), True)

    def print_standing(self) -> None:
        """How things stand, while the drawer is open."""
        if self._open is not None:
            self.context.print(PrintRequest("day_close", self._open.id))

    def print_report(self) -> None:
        """The report of the chosen drawer that is closed."""
        if (chosen := self.closed.chosen) is not None:
            self.context.print(PrintRequest("day_close", chosen.id))

    def _move(self, sign: int) -> None:
        amount, reason = self.in_use.typed()
        move, typed = partial(drawer.move, sign * amount, reason), self.in_use.typed_texts
        done = partial(self._moved, sign, amount, typed)
        self.context.run(move, done, None, self, once=("drawer", sign, typed))

    def _moved(self, sign: int, amount: int, typed: tuple[str, str], moved: Receipt[None]) -> None:
        if self.in_use.typed_texts == typed:  # else the next one is being typed
            self.in_use.clear_typed()
        money = self.context.format.money(amount)
        text = self.tr("{sum} put in") if sign > 0 else self.tr("{sum} taken out")
        undo = partial(self.context.undo, moved.sequence)
        self._say_beside_count(text.format(sum=money), undo, "swap-vertical", money)

    def _say_beside_count(
        self, text: str, undo: Callable[[], object] | None, icon: str, bold: str
    ) -> None:
        """Not over the count, which may be going on, nor over what it comes to."""
        self._deed_place = self.in_use.panel
        self.context.say(text, undo, icon, bold)
        self._deed_place = self

    # --- showing ---------------------------------------------------------------------------

    def _show(self, found: Drawers) -> None:
        before, self._open = self._open, found.current
        is_open = found.current is not None
        self.closed.show_sessions(found.closed)
        elsewhere = [
            self.tr("{sum} in cash was taken today at {station}, where no till was open.").format(
                sum=self.context.format.money(loose.sum), station=station_name(loose.station)
            )
            for loose in found.elsewhere
        ]
        self.closed.show_loose(found.loose, elsewhere)
        if found.current is not None:
            self.in_use.show_drawer(found.current, elsewhere)
        self._turn_to(self.in_use if is_open else self.closed)
        if is_open and self._opened_with:
            money, self._opened_with = self._opened_with, ""
            lay_out_now()
            said = self.tr("Till opened with {sum}").format(sum=money)
            self._say_beside_count(said, None, "cash-register", money)
        closed, in_use = self.tr("The till is closed"), self.tr("The till is open")
        for command in ("put_in", "take_out", "print", "count"):
            allow(self.action(f"drawer.{command}"), is_open, closed)
        allow(self.action("drawer.open"), not is_open, in_use)
        none = self.tr("No till was closed yet")
        allow(
            self.action("drawer.report"),
            not is_open and bool(found.closed),
            in_use if is_open else none,
        )
        self._counted()
        if (before is None) == is_open:
            self.closed.show_newest()
            if self.isVisible():
                self._take_focus()

    def _turn_to(self, page: QWidget) -> None:
        """The other page, which may be higher than the window, asks for no room."""
        none, all_ = QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        for one in (self.closed, self.in_use):
            policy = all_ if one is page else none
            one.setSizePolicy(policy, policy)
        self._stack.setCurrentWidget(page)

    def _take_focus(self) -> None:
        (self.closed.opening if self._open is None else self.in_use.amount).setFocus()

    def _offer_out(self) -> None:
        """Enter after the reason goes to the two buttons: nobody guesses in or out."""
        self.in_use.focusNextChild()

    def _counted(self) -> None:
        self._sure = False
        sheet = self.in_use.count.sheet
        counted = not sheet.is_empty and not sheet.doubt
        first = sheet.doubt or self.tr("First count the cash")
        why_not = self.tr("The till is closed") if self._open is None else first
        allow(self.action("drawer.close"), self._open is not None and counted, why_not)
        self._say_what_closing_does()

    def _say_what_closing_does(self) -> None:
        count = self.in_use.count
        text = ""
        if self._sure:
            text = self.tr("{verdict}: press once more").format(verdict=count.verdict())
        elif not count.sheet.is_empty and not count.sheet.doubt:
            text = count.verdict()
        count.close_button.set_second_line(text)
