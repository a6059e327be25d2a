"""How this station's scanner types, and how the labels of the shop's scales are read."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.input.scan_timing import ENDINGS, HUMAN, ScanTiming
from gui.input.scanner_settings import LONGEST_GAP, SHORTEST_GAP, keep_hearing
from gui.settings.devices.label_card import LabelCard
from gui.settings.devices.learn_dialog import LearnDialog
from gui.settings.devices.scan_timing_texts import endings
from gui.settings.section import Section
from gui.shell.app_context import AppContext
from gui.widgets.buttons.button import Button
from gui.widgets.fields.boxes import ChoiceBox, NumberBox
from gui.widgets.fields.form import explanation, field_row, inset
from gui.widgets.messages.confirmation import sure
from models import events
from models.events import Event
from models.formats import label_patterns
from models.formats.label_patterns import LabelPattern
from models.settings import preferences


class ScannerSection(Section):
    """The scanner belongs to the station, the labels to the shop."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.set_head(self.tr("Scanner"), self.tr("Scans are recognised in every window."))
        self._add_hearing()
        card = self.card(
            self.tr("Labels of the scales (whole shop)"), wide=None, deed="preferences.put"
        )
        self.labels = LabelCard(context, card, self)
        self.labels.changed.connect(self._keep_labels)
        for row in self.labels.rows:
            self.fold(row)
        self.column.addStretch(1)
        self.refresh()
        self.gap.valueChanged.connect(self._keep)
        self.ending.activated.connect(self._keep)
        self.prefix.editingFinished.connect(self._keep)

    def is_affected_by(self, event: Event) -> bool:
        return event.kind in events.CATALOGUE_KINDS or event.kind == events.PREFERENCE_CHANGED

    def refresh(self) -> None:
        hearing = self.context.scanner.hearing
        self.gap.show_kept(hearing.gap)
        self.ending.setCurrentIndex(ENDINGS.index(hearing.ending))
        if not self.prefix.hasFocus():
            self.prefix.setText(hearing.prefix)
        self._advise()
        self.labels.refresh()

    def scanned(self, code: str) -> None:
        """A label scanned here is tried on the table."""
        self.labels.try_field.setText(code)

    # --- building --------------------------------------------------------------------------

    def _add_hearing(self) -> None:
        theme = self.context.theme
        card = self.card(self.tr("This station's scanner"), wide=None)
        self.gap = NumberBox()
        self.gap.setRange(SHORTEST_GAP, LONGEST_GAP)
        self.gap.setSuffix(self.tr(" ms"))
        inset(theme, self.gap)
        self.ending = ChoiceBox()
        for ending, words in endings():
            self.ending.addItem(words, ending)
        self.prefix = QLineEdit(maxLength=8)
        self.prefix.setPlaceholderText(self.tr("none"))
        self.learn_button = Button(
            theme, self.tr("Learn from three labels"), "barcode-scan", "toolbar_primary"
        )
        self.learn_button.clicked.connect(self._learn)
        fields: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Longest time between two keys"), self.gap),
            (self.tr("Behind a code"), self.ending),
            (self.tr("Before a code, to be dropped"), self.prefix),
        )
        row = field_row(theme, fields)
        row.addWidget(self.learn_button, 0, Qt.AlignmentFlag.AlignBottom)
        card.addLayout(row)
        self.fold(row)
        self.advice = explanation(theme, "")
        card.addWidget(self.advice)

    def _advise(self) -> None:
        if self.gap.value() > HUMAN:
            text = self.tr(
                "As slow as a fast typist: only codes with many digits and their usual ending "
                "count. A faster setting of the scanner is better."
            )
        else:
            text = self.tr(
                "Whatever comes in faster than this is a label and never types into a field; "
                "people are slower."
            )
        self.advice.setText(text)

    # --- what is done ----------------------------------------------------------------------

    def _keep(self) -> None:
        gap, ending = self.gap.value(), self.ending.currentData()
        prefix, now = self.prefix.text().strip(), self.context.scanner.hearing
        self.prefix.setText(now.prefix)  # until it is sure: the question takes the focus
        if prefix == now.prefix or not prefix[:1].isdigit() or self._is_dropped(prefix):
            self._hear_so(replace(now, gap=gap, ending=ending, prefix=prefix))

    def _is_dropped(self, prefix: str) -> bool:
        """Asks about digits: the codes of goods begin with them, too."""
        question = self.tr("Drop \u201c{prefix}\u201d before every code?").format(prefix=prefix)
        detail = self.tr(
            "Codes of products begin with digits: those that begin with {prefix} would no longer "
            "be found."
        )
        verb = self.tr("Drop it")
        return sure(self, self.context.theme, question, detail.format(prefix=prefix), verb)

    def _learn(self) -> None:
        dialog = LearnDialog(self.context, self)
        if dialog.exec() and dialog.hearing is not None:
            self._hear_so(dialog.hearing)
        dialog.deleteLater()

    def _hear_so(self, hearing: ScanTiming) -> None:
        if hearing != self.context.scanner.hearing:
            keep_hearing(self.context.station, hearing)
            self.context.scanner.hearing = hearing
            self.context.say(self.tr("Scanner settings saved"), icon="barcode-scan")
            self.refresh()

    def _keep_labels(self, rows: list[LabelPattern], said: str) -> None:
        self.put(preferences.LABEL_PATTERNS, label_patterns.as_rows(rows), said)
        self.labels.refresh()
