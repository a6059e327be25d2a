"""What the owner does to the catalogue: done, said in a sentence, and kept to be taken back."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from gui.desk import Desk
from gui.field_names import field_name
from models.catalogue import catalogue, favourites, stock
from models.catalogue.catalogue import Product
from models.catalogue_import import catalogue_import
from models.catalogue_import.catalogue_import import ImportReport
from models.formats.check_digits import is_broken

translate = QCoreApplication.translate
Undo = Callable[[], object]
_KEPT = 50
# What an undo returns that says itself what it took back.
_TOLD = object()


def broken_text() -> str:
    """A barcode was taken whose check digit is none: shops print labels of their own."""
    return translate("catalogue", "The last digit does not fit: mistyped?")


class Deeds:
    """Every verb of the catalogue with its sentence; `undo` takes the last one back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._undos: list[_Once] = []
        self._redo: Callable[[], object] | None = None

    def forget(self) -> None:
        """The page is shown anew: Ctrl+Z reaches no deed of an earlier visit."""
        self._undos = []
        self._redo = None

    def undo(self) -> bool:
        """Takes the last deed back that was not; False when there is none."""
        if not self._undos:
            return False
        self._undos[-1]()
        return True

    def redo(self) -> bool:
        """Does an import again that was the last thing taken back; False when there is none."""
        again, self._redo = self._redo, None
        if again is None:
            return False
        again()
        return True

    # --- products --------------------------------------------------------------------------

    def add(self, facts: dict[str, Any]) -> Product:
        product = catalogue.add_product(**facts)
        self._say(
            translate("catalogue", "{name} is in the catalogue").format(name=product.name),
            product.name, "plus", partial(catalogue.change_product, product.id, active=False),
        )  # fmt: skip
        return product

    def change(self, product: Product, **changes: Any) -> None:
        """One or more columns of a product; nothing is said when nothing differs."""
        changed = catalogue.change_product(product.id, **changes)
        old = {
            field: getattr(product, field)
            for field in changes
            if getattr(changed, field) != getattr(product, field)
        }
        if not old:
            return
        undo = partial(catalogue.change_product, product.id, **old)
        self._say(self._change_text(product, changed, list(old)), product.name, "tag-outline", undo)

    def set_active(self, product: Product, active: bool) -> None:
        catalogue.change_product(product.id, active=active)
        text = (
            translate("catalogue", "{name} is sold again")
            if active
            else translate("catalogue", "{name} is no longer sold")
        )
        self._say(
            text.format(name=product.name), product.name,
            "eye-outline" if active else "eye-off-outline",
            partial(catalogue.change_product, product.id, active=not active),
        )  # fmt: skip

    def turn_favourite(self, product: Product) -> None:
        """A tile at the counter for it, or none any more."""
        if product.favourite is None:
            sequence = favourites.add(product.id)
            text = translate("catalogue", "{name} added to favourites")
        else:
            sequence = favourites.remove(product.id)
            text = translate("catalogue", "{name} removed from favourites")
        if not sequence:
            return  # another counter was first
        icon = "star" if product.favourite is None else "star-off-outline"
        undo = partial(favourites.undo, sequence)
        self._say(text.format(name=product.name), product.name, icon, undo)

    def adjust(self, product: Product, on_hand: int, reason: str = "counted") -> None:
        """Sets what is on the shelf (thousandths)."""
        if on_hand == product.on_hand:
            return
        stock.adjust(product.id, on_hand, reason=reason)
        words = self._desk.format
        if product.on_hand is None:
            undo: Undo = partial(stock.stop_counting, product.id)
            text = translate("catalogue", "{name} is counted from now on: {after} {unit}")
        else:
            undo = partial(stock.adjust, product.id, product.on_hand, reason="undone")
            text = translate("catalogue", "Stock of {name} set from {before} to {after} {unit}")
        text = text.format(
            name=product.name, before=words.quantity(product.on_hand or 0),
            after=words.quantity(on_hand), unit=product.unit,
        )  # fmt: skip
        self._say(text, product.name, "package-variant-closed", undo)

    def stop_counting(self, product: Product) -> None:
        if product.on_hand is None:
            return
        stock.stop_counting(product.id)
        self._say(
            translate("catalogue", "{name} is no longer counted").format(name=product.name),
            product.name, "package-variant-closed",
            partial(stock.adjust, product.id, product.on_hand, reason="undone"),
        )  # fmt: skip

    # --- words and codes -------------------------------------------------------------------

    def add_alias(self, product: Product, phrase: str) -> None:
        catalogue.add_alias(product.id, phrase)
        text = translate("catalogue", "{name} is also found as \u201c{phrase}\u201d")
        self._say(
            text.format(name=product.name, phrase=phrase), product.name, "tag-outline",
            partial(catalogue.remove_alias, product.id, phrase.casefold()),
        )  # fmt: skip

    def remove_alias(self, product: Product, phrase: str) -> None:
        catalogue.remove_alias(product.id, phrase)
        text = translate("catalogue", "{name} is no longer found as \u201c{phrase}\u201d")
        self._say(
            text.format(name=product.name, phrase=phrase), product.name, "tag-outline",
            partial(catalogue.add_alias, product.id, phrase),
        )  # fmt: skip

    def add_barcode(self, product: Product, code: str, quantity: int) -> None:
        catalogue.add_barcode(product.id, code, quantity)
        text = translate("catalogue", "Barcode {code} now belongs to {name}")
        if is_broken(code):
            self._desk.notice(broken_text(), "warn")
        self._say(
            text.format(code=code, name=product.name), product.name, "barcode",
            partial(catalogue.remove_barcode, product.id, code),
        )  # fmt: skip

    def remove_barcode(self, product: Product, code: str, quantity: int) -> None:
        catalogue.remove_barcode(product.id, code)
        text = translate("catalogue", "Barcode {code} no longer means {name}")
        self._say(
            text.format(code=code, name=product.name), product.name, "barcode",
            partial(catalogue.add_barcode, product.id, code, quantity),
        )  # fmt: skip

    # --- price lists -----------------------------------------------------------------------

    def imported(self, name: str, report: ImportReport) -> None:
        """Says what an import did; it was done off the screen's thread."""
        words = self._desk.format
        if report.sequence is None:
            text = translate("catalogue", "{file}: everything is as it was, nothing was written")
            self._desk.say(text.format(file=name), None, "file-import-outline", name)
            return
        text = translate("catalogue", "{file}: {new} new, {changed} changed, {left} left out")
        self._say(
            text.format(
                file=name, new=words.number(report.created), changed=words.number(report.updated),
                left=words.number(report.skipped),
            ),
            name, "file-import-outline", partial(self._take_import_back, name, report.sequence),
        )  # fmt: skip

    def _take_import_back(self, name: str, sequence: int) -> object:
        report, words = catalogue_import.undo(sequence), self._desk.format
        assert report.sequence is not None
        self._redo = partial(self._import_again, name, report.sequence)
        text = translate(
            "catalogue",
            "{file} undone: {hidden} out of sale, {changed} as before, {left} left as they are",
        )
        self._desk.say(
            text.format(
                file=name, hidden=words.number(report.created),
                changed=words.number(report.updated), left=words.number(report.skipped),
            ),
            None, "undo-variant", name,
        )  # fmt: skip
        return _TOLD

    def _import_again(self, name: str, sequence: int) -> None:
        report, words = catalogue_import.redo(sequence), self._desk.format
        assert report.sequence is not None
        text = translate("catalogue", "{file} again: {new} back in sale, {changed} changed")
        self._say(
            text.format(
                file=name, new=words.number(report.created), changed=words.number(report.updated)
            ),
            name, "redo-variant", partial(self._take_import_back, name, report.sequence),
        )  # fmt: skip

    # --- inside ----------------------------------------------------------------------------

    def _say(self, text: str, bold: str, icon: str, undo: Undo) -> None:
        self._redo = None
        once = _Once(partial(self._take_back, undo, text, bold), self._undos)
        self._undos.append(once)
        del self._undos[:-_KEPT]
        self._desk.say(text, once, icon, bold)

    def _take_back(self, undo: Undo, text: str, bold: str) -> None:
        """Undoes it and says what that was: it may be long ago, and of another product."""
        if undo() is _TOLD:
            return
        text = translate("catalogue", "Taken back: {deed}").format(deed=text)
        self._desk.say(text, None, "undo-variant", bold)

    def _change_text(self, before: Product, after: Product, fields: list[str]) -> str:
        words = self._desk.format
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
