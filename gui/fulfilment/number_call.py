"""What comes to the wall from outside: a number called out, a scan, an order that is cancelled."""

from PySide6.QtCore import QObject, Signal

from gui.fulfilment.actions import WarehouseActions
from gui.fulfilment.cards.card_face import day_of_another, money_of
from gui.fulfilment.cards.claims import is_free_for_us, is_mine
from gui.fulfilment.open_orders import OpenOrders
from gui.fulfilment.overlays.overlays import Overlays
from gui.fulfilment.scans import Scans
from gui.fulfilment.wall.wall import Wall
from gui.shell.app_context import AppContext
from gui.words.state_words import stage_text
from gui.words.station_names import station_name, with_staff
from models import clock, events
from models.errors import UnknownOrder
from models.events import Event
from models.fulfilment import fulfilment_lists, fulfilment_queue
from models.fulfilment.cards import Card
from models.fulfilment.fulfilment_lists import ClosedOrder
from models.orders import tickets
from models.stages import Stage

_CHANGES = (events.ANSWERED, events.CHANGED)


class NumberCall(QObject):
    """What is ready is handed over; anything else that is open is looked for."""

    #: The order is to be brought into focus; carries its id.
    wanted = Signal(object)
    #: Kind (ready, warn, danger), verdict, what, code: as a toast says it.
    judged = Signal(str, str, str, str)

    def __init__(
        self,
        context: AppContext,
        orders: OpenOrders,
        wall: Wall,
        overlays: Overlays,
        scans: Scans,
        work: WarehouseActions,
    ) -> None:
        super().__init__(overlays)
        self._wall = wall
        self._context = context
        self._orders = orders
        self._overlays = overlays
        self._scans = scans
        self._work = work
        scans.judged.connect(self.judged)
        scans.ticket_scanned.connect(self._call_order)

    def ask_number(self) -> None:
        self._overlays.ask_number(self.words_of).answered.connect(self.call)

    def call(self, number: int) -> None:
        """The order with this number was called; which one, is asked where there are two."""
        twins = self._orders.numbered(number)
        if len(twins) > 1:
            names = [(card.id, self._name(card), self._step(card)) for card in twins]
            self._overlays.ask_which(names).answered.connect(self._call_order)
            return
        order_id = self._order(number)
        if order_id is None:
            what = self.tr("Order {number}").format(
                number=self._context.format.order_number(number)
            )
            self.judged.emit("warn", self.tr("Not on the wall"), what, "")
        else:
            self._call_order(order_id)

    def words_of(self, number: int) -> str:
        """How the order with this number stands, with what is due of it."""
        twins = self._orders.numbered(number)
        if len(twins) > 1:
            return " / ".join(self._name(card) for card in twins)
        form, order_id = self._context.format, self._order(number)
        if order_id is None:
            return self.tr("Not on the wall")
        card = fulfilment_queue.card(order_id)
        if card is None:
            return " \u00b7 ".join(self._gone(order_id))
        words = [
            form.order_number(card.number),
            self._step(card),
            money_of(card.total, card.paid, form),
        ]
        return " \u00b7 ".join(word for word in words if word)

    def scanned(self, code: str) -> None:
        """A label: ticks its product in the order in focus, or says why not."""
        self._overlays.close_question()  # it was about something else
        self._scans.scanned(code, self._orders.wall.waiting, self._overlays.batch)

    def hear(self, news: list[Event]) -> None:
        """What the counter did: an order that leaves the wall, or one that is not in sight."""
        in_sight = {view.card.id for view in self._wall.views if view.card is not None}
        for event in news:
            if event.kind in _CHANGES and event.order_id not in in_sight:
                self._tell_changed(event)
            elif event.kind in _CHANGES and event.order_id is not None:
                self._tell_ready(event.order_id, event.kind)
            if event.kind in _CHANGES and event.order_id is not None:
                self._tell_too_much(event.order_id)
        gone = {event.order_id for event in news if event.kind == events.CANCELLED}
        for card in self._orders.wall.waiting + self._orders.wall.ready:
            if card.id in gone and is_mine(card):
                number = self._context.format.order_number(card.number)
                text = self.tr("The counter cancelled {number}: put back what you have picked.")
                self._tell_to_put_back(text.format(number=number))
            elif card.id in gone:
                what = self._context.format.order_number(card.number)
                self.judged.emit("warn", self.tr("Cancelled by the counter"), what, "")

    def _tell_changed(self, event: Event) -> None:
        for card in self._orders.wall.waiting + self._orders.wall.ready:
            if card.id == event.order_id:
                words = {
                    events.ANSWERED: self.tr("The counter has answered"),
                    events.CHANGED: self.tr("The counter has changed something"),
                }
                self.judged.emit("info", words[event.kind], self._name(card), "")

    def _tell_too_much(self, order_id: int) -> None:
        """What the counter took away again, and is in the box already."""
        form = self._context.format
        was, now = self._hanging(order_id), fulfilment_queue.card(order_id)
        if was is None or now is None or not is_free_for_us(was):
            return
        picked = {line.line: line.picked for line in now.lines}
        back = [
            f"{form.quantity(much)} {line.name}"
            for line in was.lines
            if (much := line.picked - picked.get(line.line, 0)) > 0
        ]
        if back:
            text = self.tr("The counter changed {number}: out of the box again goes {goods}.")
            self._tell_to_put_back(text.format(number=self._name(now), goods=", ".join(back)))

    def _tell_to_put_back(self, text: str) -> None:
        remedy = (self.tr("Back to the shelf"), self._overlays.open_put_backs)
        self._context.notice(text, "warn", remedy)

    def _hanging(self, order_id: int) -> Card | None:
        """The order as the wall knows it."""
        every = self._orders.wall.waiting + self._orders.wall.ready
        return next((card for card in every if card.id == order_id), None)

    def _tell_ready(self, order_id: int, kind: str) -> None:
        """With what the counter said nothing is left to pick: the card goes from under the eye."""
        was = next((card for card in self._orders.wall.waiting if card.id == order_id), None)
        now = fulfilment_queue.card(order_id)
        if was is not None and now is not None and now.stage == Stage.READY:
            self._wall.hand.settle()
            verdict = self.tr("The counter has changed something: it is ready now")
            if kind == events.ANSWERED:
                verdict = self.tr("The counter has answered: it is ready now")
            self.judged.emit("info", verdict, self._name(now), "")

    def _order(self, number: int) -> int | None:
        """The open order with this number, else the one of today."""
        for card in self._orders.numbered(number):
            return card.id
        today = self._context.format.business_day(clock.now())
        try:
            return tickets.order_for_code(tickets.code(today, number))
        except UnknownOrder:
            return None

    def _call_order(self, order_id: int) -> None:
        """Its number was called, or its paper scanned: as it stands now, not as it hangs."""
        card = fulfilment_queue.card(order_id)
        if card is None:
            self.judged.emit("warn", *self._gone(order_id), "")
        elif card.changed:
            self.wanted.emit(card.id)
            verdict = self.tr("Changed by the counter: look at it first")
            self.judged.emit("warn", verdict, self._name(card), "")
        elif card.stage == Stage.READY:
            self._work.hand_over(card)
        elif card.is_later(clock.now()):
            time = self._context.format.time_on_day(card.promised_at or card.since)
            verdict = self.tr("For later, at {time}").format(time=time)
            self.judged.emit("warn", verdict, self._name(card), "")
            self._overlays.show_later(card.id)
        else:
            self.wanted.emit(card.id)
            self.judged.emit("info", self._step(card), self._name(card), "")

    def _step(self, card: Card) -> str:
        """Where an open order stands."""
        if card.stage == Stage.READY:
            return stage_text(card.stage)
        count = self._context.format.number
        text = self.tr("Not ready yet: {done} of {all} lines")
        return text.format(done=count(card.done), all=count(len(card.lines)))

    def _gone(self, order_id: int) -> tuple[str, str]:
        """What became of an order that is open no more; and which one, when and by whom."""
        gone = fulfilment_lists.closed_order(order_id)
        if gone is None:
            return self.tr("Not on the wall"), ""
        verdict = self.tr("Handed over already")
        if gone.stage == Stage.CANCELLED:
            verdict = stage_text(gone.stage)
        when = self._context.format.time_on_day(gone.at)
        who = with_staff(station_name(gone.station), gone.staff) if gone.station else ""
        parts = (self._name(gone), when, who)
        return verdict, " \u00b7 ".join(part for part in parts if part)

    def _name(self, order: Card | ClosedOrder) -> str:
        """Its number, with its day when that is not today."""
        form = self._context.format
        day = day_of_another(order.placed_at, clock.now(), form)
        number = form.order_number(order.number)
        return f"{number} ({day})" if day else number
