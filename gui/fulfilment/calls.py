"""What comes to the wall from outside: a number called out, a scan, an order that is cancelled."""

from PySide6.QtCore import QObject, Signal

from gui.desk import Desk
from gui.fulfilment.open_orders import OpenOrders
from gui.fulfilment.panels import Panels
from gui.fulfilment.scans import Scans
from gui.fulfilment.work import Work, is_mine
from models import clock, events
from models.events import Event
from models.fulfilment_cards import Card
from models.stages import Stage


class Calls(QObject):
    """What is ready is handed over; anything else that is open is looked for."""

    #: The order is to be brought into focus; carries its id.
    wanted = Signal(object)
    #: Kind (ready, warn, danger), verdict, what, code: as a toast says it.
    judged = Signal(str, str, str, str)

    def __init__(
        self, desk: Desk, orders: OpenOrders, panels: Panels, scans: Scans, work: Work
    ) -> None:
        super().__init__(panels)
        self._desk = desk
        self._orders = orders
        self._panels = panels
        self._scans = scans
        self._work = work
        scans.judged.connect(self.judged)
        scans.ticket_scanned.connect(self._call_order)

    def ask_number(self) -> None:
        self._panels.ask_number().answered.connect(self.call)

    def call(self, number: int) -> None:
        """The order with this number was called."""
        card = self._orders.numbered(number)
        if card is None:
            what = self.tr("Order {number}").format(number=self._desk.format.order_number(number))
            self.judged.emit("warn", self.tr("Not on the wall"), what, "")
        else:
            self._call(card)

    def scanned(self, code: str) -> None:
        """A label: ticks its product in the order in focus, or says why not."""
        self._scans.scanned(code, self._orders.wall.waiting)

    def hear(self, news: list[Event]) -> None:
        """An order that the counter cancels leaves the wall: who works on it is told."""
        gone = {event.order_id for event in news if event.kind == events.CANCELLED}
        for card in self._orders.wall.waiting + self._orders.wall.ready:
            if card.id in gone and is_mine(card):
                number = self._desk.format.order_number(card.number)
                text = self.tr("The counter cancelled {number}: put back what you have picked.")
                remedy = (self.tr("Back to the shelf"), self._panels.open_put_backs)
                self._desk.notice(text.format(number=number), "warn", remedy)
            elif card.id in gone:
                what = self._desk.format.order_number(card.number)
                self.judged.emit("warn", self.tr("Cancelled by the counter"), what, "")

    def _call_order(self, order_id: int) -> None:
        wall = self._orders.wall
        for card in wall.ready + wall.waiting + wall.later:
            if card.id == order_id:
                self._call(card)
                return
        self.judged.emit("warn", self.tr("Not on the wall"), "", "")

    def _call(self, card: Card) -> None:
        if card.stage == Stage.READY:
            self._work.hand_over(card)
        elif card.is_later(clock.now()):
            form = self._desk.format
            today = form.day_of(clock.now())
            time = form.time_on_day(card.promised_at or card.since, today)
            verdict = self.tr("Wanted later, at {time}").format(time=time)
            self.judged.emit("warn", verdict, form.order_number(card.number), "")
            self._panels.show_later(card.id)
        else:
            self.wanted.emit(card.id)
