"""What this station is called, and which window it opens first."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from gui.settings.section import Section
from gui.settings.station.watched_folder_card import WatchedFolderCard
from gui.shell.announcements import first_hint
from gui.shell.app_context import AppContext
from gui.widgets.buttons.button import Button
from gui.widgets.fields.boxes import ChoiceBox
from gui.widgets.fields.form import add_field, explanation
from gui.words.station_names import station_name
from models import amounts, session
from models.journal import journal, rights
from models.settings import station_names
from models.shop.places import training

_NAME_LIMIT = 20


class StationSection(Section):
    """Kept on this machine, not in the shop."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.set_head(self.tr("This station"), self.tr("The till or screen you sit at."))
        theme = context.theme
        card = self.card(deed="station.name")
        self.name = QLineEdit(maxLength=_NAME_LIMIT)
        add_field(
            theme, card, self.tr("Name of this station"), self.name,
            self.tr("Stands on orders, on receipts and in the journal, for instance Counter 1. "
                    "A new name counts from the next start of the program."),
        )  # fmt: skip
        card = self.card()
        self.first = ChoiceBox()
        for page in ("home", "order_entry", "fulfilment", "ready_board", "statistics"):
            self.first.addItem(context.actions.text(f"window.{page}"), page)
        add_field(theme, card, self.tr("Window to start with"), self.first)
        if context.watched is not None and not session.current.is_training:
            title = self.tr("Messages from a folder")
            self.watched = WatchedFolderCard(self, self.card(title), context.watched)
        self._add_training()
        self._add_hints()
        self.column.addStretch(1)
        self.refresh()
        self.name.editingFinished.connect(self._keep_name)
        self.first.activated.connect(self._keep_first)

    def _add_training(self) -> None:
        theme = self.context.theme
        card = self.card(self.tr("Training"), deed="training")
        text = self.tr(
            "A copy of the shop to play with, for whoever is new at the till: in a coloured frame, "
            "every paper marked, and in no figure. Ending it leaves nothing."
        )
        card.addWidget(explanation(theme, text))
        self.training_button = Button(theme, self.tr("Begin training"), "flask-outline", "toolbar")
        self.training_button.clicked.connect(self._begin_training)
        card.addWidget(self.training_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.training_button.setEnabled(
            self.context.station.folder is not None and not session.current.is_training
        )

    def _begin_training(self) -> None:
        folder = self.context.station.folder
        if folder is not None:
            rights.check("training")
            self.context.restart(partial(training.begin, folder))

    def _add_hints(self) -> None:
        theme = self.context.theme
        card = self.card(self.tr("Hints"))
        text = self.tr(
            "One line at the foot of order entry, fulfilment and statistics for whoever is new "
            "here. Each goes for good once it was read."
        )
        card.addWidget(explanation(theme, text))
        self.hints_button = Button(theme, self.tr("Show the hints again"), "refresh", "toolbar")
        self.hints_button.clicked.connect(self._show_hints)
        card.addWidget(self.hints_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_hints(self) -> None:
        first_hint.show_again(self.context.station)
        self.context.say(self.tr("The hints are shown again"), icon="check")

    def refresh(self) -> None:
        station = self.context.station
        if not self.name.hasFocus():
            self.name.setText(station_name(station.text("station", session.current.station)))
        place = self.first.findData(station.text("start_room", "home"))
        self.first.setCurrentIndex(max(0, place))

    def _keep_name(self) -> None:
        before = self.context.station.text("station", session.current.station)
        name = amounts.clean_text(self.name.text()) or station_name(session.current.station)
        self.name.setText(name)
        if name != station_name(before):
            rights.check("station.name")
            self.context.station.remember("station", name)
            said = self.tr("From the next start this station is called {name}")
            self.context.say(said.format(name=name), icon="check", bold=name)
            self.context.background.ask(journal.stations, self._warn_of_doubles, owner=self)

    def _warn_of_doubles(self, known: list[str]) -> None:
        """The name may be an old one of this station, or that of another: nobody can know."""
        name, others = self.name.text(), set(known) - {session.current.station}
        if station_names.is_taken(name, others):
            text = self.tr("{name} has been used in this shop. No two stations may have one name.")
            self.context.notice(text.format(name=name))

    def _keep_first(self) -> None:
        self.context.station.remember("start_room", self.first.currentData())
        self.context.say(
            self.tr("Starts with {window}").format(window=self.first.currentText()),
            icon="check",
            bold=self.first.currentText(),
        )
