"""What a scan means for an order being picked: right, wrong item, enough already, unknown.

A scan never adds a line and never exceeds what was ordered.
"""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from gui.fulfilment.actions import WarehouseActions
from gui.fulfilment.cards.claims import is_free_for_us, is_mine, whose
from gui.fulfilment.overlays.batch import Batch
from gui.fulfilment.wall.wall import Wall
from gui.shell.app_context import AppContext
from gui.words.error_messages import sentence
from models.catalogue.catalogue import Product
from models.errors import ShopError
from models.fulfilment import fulfilment_queue
from models.fulfilment.cards import Card, CardLine
from models.search import scanned_codes
from models.stages import Stage

ONE = 1000


@dataclass(frozen=True, slots=True)
class Verdict:
    """`kind` is right, wrong or enough; `line` and `quantity` (thousandths) say what to pick."""

    kind: str
    line: CardLine | None = None
    quantity: int = 0


def check(card: Card, product_id: int, quantity: int) -> Verdict:
    """A package of `quantity` thousandths of a product held against the card."""
    lines = [line for line in card.lines if line.product_id == product_id and line.wanted]
    if not lines:
        return Verdict("wrong")
    for line in lines:
        if line.open >= quantity:
            return Verdict("right", line, quantity)
    for line in lines:
        # Half a kilo of what is sold by the kilo: the label stands for all that is open.
        if 0 < line.open < ONE == quantity:
            return Verdict("right", line, line.open)
    return Verdict("enough", lines[0])


class Scans(QObject):
    """Holds every label against the order in focus, or the one this station works on."""

    #: Kind (ready, warn, danger), verdict, what, code: as a toast says it.
    judged = Signal(str, str, str, str)
    #: The code of a ticket or receipt: carries the order's id.
    ticket_scanned = Signal(object)

    def __init__(
        self, context: AppContext, wall: Wall, work: WarehouseActions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._wall = wall
        self._work = work

    def scanned(self, code: str, waiting: list[Card], batch: Batch | None = None) -> None:
        """A label was scanned while these orders wait, perhaps in a round for several."""
        try:
            scan = scanned_codes.read(code)
        except ShopError as error:
            self.judged.emit("danger", sentence(error, self._context.format), "", "")
            return
        if scan.order_id is not None:
            self.ticket_scanned.emit(scan.order_id)
        elif scan.product is None:
            self.judged.emit("danger", self.tr("Unknown code"), "", code)
        elif batch is not None:
            self._tick(batch, scan.product, code)
        else:
            self._hold_against(self._target(waiting), scan.product, scan.line()[0], code)

    def _hold_against(self, card: Card | None, product: Product, quantity: int, code: str) -> None:
        if card is None:
            self._refuse(product.name, code)
            return
        verdict = check(card, product.id, quantity)
        what = f"{self._context.format.order_number(card.number)} · {product.name}"
        if verdict.line is None:
            self.judged.emit("danger", self.tr("Wrong item"), what, code)
        elif verdict.kind == "enough":
            self.judged.emit("warn", self.tr("Enough already"), what, code)
        else:
            self._wall.focus_order(card.id)
            self._wall.go_to_line(verdict.line.line)
            then = partial(self._picked, card, verdict.line, verdict.quantity, what, code)
            self._work.pick(card, verdict.line, verdict.quantity, then)

    def _refuse(self, name: str, code: str) -> None:
        """No order here takes goods: the one in focus is another's or ready, or there is none."""
        card, verdict = self._wall.card, self.tr("No order in focus")
        if card is not None:
            name = f"{self._context.format.order_number(card.number)} \u00b7 {name}"
            verdict = whose(card, self._context) or self.tr("It is ready already")
        self.judged.emit("warn", verdict, name, code)

    def _picked(self, card: Card, line: CardLine, quantity: int, what: str, code: str) -> None:
        # As the line is by now: a quick hand has scanned the next piece before the news came.
        now, here = fulfilment_queue.card(card.id), self._wall.line
        is_here = here is not None and here.line == line.line
        if is_here and now and not any(x.open for x in now.lines if x.line == line.line):
            self._wall.advance(card.id)
        picked = self._context.format.quantity(quantity)
        self.judged.emit("ready", self.tr("Right"), f"{what} · {picked}", code)

    def _tick(self, batch: Batch, product: Product, code: str) -> None:
        """The product's row of the round, for all its boxes."""
        stop = batch.stop_of(product.id)
        if stop is None:
            self.judged.emit("danger", self.tr("Not in this round"), product.name, code)
        else:
            what = f"{product.name} · {stop.boxes}"
            right = partial(self.judged.emit, "ready", self.tr("Right"), what, code)
            self._work.pick_stop(stop.name, stop.parts, right)

    def _target(self, waiting: list[Card]) -> Card | None:
        card = self._wall.card
        if card is not None and card.stage < Stage.READY and is_free_for_us(card):
            return card
        return next((one for one in waiting if is_mine(one)), None)
