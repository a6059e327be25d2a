"""The proof of the shop: that it is whole, that it can be brought back, and the way out if not."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QProgressBar

from gui.printing import printers
from gui.printing.document import SIZES, Document, Gap, Piece, Text
from gui.runtime.keeping.prover import Prover
from gui.shell.app_context import AppContext
from gui.shell.file_choice import file_to_save
from gui.widgets.buttons.button import Button
from gui.widgets.containers.card import Card
from gui.widgets.fields.form import explanation
from gui.widgets.messages.confirmation import sure
from gui.widgets.text.labels import Label
from gui.words.error_messages import sentence
from gui.words.finding_texts import can_be_put_back, can_be_rebuilt
from gui.words.losses.loss_texts import prospect_text
from gui.words.proof_texts import proof_lines, verdict_lines
from models.errors import ShopError
from models.events import Receipt
from models.journal import rights
from models.shop import mend, rebuild
from models.shop.rebuild import Prospect

_FINDINGS = 5  # so many are listed


class ProofCard(Card):
    """The work is done elsewhere (`Prover`); here it is begun, ended and told."""

    def __init__(self, context: AppContext, prover: Prover) -> None:
        super().__init__(context.theme)
        self._context, self._prover = context, prover
        theme, px = context.theme, context.theme.px
        column = self.column_under(self.tr("Proof"))
        column.addSpacing(px(6))
        text = self.tr(
            "Everything done in the shop is sealed onto what was done before. Once a day all of it "
            "is read, and every table compared with it: prices, stock, orders, money, staff. "
            "“Prove it” also puts the newest backup back into a file of its own. Work goes on "
            "meanwhile."
        )
        column.addWidget(explanation(theme, text))
        self.row = QHBoxLayout()
        self.row.setSpacing(px(8))
        icon = "shield-check-outline"
        self.prove_button = self._button(self.tr("Prove it"), icon, prover.prove)
        self.verify_button = self._button(self.tr("Verify the shop"), icon, prover.verify)
        self.cancel_button = self._button(self.tr("Cancel"), "close", prover.cancel)
        self.verdict = Label(theme, "", "second_strong", "text_muted")
        self.row.addWidget(self.verdict, 1)
        column.addLayout(self.row)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Progress of the proof"))
        self.bar.setRange(0, 100)
        column.addWidget(self.bar)
        self.lines = explanation(theme, "")
        column.addWidget(self.lines)
        column.addLayout(self._ways_out())
        prover.progressed.connect(self._show_progress)
        prover.changed.connect(self.show_state)
        self.show_state()

    def _button(self, text: str, icon: str, handler: Callable[[], None]) -> Button:
        button = Button(self._context.theme, text, icon, "toolbar")
        button.clicked.connect(handler)
        self.row.addWidget(button)
        return button

    def _ways_out(self) -> QHBoxLayout:
        theme = self._context.theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.put_back_button = Button(
            theme, self.tr("Put back what the journal says"), "backup-restore", "toolbar"
        )
        self.put_back_button.clicked.connect(self._put_back)
        self.rebuild_button = Button(
            theme, self.tr("Write the shop anew"), "database-check-outline", "toolbar"
        )
        self.rebuild_button.clicked.connect(self._look_at_rebuild)
        self.let_be_button = Button(theme, self.tr("Go on as it is"), "arrow-right", "toolbar")
        self.let_be_button.clicked.connect(self._let_be)
        self.save_button = Button(
            theme, self.tr("Save this page"), "file-download-outline", "toolbar"
        )
        self.save_button.clicked.connect(self._save)
        ways = (self.put_back_button, self.rebuild_button, self.let_be_button, self.save_button)
        for button in ways:
            row.addWidget(button)
        row.addStretch(1)
        return row

    # --- what is shown ---------------------------------------------------------------------

    def _show_progress(self, done: float) -> None:
        self.bar.setValue(round(100 * done))

    def show_state(self) -> None:
        """What is under way, and what was found last."""
        prover, busy = self._prover, self._prover.is_at_work
        going, coming = [self.cancel_button], [self.prove_button, self.verify_button]
        if busy:
            going, coming = coming, going
        for button in coming:
            button.show()
        if any(button.hasFocus() for button in going):  # else it would fall onto what comes next
            coming[0].setFocus()
        for button in going:
            button.hide()
        self.bar.setVisible(busy)
        if busy:
            self.bar.setValue(0)
        verdict = prover.verdict
        findings = verdict.findings if verdict else ()
        on_file = self._context.shop.path is not None
        self.put_back_button.setVisible(can_be_put_back(findings) and not busy)
        self.rebuild_button.setVisible(can_be_rebuilt(findings) and on_file and not busy)
        self.let_be_button.setVisible(not (prover.is_decided or busy))
        self.save_button.setVisible(prover.proof is not None and not busy)
        self._show_verdict(busy)
        lines = [] if busy else self._lines()
        if not (prover.is_decided or busy):
            lines.append(
                self.tr(
                    "Until it is decided what becomes of it, nothing is changed on this computer; "
                    "the shop can be looked at, verified and exported."
                )
            )
        self.lines.setText("\n".join(lines))
        self.lines.setVisible(bool(self.lines.text()))

    def _show_verdict(self, busy: bool) -> None:
        prover, words, verdict = self._prover, self._context.format, self._prover.verdict
        found = prover.found if verdict is None else len(verdict.findings)
        icon, token, text = "", "text_muted", ""
        if busy:
            text = self.tr("Reading all of it …")
        elif isinstance(prover.error, ShopError):
            icon, token = "alert-circle-outline", "on_danger_soft"
            text = sentence(prover.error, words)
        elif found:
            icon, token = "alert-circle-outline", "on_danger_soft"
            text = self.tr("Not as it was written: %n thing(s).", "", found)
        elif verdict is not None:
            icon, token = "check-circle", "on_ready_soft"
            count = verdict.entries
            text = self.tr("Intact: all %n entries stand as they were written.", "", count)
        elif prover.proven_at is not None:
            when = words.date_and_time(prover.proven_at)
            text = self.tr("Verified {when}: intact").format(when=when)
        self.verdict.set_icon(icon)
        self.verdict.set_token(token)
        self.verdict.set_text(text)

    def _lines(self) -> list[str]:
        prover, words = self._prover, self._context.format
        if prover.proof is not None and prover.proof.verdict is prover.verdict:
            return proof_lines(prover.proof, words)
        if prover.verdict is None or (prover.verdict.is_whole and not prover.verdict.anew):
            return []
        return verdict_lines(prover.verdict, words, _FINDINGS)

    # --- what is done ----------------------------------------------------------------------

    def _put_back(self) -> None:
        self._context.run(mend.put_back, self._is_put_back)

    def _is_put_back(self, receipt: Receipt[int]) -> None:
        text = self.tr("%n row(s) put back as the journal tells them", "", receipt.value)
        self._context.say(text, icon="backup-restore")
        self._prover.verify()

    def _look_at_rebuild(self) -> None:
        rights.check("backup.restore")
        self.rebuild_button.set_busy(True)
        look = partial(rebuild.look, self._prover.folders)
        self._context.background.ask(look, self._ask_to_rebuild, self._failed, owner=self)

    def _ask_to_rebuild(self, prospect: Prospect) -> None:
        self.rebuild_button.set_busy(False)
        question = self.tr("Write the shop anew from its journal?")
        kept = self.tr(
            "The present file is set aside beside the shop, not deleted, and can be restored in "
            "the same way. All windows close and open again."
        )
        detail = f"{prospect_text(prospect, self._context.format)} {kept}"
        if sure(self, self._context.theme, question, detail, self.tr("Write anew")):
            self._context.restart(partial(rebuild.rebuild, self._prover.folders))

    def _let_be(self) -> None:
        rights.check("backup.restore")
        question = self.tr("Go on with the shop as it is?")
        detail = self.tr(
            "What was found stays as it stands and stays told; figures that follow from it may be "
            "wrong. What is found newly is asked about again."
        )
        if sure(self, self._context.theme, question, detail, self.tr("Go on")):
            self._prover.let_be()

    def _failed(self, error: BaseException) -> None:
        self.rebuild_button.set_busy(False)
        raise error

    def _save(self) -> None:
        proof = self._prover.proof
        assert proof is not None
        context = self._context
        kinds, name = self.tr("Documents (*.pdf)"), self.tr("Proof.pdf")
        if path := file_to_save(self, self.tr("Save this page"), name, kinds, context.station):
            head, *rest = proof_lines(proof, context.format)
            pieces: list[Piece] = [Text(head, size="large", bold=True)]
            for line in rest:
                pieces += Gap(), Text(line)
            sheet = Document(Path(name).stem, tuple(pieces))
            printers.write_pdf(sheet, SIZES["A4"], Path(path))
            context.say(self.tr("The page is saved"), icon="file-download-outline")
