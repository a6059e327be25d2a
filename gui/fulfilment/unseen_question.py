"""Asked once before all of an order is said to be picked while a filter looks at one category."""

from PySide6.QtWidgets import QWidget

from gui.formatting import Formatting
from gui.fulfilment.sure_question import SureQuestion
from gui.theme import Theme
from models.fulfilment_cards import Card


def unseen(card: Card, category: str | None) -> int:
    """How many lines of other categories than the one that is looked at are still open."""
    if category is None:
        return 0
    return sum(1 for line in card.lines if line.open and line.category != category)


class UnseenQuestion(SureQuestion):
    """Lines that stand back, because they are not of `category`, are not picked."""

    def __init__(
        self, theme: Theme, form: Formatting, card: Card, category: str, key: str, parent: QWidget
    ) -> None:
        self._category = category
        super().__init__(theme, form, card, key, parent)

    def heading(self, card: Card) -> str:
        count = unseen(card, self._category)
        said = self.tr("%n line(s) of other categories are not picked", "", count)
        return f"{self.form.order_number(card.number)} \u00b7 {said}"

    def choice(self, card: Card) -> str:
        return self.tr("Look at all orders first, or say that all of this one is in the box.")

    def yes(self, card: Card) -> tuple[str, str]:
        return self.tr("All ready"), "check-circle-outline"
