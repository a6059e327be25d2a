"""What is on the shelf, counted anew or added to, with the reason: at the foot of the sheet."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from gui.catalogue.commands import CatalogueCommands
from gui.catalogue.products.number_fields import count_to_type, read_count
from gui.input.text_fields import LONGEST, for_numbers
from gui.runtime.error_handler import guarded
from gui.shell.app_context import AppContext
from gui.widgets.buttons.button import Button
from gui.widgets.fields.boxes import ChoiceBox
from gui.widgets.fields.draft import Draft
from gui.widgets.fields.form import ProposalField, mark_wrong, point_out
from gui.widgets.text.labels import Label
from models.catalogue import catalogue
from models.catalogue.catalogue import Product
from models.errors import ShopError, TextMissing

#: Reasons, and whether the number is what came or went (else what is there now).
_REASONS = (("counted", 0), ("delivered", 1), ("damaged", -1), ("own_use", -1), ("not_counted", 0))


class StockForm(QWidget):
    """`closed` when it is done or given up."""

    closed = Signal()
    #: It was given up, and what was typed is wanted again; carries the product's id.
    reopened = Signal(int)

    def __init__(self, context: AppContext, deeds: CatalogueCommands) -> None:
        super().__init__()
        self._context = context
        self._deeds = deeds
        self._product: Product | None = None
        self.draft = Draft(deeds.keep, self)
        theme = context.theme
        self.reason = ChoiceBox()
        for text in (
            self.tr("Stock count: set to"),
            self.tr("Goods received: add"),
            self.tr("Damaged or expired: take off"),
            self.tr("Own use: take off"),
            self.tr("Stop counting this product"),
        ):
            self.reason.addItem(text)
        self.reason.setAccessibleName(self.tr("Reason"))
        self.amount = ProposalField(maxLength=LONGEST)
        for_numbers(self.amount)
        self.amount.setAccessibleName(self.tr("Quantity"))
        self.outcome = Label(theme, "", "second", "text_muted")
        cancel = Button(theme, self.tr("Cancel"), "close")
        self.save_button = Button(theme, self.tr("Save"), "check", "primary")
        cancel.clicked.connect(self.cancel)
        self.save_button.clicked.connect(self.save)
        grid = QGridLayout()
        grid.setSpacing(theme.px(8))
        grid.addWidget(self.reason, 0, 0, 1, 2)
        grid.addWidget(self.amount, 1, 0)
        grid.addWidget(self.outcome, 1, 1)
        grid.addWidget(cancel, 2, 0)
        grid.addWidget(self.save_button, 2, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        whole.addLayout(grid)
        self.reason.currentIndexChanged.connect(self._propose)
        self.amount.textEdited.connect(self._reckon)
        self.amount.returnPressed.connect(self.save)
        for field in (self.reason, self.amount):
            field.installEventFilter(self)

    def start(self, product: Product) -> None:
        self._product = product
        self.reason.setCurrentIndex(0)
        self.amount.setModified(False)
        self._propose()
        mark_wrong(self.amount, False)
        self.amount.setFocus()
        self.draft.begin()

    def save(self) -> None:
        """Stores it; errors fly, and the form stays."""
        if self._product is None:
            return
        reason, sign = _REASONS[self.reason.currentIndex()]
        now = catalogue.product(self._product.id)  # some may have been sold since it was opened
        if reason == "not_counted":
            self._deeds.stop_counting(now, self.closed.emit)
        else:
            typed = self._typed(now.unit)
            after = (now.on_hand or 0) + sign * typed if sign else typed
            self._deeds.adjust(now, after, reason, self.closed.emit)

    def cancel(self) -> None:
        if self._product is not None:
            again = partial(self.reopened.emit, self._product.id)
            self.draft.give_up(self.tr("Adjust stock"), again)
        self.closed.emit()

    def _typed(self, unit: str) -> int:
        """Thousandths; an amount that is missing or none is marked, and the error flies."""
        try:
            typed = read_count(self.amount.text(), self._context.format, unit)
            if typed is None:
                raise TextMissing("quantity")
        except ShopError:
            point_out(self.amount)
            raise
        return typed

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape:
            return False
        if event.type() == QEvent.Type.KeyPress:
            self.cancel()
        event.accept()
        return True

    def _propose(self) -> None:
        """What is there is where a count begins, never what came or went; what was typed stays."""
        if self._product is not None and not self.amount.isModified():
            _, sign = _REASONS[self.reason.currentIndex()]
            there = None if sign else self._product.on_hand
            self.amount.setText(count_to_type(there, self._context.format))
            self.amount.selectAll()
        self._reckon()

    def _reckon(self) -> None:
        """Shows what will be there afterwards while it is typed."""
        if self._product is None:
            return
        reason, sign = _REASONS[self.reason.currentIndex()]
        self.amount.setEnabled(reason != "not_counted")
        self.outcome.set_text("" if reason == "not_counted" else self._after(sign))

    def _after(self, sign: int) -> str:
        assert self._product is not None
        words = self._context.format
        try:
            typed = read_count(self.amount.text(), words, self._product.unit)
        except ShopError:
            return ""
        before = self._product.on_hand or 0
        after = before + sign * (typed or 0) if sign or typed is None else typed
        return self.tr("{before} \u2192 {after} {unit}").format(
            before=words.quantity(before), after=words.quantity(after), unit=self._product.unit
        )
