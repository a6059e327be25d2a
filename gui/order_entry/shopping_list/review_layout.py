"""Where the pieces of the list review stand."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.input.actions import allow
from gui.look.theme import Theme
from gui.order_entry.plurals import Plurals
from gui.order_entry.shopping_list.amount_field import AmountField
from gui.order_entry.shopping_list.item_row import ItemPainter
from gui.order_entry.shopping_list.list_review import ItemRow, ListReview, State
from gui.order_entry.shopping_list.word_row import WordPainter, WordRow, word_rows
from gui.runtime.error_handler import guarded
from gui.shell.action_button import ActionButton
from gui.shell.app_context import AppContext
from gui.widgets.containers.card import Card, Line, Panel
from gui.widgets.containers.empty_state import EmptyState
from gui.widgets.containers.flow import in_a_flow
from gui.widgets.fields.draft import put_value
from gui.widgets.fields.search_field import SearchField
from gui.widgets.rows.painted_rows import RowList
from gui.widgets.text.chip import Badge, Chip
from gui.widgets.text.labels import Label
from gui.widgets.text.sums import BigSum
from models.shopping_list.shopping_list import Reading

translate = QCoreApplication.translate


class ReviewLayout:
    """Builds and places them; `actions` are the pane's commands."""

    def __init__(self, pane: QWidget, context: AppContext, actions: dict[str, QAction]) -> None:
        self._pane, self._theme, self._format = pane, context.theme, context.format
        theme = context.theme
        self._title = Label(
            theme,
            translate("order_entry", "Shopping list"),
            "page_title",
            "text",
            "clipboard-list-outline",
            "accent",
        )
        self._chips = [Chip(theme) for _ in range(3)]
        self.privacy = Label(theme, "", "second", "text_muted", "shield-check-outline", "ready")
        self.painter = ItemPainter(theme, context.format)
        self._head = ItemHead(theme, self.painter)
        self.wishes = RowList(
            self.painter, translate("order_entry", "What was understood"), _wish_place
        )
        self._word_painter = WordPainter(theme)
        self.words = RowList(
            self._word_painter, translate("order_entry", "Customer's message"), _word_place
        )
        for rows in (self.wishes, self.words):
            rows.setUniformItemSizes(False)
        self.amount = AmountField(theme, self.wishes.viewport())
        self.wishes.verticalScrollBar().valueChanged.connect(self._place_amount)
        self._review: ListReview | None = None
        self.editor = QPlainTextEdit()
        self.editor.setAccessibleName(translate("order_entry", "Customer's message"))
        self.editor.setTabChangesFocus(True)
        self.search = SearchField(theme, translate("order_entry", "Look for the product"))
        self._search_row = QWidget()
        inside = QHBoxLayout(self._search_row)
        inside.setContentsMargins(*[theme.px(8)] * 4)
        inside.addWidget(self.search)
        self._search_row.hide()
        self._change = ActionButton(theme, actions["list.change"], "toolbar")
        self._next = ActionButton(theme, actions["list.next"])
        self._look = ActionButton(theme, actions["list.search"])
        self._cancel = ActionButton(theme, actions["list.cancel"])
        self._accept = ActionButton(theme, actions["list.accept"], "pay")
        self._actions = actions
        self._lines = Label(theme, "", "body", "text_muted", align=Qt.AlignmentFlag.AlignRight)
        self._total = BigSum(theme, "figure")
        self.trouble = Label(theme, "", "body_strong", "on_danger_soft", "alert-circle-outline")
        self.trouble.hide()
        self._lay_out(pane)

    @property
    def is_editing(self) -> bool:
        return self._left.currentIndex() == 1

    def arrange(self, width: int) -> None:
        left = max(self._theme.px(300), min(self._theme.px(480), width // 4))
        self._panel.setFixedWidth(left)
        self._word_painter.width = left
        self._panel.setVisible(width >= self._theme.px(760))
        for widget in (self._look, self._lines, self._total):
            widget.setVisible(width >= self._theme.px(1000))
        self.words.scheduleDelayedItemsLayout()
        self.wishes.doItemsLayout()
        self._place_amount()

    def wait(self) -> None:
        """The list is being read."""
        self._right.setCurrentIndex(1)
        self._empty.say(translate("order_entry", "Reading the list\u2026"))
        self.complain("")

    def complain(self, text: str) -> None:
        self.trouble.set_text(text)
        self.trouble.setVisible(bool(text))

    # --- editing and searching -------------------------------------------------------------

    def edit(self, text: str, edited: str | None = None) -> None:
        """The words for the keyboard, which goes on below them; `edited` as they were changed
        before."""
        self.editor.setPlainText(text.rstrip("\n") + "\n")
        if edited is not None and edited != self.editor.toPlainText():
            put_value(self.editor, edited)
        self.editor.moveCursor(QTextCursor.MoveOperation.End)
        self._left.setCurrentIndex(1)
        self._actions["list.change"].setText(translate("order_entry", "Read again"))
        self.editor.setFocus()

    def stop_editing(self) -> None:
        self._left.setCurrentIndex(0)
        self._actions["list.change"].setText(translate("order_entry", "Change"))

    def edited_text(self) -> str | None:
        """The words as they are being edited, None when they are not."""
        return self.editor.toPlainText() if self.is_editing else None

    @property
    def has_changes(self) -> bool:
        """Whether words were changed that were not read again."""
        return self.is_editing and self.editor.document().isModified()

    def typed_amount(self) -> str:
        """What stands in the field of the amount and was not entered."""
        return "" if self.amount.isHidden() else self.amount.text().strip()

    def open_search(self, source: str) -> None:
        self.search.field.setText("")
        self.search.field.setPlaceholderText(
            translate("order_entry", "Look for \u201c{words}\u201d").format(words=source)
        )
        self._search_row.show()
        self.search.field.setFocus()

    def close_search(self) -> None:
        self._search_row.hide()

    # --- showing ---------------------------------------------------------------------------

    def show_reading(self, reading: Reading, *, is_of_inbox: bool = False) -> None:
        """What was taken out, what was too much, and how long the words are kept."""
        self.close_search()  # what was looked for was of another list
        words = []
        if reading.removed_personal_data:
            count = reading.removed_personal_data
            words.append(Plurals().removed(count))
        kept = translate("order_entry", "Deleted from the inbox once it is in the cart.")
        words.append(kept if is_of_inbox else translate("order_entry", "The text is not stored."))
        if reading.left_out:
            words.append(Plurals().not_read(reading.left_out))
        self.privacy.set_text(" \u00b7 ".join(words))

    def show_review(self, review: ListReview) -> None:
        sure = review.count(State.SURE, State.CHOSEN)
        missing = review.count(State.MISSING, State.SKIPPED)
        self._show_chips(sure, review.questions, missing)
        self.painter.measure(rows := review.rows())
        self._head.update()
        self.wishes.rows.show(rows)
        self.wishes.scheduleDelayedItemsLayout()
        self.words.rows.show(word_rows(review))
        self.words.viewport().update()
        self._right.setCurrentIndex(0 if review.wishes else 1)
        self._empty.say(
            translate("order_entry", "No product is named in this text"),
            translate("order_entry", "Change the text, or go back and type the order."),
        )
        if review.open >= 0:
            self.wishes.doItemsLayout()
            self.wishes.scrollTo(self.wishes.rows.index(review.open, 0))
        self._show_amount(review)
        self._lines.set_text(Plurals().lines_found(sure))
        self._total.show_sum(self._format.money(review.total))
        due = Plurals().answers_due(review.questions) if review.questions else ""
        self._accept.set_second_line(due)
        allow(self._actions["list.accept"], not due and sure > 0, due)
        self._actions["list.next"].setEnabled(review.questions > 0)
        can_skip = review.open >= 0 and not (self.search.isVisible() or review.is_amount_open)
        self._actions["list.skip"].setEnabled(can_skip)
        nothing = translate("order_entry", "No product is named in this text")
        for command in ("list.copy", "list.copy_other"):
            allow(self._actions[command], bool(review.wishes), nothing)
        talk = any(row.is_talk for row in self.words.rows.rows)
        self._actions["list.take_up"].setEnabled(talk)
        self._actions["list.search"].setEnabled(review.open >= 0 or missing > 0)

    def _show_amount(self, review: ListReview) -> None:
        """The field in the open row, as long as how much is asked."""
        was, self._review = self.amount.isVisible(), review
        self.amount.setVisible(review.is_amount_open)
        self.amount.setText("")
        self._place_amount()
        if review.is_amount_open:
            amounts = review.rows()[review.open].amounts
            marked = self._format.quantity(amounts[review.marked]) if amounts else ""
            self.amount.setPlaceholderText(marked)
            self.amount.setFocus()
        elif was:
            self._pane.setFocus()

    def _place_amount(self) -> None:
        """Over the amount of the open row, wherever the list is scrolled."""
        if self._review is not None and self.amount.isVisible():
            row = self.wishes.visualRect(self.wishes.rows.index(self._review.open, 0))
            self.amount.setGeometry(self.painter.amount_box(row))

    def _show_chips(self, sure: int, asked: int, missing: int) -> None:
        texts = (
            (sure, Plurals().found(sure), "ready", "check-circle"),
            (asked, Plurals().to_choose(asked), "warn", "help-circle"),
            (
                missing,
                Plurals().left_out(missing),
                "danger",
                "close-circle",
            ),
        )
        for chip, (count, text, kind, icon) in zip(self._chips, texts, strict=True):
            chip.show_badge(Badge(text, kind, icon))
            chip.setVisible(count > 0)

    # --- building --------------------------------------------------------------------------

    def _lay_out(self, pane: QWidget) -> None:
        px = self._theme.px
        column = QVBoxLayout(pane)
        column.setContentsMargins(*[px(16)] * 4)
        column.setSpacing(px(12))
        column.addWidget(in_a_flow(px(8), self._title, *self._chips, self.privacy, spread=True))
        middle = QHBoxLayout()
        middle.setSpacing(px(16))
        middle.addWidget(self._words_panel())
        middle.addWidget(self._wishes_panel(), 1)
        column.addLayout(middle, 1)
        column.addWidget(self.trouble)
        foot = QHBoxLayout()
        foot.setSpacing(px(12))
        for button in (self._cancel, self._next, self._look):
            foot.addWidget(button)
        foot.addStretch(1)
        sums = QVBoxLayout()
        sums.setSpacing(0)
        self._total.setMinimumWidth(px(200))
        sums.addWidget(self._lines)
        sums.addWidget(self._total)
        foot.addLayout(sums)
        foot.addWidget(self._accept)
        column.addLayout(foot)

    def _words_panel(self) -> QWidget:
        theme, px = self._theme, self._theme.px
        self._panel = Panel(theme)
        head = Card(theme, "surface_alt", "surface_alt", 0)
        row = QHBoxLayout(head)
        row.setContentsMargins(px(16), px(4), px(8), px(4))
        row.addWidget(
            Label(theme, translate("order_entry", "Customer's message"), "card_title", "text"), 1
        )
        row.addWidget(self._change)
        self._left = QStackedWidget()
        self._left.addWidget(self.words)
        self._left.addWidget(self.editor)
        take_up = ActionButton(theme, self._actions["list.take_up"], "toolbar")
        copy = ActionButton(theme, self._actions["list.copy"], "toolbar")
        foot = QVBoxLayout()
        foot.setContentsMargins(px(16), px(8), px(16), px(8))
        foot.setSpacing(px(8))
        foot.addWidget(take_up, 0, Qt.AlignmentFlag.AlignLeft)
        foot.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        self._panel.column.addWidget(head)
        self._panel.column.addWidget(Line(theme, "border"))
        self._panel.column.addSpacing(px(6))
        self._panel.column.addWidget(self._left, 1)
        self._panel.column.addWidget(Line(theme, "border"))
        self._panel.column.addLayout(foot)
        return self._panel

    def _wishes_panel(self) -> QWidget:
        panel = Panel(self._theme)
        self._empty = EmptyState(self._theme, "clipboard-list-outline", "")
        self._right = QStackedWidget()
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._search_row)
        column.addWidget(self.wishes, 1)
        self._right.addWidget(listed)
        self._right.addWidget(self._empty)
        panel.column.addWidget(self._right, 1)
        return panel


class ItemHead(QWidget):
    """The heads over the columns of the wishes."""

    def __init__(self, theme: Theme, painter: ItemPainter) -> None:
        super().__init__()
        self._theme, self._painter = theme, painter
        self.setFixedHeight(theme.px(34))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface_alt"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("border"))
        self._painter.head(painter, self.rect())
        painter.end()


def _wish_place(row: ItemRow) -> int:
    return row.at


def _word_place(row: WordRow) -> int:
    return row.at
