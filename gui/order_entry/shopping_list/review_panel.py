"""A pasted shopping list: the customer's words beside what they became, before any of it counts."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.answers.answer import Answer
from gui.answers.copying import copy_answer, copy_in_other_language
from gui.order_entry.cart.cart_editor import CartEditor
from gui.order_entry.inbox_controller import InboxController
from gui.order_entry.shopping_list.list_review import ListReview, State
from gui.order_entry.shopping_list.review_layout import ReviewLayout
from gui.order_entry.shopping_list.word_row import WordRow
from gui.runtime.error_handler import guarded
from gui.shell.app_context import AppContext
from gui.words.error_messages import sentence
from models.catalogue import catalogue
from models.errors import ShopError
from models.search import product_search
from models.shopping_list import shopping_list
from models.shopping_list.shopping_list import Reading

translate = QCoreApplication.translate

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReviewPanel(QWidget):
    """1–8 choose, 0 skips, Tab goes to the next question, Ctrl+Enter puts it into the cart."""

    #: The list is in the cart, or was given up; carries when it is wanted, in the words said.
    closed = Signal(str)
    #: It was given up and is wanted again; carries what `restore_state` takes.
    reopened = Signal(object)

    def __init__(self, context: AppContext, basket: CartEditor, inbox: InboxController) -> None:
        super().__init__()
        self._context, self._basket, self._inbox = context, basket, inbox
        self._review: ListReview | None = None
        self._text = ""
        self._begun = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("order_entry", "Shopping list"))
        self._actions = {
            id: context.actions.bind(self, id, handler) for id, handler in self._handlers().items()
        }
        self.pieces = pieces = ReviewLayout(self, context, self._actions)
        pieces.painter.opened.connect(self._open)
        pieces.painter.chosen.connect(self._choose)
        pieces.painter.amount_opened.connect(self._open_amount)
        pieces.painter.amount_chosen.connect(self._choose_amount)
        pieces.amount.entered.connect(self._answer_amount)
        pieces.amount.stepped.connect(self._step_amount)
        pieces.words.pressed_row.connect(self._open_words)
        pieces.search.field.textEdited.connect(self._look)

    @property
    def review(self) -> ListReview | None:
        """The list that is open, None while it is being read."""
        return self._review

    def begin(self, text: str) -> None:
        """Reads the text on another thread; it is never stored.

        What was answered before to the same words of a list that is changed stays answered.
        """
        before, self._review, self._text = self._review, None, text
        self._begun += 1
        self.pieces.wait()
        self.setFocus()
        self._context.background.ask(
            partial(shopping_list.read_list, text),
            partial(self._show_reading, self._begun, before),
            owner=self,
        )

    def save_state(self) -> tuple[object, ...]:
        """The list with its answers, its words as they are edited, and which message it is."""
        return self._text, self._review, self.pieces.edited_text(), self._inbox.in_hand

    def restore_state(self, carried: object) -> None:
        """Goes on where the pane before this one was."""
        assert isinstance(carried, tuple)
        self._text, review, edited, self._inbox.in_hand = carried
        if review is None:  # it is still being read
            self.begin(self._text)
            return
        self._go_through(review)
        if edited is not None:
            self.pieces.edit(review.reading.text, edited)

    def take_focus(self) -> None:
        self.setFocus()

    # --- keys ------------------------------------------------------------------------------

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "list.accept": self._accept,
            "list.next": self._next,
            "list.skip": self._skip,
            "list.search": self._search,
            "list.take_up": self._take_up_next,
            "list.copy": self._copy,
            "list.copy_other": self._copy_other,
            "list.change": self._change,
            "list.cancel": self._cancel,
        }

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 4, Qt.Key.Key_Left: -4,
        }  # fmt: skip
        review, key = self._review, event.key()
        if review is None:
            super().keyPressEvent(event)
        elif event.text().isdecimal() and event.text() != "0":
            self._choose(int(event.text()) - 1)
        elif key in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._enter()
        elif key in steps and review.open >= 0:
            half = (len(review.wishes[review.open].choices) + 1) // 2
            by = steps[Qt.Key(key)]
            review.mark(by if abs(by) == 1 else half * (1 if by > 0 else -1))
            self._show()
        else:
            super().keyPressEvent(event)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.pieces.arrange(self.width())

    def _enter(self) -> None:
        """Takes the marked choice; with nothing left to ask and looked for, the whole list."""
        review, search = self._review, self.pieces.search
        if review is None:
            return
        if review.open >= 0 and review.wishes[review.open].choices:
            self._choose(review.marked)
        elif search.isVisible():
            self._found_nothing(search.field.text().strip())
        elif not review.questions:
            self._accept()

    def _choose(self, number: int) -> None:
        if self._review is not None and self._review.choose(number):
            self._close_search()
            self._show()

    def _open(self, at: int) -> None:
        if self._review is not None and self._takes_typed():
            self._close_search()
            if self._review.open == at and self._review.is_amount_open:
                self._review.open_product()
            else:
                self._review.open_wish(-1 if self._review.open == at else at)
            self._show()
            if self._review.open == at and not self._review.wishes[at].choices:
                self._search()

    # --- how much --------------------------------------------------------------------------

    def _open_amount(self, at: int) -> None:
        if self._review is not None and self._takes_typed():
            self._close_search()
            self._review.open_wish(at, amount=True)
            self._show()

    def _choose_amount(self, number: int) -> None:
        if self._review is not None:
            self._review.marked = number
            self._answer_amount("")

    def _step_amount(self, by: int) -> None:
        if self._review is not None:
            self._review.mark(by)
            self._show()

    def _takes_typed(self) -> bool:
        """An amount that was typed counts without Enter as well; False where it is none."""
        typed = self.pieces.typed_amount()
        return not typed or self._answer_amount(typed)

    def _answer_amount(self, text: str) -> bool:
        """What was typed, `2 dus` and `0,5` as well; the amount that is marked for nothing."""
        review = self._review
        product = review.wishes[review.open].product if review and review.open >= 0 else None
        if review is None or product is None:
            return False
        try:
            quantity = None
            if text:
                packs = catalogue.packs(product.id)
                quantity = self._context.format.parse_quantity(text, product.unit, packs)
        except ShopError as error:
            self.pieces.complain(sentence(error, self._context.format))
            self.pieces.amount.selectAll()
            return False
        if not review.answer_amount(quantity):
            self.pieces.complain(translate("order_entry", "Type how much it is"))
            return False
        self.pieces.complain("")
        self._show()
        return True

    # --- the words -------------------------------------------------------------------------

    def _open_words(self, row: WordRow) -> None:
        """A piece of the customer's message was pressed: what it became."""
        if row.wishes:
            self._open(row.wishes[0])
        elif row.is_talk:
            self._take_up(row)

    def _take_up_next(self) -> None:
        """F4: the first words that were set aside are a wish after all."""
        rows = self.pieces.words.rows.rows
        if row := next((row for row in rows if row.is_talk), None):
            self._take_up(row)

    def _take_up(self, row: WordRow) -> None:
        if self._review is not None and self._takes_typed():
            self._close_search()
            self._review.take_up(row.text, row.line)
            self._show()
            if not self._review.wishes[self._review.open].choices:
                self._search()

    def _next(self) -> None:
        if self.pieces.typed_amount():
            self._takes_typed()
        elif self._review is not None:
            self._close_search()
            self._review.go_on(self._review.open)
            self._show()

    def _skip(self) -> None:
        if self._review is not None:
            self._close_search()
            self._review.skip()
            self._show()

    # --- looking for it oneself ------------------------------------------------------------

    def _search(self) -> None:
        """For the open wish, else for the first one that is not in the catalogue."""
        review = self._review
        if review is None:
            return
        if review.open < 0:
            missing = (at for at, w in enumerate(review.wishes) if w.state is State.MISSING)
            review.open_wish(next(missing, -1))
        if review.open >= 0:
            self.pieces.open_search(review.wishes[review.open].proposal.source)
            self._show()

    def _look(self, text: str) -> None:
        if self._review is not None:
            self._review.offer(product_search.search(text, 8))
            self.pieces.complain("")
            self._show()

    def _found_nothing(self, text: str) -> None:
        nothing = translate("order_entry", "No product like \u201c{text}\u201d")
        first = translate("order_entry", "Type what to look for")
        self.pieces.complain(nothing.format(text=text[:40]) if text else first)
        self.pieces.search.field.selectAll()

    def _close_search(self) -> None:
        self.pieces.complain("")
        if self.pieces.search.isVisible():
            self.pieces.close_search()
            self.setFocus()

    # --- the text --------------------------------------------------------------------------

    def _change(self) -> None:
        """F2: the words can be edited; F2 again reads them anew."""
        edited = self.pieces.edited_text()
        if edited is not None:
            self.begin(edited)
        elif self._review is not None:
            self.pieces.edit(self._review.reading.text)

    def _reads_changes(self) -> bool:
        """Words that were changed and not read yet are read before anything is made of the list."""
        edited = self.pieces.edited_text()
        if edited is None or not self.pieces.has_changes:
            return False
        self.begin(edited)
        text = translate("order_entry", "What you changed was read first: look at the list again")
        self.pieces.complain(text)
        return True

    def _cancel(self) -> None:
        """Esc closes what is open on top, and at last the list."""
        review = self._review
        edits = self.pieces.editor.hasFocus()
        if self.pieces.search.isVisible() and review is not None and not edits:
            self._close_search()
            if review.is_taken_in_vain:
                review.skip()
            self._show()
        elif self.pieces.is_editing and review is not None:
            carried, had_changes = self.save_state(), self.pieces.has_changes
            self.pieces.stop_editing()
            self.setFocus()
            if had_changes:
                text = translate("order_entry", "The words stay as they were")
                self._context.say(text, partial(self._edit_on, carried), "pencil-outline")
        elif self.pieces.typed_amount():
            self._show()
        else:
            self.give_up()

    def _edit_on(self, carried: object) -> None:
        if self._review is not None:
            self.restore_state(carried)

    def give_up(self) -> None:
        """Nothing of it counts; it can be taken up again with its answers."""
        carried = self.save_state()
        self._leave("")
        text = translate("order_entry", "The shopping list is closed")
        self._context.say(text, partial(self._want_again, carried), "clipboard-list-outline")

    def _want_again(self, carried: tuple[object, ...]) -> None:
        if not self.isHidden():
            return  # another list is in front by now
        reopen = partial(self.reopened.emit, carried)
        if isinstance(message := carried[-1], int):
            self._inbox.take_again(message, reopen)
        else:
            reopen()

    def _leave(self, wanted: str) -> None:
        self._review = None
        self._begun += 1  # what is still being read comes too late
        self._inbox.give_back()
        self.closed.emit(wanted)

    def _copy(self) -> None:
        """The answer to the list as it stands, before it is in the cart."""
        self._answer_with(copy_answer)

    def _copy_other(self) -> None:
        self._answer_with(copy_in_other_language)

    def _answer_with(self, copy: Callable[[AppContext, Answer], None]) -> None:
        if self._review is None or not self._takes_typed() or self._reads_changes():
            return
        try:
            answer = self._review.answer(tax_included=self._basket.cart.tax_included)
        except ShopError as error:
            self.pieces.complain(sentence(error, self._context.format))
            return
        copy(self._context, answer)

    # --- into the cart ---------------------------------------------------------------------

    def _accept(self) -> None:
        review = self._review
        if review is None or not self._takes_typed() or self._reads_changes():
            return
        if review.questions or not review.wanted():
            return
        try:
            self._basket.add_all(review.wanted(), "list")
        except ShopError as error:
            self.pieces.complain(sentence(error, self._context.format))
            return
        for source, product_id, quantity in review.answers():
            self._context.run(partial(shopping_list.learn, source, product_id, quantity))
        self._inbox.finish()
        self._leave(review.reading.wanted)

    def _show_reading(self, begun: int, before: ListReview | None, reading: Reading) -> None:
        if begun != self._begun:
            return
        review = ListReview(reading)
        if before is not None:
            review.take_answers(before)
        self._go_through(review)

    def _go_through(self, review: ListReview) -> None:
        self._review = review
        self.pieces.stop_editing()
        is_of_inbox = self._inbox.in_hand is not None
        self.pieces.show_reading(review.reading, is_of_inbox=is_of_inbox)
        self.setFocus()
        self._show()

    def _show(self) -> None:
        if self._review is not None:
            self.pieces.show_review(self._review)
