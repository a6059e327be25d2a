"""Asked once before all of an order is picked, or a change noted, where the lines speak against it.

A filter lets lines of other categories stand back; of a change, lines may never have been in sight;
of a line that was counted, not all may be in the box.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from gui.fulfilment.actions import Doubt
from gui.fulfilment.overlays.confirm_prompt import ConfirmPrompt
from gui.look.theme import Theme
from gui.words.formatting import Formatting
from models.fulfilment.cards import Card, CardLine


class UnseenPrompt(ConfirmPrompt):
    """`doubt` is about `lines`."""

    def __init__(
        self,
        theme: Theme,
        form: Formatting,
        card: Card,
        lines: Sequence[CardLine],
        key: str,
        parent: QWidget,
        doubt: Doubt,
    ) -> None:
        self._lines, self._doubt = lines, doubt
        super().__init__(theme, form, card, key, parent)

    def heading(self, card: Card) -> str:
        count = len(self._lines)
        match self._doubt:
            case Doubt.FILTERED:
                said = self.tr("%n line(s) of other categories are not picked", "", count)
            case Doubt.UNSEEN:
                said = self.tr("%n line(s) of the change were not in sight", "", count)
            case Doubt.HALF:
                said = self.tr("%n line(s) are only partly picked", "", count)
        return f"{self.form.order_number(card.number)} \u00b7 {said}"

    def choice(self, card: Card) -> str:
        if self._doubt is Doubt.FILTERED:
            return self.tr("Look at all orders first, or say that all of this one is in the box.")
        return ", ".join(self._line_text(line) for line in self._lines)

    def _line_text(self, line: CardLine) -> str:
        wanted = self.form.quantity(line.wanted)
        if self._doubt is Doubt.HALF:
            return f"{self.form.quantity(line.picked)}/{wanted} {line.name}"  # as on the card
        before = self.form.quantity(line.seen)
        return f"{before} \u2192 {wanted} {line.name}" if line.seen != line.wanted else line.name

    def yes(self, card: Card) -> tuple[str, str]:
        if self._doubt is Doubt.UNSEEN:
            return self.tr("Got the change"), "file-document-edit-outline"
        return self.tr("All ready"), "check-circle-outline"
