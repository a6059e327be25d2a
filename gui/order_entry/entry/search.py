"""Looking for products while one types, and what Enter takes."""

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gui.order_entry.cart.cart_editor import CartEditor
from gui.order_entry.cart.price_changes import price_text
from gui.order_entry.entry.item_entry import ItemEntry, PromptText
from gui.order_entry.entry.price_card import PriceCard
from gui.order_entry.entry.prompts import Prompt
from gui.order_entry.entry.quantity_check import QuantityCheck
from gui.order_entry.entry.search_results import SearchResults
from gui.order_entry.entry.verdict_strip import VerdictStrip
from gui.shell.app_context import AppContext
from models import clock
from models.amounts import NO_DISCOUNT, ONE, Discount
from models.catalogue import catalogue
from models.catalogue.catalogue import Product
from models.errors import BrokenCheckDigit, ShopError, UnknownCode
from models.orders.cart import OtherPrice
from models.search import scanned_codes
from models.search.scanned_codes import Scan
from models.text import quantity_parsing
from models.text.quantity_parsing import ONCE, ParsedQuantity

if TYPE_CHECKING:
    from gui.order_entry.entry.key_hints import Hint

translate = QCoreApplication.translate

#: What the keys in the empty box do with the line that is marked.
LINE_COMMANDS = ("order.more", "order.less", "order.remove")
_RATE = re.compile(r"[+-]?[\d.,]+\s?%")
_CODE = re.compile(r"(?=.*\d)[\w.-]{4,64}")


class SearchPrompt(Prompt):
    """The box as it mostly is: a scan or a name, added to the cart."""

    def __init__(
        self,
        context: AppContext,
        basket: CartEditor,
        box: ItemEntry,
        finder: SearchResults,
        verdict: VerdictStrip,
    ) -> None:
        self._context, self._basket, self._box = context, basket, box
        self._finder, self._verdict = finder, verdict
        self.times = ONCE
        self.certainty = QuantityCheck()
        self.unknown = ""
        self._added_at = -1  # the step of the cart that Enter in the empty box does once more

    def question(self) -> PromptText:
        hint = translate("order_entry", "Scan, or type a name or code")
        icon = self._context.actions.icon("order.box")
        keys = tuple(self._context.actions.bare_keys(*LINE_COMMANDS))
        return PromptText(icon, hint, hints=self._hints(), is_search=True, window_keys=keys)

    def typed(self, text: str) -> None:
        if text[-1:] not in ("x", "X"):  # `3xl` is being typed
            text = self._take_times(text)
        self._finder.look(text, self._enter_word(), self.times)

    def stepped(self, by: int) -> None:
        if not self._finder.step(by):
            self._basket.select(max(0, self._basket.current + by))

    def entered(self, text: str) -> bool:
        """Adds what is found; with nothing typed, what was added last once more."""
        text = self._take_times(text)
        code = text.strip()
        if not code:
            self._add_again()
            return True
        self._box.entry.hush()
        if _RATE.fullmatch(code):
            self._refuse_rate(code)
            return True
        found = None
        with suppress(BrokenCheckDigit):
            found = self._finder.best(text)
        if found is None:
            self._unknown(code)
            return True
        self.take(found, "keyed")
        return True

    def scanned(self, code: str) -> None:
        """A product adds; whatever is half typed stays."""
        try:
            scan = scanned_codes.read(code)
        except BrokenCheckDigit as error:
            scan = Scan(error.code)
        if scan.is_known:
            self.take(scan, "scanned")
        else:
            self.offer_to_create(scan.code)

    def offer_to_create(self, code: str) -> None:
        """Nobody knows the code; an amount that was said stays for the product made of it."""
        self.unknown = code
        self.turn_elsewhere()
        self._verdict.offer_to_create(code)

    def add(self, product: Product, pack: int, channel: str) -> None:
        """So many times `pack` thousandths, as the plate says."""
        self.take(Scan("", product, pack), channel)

    def take(self, scan: Scan, channel: str) -> None:
        """Goods into the cart, a discount off the line, one of our own papers opens its order."""
        if scan.product is not None:
            quantity, discount = self._line_of(scan, scan.product)
            prices = self._basket.add(scan.product, quantity, channel, discount)
            if channel == "keyed":
                self.clear()
            self._added(scan.product, quantity, prices, scan)
            self._added_at = self._basket.step
            self._box.entry.hush()
            self.show_hints()
        elif scan.order_id is not None:
            self._context.open("order_history", order_id=scan.order_id)
            self._verdict.tell("ready", translate("order_entry", "Order"), "", scan.code)
        else:
            self._take_off(scan)

    @property
    def can_add_again(self) -> bool:
        """Whether the last thing that happened here is that something was added."""
        return self._added_at == self._basket.step

    def turn_elsewhere(self) -> None:
        """Something else was asked, refused or not found since: Enter alone repeats nothing."""
        self._added_at = -1
        self.show_hints()

    def show_hints(self) -> None:
        """The keys that do something now."""
        if self._box.entry.is_search:
            self._box.hints.show_hints(self._hints())

    def set_times(self, said: ParsedQuantity) -> None:
        self.times = said
        self.certainty.forget()
        if self._box.entry.is_search:
            self._box.set_plate("" if said.is_one else f"{self._amount(said)} \u00d7")

    def clear(self) -> bool:
        """Empties the box; False when it was empty."""
        had = bool(self._box.text()) or not self.times.is_one
        self._box.set_text("")
        self.set_times(ONCE)
        self._finder.forget()
        return had

    def erase(self) -> None:
        """Backspace in the empty box takes the plate off."""
        self.set_times(ONCE)

    def _add_again(self) -> None:
        if not (self.can_add_again and self._box.entry.listens):
            return
        if (again := self._basket.added_last()) is not None:
            self.take(Scan("", again), "keyed")

    def _hints(self) -> "tuple[Hint, ...]":
        again: Hint = (("Enter",), translate("order_entry", "once more"))
        return (
            (("5", "*"), translate("order_entry", "five of them")),
            *((again,) if self.can_add_again else ()),
            ((self._context.actions.key("order.box"),), ""),
        )

    def _take_times(self, text: str) -> str:
        """Turns an amount before `*` into the plate; what stays is what to look for.

        Raises `NotANumber`, `BadQuantity`; the text is then left as it is.
        """
        try:
            said, rest = quantity_parsing.before(text, self._context.format.decimal_mark)
        except ShopError:
            self._finder.forget()
            raise
        if said is not None:
            self.set_times(said)
            self._box.set_text(rest)
        return rest

    def _line_of(self, scan: Scan, product: Product) -> tuple[int, Discount]:
        """Quantity and discount of the line that `scan` makes with what the plate says."""
        if self.times.unit:
            packs = catalogue.packs(product.id)
            quantity, discount = self.times.of(product.unit, packs), NO_DISCOUNT
        else:
            quantity, discount = scan.line(self.times.of(product.unit))
        if not self.times.is_one:  # what a scale says is not doubted
            quantity_parsing.check_parts(quantity, product.unit)
            self.certainty.check(product.id, quantity, product.unit)
        return quantity, discount

    def _amount(self, said: ParsedQuantity) -> str:
        """As it was understood, or as typed while that depends on the product."""
        if said.grouped is not None:
            return said.text
        number = self._context.format.quantity(round(said.count * ONE))
        return f"{number} {said.unit}".strip()

    def _added(
        self,
        product: Product,
        quantity: int,
        prices: list[OtherPrice],
        scan: Scan | None = None,
    ) -> None:
        format = self._context.format
        self.set_times(ONCE)
        self.unknown = ""
        what = f"{product.name} \u00d7 {format.quantity(quantity)}"
        warnings = []
        left = product.available
        wanted = self._basket.counted().get(product.id, 0)
        if left is not None and wanted > left and product.stock_policy != "allow":
            few = translate("order_entry", "only {number} in stock")
            warnings.append(few.format(number=format.quantity(max(0, left))))
        warnings += [price_text(price, format) for price in prices]
        today = clock.business_day(clock.now(), self._context.format.zone)
        if scan is not None and scan.expires is not None and scan.expires < today:
            past = translate("order_entry", "expired {day}")
            warnings.append(past.format(day=format.date(scan.expires)))
        kind, what = "warn" if warnings else "ready", " \u00b7 ".join([what, *warnings])
        added = translate("order_entry", "Added")
        self._verdict.tell(kind, added, what, scan.code if scan else "")

    def _take_off(self, scan: Scan) -> None:
        """A discount label counts for the line that is marked."""
        line, at = self._basket.current_line, self._basket.current
        word = translate("order_entry", "Discount")
        off = self._context.format.rate(scan.percent)
        if line is None:
            nothing = translate("order_entry", "Scan the product first")
            self._verdict.tell("warn", f"{word} {off}", nothing, scan.code)
            return
        self._basket.change(lambda cart: cart.set_line_discount(at, Discount(rate=scan.percent)))
        self._verdict.tell("ready", f"{word} {off}", line.name, scan.code)

    def _refuse_rate(self, rate: str) -> None:
        """A percentage is no product, though one may bear it in its name."""
        self.turn_elsewhere()
        key = self._context.actions.key("order.discount")
        text = translate("order_entry", "{key} takes it off").format(key=key)
        if not self._basket.cart:
            text = translate("order_entry", "The cart is empty: there is nothing to take it off")
        self._verdict.tell("warn", rate, text)

    def _unknown(self, text: str) -> None:
        self.turn_elsewhere()
        if _CODE.fullmatch(text):
            self._box.set_text("")
            self._finder.forget()
            self.offer_to_create(text)
        else:
            word = translate("order_entry", "Not found")
            self._verdict.tell("danger", word, text[:60])

    def _enter_word(self) -> str:
        if self.times.is_one:
            return translate("order_entry", "add")
        return translate("order_entry", "add {number}").format(number=self._amount(self.times))


class PricePrompt(Prompt):
    """Tells what something costs; never adds it."""

    command = "order.price_check"

    def __init__(self, box: ItemEntry, finder: SearchResults, card: PriceCard) -> None:
        self._box, self._finder, self._card = box, finder, card

    def question(self) -> PromptText:
        return PromptText(
            "tag-search-outline",
            translate("order_entry", "Scan, or type a name or code"),
            translate("order_entry", "Price check"),
            hints=((("Esc",), translate("order_entry", "back")),),
        )

    def typed(self, text: str) -> None:
        self._finder.look(text, translate("order_entry", "show"))

    def stepped(self, by: int) -> None:
        self._finder.step(by)

    def entered(self, text: str) -> bool:
        found = self._finder.best(text)
        if found is not None and found.product is not None:
            self.show(found.product)
        elif text.strip():
            raise UnknownCode(text.strip()[:40])
        return False

    def scanned(self, code: str) -> None:
        scan = scanned_codes.read(code)
        if scan.product is None:
            raise UnknownCode(scan.code[:40])
        self.show(scan.product)

    def show(self, product: Product) -> None:
        self._finder.forget()
        self._box.set_text("")
        self._card.show_product(catalogue.sheet(product.id))
        never = translate("order_entry", "Only looked at; nothing was added.")
        self._box.open_below(self._card, never)
