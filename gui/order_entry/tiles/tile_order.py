"""Putting the favourites in order: each act is one entry in the journal, and can be taken back."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from gui.shell.app_context import AppContext
from models.catalogue import catalogue, favourites
from models.catalogue.catalogue import Product
from models.events import Receipt

if TYPE_CHECKING:
    from collections.abc import Callable

translate = QCoreApplication.translate


class TileOrder:
    """The verbs of the tiles. Errors fly."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._done: list[int] = []
        self._undone: list[int] = []

    def star(self, product_id: int) -> None:
        """Makes a product a favourite, or takes its tile away. Raises `UnknownProduct`."""
        product = catalogue.product(product_id)
        if product.favourite is None:
            text = translate("order_entry", "{name} added to favourites")
            self._context.run(
                partial(favourites.add, product.id), partial(self._keep, text, product, "star")
            )
        else:
            text = translate("order_entry", "{name} removed from favourites")
            self._context.run(
                partial(favourites.remove, product.id),
                partial(self._keep, text, product, "star-off-outline"),
            )

    def move(self, product: Product, onto: Product, category: str) -> None:
        """A tile takes another one's place, among all favourites or those of a category."""
        text = translate("order_entry", "{name} moved")
        self._context.run(
            partial(favourites.move, product.id, onto.id, category),
            partial(self._keep, text, product, "cursor-move"),
        )

    def undo(self) -> bool:
        """Takes the last act back; False when there is none."""
        return self._turn(self._done, self._undone)

    def redo(self) -> bool:
        return self._turn(self._undone, self._done)

    def _turn(self, source: list[int], target: list[int]) -> bool:
        if not source:
            return False

        def turned(again: Receipt[Any]) -> None:
            if again.sequence is not None:
                target.append(again.sequence)

        self._context.undo(source.pop(), turned)
        return True

    def _keep(self, text: str, product: Product, icon: str, done: Receipt[None]) -> None:
        if done.sequence is None:
            return  # somebody else was first
        self._done.append(done.sequence)
        self._undone.clear()
        undo: Callable[[], object] = self.undo
        self._context.say(text.format(name=product.name), undo, icon, product.name)
