"""Tells at every window what the daily proof found, and leads to where it can be put right."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.runtime.keeping.prover import Prover
from gui.shell.announcements.trouble import what_to_do
from gui.shell.app_context import AppContext
from models import session

if TYPE_CHECKING:
    from models.shop.verify import Verdict

_NAMED = 3  # sums that were made anew


class ProofNotices(QObject):
    """What is whole is told nobody; Home says when it was looked at."""

    def __init__(self, context: AppContext, prover: Prover, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        prover.looked.connect(self._tell)

    def _tell(self, verdict: "Verdict") -> None:
        from gui.words.finding_texts import thing  # no till needs it at its start

        context = self._context
        if verdict.anew:
            named = ", ".join(thing(x, context.format) for x in verdict.anew[:_NAMED])
            text = self.tr("Not what the journal comes to, and made anew: {named}")
            context.notice(text.format(named=named), "info")
        if verdict.findings:
            text = self.tr(
                "The proof of the shop found %n thing(s) that are not as they were written.",
                "",
                len(verdict.findings),
            )
            if session.current.is_undecided:
                text += " " + self.tr("Until it is decided, nothing is changed here.")
            context.notice(text, "warn", what_to_do(context))
