"""The small questions that the box asks: how many, which discount, what note, which mark."""

from PySide6.QtCore import QCoreApplication

from gui.input.actions import Actions
from gui.order_entry.cart.cart_editor import CartEditor
from gui.order_entry.entry.item_entry import PromptText
from gui.order_entry.entry.quantity_check import QuantityCheck
from gui.words.formatting import Formatting
from models import amounts
from models.amounts import NO_DISCOUNT, Discount
from models.catalogue import catalogue
from models.errors import EmptyCart, NotANumber
from models.text import quantity_parsing, redaction

translate = QCoreApplication.translate


class Prompt:
    """One thing the box can be busy with. Errors fly; the page shows them under the field.

    `command` is the one that asks it; the search needs none. `whole`: about the order, not a line.
    """

    command = ""
    whole = False

    def question(self) -> PromptText:
        raise NotImplementedError

    def typed(self, text: str) -> None:
        """The text changed."""

    def stepped(self, by: int) -> None:
        """Arrow up (−1) or down (1)."""

    def entered(self, text: str) -> bool:
        """Enter was pressed; whether the question is answered."""
        raise NotImplementedError

    def again(self) -> bool:
        """The key that asked was pressed once more; whether it asks something else now."""
        return False

    def goes_on(self) -> bool:
        """The cart is another one now, with an answer half typed; whether it is still asked."""
        return True


class _OfLine(Prompt):
    """A question about the line that was current when it was asked."""

    def __init__(self, basket: CartEditor) -> None:
        self._basket, self._at = basket, basket.current
        self._product = basket.current_line and basket.current_line.product_id

    def goes_on(self) -> bool:
        """While the line stands there; it is the current one again."""
        lines = self._basket.cart.lines
        if not 0 <= self._at < len(lines) or lines[self._at].product_id != self._product:
            return False
        self._basket.select(self._at)
        return True


class QuantityPrompt(_OfLine):
    """How much of the current line: `3`, `0,5`, `500 g`, `2 dus`."""

    command = "order.quantity"

    def __init__(self, basket: CartEditor, format: Formatting) -> None:
        super().__init__(basket)
        self._line = basket.cart.lines[basket.current]
        self._packs = catalogue.packs(self._line.product_id)
        self._format, self.certainty = format, QuantityCheck()

    def question(self) -> PromptText:
        return PromptText(
            "numeric",
            translate("order_entry", "How many, for instance 3 or 0.5"),
            " \u00b7 ".join((self._line.name, self._line.unit, *self._pack())),
            _typeable(self._line.quantity, self._format),
            hints=answer_hints(),
            is_number=True,
        )

    def entered(self, text: str) -> bool:
        quantity = self._format.parse_quantity(text, self._line.unit, self._packs)
        self.certainty.check(self._line.product_id, quantity, self._line.unit)
        self._basket.set_quantity(self._at, quantity)
        return True

    def _pack(self) -> tuple[str, ...]:
        """What `1 dus` would mean, if that is clear."""
        if len(self._packs) != 1:
            return ()
        pack = translate("order_entry", "box of {number}")
        return (pack.format(number=self._format.quantity(self._packs[0])),)


class _OneOrAll(_OfLine):
    """A question about the current line or the whole order; its key changes between the two."""

    def __init__(self, basket: CartEditor, actions: Actions, whole: bool) -> None:
        super().__init__(basket)
        self._key = actions.key(self.command)
        self.whole = whole or basket.current_line is None

    def again(self) -> bool:
        if self._basket.current_line is not None:
            self.whole = not self.whole
        return self._basket.current_line is not None

    def goes_on(self) -> bool:
        return self.whole or super().goes_on()

    def _about(self) -> str:
        if self.whole:
            return translate("order_entry", "Whole order")
        return self._basket.cart.lines[self._at].name

    def _hints(self) -> tuple[tuple[tuple[str, ...], str], ...]:
        line = self._basket.current_line
        if line is None:
            return answer_hints()[1:]
        this = translate("order_entry", "this line")
        other = this if self.whole else translate("order_entry", "whole order")
        return (((self._key,), other), *answer_hints()[1:])


class DiscountPrompt(_OneOrAll):
    """A sum or a percentage, off the line or the order."""

    command = "order.discount"

    def __init__(self, basket: CartEditor, actions: Actions, format: Formatting) -> None:
        super().__init__(basket, actions, whole=False)
        self._format = format

    def question(self) -> PromptText:
        cart = self._basket.cart
        now = cart.discount if self.whole else cart.lines[self._at].discount
        hint = translate("order_entry", "Discount: 5000 or 10%")
        return PromptText(
            "percent-circle-outline",
            hint,
            self._about(),
            self._typed(now),
            self._hints(),
            is_number=True,
        )

    def entered(self, text: str) -> bool:
        if not self._basket.cart:
            raise EmptyCart
        off, at = _discount_of(text), self._at
        if self.whole:
            self._basket.change(lambda changed: changed.set_discount(off))
        else:
            self._basket.change(lambda changed: changed.set_line_discount(at, off))
        return True

    def _typed(self, discount: Discount) -> str:
        """As it would be typed."""
        if discount.rate:
            return self._format.rate(discount.rate)
        return str(discount.amount) if discount.amount else ""


class NotePrompt(_OneOrAll):
    """A note for the warehouse; phone numbers and the like are taken out."""

    command = "order.note"

    def __init__(self, basket: CartEditor, actions: Actions) -> None:
        super().__init__(basket, actions, whole=True)
        self.removed = 0

    def question(self) -> PromptText:
        cart = self._basket.cart
        now = cart.note if self.whole else cart.lines[self._at].note
        hint = translate("order_entry", "Note for the warehouse")
        return PromptText("note-text-outline", hint, self._about(), now, self._hints())

    def entered(self, text: str) -> bool:
        note, self.removed = without_personal_data(text)
        at = self._at
        if self.whole:
            self._basket.change(lambda changed: changed.set_note(note))
        else:
            self._basket.change(lambda changed: changed.set_line_note(at, note))
        return True


class HoldPrompt(Prompt):
    """A mark to find the held cart again by, if wanted."""

    command = "order.hold"

    def __init__(self) -> None:
        self.reference = ""
        self.removed = 0

    def question(self) -> PromptText:
        hint = translate("order_entry", "A mark to find it by, or just Enter")
        plate = translate("order_entry", "Hold this cart")
        return PromptText("pause", hint, plate, hints=answer_hints())

    def entered(self, text: str) -> bool:
        self.reference, self.removed = without_personal_data(text)
        return True


def without_personal_data(text: str) -> tuple[str, int]:
    """`text` without phone numbers and the like, and how many were taken out."""
    cleaned = redaction.clean(text)
    return " ".join(cleaned.text.replace(redaction.REMOVED, " ").split()), cleaned.removed


def _discount_of(text: str) -> Discount:
    """`10%` or `5000`; nothing typed is no discount."""
    plain = text.strip()
    if not plain:
        return NO_DISCOUNT
    if plain.endswith("%"):
        basis_points, finer = divmod(quantity_parsing.count_of(plain[:-1].strip(), "%"), 10)
        if finer:
            raise NotANumber(plain)
        return Discount(rate=basis_points)
    return Discount(amounts.parse_money(plain))


def _typeable(quantity: int, format: Formatting) -> str:
    """Without thousands marks, which cannot be typed: 1500 pieces are `1500`."""
    whole, rest = divmod(quantity, 1000)
    return f"{whole}{format.quantity(rest)[1:] if rest else ''}"


def answer_hints() -> tuple[tuple[tuple[str, ...], str], ...]:
    return (
        (("Enter",), translate("order_entry", "OK")),
        (("Esc",), translate("order_entry", "back")),
    )
