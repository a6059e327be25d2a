"""Asked once before all of an order is picked, or a change noted, with lines nobody looked at.

A filter lets lines of other categories stand back; of a change, lines may never have been in sight.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from gui.fulfilment.overlays.confirm_prompt import ConfirmPrompt
from gui.look.theme import Theme
from gui.words.formatting import Formatting
from models.fulfilment.cards import Card, CardLine


class UnseenPrompt(ConfirmPrompt):
    """`lines` are out of sight: of other categories (`filtered`) and open, or changed and not
    scrolled to."""

    def __init__(
        self,
        theme: Theme,
        form: Formatting,
        card: Card,
        lines: Sequence[CardLine],
        key: str,
        parent: QWidget,
        *,
        filtered: bool,
    ) -> None:
        self._lines, self._filtered = lines, filtered
        super().__init__(theme, form, card, key, parent)

    def heading(self, card: Card) -> str:
        count = len(self._lines)
        if self._filtered:
            said = self.tr("%n line(s) of other categories are not picked", "", count)
        else:
            said = self.tr("%n line(s) of the change were not in sight", "", count)
        return f"{self.form.order_number(card.number)} \u00b7 {said}"

    def choice(self, card: Card) -> str:
        if self._filtered:
            return self.tr("Look at all orders first, or say that all of this one is in the box.")
        return ", ".join(self._change_text(line) for line in self._lines)

    def _change_text(self, line: CardLine) -> str:
        before, after = self.form.quantity(line.seen), self.form.quantity(line.wanted)
        return f"{before} \u2192 {after} {line.name}" if line.seen != line.wanted else line.name

    def yes(self, card: Card) -> tuple[str, str]:
        if self._filtered:
            return self.tr("All ready"), "check-circle-outline"
        return self.tr("Got the change"), "file-document-edit-outline"
