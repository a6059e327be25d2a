"""Who the box is talking with: the search, or one of the small questions, and what was answered."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from gui.order_entry.cart.cart_editor import CartEditor
from gui.order_entry.cart.price_changes import price_text
from gui.order_entry.entry.item_entry import ItemEntry
from gui.order_entry.entry.price_card import PriceCard
from gui.order_entry.entry.prompts import Prompt
from gui.order_entry.entry.search import LINE_COMMANDS, PricePrompt, SearchPrompt
from gui.order_entry.entry.search_results import SearchResults
from gui.order_entry.entry.verdict_strip import VerdictStrip
from gui.shell.app_context import AppContext
from gui.words.error_messages import sentence
from models.amounts import ONE
from models.catalogue.catalogue import Product
from models.errors import ShopError
from models.orders.cart import OtherPrice
from models.text.quantity_parsing import ONCE

_STEPS = {"\u2191": -1, "\u2193": 1}


class ItemEntryController(QObject):
    """Begins with the search and always comes back to it."""

    #: The box asks something else now.
    turned = Signal()
    #: A question was answered; carries its `Prompt`.
    answered = Signal(object)
    #: Something could not be added; carries the error.
    refused = Signal(object)
    #: A key or a pressed hint means this command of the window.
    commanded = Signal(str)

    def __init__(
        self,
        context: AppContext,
        basket: CartEditor,
        box: ItemEntry,
        verdict: VerdictStrip,
        card: PriceCard,
    ) -> None:
        super().__init__(box)
        self._context, self._box, self._verdict, self._card = context, box, verdict, card
        self.finder = SearchResults(context, box)
        box.add_below(card)
        self.search = SearchPrompt(context, basket, box, self.finder, verdict)
        self.prompt: Prompt = self.search
        box.typed.connect(self._typed)
        box.hint_pressed.connect(self._hint_pressed)
        box.entry.entered.connect(self.enter)
        box.entry.stepped.connect(self._stepped)
        box.entry.escaped.connect(self._escaped)
        box.entry.erased.connect(self._erased)
        box.entry.left_to_window.connect(self._key_left)
        self.finder.list.pressed_row.connect(self._hit_pressed)
        basket.changed.connect(self._cart_changed)
        basket.repriced.connect(self._tell_price)

    # --- what is asked ---------------------------------------------------------------------

    def turn_to(self, prompt: Prompt) -> None:
        """What is half typed stays where the key of the same question is pressed once more."""
        is_same = type(prompt) is type(self.prompt) and prompt is not self.search
        half_typed = self._box.text() if is_same and self._box.entry.isModified() else ""
        self.prompt = prompt
        if prompt is not self.search:
            self.search.turn_elsewhere()
        self.finder.forget()  # what was found, or is still looked for, answers no other question
        self._box.ask(prompt.question())
        if half_typed:
            self._box.take_up(half_typed)
        if prompt is self.search:
            self.search.set_times(ONCE)
        prompt.typed(self._box.text())
        self.turned.emit()

    def back(self) -> None:
        """To the search."""
        self.turn_to(self.search)

    def again_or(self, kind: type[Prompt], build: Callable[[], Prompt]) -> None:
        """The key of a question pressed twice asks its other half."""
        if isinstance(self.prompt, kind) and self.prompt.again():
            self.turn_to(self.prompt)
        else:
            self.turn_to(build())

    def focus(self) -> None:
        """F2: the search, with whatever stands in it marked."""
        if self.prompt is not self.search:
            self.back()
        self._box.take_focus()
        self._box.entry.selectAll()

    def check_prices(self) -> None:
        self.turn_to(PricePrompt(self._box, self.finder, self._card))

    @property
    def marked_hit(self) -> Product | None:
        """The product that Enter would take from an open list."""
        return self.finder.marked

    # --- what comes in ---------------------------------------------------------------------

    def _tell_price(self, price: OtherPrice) -> None:
        text = price_text(price, self._context.format)
        self._verdict.tell("warn", self.tr("New price"), f"{price.name} {text}")

    def scanned(self, code: str) -> None:
        """A scan never types into the field; a price check that is in sight only looks."""
        try:
            if isinstance(self.prompt, PricePrompt) and self._box.isVisible():
                self.prompt.scanned(code)
            else:
                self.search.scanned(code)
        except ShopError as error:
            self._refuse(error)

    def add(self, product: Product) -> None:
        """A tile or a hit was pressed."""
        if self.prompt is not self.search:
            self.back()
        try:
            self.search.add(product, ONE, "keyed")
        except ShopError as error:
            self._refuse(error)

    def enter(self) -> None:
        """The answer is given; while the search is still looking, as soon as it has found."""
        if self.finder.wait_for(self.enter):
            return
        prompt = self.prompt
        try:
            done = prompt.entered(self._box.text())
        except ShopError as error:
            if prompt is self.search:
                self._refuse(error)
            else:
                self._complain(error)
            return
        if done and prompt is not self.search:
            self.back()
            self._box.entry.hush()
            self.answered.emit(prompt)

    def _refuse(self, error: ShopError) -> None:
        self.search.turn_elsewhere()
        self.refused.emit(error)

    def _cart_changed(self) -> None:
        """What was asked about one line is not answered about another: scanned, undone, clicked."""
        if isinstance(self.prompt, SearchPrompt | PricePrompt):
            self.search.show_hints()
            return
        if not (self._box.entry.isModified() and self.prompt.goes_on()):
            self.back()

    def _typed(self, text: str) -> None:
        try:
            self.prompt.typed(text)
        except ShopError as error:
            self._box.tell_wrong(sentence(error, self._context.format))

    def _complain(self, error: ShopError) -> None:
        self._box.complain(sentence(error, self._context.format))

    def _stepped(self, by: int) -> None:
        self.prompt.stepped(by)

    def _escaped(self) -> None:
        if self.prompt is not self.search:
            self.back()
        elif not self.search.clear():
            self._verdict.clear()

    def _erased(self) -> None:
        if self.prompt is self.search:
            self.search.erase()

    def _key_left(self, key: int) -> None:
        self.commanded.emit(self._context.actions.bare_keys(*LINE_COMMANDS)[Qt.Key(key)])

    def _hint_pressed(self, key: str) -> None:
        """What the key would do, for a finger."""
        if key in _STEPS:
            self._stepped(_STEPS[key])
        elif key == "Enter":
            self.enter()
        elif key == "Esc":
            self._escaped()
        else:
            for id in self._context.actions.commands:
                if id.startswith("order.") and self._context.actions.key(id) == key:
                    self.commanded.emit(id)

    def _hit_pressed(self, product: Product) -> None:
        if isinstance(self.prompt, PricePrompt):
            self.prompt.show(product)
        else:
            self.add(product)
