"""Which sounds this station makes, and which are heard again until somebody deals with them."""

from PySide6.QtWidgets import QCheckBox, QGridLayout

from gui.look import sounds
from gui.look.sounds import KINDS, Sounds
from gui.settings.section import Section
from gui.shell.app_context import AppContext
from gui.widgets.buttons.button import Button
from gui.widgets.fields.form import explanation
from gui.widgets.text.labels import Label


class SoundsSection(Section):
    """A sound is never the only sign, so all of them may be switched off."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.set_head(self.tr("Sounds"), self.tr("For this station only."))
        theme = context.theme
        self._sounds = Sounds(context.station, self)
        words = {
            "new": self.tr("An order came in"),
            "changed": self.tr("An order was changed"),
            "late": self.tr("An order is late"),
            "question": self.tr("A question or its answer"),
            "ready": self.tr("An order is ready"),
        }
        card = self.card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(24))
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnStretch(0, 1)
        self.on: dict[str, QCheckBox] = {}
        self.again: dict[str, QCheckBox] = {}
        for row, kind in enumerate(KINDS):
            self.on[kind] = on = QCheckBox(self.tr("Sounds"))
            self.again[kind] = again = QCheckBox(self.tr("Repeat until dealt with"))
            listen = Button(theme, self.tr("Listen"), "volume-high", "toolbar")
            for widget, what in ((on, on.text()), (again, again.text()), (listen, listen.text())):
                widget.setProperty("kind", kind)
                widget.setAccessibleName(f"{words[kind]}: {what}")
            if kind == "ready":  # a number on the board is not claimed by anybody
                again.hide()
            on.clicked.connect(self._keep_on)
            again.clicked.connect(self._keep_again)
            listen.clicked.connect(self._listen)
            grid.addWidget(Label(theme, words[kind], "row"), row, 0)
            for column, box in enumerate((on, again, listen), start=1):
                grid.addWidget(box, row, column)
        card.addLayout(grid)
        seconds = self.tr("Repeated every %n s.", "", sounds.AGAIN_AFTER)
        card.addWidget(explanation(theme, seconds))
        self.column.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        station = self.context.station
        for kind in KINDS:
            self.on[kind].setChecked(sounds.is_on(station, kind))
            self.again[kind].setChecked(sounds.is_repeated(station, kind))
            self.again[kind].setEnabled(self.on[kind].isChecked())

    def _keep_on(self, on: bool) -> None:
        sounds.switch(self.context.station, self.sender().property("kind"), on)
        self.refresh()

    def _keep_again(self, on: bool) -> None:
        sounds.repeat(self.context.station, self.sender().property("kind"), on)
        self.refresh()

    def _listen(self) -> None:
        self._sounds.try_out(self.sender().property("kind"))
