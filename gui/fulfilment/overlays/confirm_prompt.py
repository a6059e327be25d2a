"""Asked once before something is done that may not be meant: what it is, and whether all the same.

A key that comes in twos asks and does not answer: the question is deaf for a moment.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.fulfilment.cards.card_face import money_of
from gui.fulfilment.overlays.prompts import CardPrompt
from gui.input.held_keys import DeafMoment
from gui.look.theme import Theme
from gui.widgets.buttons.button import Button
from gui.widgets.text.plain_text import Words
from gui.words.formatting import Formatting
from models.fulfilment.cards import Card


class ConfirmPrompt(CardPrompt):
    """Enter once more does it, Esc leaves all as it is."""

    #: Carries the card.
    answered = Signal(object)

    def __init__(
        self, theme: Theme, form: Formatting, card: Card, key: str, parent: QWidget
    ) -> None:
        super().__init__(theme, form, parent)
        self._card = card
        self._deaf = DeafMoment(self)
        self._deaf.start()
        title = self.title(self.heading(card), can_close=False)
        title.setStyleSheet(f"color: {self.theme.hex('on_warn_soft')};")
        words = Words(self.choice(card))
        words.setWordWrap(True)
        words.setFont(self.theme.font("row"))
        words.setStyleSheet(f"color: {self.theme.hex('text')};")
        self.column.addWidget(words)
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(8))
        row.addStretch(1)
        for text, icon, kind, shown, deed in (
            (self.tr("Not yet"), "close", "toolbar", self.tr("Esc"), self.closed.emit),
            (*self.yes(card), "primary", key, self._agree),
        ):
            button = Button(self.theme, text, icon, kind, shown)
            button.clicked.connect(deed)
            row.addWidget(button)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.setAccessibleName(f"{title.text()}. {words.text()}")

    # --- what each one says ----------------------------------------------------------------

    def heading(self, card: Card) -> str:
        """What may not be meant."""
        raise NotImplementedError

    def choice(self, card: Card) -> str:
        """What can be done about it."""
        raise NotImplementedError

    def yes(self, card: Card) -> tuple[str, str]:
        """The word and the icon of the button that does it."""
        raise NotImplementedError

    # --- answering -------------------------------------------------------------------------

    @property
    def listens(self) -> bool:
        """Whether Enter answers by now."""
        return self._deaf.is_over

    def answer(self) -> None:
        if self.listens:
            self._agree()

    def _agree(self) -> None:
        self.closed.emit()  # first: what is refused has nothing more to be asked
        self.answered.emit(self._card)


class UnpaidPrompt(ConfirmPrompt):
    """Money is due, or has to be given back."""

    def heading(self, card: Card) -> str:
        number = self.form.order_number(card.number)
        return f"{number} \u00b7 {money_of(card.total, card.paid, self.form)}"

    def choice(self, card: Card) -> str:
        if card.due < 0:
            return self.tr("Give it back at the counter first, or hand it over all the same.")
        return self.tr("Take the money at the counter first, or hand it over all the same.")

    def yes(self, card: Card) -> tuple[str, str]:
        text = self.tr("Hand over all the same") if card.due < 0 else self.tr("Hand over unpaid")
        return text, "hand-extended-outline"
