"""What the warehouse asks about missing goods, at the foot of the cart.

It never takes the focus by itself: F12 or a finger goes to it, 1-4 answer, Esc goes back. Whoever
is at it keeps the question that they read: another one never takes its place under their fingers.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gui.look.theme import Theme
from gui.order_entry.entry.choice_list import ChoiceList
from gui.order_entry.entry.quantity_check import QuantityCheck
from gui.order_entry.entry.result_row import ResultPainter
from gui.runtime.error_handler import guarded
from gui.shell.action_button import ActionButton
from gui.widgets.buttons.button import Button
from gui.widgets.containers.card import Card
from gui.widgets.fields.search_field import SearchField
from gui.widgets.text.labels import Label
from gui.words.error_messages import sentence
from gui.words.formatting import Formatting
from gui.words.state_words import short_reason_text
from gui.words.station_names import station_name
from models.catalogue import catalogue
from models.catalogue.catalogue import Product
from models.errors import ShopError
from models.fulfilment.questions import ANSWERS, OpenQuestions, Question
from models.search import product_search

if TYPE_CHECKING:
    from models.search.product_search import Hit

LIMIT = 20
NARROW = 860  # four answers in a row, or two and two


class QuestionCard(Card):
    """Shows the oldest question; the others are counted."""

    #: Carries the question and one of send, wait, drop.
    answered = Signal(object, str)
    #: Carries the question, the product to be sent instead, and how much of it (thousandths).
    substituted = Signal(object, object, int)
    #: The focus goes back to where it was.
    left = Signal()

    def __init__(self, theme: Theme, format: Formatting, go_to: ActionButton) -> None:
        super().__init__(theme, "info_soft", "on_info_soft", 10)
        self.theme, self._format = theme, format
        self.question: Question | None = None
        self._is_settled = False
        #: What is sent instead, while it is asked how much of it.
        self._instead: Product | None = None
        self.certainty = QuantityCheck()
        self._urgent: bool | None = None
        self.setAccessibleName(self.tr("Question from the warehouse"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        icon = "comment-question-outline"
        self._what = Label(theme, "", "card_title", "on_info_soft", icon)
        self._who = Label(theme, "", "second", "on_info_soft")
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(self._what)
        words.addWidget(self._who)
        head.addLayout(words, 1)
        head.addWidget(go_to)
        self._answers = QWidget()
        self._grid = QGridLayout(self._answers)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(8))
        self.buttons = self._build_answers()
        self._search = SearchField(theme, "", "Esc")
        self.field = self._search.field
        self.field.textEdited.connect(self._look)
        self.list = ChoiceList(ResultPainter(theme, format), self.tr("Products found"), _id_of)
        self.list.most = 5
        self.list.pressed_row.connect(self._chosen)
        self._amount = SearchField(theme, "", "Esc", "numeric")
        self._unit = Label(theme, "", "body", "text_muted")
        self._amount.row.insertWidget(1, self._unit)
        self.wrong = Label(theme, "", "second", "on_danger_soft", "alert-circle-outline")
        self._amount.field.textEdited.connect(self.wrong.hide)
        self._amount.field.returnPressed.connect(self._take_amount)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(10), theme.px(12), theme.px(10))
        column.setSpacing(theme.px(8))
        column.addLayout(head)
        for widget in (self._answers, self._search, self.list, self._amount, self.wrong):
            column.addWidget(widget)
        self._arrange(2)
        self.setMinimumWidth(theme.px(200))  # the cart's column is as wide as it is
        self._search_opened(False)
        self.hide()

    def _build_answers(self) -> list[Button]:
        texts = (
            (self.tr("Send what there is"), "package-variant"),
            (self.tr("Another product …"), "swap-horizontal"),
            (self.tr("Wait for it"), "timer-sand"),
            (self.tr("Without this line"), "playlist-remove"),
        )
        buttons = []
        for place, (choice, (text, icon)) in enumerate(zip(ANSWERS, texts, strict=True)):
            button = Button(self.theme, text, icon, "toolbar", str(place + 1))
            button.setProperty("choice", choice)
            button.clicked.connect(self._pressed)
            buttons.append(button)
        return buttons

    # --- what it shows ---------------------------------------------------------------------

    def show_questions(self, open_: OpenQuestions, mine: Sequence[Question], now: int) -> None:
        """`mine` are those to be answered here, the oldest first."""
        read = self.question if self._is_attended() else None
        still = [one for one in mine if _same(one, read)]
        if read is not None and not still:
            self._settle(read)
            return
        question = next(iter([*still, *mine]), None)
        if question is None or not _same(question, self.question):
            self._search_opened(False)
        self.question, self._is_settled = question, False
        self.setVisible(question is not None)
        if question is None:
            return
        self._what.set_text(self._words(question), self._format.order_number(question.number))
        self._show_urgency(open_.is_urgent(question, now))
        age = self._format.stopwatch(max(0, now - question.asked_at))
        who = self.tr("{station} asks, {age} ago").format(
            station=station_name(question.station), age=age
        )
        if len(mine) > 1:
            who += " · " + self.tr("%n more question(s)", "", len(mine) - 1)
        self._who.set_text(who)
        self.setAccessibleName(f"{self._what.text()}. {who}")

    def _is_attended(self) -> bool:
        """Whether somebody is about to answer: by the keys that go to it, or with the mouse."""
        focus = self.window().focusWidget()
        return focus is self or self.isAncestorOf(focus or self) or self.underMouse()

    def _settle(self, question: Question) -> None:
        """What was asked was found, changed or answered elsewhere: says so to who is answering."""
        if self._is_settled:
            return
        self._is_settled = True
        if self.isAncestorOf(self.window().focusWidget() or self):
            self.setFocus()  # what is still typed is not for the page below
        self._search_opened(False)
        self._answers.hide()
        number = self._format.order_number(question.number)
        text = self.tr("{number}: nothing to answer any more about {name}")
        self._what.set_text(text.format(number=number, name=question.name), number)
        self._who.set_text(self.tr("The warehouse or another counter settled it. Esc goes on."))
        self.setAccessibleName(f"{self._what.text()}. {self._who.text()}")

    def forget(self) -> None:
        """What stood there is answered: the next question may take its place."""
        self.question = None

    def _leave(self) -> None:
        """Back to the page; what was settled is done with."""
        if self._is_settled:
            self.question, self._is_settled = None, False
            self.hide()
        self.left.emit()

    def _words(self, question: Question) -> str:
        form = self._format
        text = self.tr("{number}: {missing} of {ordered} {name} missing ({reason})")
        return text.format(
            number=form.order_number(question.number),
            missing=form.quantity(question.quantity),
            ordered=f"{form.quantity(question.ordered)} {question.unit}".strip(),
            name=question.name,
            reason=short_reason_text(question.reason),
        )

    def _show_urgency(self, urgent: bool) -> None:
        if urgent == self._urgent:
            return
        self._urgent = urgent
        kind = "warn" if urgent else "info"
        self._show_edge()
        self._what.set_token(f"on_{kind}_soft")
        self._what.set_icon("bell-ring-outline" if urgent else "comment-question-outline")
        self._who.set_token(f"on_{kind}_soft")

    def _show_edge(self) -> None:
        """Whether the keys 1-4 are its own now is seen."""
        kind = "warn" if self._urgent else "info"
        if self.hasFocus():
            self.set_look(f"{kind}_soft", "accent", 3)
        else:
            self.set_look(f"{kind}_soft", f"on_{kind}_soft", 2 if self._urgent else 1)

    @guarded()
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_edge()

    @guarded()
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_edge()

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(2 if self.width() < self.theme.px(NARROW) else 4)

    def _arrange(self, columns: int) -> None:
        for place, button in enumerate(self.buttons):
            self._grid.addWidget(button, place // columns, place % columns)

    # --- answering -------------------------------------------------------------------------

    def take_focus(self) -> None:
        """F12: the keys 1-4 are its own now."""
        if self.question is not None:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _pressed(self) -> None:
        self._answer(self.sender().property("choice"))

    def _answer(self, choice: str) -> None:
        if self._is_settled:
            return
        if choice == "substitute":
            self._search_opened(True)
        elif self.question is not None:
            self.answered.emit(self.question, choice)

    @property
    def is_searching(self) -> bool:
        return not self._search.isHidden()

    def _search_opened(self, opened: bool) -> None:
        self._instead = None
        self.certainty.forget()
        self._answers.setVisible(not opened)
        self._search.setVisible(opened)
        for widget in (self.list, self._amount, self.wrong):
            widget.hide()
        self.field.setText("")
        if opened and self.question is not None:
            hint = self.tr("Which product instead of {quantity} {unit}?").format(
                quantity=self._format.quantity(self.question.quantity), unit=self.question.unit
            )
            self.field.setPlaceholderText(hint)
            self.field.setAccessibleName(hint)
            self.field.setFocus()

    def _look(self, text: str) -> None:
        found: Sequence[Hit] = product_search.search(text, LIMIT) if text.strip() else ()
        self.list.offer([hit for hit in found if not self._is_asked(hit)])
        has_hits = self.list.rows.rowCount() > 0
        self.list.setVisible(has_hits)
        self.wrong.set_text(self.tr("No other product is called that."))
        self.wrong.setVisible(bool(text.strip()) and not has_hits)

    def _is_asked(self, product: Product) -> bool:
        return self.question is not None and product.id == self.question.product_id

    def _chosen(self, product: Product) -> None:
        """As much of it as is missing; where it is sold by another unit, that is asked."""
        if self.question is None:
            return
        if product.unit == self.question.unit:
            self.substituted.emit(self.question, product, self.question.quantity)
            return
        self._instead = product
        self._search.hide()
        self.list.hide()
        hint = self.tr("How many {unit} of {name}?").format(unit=product.unit, name=product.name)
        self._amount.field.setPlaceholderText(hint)
        self._amount.field.setAccessibleName(hint)
        self._amount.field.setText("")
        self._unit.set_text(product.unit)
        self._amount.show()
        self._amount.field.setFocus()

    def _take_amount(self) -> None:
        """How much of it was said; or what is wrong with that, below it."""
        product = self._instead
        if product is None:
            return
        try:
            text, packs = self._amount.text(), catalogue.packs(product.id)
            quantity = self._format.parse_quantity(text, product.unit, packs)
            self.certainty.check(product.id, quantity, product.unit)
        except ShopError as error:
            self.wrong.set_text(sentence(error, self._format))
            self.wrong.show()
            self._amount.field.selectAll()
        else:
            self.substituted.emit(self.question, product, quantity)

    @guarded()
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._is_settled and not self._is_attended():
            self._leave()

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        # Letters, digits, Enter and Esc are meant for the card while it has the focus.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            mine = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            mine = mine and (bool(event.text()) or event.key() == Qt.Key.Key_Escape)
            event.setAccepted(mine)
            return mine
        return super().event(event)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, opened = event.key(), self.is_searching
        place = key - Qt.Key.Key_1
        if key == Qt.Key.Key_Escape:
            self._step_back()
        elif opened and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.list.step(-1 if key == Qt.Key.Key_Up else 1)
        elif opened and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.list.isVisible():
                self._chosen(self.list.current)
        elif not opened and 0 <= place < len(ANSWERS):
            self._answer(ANSWERS[place])
        elif not opened and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.window().focusWidget()
            if self._is_settled:
                self._leave()
            elif isinstance(focused, Button):
                focused.click()

    def _step_back(self) -> None:
        if self._instead is not None:
            self._search_opened(True)
        elif self.is_searching:
            self._search_opened(False)
            self.setFocus()
        else:
            self._leave()


def _same(one: Question, other: Question | None) -> bool:
    return other is not None and (one.order_id, one.line) == (other.order_id, other.line)


def _id_of(product: Product) -> int:
    return product.id
