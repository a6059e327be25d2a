"""All orders: found by number, day, product or state, with everything that happened to them."""

from dataclasses import replace
from datetime import date
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QVBoxLayout, QWidget

from gui.order_history.commands import OrderCommands
from gui.order_history.day_filter import DayFilter
from gui.order_history.late_payment import LatePayment
from gui.order_history.order_details import OrderDetails
from gui.order_history.order_query import OrderList, find_page
from gui.order_history.order_texts import hint_text
from gui.order_history.orders_table import PAGE, OrdersTable
from gui.runtime.error_handler import guarded
from gui.shell.app_context import AppContext
from gui.shell.page import Page
from gui.widgets.buttons.button import Button
from gui.widgets.containers.beside import Beside
from gui.widgets.containers.card import Card
from gui.widgets.containers.empty_state import EmptyState
from gui.widgets.containers.flow import Steady, in_a_flow
from gui.widgets.fields.search_field import SearchField
from gui.widgets.rows.following import Following
from gui.widgets.text.labels import Label
from gui.widgets.text.plain_text import set_tip
from gui.words.state_words import paid_text, stage_text
from models import events
from models.errors import UnknownCode
from models.events import Event
from models.orders import order_history, tickets
from models.orders.order_history import OrderRow, OrderSheet, Search
from models.search import scanned_codes
from models.stages import OPEN, Paid, Stage

_SHEET_WIDTH = 400
_PAUSE = 40  # ms: who types fast does not ask for every letter
_MOST = 2048  # rows that are read again at once when there is news

_FILTERS: dict[str, tuple[tuple[Stage, ...], bool]] = {
    "all": ((), False),
    "open": (OPEN, False),
    "handed": ((Stage.HANDED_OVER,), False),
    "cancelled": ((Stage.CANCELLED,), False),
    "unpaid": ((), True),
}


class OrderHistoryPage(Page):
    """`context.open("order_history", order_id=7, settle=True)`, or `first_day=…, last_day=…`, or
    `search=Search(…), about="…"` for the orders behind a figure."""

    name = "order_history"

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        theme = context.theme
        self.asked = Search()
        #: What shows one order by itself; until something else is looked for, it is passing.
        self._passing: Search | None = None
        self._at_end = False
        self._asking_more = False
        self._wanted: int | None = None
        self.search = SearchField(
            theme, self.tr("Number or product"), context.actions.key("orders.find")
        )
        self.search.field.textEdited.connect(self._search_soon)
        self.search.field.returnPressed.connect(self._into_table)
        self.days = DayFilter(context)
        self.days.chosen.connect(self._days_chosen)
        self.behind = Button(theme, "", "close", "filter")
        self.behind.setCheckable(True)
        set_tip(self.behind, self.tr("Show the other orders of these days as well"))
        self.behind.clicked.connect(self._forget_figure)
        self.behind.hide()
        self.filters = {name: self._filter(name) for name in _FILTERS}
        self.table = OrdersTable(context)
        self.table.more_wanted.connect(self._ask_more)
        self.table.typed.connect(self._type_into_search)
        self.table.chosen.connect(self._into_sheet)
        self.search.field.installEventFilter(self)
        self._way_out = Button(theme, "", "arrow-right")
        self._way_out.clicked.connect(self._leave_empty)
        self.empty = EmptyState(theme, "history", "", button=self._way_out)
        self.table.set_empty(self.empty)
        deeds = OrderCommands(context)
        self.sheet = OrderDetails(context, deeds)
        self.following = Following(
            self, self.sheet, context.background, self._meant, self._shown, order_history.sheet,
            self._show_sheet,
        )  # fmt: skip
        self.table.moved.connect(self.following.soon)
        self._nothing = Card(theme)
        hint = self.tr("The chosen order is shown here")
        QVBoxLayout(self._nothing).addWidget(EmptyState(theme, "receipt-text-outline", "", hint))
        self._side = QStackedWidget()
        self.search_pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.search_pause.timeout.connect(self._search_now)
        self.bind("orders.find", self.go_to_search)
        self.paying = LatePayment(context, deeds, *self._lay_out())
        self.sheet.pay_asked.connect(self.paying.begin)
        self.paying.left.connect(self.table.setFocus)
        self.setFocusProxy(self.search.field)

    # --- the page --------------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("All orders")

    def opened(self, **arguments: object) -> None:
        first, last = arguments.get("first_day"), arguments.get("last_day")
        order_id, search = arguments.get("order_id"), arguments.get("search")
        if arguments and self.paying.is_open:
            self.paying.pane.give_up()
        if isinstance(search, Search):
            self._show_behind(search, str(arguments.get("about", "")))
        elif isinstance(first, date) and isinstance(last, date):
            self.days.choose_days(first, last)
            self._ask(replace(self.asked, first_day=first, last_day=last))
        elif isinstance(order_id, int):
            self.sheet.to_settle = order_id if arguments.get("settle") else None
            self._show_order(order_id)
        elif self.asked == self._passing and not self.paying.is_open:
            self._show_all()

    def person_changed(self, before: str, now: str) -> None:
        """A refund that somebody began is not finished by the next one."""
        self.sheet.close_forms()

    def is_affected_by(self, event: Event) -> bool:
        return event.kind in events.ORDER_KINDS or event.kind == events.RESTORED

    def refresh(self) -> None:
        self._only_open.setVisible(self.context.shop.is_away)
        limit = max(PAGE, min(self.table.orders.count(), _MOST))
        self.context.background.ask(
            partial(find_page, self.asked, None, limit), self._show_found, owner=self
        )

    def save_state(self) -> object:
        """What is looked for, the order under the cursor, and what is being done to it."""
        looked = (self.asked, self._passing, self.search.text(), self.behind.text())
        return looked, self._meant(), self.sheet.save_state(), self.paying.save_state()

    def restore_state(self, carried: object) -> None:
        assert isinstance(carried, tuple)
        (asked, self._passing, text, about), order_id, form, paid = carried
        name = next(n for n, f in _FILTERS.items() if f == (asked.stages, asked.unpaid))
        self._show_behind(asked, about, name)
        self.search.field.setText(text)
        if order_id is not None:
            self._wanted = order_id
            sheet = order_history.sheet(order_id)
            self._show_sheet(sheet)
            self.sheet.restore_state(form)
            self.paying.restore_state(paid, sheet)

    def scanned(self, code: str) -> None:
        """One of our papers: its order. A product's label: every order it was in."""
        if self.paying.is_open:
            self.paying.pane.refuse(self.tr("First finish the payment, or leave it by Esc"))
            return
        scan = scanned_codes.read(code)
        if scan.order_id is not None:
            self._show_order(scan.order_id)
        elif scan.product is not None:
            self.search_pause.stop()
            self.search.field.setText(scan.product.sku)
            self._ask(replace(self.asked, number=None, product=scan.product.sku))
        else:
            raise UnknownCode(scan.code[:40])

    def undo_bar_anchor(self) -> QWidget:
        return self._column

    # --- the list --------------------------------------------------------------------------

    def _ask(self, search: Search) -> None:
        self.asked = search
        self.behind.setVisible(search.order_filter is not None)
        self._at_end = False
        self.refresh()

    def _show_found(self, found: OrderList) -> None:
        if found.search != self.asked:
            return
        self._at_end = len(found.orders) < found.limit
        number = max(0, self.table.currentIndex().row())
        self.table.orders.show(found.orders)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.table.go_to(max(0, self.table.orders.number_of(wanted)))
        elif not self.table.currentIndex().isValid() and found.orders:
            self.table.go_to(min(number, len(found.orders) - 1))
        self._say_if_empty(found)
        self.following.soon()

    def _ask_more(self) -> None:
        last = self.table.orders.last()
        if last is None or self._at_end or self._asking_more:
            return
        self._asking_more = True
        self.context.background.ask(
            partial(find_page, self.asked, last.id, PAGE), self._show_more, owner=self
        )

    def _show_more(self, found: OrderList) -> None:
        self._asking_more = False
        last = self.table.orders.last()
        if found.search == self.asked and last is not None and last.id == found.before:
            self._at_end = len(found.orders) < found.limit
            self.table.orders.append(found.orders)

    def _search_soon(self) -> None:
        self.search_pause.start()

    def _search_now(self) -> None:
        self.search_pause.stop()
        text = self.search.text().strip().lstrip("#")
        number = tickets.number_of(text)
        product = "" if number is not None else text
        search = replace(self.asked, number=number, product=product)
        if search != self.asked:
            self._ask(search)

    def _days_chosen(self, first: date | None, last: date | None) -> None:
        # The figure was one of its own days.
        self._ask(replace(self.asked, first_day=first, last_day=last, order_filter=None))

    def _choose_filter(self) -> None:
        self._use_filter(self.sender().objectName())

    def _use_filter(self, name: str) -> None:
        self.filters[name].setChecked(True)
        stages, unpaid = _FILTERS[name]
        self._ask(replace(self.asked, stages=stages, unpaid=unpaid))

    def _show_order(self, order_id: int) -> None:
        """One order, by itself: everything else is filtered out."""
        order = order_history.sheet(order_id).order
        self.days.choose_days(order.day, order.day)
        self.search.field.setText(self.context.format.order_number(order.number))
        self._wanted = order_id
        self.asked = Search(number=order.number, first_day=order.day, last_day=order.day)
        self._passing = self.asked
        self.following.soon()
        self._use_filter("all")

    def _show_behind(self, search: Search, about: str, name: str = "all") -> None:
        """The orders that stand behind a figure; what it is stays in sight."""
        self.search.field.setText("")
        if search.first_day is not None and search.last_day is not None:
            self.days.choose_days(search.first_day, search.last_day)
        else:
            self.days.choose_all()
        self.behind.setText(about)
        self.behind.setChecked(True)
        self.asked = search
        self._use_filter(name)

    def _forget_figure(self) -> None:
        self._ask(replace(self.asked, order_filter=None))

    def _say_if_empty(self, found: OrderList) -> None:
        if self.table.orders.count():
            return
        if self.asked == Search():
            self.empty.say(
                self.tr("No order has been placed yet"),
                self.tr("Every order appears here, and none is ever lost."),
            )
            self._way_out.setText(self.tr("Take the first order"))
        else:
            hint = hint_text(found.search, found.kept_from, self.context.format)
            self.empty.say(self.tr("No matching orders"), hint)
            self._way_out.setText(self.tr("Show all orders"))
        self._show_sheet(None)

    def _leave_empty(self) -> None:
        if self.asked == Search():
            self.context.open("order_entry")
        else:
            self._show_all()
            self.table.setFocus()

    def _show_all(self) -> None:
        """The usual view: nothing is looked for."""
        self.search.field.setText("")
        self.days.choose_all()
        self.asked = Search()
        self._use_filter("all")

    # --- the sheet -------------------------------------------------------------------------

    def _meant(self) -> int | None:
        current = self.table.current
        return self._wanted or (None if current is None else current.id)

    def _shown(self) -> int | None:
        return None if self.sheet.sheet is None else self.sheet.sheet.order.id

    def _show_sheet(self, sheet: OrderSheet | None) -> None:
        if sheet is None:
            self.sheet.sheet = None
        else:
            self.sheet.show_sheet(sheet)
        self._side.setCurrentWidget(self._nothing if sheet is None else self.sheet)

    def _into_sheet(self, order: OrderRow | None) -> None:
        if order is not None:
            self.sheet.focusNextChild()

    # --- keys ------------------------------------------------------------------------------

    def go_to_search(self) -> None:
        self.search.field.setFocus()
        self.search.field.selectAll()

    def _into_table(self) -> None:
        if self.search_pause.isActive():
            self._search_now()
        if self.table.orders.count():
            if not self.table.currentIndex().isValid():
                self.table.go_to(0)
            self.table.setFocus()

    def _type_into_search(self, text: str) -> None:
        self.search.field.setFocus()
        self.search.field.setText(text)
        self._search_soon()

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search, Down goes to the orders; Esc empties it, after one order shows all."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Down:
            self._into_table()
            return True
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            if self.asked == self._passing:
                self._show_all()
            else:
                self.search.field.setText("")
                self._search_now()
            return True
        return False

    # --- building --------------------------------------------------------------------------

    def _filter(self, name: str) -> Button:
        text = {
            "all": self.tr("All"),
            "open": self.tr("Open"),
            "handed": stage_text(Stage.HANDED_OVER),
            "cancelled": stage_text(Stage.CANCELLED),
            "unpaid": paid_text(Paid.UNPAID),
        }[name]
        button = Button(self.context.theme, text, "", "filter")
        button.setObjectName(name)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setChecked(name == "all")
        button.clicked.connect(self._choose_filter)
        return button

    def _lay_out(self) -> tuple[QWidget, QVBoxLayout]:
        """Builds the content: all that stands in the column of the page until somebody pays."""
        theme, px = self.context.theme, self.context.theme.px
        self.search.setFixedWidth(px(328))
        finder = in_a_flow(px(8), self.search, *self.filters.values())
        tools = in_a_flow(px(8), finder, self.behind, self.days, spread=True)
        self._column = Card(theme)
        inside = QVBoxLayout(self._column)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        for side in (self._nothing, self.sheet):
            self._side.addWidget(side)
        content = Steady()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(content)
        whole = QVBoxLayout(content)
        whole.setContentsMargins(px(16), px(12), px(16), px(16))
        whole.setSpacing(px(12))
        whole.addWidget(tools)
        only = self.tr("While the server is away only open orders are listed here")
        self._only_open = Label(theme, only, "second_strong", "on_warn_soft", "alert")
        self._only_open.hide()
        whole.addWidget(self._only_open)
        whole.addWidget(Beside(theme, self._column, self._side, _SHEET_WIDTH), 1)
        spans = self.days.span.findChildren(QAbstractButton)
        days = [*spans, self.days.first, self.days.last]
        for before, after in pairwise([*self.filters.values(), *days, self.table]):
            self.setTabOrder(before, after)
        return content, around
