"""The hits under the box: found while one types, and never waited for."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QTimer

from gui.order_entry.entry.choice_list import ChoiceList
from gui.order_entry.entry.item_entry import ItemEntry
from gui.order_entry.entry.key_hints import Hint
from gui.order_entry.entry.result_row import ResultPainter
from gui.order_entry.plurals import Plurals
from gui.shell.app_context import AppContext
from models.catalogue.catalogue import Product
from models.errors import ShopError
from models.search import product_search, scanned_codes
from models.search.product_search import Hit
from models.search.scanned_codes import Scan
from models.text.quantity_parsing import ONCE, ParsedQuantity

translate = QCoreApplication.translate

LIMIT = 50


@dataclass(frozen=True, slots=True)
class ResultList:
    """The hits for these words, in the order of what can be had in the amount that was said."""

    wanted: str
    said: ParsedQuantity
    hits: list[Hit]


_NOTHING = ResultList("", ONCE, [])


def _find(wanted: str, said: ParsedQuantity) -> ResultList:
    hits = product_search.search(wanted, _reach(said))
    return ResultList(wanted, said, _fitting_first(hits, said))


class SearchResults:
    """The hits under the box, in step with what is typed."""

    def __init__(self, context: AppContext, box: ItemEntry) -> None:
        self._context, self._box = context, box
        self.list = ChoiceList(
            ResultPainter(context.theme, context.format),
            translate("order_entry", "Products found"),
            _id_of,
        )
        self._enter = ""
        self._looked_for, self._said = "", ONCE
        #: What was found last, and what the list shows of it; they differ for a moment.
        self._found = self._offered = _NOTHING
        self._is_looking = False
        self._then: Callable[[], None] | None = None
        self._opening = QTimer(box, singleShot=True)
        self._opening.setTimerType(Qt.TimerType.PreciseTimer)
        self._opening.timeout.connect(self._open_soon)
        box.add_below(self.list)

    def look(self, text: str, enter: str, said: ParsedQuantity = ONCE) -> None:
        """Opens the hits for `text`; `enter` is the word for what Enter does.

        What can be had in the amount that was said comes first.
        """
        self._enter, self._said = enter, said
        wanted = text.strip()
        self._looked_for, self._then = wanted, None
        if not wanted:
            self.forget()
            return
        if (wanted, said) == (self._offered.wanted, self._offered.said):
            self._show(self._offered)  # a label's letters came and went
            return
        hits = product_search.at_hand(wanted, _reach(said))
        if hits is not None:
            self._show(ResultList(wanted, said, _fitting_first(hits, said)))
            return
        self._is_looking = True
        self._open_soon()
        self._context.background.ask(partial(_find, wanted, said), self._show, owner=self._box)

    def wait_for(self, then: Callable[[], None]) -> bool:
        """Whether the hits are not there yet; `then` is done when they are."""
        self._then = then if self._is_looking else None
        return self._is_looking

    def _show(self, found: "ResultList") -> None:
        if found.wanted != self._looked_for:
            return  # something else was typed since
        self._is_looking, self._found = False, found
        self._open_soon()
        then, self._then = self._then, None
        if then is not None:
            then()

    def _open_soon(self) -> None:
        """The first letters of a scan are taken back: nothing opens or changes for them.

        What is open follows a letter that begins no code at once.
        """
        scanner = self._context.scanner
        doubt = scanner.doubt_of_code if self._box.is_open else scanner.doubt
        if doubt:
            self._opening.start(doubt)
        else:
            self._open()

    def _open(self) -> None:
        self._opening.stop()
        if self._is_looking:
            self._box.open_below(None, translate("order_entry", "Looking \u2026"))
            return
        self._offer()
        count = self.list.rows.rowCount()
        self._box.open_below(self.list if count else None, self._count(count), self._hints())

    def _offer(self) -> None:
        """Shows what was found with the first one chosen, unless it is shown already."""
        if self._offered is not self._found:
            self._offered = self._found
            self.list.offer(self._found.hits)
            self.list.viewport().update()

    def _is_open(self) -> bool:
        if self._opening.isActive():
            self._open()  # a command was pressed: it is for what was found
        return self.list.isVisible()

    @property
    def marked(self) -> Product | None:
        """The product that Enter would take from the open list."""
        hit: Product | None = self.list.current if self._is_open() else None
        return hit

    def best(self, text: str) -> Scan | None:
        """What Enter takes: the exact code, else the hit that is marked.

        Raises `BrokenCheckDigit` and what else `scanned_codes.read` refuses, if nothing is found.
        """
        if text.strip() != self._looked_for:
            self.look(text, self._enter, self._said)
        self._offer()
        hit: Product | None = self.list.current if self.list.rows.rowCount() else None
        if self.list.currentIndex().row() <= 0 and text.strip():
            try:
                scan = scanned_codes.read(text)
            except ShopError:
                if hit is None:
                    raise
            else:
                if scan.product is not None or scan.order_id is not None:
                    return scan
        return Scan("", hit) if hit is not None and text.strip() else None

    def step(self, by: int) -> bool:
        """Moves among the hits; False when there are none."""
        if not self._is_open():
            return False
        self.list.step(by)
        return True

    def forget(self) -> None:
        self._looked_for, self._is_looking, self._then = "", False, None
        self._found = self._offered = _NOTHING
        self._opening.stop()
        self._box.close_below()

    def _count(self, count: int) -> str:
        if not count:
            text = translate("order_entry", "No product like \u201c{text}\u201d")
            return text.format(text=self._looked_for[:40])
        if count == LIMIT:
            return translate("order_entry", "The first {count} products").format(count=LIMIT)
        return Plurals().products(count)

    def _hints(self) -> tuple[Hint, ...]:
        close = (("Esc",), translate("order_entry", "close"))
        if not self.list.rows.rowCount():
            return (close,)
        choose = (("\u2191", "\u2193"), translate("order_entry", "choose"))
        return (choose, (("Enter",), self._enter), close)


def _reach(said: ParsedQuantity) -> int:
    """How many hits to look through: of parts and weights, those that fit may stand far back."""
    return LIMIT if said.is_whole else 4 * LIMIT


def _fitting_first(hits: list[Hit], said: ParsedQuantity) -> list[Hit]:
    return sorted(hits, key=lambda hit: not said.fits(hit.unit))[:LIMIT]


def _id_of(product: Product) -> int:
    return product.id
