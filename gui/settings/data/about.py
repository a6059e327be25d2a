"""Which versions are at work here, and where the program writes its log."""

import platform

import PySide6
from PySide6.QtCore import QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from gui.settings.section import Section
from gui.shell.app_context import AppContext
from gui.widgets.buttons.button import Button
from gui.widgets.fields.form import explanation, heading
from gui.widgets.text.labels import Label
from models import session


class AboutSection(Section):
    """Everything that helps whoever looks after the program, and nothing about orders."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.set_head(self.tr("About"), self.tr("BotBelanja — point of order"))
        theme, px = context.theme, context.theme.px
        self._facts = (
            (self.tr("Program"), f"BotBelanja {session.PROGRAM_VERSION}"),
            (self.tr("Database"), context.shop.engine),
            (self.tr("Python"), platform.python_version()),
            ("Qt", f"{qVersion()} · PySide6 {PySide6.__version__}"),
            (self.tr("System"), platform.platform()),
        )
        card = self.card(self.tr("Versions"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(24))
        grid.setVerticalSpacing(px(8))
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(self._facts):
            grid.addWidget(heading(theme, name), row, 0)
            grid.addWidget(Label(theme, value), row, 1)
        card.addLayout(grid)
        card.addSpacing(px(8))
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        copy = Button(theme, self.tr("Copy the versions"), "content-copy", "toolbar")
        copy.clicked.connect(self._copy)
        buttons.addWidget(copy)
        buttons.addStretch(1)
        card.addLayout(buttons)
        if context.station.folder is not None:
            self._add_log()
        card = self.card(self.tr("Licences"))
        card.addWidget(
            explanation(
                theme,
                self.tr(
                    "BotBelanja is free software under the MIT licence. Its letters are Inter "
                    "(SIL Open Font Licence), its icons Material Design Icons (Apache 2.0), its "
                    "windows Qt (LGPL 3)."
                ),
            )
        )
        self.column.addStretch(1)

    def _add_log(self) -> None:
        theme = self.context.theme
        card = self.card(self.tr("Log"))
        where = self._log_folder()
        card.addWidget(Label(theme, where, "body", "text", "file-document-outline"))
        card.addWidget(
            explanation(theme, self.tr("Errors and starts of the program; never what was ordered."))
        )
        row = QHBoxLayout()
        open_folder = Button(theme, self.tr("Open the folder"), "folder-open-outline", "toolbar")
        open_folder.clicked.connect(self._open_log)
        row.addWidget(open_folder)
        row.addStretch(1)
        card.addLayout(row)

    def _log_folder(self) -> str:
        folder = self.context.station.folder
        return str(folder / "logs") if folder else ""

    def _open_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._log_folder()))

    def _copy(self) -> None:
        text = "\n".join(f"{name}: {value}" for name, value in self._facts)
        QGuiApplication.clipboard().setText(text)
        self.context.say(self.tr("Versions copied"), icon="content-copy")
