"""Scan three labels, and the station knows how its scanner types."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui.input.scanner_settings import LEARN_FROM, LearnedLabel, learned
from gui.settings.devices.scan_timing_texts import ending_words, heard_words
from gui.shell.app_context import AppContext
from gui.widgets.buttons.button import Button
from gui.widgets.containers.card import Card
from gui.widgets.fields.form import explanation
from gui.widgets.text.labels import Label

if TYPE_CHECKING:
    from gui.input.scan_timing import ScanTiming


class LearnDialog(QDialog):
    """While it is open labels mean nothing; after it was accepted `hearing` is what was learned."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._labels: list[LearnedLabel] = []
        self.hearing: ScanTiming | None = None
        theme, px = context.theme, context.theme.px
        theme.apply_theme(self)
        self.setWindowTitle(self.tr("Learn the scanner"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[px(24)] * 4)
        column.setSpacing(px(8))
        column.addWidget(Label(theme, self.windowTitle(), "title", icon="barcode-scan"))
        hint = self.tr("Scan three labels of goods, one after the other. Nothing is sold by it.")
        column.addWidget(explanation(theme, hint))
        column.addSpacing(px(4))
        self.rows = [self._row(number, column) for number in range(1, LEARN_FROM + 1)]
        column.addSpacing(px(4))
        self.outcome = Label(theme, "", "body_strong")
        column.addWidget(self.outcome)
        column.addSpacing(px(8))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        self.again_button = Button(theme, self.tr("Begin again"), "restore")
        self.cancel_button = Button(theme, self.tr("Cancel"), "", "normal", "Esc")
        self.keep_button = Button(theme, self.tr("Keep"), "check", "primary")
        self.again_button.clicked.connect(self.begin)
        self.cancel_button.clicked.connect(self.reject)
        self.keep_button.clicked.connect(self.accept)
        row.addWidget(self.again_button)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.keep_button)
        column.addLayout(row)
        self.setMinimumWidth(px(560))
        context.scanner.heard.connect(self._hear)
        self.finished.connect(self._stop)
        self.begin()

    def begin(self) -> None:
        """Listens for three labels."""
        self._labels.clear()
        self.hearing = None
        self._context.scanner.learning = True
        self._show()

    def _row(self, number: int, column: QVBoxLayout) -> tuple[Label, Label]:
        theme, px = self._context.theme, self._context.theme.px
        card = Card(theme)
        line = QHBoxLayout(card)
        line.setContentsMargins(px(16), px(8), px(16), px(8))
        line.setSpacing(px(12))
        code, how = Label(theme, "", "row"), Label(theme, "", "second", "text_muted")
        card.setMinimumHeight(px(48))
        line.addWidget(Label(theme, str(number), "row_total", "text_faint"))
        line.addWidget(code, 1)
        line.addWidget(how, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(card)
        return code, how

    def _hear(self, label: LearnedLabel) -> None:
        if len(self._labels) < LEARN_FROM:
            self._labels.append(label)
            self._show()

    def _show(self) -> None:
        waiting = self.tr("Scan a label \u2026")
        for number, (code, how) in enumerate(self.rows):
            heard = self._labels[number] if number < len(self._labels) else None
            next_one = number == len(self._labels)
            code.set_text(heard.text if heard else waiting if next_one else "\u2013")
            code.set_token("text" if heard else "accent" if next_one else "text_faint")
            how.set_text(heard_words(heard, self._context.format) if heard else "")
        done = len(self._labels) == LEARN_FROM
        self.hearing = learned(self._labels) if done else None
        self.outcome.set_text(self._outcome(done))
        self.outcome.set_token("on_ready_soft" if self.hearing else "on_danger_soft")
        self.keep_button.setEnabled(self.hearing is not None)
        self.again_button.setEnabled(bool(self._labels))
        if self.hearing is not None:
            self._context.scanner.learning = False
            self.keep_button.setFocus()

    def _outcome(self, done: bool) -> str:
        if not done:
            return ""
        hearing = self.hearing
        if hearing is None:
            return self.tr("That was as slow as a person. Was it typed by hand? Begin again.")
        text = self.tr("Learned: at most {gap} ms between two keys, {ending}")
        words = [text.format(gap=hearing.gap, ending=ending_words(hearing.ending))]
        if hearing.prefix:
            words.append(self.tr("\u201c{prefix}\u201d before").format(prefix=hearing.prefix))
        return ", ".join(words)

    def _stop(self) -> None:
        self._context.scanner.learning = False
