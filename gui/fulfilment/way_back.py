"""What this wall did, step by step, to be taken back and done again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from gui.shell.app_context import AppContext
from models import events
from models.errors import NothingToUndo
from models.events import Receipt

translate = QCoreApplication.translate

_KEPT = 50


@dataclass(frozen=True, slots=True)
class Step:
    """What this wall did: its journal entry and its kind, and what it was done to, in words."""

    sequence: int
    kind: str
    subject: str


class WayBack(QObject):
    """The steps of one wall that still stand, by their receipts."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._steps: list[Step] = []

    def keep(self, step: Step) -> Step:
        self._steps.append(step)
        del self._steps[:-_KEPT]
        return step

    def forget(self, sequence: int) -> None:
        """That entry stands no more, whoever took it back."""
        self._steps = [step for step in self._steps if step.sequence != sequence]

    def of(self, steps: Sequence[Step]) -> "partial[None] | None":
        """Takes back what was done with one key: a stop of a batch, what was there and the rest."""
        return partial(self._take_back, tuple(steps)) if steps else None

    def undo(self) -> None:
        """Takes back what was done last and still stands, and says what that was.

        Raises `NothingToUndo` when there is nothing, `CannotUndo` when it was changed since.
        """
        if not self._steps:
            raise NothingToUndo
        self._take_back(self._steps[-1:])

    def _take_back(self, steps: Sequence[Step]) -> None:
        for step in reversed(steps):
            if step in self._steps:
                self._steps.remove(step)
            said = partial(self._say_taken_back, step), partial(self._say_done_again, step)
            self._context.undo(step.sequence, *said)

    def _say_taken_back(self, step: Step, _: Receipt[None]) -> None:
        text = self.tr("Taken back: {number}, {step}")
        text = text.format(number=step.subject, step=_step_text(step.kind))
        self._context.say(text, None, "undo-variant", step.subject)

    def _say_done_again(self, step: Step, done: Receipt[None]) -> None:
        if done.sequence is None:
            return
        again = self.keep(replace(step, sequence=done.sequence))
        text = self.tr("Done again: {number}, {step}")
        text = text.format(number=step.subject, step=_step_text(step.kind))
        self._context.say(text, self.of([again]), "redo-variant", step.subject)


def _step_text(kind: str) -> str:
    """What the warehouse did, as a part of a sentence."""
    return {
        events.CLAIMED: translate("fulfilment", "the claim"),
        events.RELEASED: translate("fulfilment", "the giving back"),
        events.PICKED: translate("fulfilment", "what was picked"),
        events.UNPICKED: translate("fulfilment", "what was taken out"),
        events.SHORTED: translate("fulfilment", "the short"),
        events.ASKED: translate("fulfilment", "the question to the counter"),
        events.READIED: translate("fulfilment", "all ready"),
        events.HANDED_OVER: translate("fulfilment", "the handing over"),
        events.RUSHED: translate("fulfilment", "the rush"),
        events.PULLED_FORWARD: translate("fulfilment", "prepare it now"),
        events.ACKNOWLEDGED: translate("fulfilment", "the change that was noted"),
        events.PUT_BACK: translate("fulfilment", "back on the shelf"),
        events.UNDONE: translate("fulfilment", "the recall"),
    }[kind]
