"""Asked once before goods leave that are not paid for: the sum, and whether all the same."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.formatting import Formatting
from gui.fulfilment.card_face import money_of
from gui.fulfilment.questions import Question
from gui.theme import Theme
from gui.widgets.button import Button
from gui.widgets.words import Words
from models.fulfilment_cards import Card


class UnpaidQuestion(Question):
    """Enter once more hands it over, Esc leaves it where it is."""

    #: Carries the card.
    answered = Signal(object)

    def __init__(
        self, theme: Theme, form: Formatting, card: Card, key: str, parent: QWidget
    ) -> None:
        super().__init__(theme, form, parent)
        self._card = card
        number, money = form.order_number(card.number), money_of(card.total, card.paid, form)
        title = self.title(f"{number} \u00b7 {money}")
        title.setStyleSheet(f"color: {self.theme.hex('on_warn_soft')};")
        words = Words(self.tr("Take the money at the counter first, or hand it over all the same."))
        words.setWordWrap(True)
        words.setFont(self.theme.font("row"))
        words.setStyleSheet(f"color: {self.theme.hex('text')};")
        self.column.addWidget(words)
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(8))
        row.addStretch(1)
        for text, icon, kind, shown, deed in (
            (self.tr("Not yet"), "close", "toolbar", self.tr("Esc"), self.closed.emit),
            (self.tr("Hand over unpaid"), "hand-extended-outline", "primary", key, self.answer),
        ):
            button = Button(self.theme, text, icon, kind, shown)
            button.clicked.connect(deed)
            row.addWidget(button)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.setAccessibleName(f"{title.text()}. {words.text()}")

    def take_focus(self) -> None:
        self.setFocus()

    def answer(self) -> None:
        self.closed.emit()  # first: what is refused has nothing more to be asked
        self.answered.emit(self._card)
