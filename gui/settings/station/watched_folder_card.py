"""The folder from which this station takes in messages, and what becomes of its files."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout

from gui.runtime.watched_folder import WatchedFolder
from gui.settings.section import Section
from gui.shell.file_choice import folder_to_use
from gui.widgets.buttons.button import Button
from gui.widgets.buttons.segmented import Segmented
from gui.widgets.fields.form import add_field, explanation
from gui.widgets.text.labels import Label
from gui.words.error_messages import sentence
from models.shopping_list.files.drop_folder import Afterwards

translate = QCoreApplication.translate

_AFTERWARDS = (Afterwards.STAY, Afterwards.MOVE, Afterwards.DELETE)


class WatchedFolderCard:
    """Off as long as no folder is chosen; each choice counts at once."""

    def __init__(self, section: Section, card: QVBoxLayout, watched: WatchedFolder) -> None:
        self._section, self._watched = section, watched
        theme = section.context.theme
        text = translate(
            "watched_folder",
            "A gateway or a bot writes customers' messages into a folder, one file a message: text "
            "(.txt) or lines of JSON. They wait in the inbox of all stations.",
        )
        card.addWidget(explanation(theme, text))
        card.addSpacing(theme.px(6))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.place = Label(theme, "", "row", "text_muted", "folder-open-outline")
        row.addWidget(self.place, 1)
        self.choose = Button(
            theme, translate("watched_folder", "Choose a folder"), "folder-open-outline", "toolbar"
        )
        self.stop = Button(
            theme, translate("watched_folder", "Watch no folder"), "close", "toolbar"
        )
        row.addWidget(self.choose)
        row.addWidget(self.stop)
        card.addLayout(row)
        section.fold(row)
        card.addSpacing(theme.px(10))
        words = [
            translate("watched_folder", "They stay"),
            translate("watched_folder", "Into \u201cdone\u201d"),
            translate("watched_folder", "Deleted"),
        ]
        title = translate("watched_folder", "Files that were read")
        self.afterwards = Segmented(theme, words, title)
        hint = translate("watched_folder", "A file goes only once its message waits in the inbox.")
        add_field(theme, card, title, self.afterwards, hint)
        self.answered = QCheckBox(translate("watched_folder", "Write an answer beside each file"))
        card.addWidget(self.answered, 0, Qt.AlignmentFlag.AlignLeft)
        text = translate(
            "watched_folder",
            "What each wish came to, as lines of JSON, with the text for the customer: "
            "order.txt.answer.jsonl beside order.txt.",
        )
        card.addWidget(explanation(theme, text))
        self.show()
        self.choose.clicked.connect(self._choose)
        self.stop.clicked.connect(self._stop)
        self.afterwards.chosen.connect(self._become)
        self.answered.clicked.connect(self._answer)
        watched.changed.connect(self.show)

    def show(self) -> None:
        """Shows what is chosen, and what stands in the way."""
        folder, trouble = self._watched.folder, self._watched.trouble
        if trouble is not None:
            self.place.set_text(sentence(trouble))
        else:
            self.place.set_text(
                str(folder) if folder else translate("watched_folder", "No folder is watched")
            )
        self.place.set_token("on_danger_soft" if trouble else "text_muted")
        self.stop.setVisible(folder is not None)
        self.afterwards.choose(_AFTERWARDS.index(self._watched.afterwards))
        self.answered.setChecked(self._watched.is_answered)

    def _choose(self) -> None:
        context = self._section.context
        title = translate("watched_folder", "Folder with messages")
        if path := folder_to_use(self._section, title, context.station):
            self._watched.watch(Path(path))
            said = translate("watched_folder", "Messages are taken in from {folder}")
            context.say(said.format(folder=path), icon="check", bold=path)

    def _stop(self) -> None:
        self._watched.watch(None)
        self._section.context.say(translate("watched_folder", "No folder is watched"), icon="check")

    def _become(self, choice: int) -> None:
        self._watched.become(_AFTERWARDS[choice])
        said = (
            translate("watched_folder", "Files that were read stay"),
            translate("watched_folder", "Files that were read go into \u201cdone\u201d"),
            translate("watched_folder", "Files that were read are deleted"),
        )
        self._section.context.say(said[choice], icon="check")

    def _answer(self, is_answered: bool) -> None:
        self._watched.set_answered(is_answered)
        said = (
            translate("watched_folder", "An answer is written beside each file")
            if is_answered
            else translate("watched_folder", "No answers are written")
        )
        self._section.context.say(said, icon="check")
