"""What the owner does to the catalogue: done, said in a sentence, and kept to be taken back."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from gui.shell.app_context import AppContext
from gui.words.field_names import field_name
from models.catalogue import catalogue, favourites, learned, stock
from models.catalogue.catalogue import Product
from models.catalogue.learned import Answer
from models.catalogue_import.catalogue_import import ImportReport
from models.errors import ShopError
from models.events import Receipt
from models.formats.check_digits import is_broken

translate = QCoreApplication.translate
Undo = Callable[[], object]
Refused = Callable[[ShopError], object]
_KEPT = 50


def broken_text() -> str:
    """A barcode was taken whose check digit is none: shops print labels of their own."""
    return translate("catalogue", "The last digit does not fit: mistyped?")


class CatalogueCommands:
    """Every verb of the catalogue with its sentence; `undo` takes the last one back."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._undos: list[_Once] = []

    def forget(self) -> None:
        """The page is shown anew: Ctrl+Z reaches no deed of an earlier visit."""
        self._undos = []

    def undo(self) -> bool:
        """Takes the last deed back that was not; False when there is none."""
        if not self._undos:
            return False
        self._undos[-1]()
        return True

    def keep(self, text: str, undo: Undo, icon: str, bold: str) -> None:
        """Says what was done; Ctrl+Z takes it back, also when the bar is gone."""
        once = _Once(undo, self._undos)
        self._undos.append(once)
        del self._undos[:-_KEPT]
        self._context.say(text, once, icon, bold)

    # --- products --------------------------------------------------------------------------

    def add(
        self, facts: dict[str, Any], added: Callable[[Product], object], refused: Refused
    ) -> None:
        def say(done: Receipt[Product]) -> None:
            name = done.value.name
            text = translate("catalogue", "{name} is in the catalogue").format(name=name)
            self._say(text, name, "plus", done)
            added(done.value)

        self._context.run(partial(catalogue.add_product, **facts), say, refused, once="add")

    def change(
        self,
        product: Product,
        changes: dict[str, Any],
        changed: Callable[[Product], object] | None = None,
        refused: Refused | None = None,
    ) -> None:
        """One or more columns of a product; nothing is said when nothing differs."""

        def say(done: Receipt[Product]) -> None:
            after = done.value
            fields = [x for x in changes if getattr(after, x) != getattr(product, x)]
            text = self._change_text(product, after, fields)
            self._say(text, product.name, "tag-outline", done)
            if changed is not None:
                changed(after)

        change = partial(catalogue.change_product, product.id, **changes)
        self._context.run(change, say, refused)

    def set_active(self, product: Product, active: bool) -> None:
        text = (
            translate("catalogue", "{name} is sold again")
            if active
            else translate("catalogue", "{name} is no longer sold")
        )
        icon = "eye-outline" if active else "eye-off-outline"
        change = partial(catalogue.change_product, product.id, active=active)
        self._run(change, text.format(name=product.name), product.name, icon)

    def turn_favourite(self, product: Product) -> None:
        """A tile at the counter for it, or none any more."""
        turn, icon = favourites.add, "star"
        text = translate("catalogue", "{name} added to favourites")
        if product.favourite is not None:
            turn, icon = favourites.remove, "star-off-outline"
            text = translate("catalogue", "{name} removed from favourites")
        self._run(partial(turn, product.id), text.format(name=product.name), product.name, icon)

    def adjust(
        self,
        product: Product,
        on_hand: int,
        reason: str = "counted",
        then: Callable[[], object] | None = None,
    ) -> None:
        """Sets what is on the shelf (thousandths)."""
        words = self._context.format
        if product.on_hand is None:
            text = translate("catalogue", "{name} is counted from now on: {after} {unit}")
        else:
            text = translate("catalogue", "Stock of {name} set from {before} to {after} {unit}")
        text = text.format(
            name=product.name, before=words.quantity(product.on_hand or 0),
            after=words.quantity(on_hand), unit=product.unit,
        )  # fmt: skip
        adjust = partial(stock.adjust, product.id, on_hand, reason=reason)
        self._run(adjust, text, product.name, "package-variant-closed", then)

    def stop_counting(self, product: Product, then: Callable[[], object] | None = None) -> None:
        text = translate("catalogue", "{name} is no longer counted").format(name=product.name)
        stop = partial(stock.stop_counting, product.id)
        self._run(stop, text, product.name, "package-variant-closed", then)

    # --- words and codes -------------------------------------------------------------------

    def add_alias(self, product: Product, phrase: str) -> None:
        text = translate("catalogue", "{name} is also found as \u201c{phrase}\u201d")
        text = text.format(name=product.name, phrase=phrase)
        add = partial(catalogue.add_alias, product.id, phrase)
        self._run(add, text, product.name, "tag-outline")

    def remove_alias(self, product: Product, phrase: str) -> None:
        text = translate("catalogue", "{name} is no longer found as \u201c{phrase}\u201d")
        text = text.format(name=product.name, phrase=phrase)
        remove = partial(catalogue.remove_alias, product.id, phrase)
        self._run(remove, text, product.name, "tag-outline")

    def forget_answer(self, product: Product, answer: Answer) -> None:
        text = translate("catalogue", "\u201c{phrase}\u201d on a list is asked about again")
        text = text.format(phrase=answer.phrase)
        forget = partial(learned.forget, product.id, answer.phrase, answer.unit)
        self._run(forget, text, product.name, "tag-outline")

    def add_barcode(self, product: Product, code: str, quantity: int) -> None:
        def warn() -> None:
            if is_broken(code):
                self._context.notice(broken_text(), "warn")

        text = translate("catalogue", "Barcode {code} now belongs to {name}")
        text = text.format(code=code, name=product.name)
        add = partial(catalogue.add_barcode, product.id, code, quantity)
        self._run(add, text, product.name, "barcode", warn)

    def remove_barcode(self, product: Product, code: str) -> None:
        text = translate("catalogue", "Barcode {code} no longer means {name}")
        text = text.format(code=code, name=product.name)
        remove = partial(catalogue.remove_barcode, product.id, code)
        self._run(remove, text, product.name, "barcode")

    # --- price lists -----------------------------------------------------------------------

    def imported(self, name: str, done: Receipt[ImportReport]) -> None:
        """Says what an import did; it was done off the screen's thread."""
        report, words = done.value, self._context.format
        if done.sequence is None:
            text = translate("catalogue", "{file}: everything is as it was, nothing was written")
            self._context.say(text.format(file=name), None, "file-import-outline", name)
            return
        text = translate("catalogue", "{file}: {new} new, {changed} changed, {left} left out")
        text = text.format(
            file=name, new=words.number(report.created), changed=words.number(report.updated),
            left=words.number(report.skipped),
        )  # fmt: skip
        self.keep(text, partial(self._take_import_back, name, done), "file-import-outline", name)

    def _take_import_back(self, name: str, done: Receipt[ImportReport]) -> None:
        said, again = self._say_taken_back, self._say_imported_again
        self._context.undo(done.sequence, partial(said, name), partial(again, name))

    def _say_taken_back(self, name: str, back: Receipt[ImportReport]) -> None:
        report, words = back.value, self._context.format
        text = translate(
            "catalogue",
            "{file} undone: {hidden} out of sale, {changed} as before, {left} left as they are",
        )
        self._context.say(
            text.format(
                file=name, hidden=words.number(report.created),
                changed=words.number(report.updated), left=words.number(report.skipped),
            ),
            None, "undo-variant", name,
        )  # fmt: skip

    def _say_imported_again(self, name: str, again: Receipt[ImportReport]) -> None:
        report, words = again.value, self._context.format
        text = translate("catalogue", "{file} again: {new} back in sale, {changed} changed")
        text = text.format(
            file=name, new=words.number(report.created), changed=words.number(report.updated)
        )
        self.keep(text, partial(self._take_import_back, name, again), "redo-variant", name)

    # --- inside ----------------------------------------------------------------------------

    def _run(
        self,
        verb: Callable[[], Receipt[Any]],
        text: str,
        bold: str,
        icon: str,
        then: Callable[[], object] | None = None,
    ) -> None:
        """Does it and says so, and does what comes `then`."""

        def say(done: Receipt[Any]) -> None:
            self._say(text, bold, icon, done)
            if then is not None:
                then()

        self._context.run(verb, say)

    def _say(self, text: str, bold: str, icon: str, done: Receipt[Any]) -> None:
        """Nothing is said where nothing was to be done: another counter was first."""
        if done.sequence is not None:
            self.keep(text, partial(self._take_back, done.sequence, text, bold), icon, bold)

    def _take_back(self, sequence: int, text: str, bold: str) -> None:
        """Undoes it and says what that was: it may be long ago, and of another product."""
        back = translate("catalogue", "Taken back: {deed}").format(deed=text)

        def say(_: Receipt[Any]) -> None:
            self._context.say(back, None, "undo-variant", bold)

        self._context.undo(sequence, say, partial(self._say, text, bold, "redo-variant"))

    def _change_text(self, before: Product, after: Product, fields: list[str]) -> str:
        words = self._context.format
        name = before.name
        if fields == ["price"]:
            text = translate("catalogue", "Price of {name} changed from {before} to {after}")
            return text.format(
                name=name, before=words.money(before.price), after=words.money(after.price)
            )
        if fields == ["name"]:
            text = translate("catalogue", "{name} is now called {after}")
            return text.format(name=name, after=after.name)
        if fields == ["cost"]:
            text = translate("catalogue", "Cost of {name} changed to {after}")
            cost = "\u2013" if after.cost is None else words.money(after.cost)
            return text.format(name=name, after=cost)
        changed = ", ".join(field_name(field) for field in fields)
        text = translate("catalogue", "{name} changed: {fields}")
        return text.format(name=name, fields=changed)


class _Once:
    """An undo that leaves the list when it is done, whoever does it."""

    def __init__(self, undo: Undo, kept: "list[_Once]") -> None:
        self._undo: Undo | None = undo
        self._kept = kept

    def __call__(self) -> None:
        undo, self._undo = self._undo, None
        if self in self._kept:
            self._kept.remove(self)
        if undo is not None:
            undo()
