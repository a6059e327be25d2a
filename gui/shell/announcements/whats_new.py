"""What a new version brought, shown once on each computer after it was installed there."""

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from gui.look.theme import Theme
from gui.runtime.station import VERSION, Station
from gui.widgets.buttons.button import Button
from gui.widgets.text.labels import Label
from models import session
from models.settings.program import is_newer

CHANGELOG = Path(__file__).parents[3] / "CHANGELOG.md"
_FIRST = "0.1.0"  # did not note it
_SECTION = re.compile(r"^## \[?(\d+(?:\.\d+)+)\]?.*?\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)


def news_for(station: Station) -> str:
    """What versions brought that are new to this station, as Markdown; from now on none is."""
    before = station.text(VERSION, _FIRST)
    station.remember(VERSION, session.PROGRAM_VERSION)
    if not is_newer(session.PROGRAM_VERSION, before) or not CHANGELOG.exists():
        return ""
    sections = _SECTION.findall(CHANGELOG.read_text("utf-8"))
    return "\n\n".join(
        f"## {version}\n{text.strip()}"
        for version, text in sections
        if is_newer(version, before) and not is_newer(version, session.PROGRAM_VERSION)
    )


def show_news(station: Station, theme: Theme, parent: QWidget) -> None:
    """Shows what is new on this computer, if anything is."""
    if news := news_for(station):
        WhatsNew(theme, news, parent).show()


class WhatsNew(QDialog):
    """Does not block: the counter can go on."""

    def __init__(self, theme: Theme, news: str, parent: QWidget | None = None) -> None:
        from gui.widgets.text.markdown import dress  # once for each version, not at each start

        super().__init__(parent)
        theme.apply_theme(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.setWindowTitle(self.tr("What is new"))
        self.resize(theme.px(720), theme.px(520))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(20)] * 4)
        column.setSpacing(theme.px(12))
        title = self.tr("BotBelanja {version}: what is new").format(version=session.PROGRAM_VERSION)
        column.addWidget(Label(theme, title, "title", "text", "creation-outline"))
        told = self.tr("These notes are in English.")
        column.addWidget(Label(theme, told, "second", "text_muted"))
        text = QTextBrowser()
        text.setAccessibleName(title)
        text.setTabChangesFocus(True)
        text.setMarkdown(news)
        dress(text.document(), theme)
        column.addWidget(text, 1)
        row = QHBoxLayout()
        close = Button(theme, self.tr("Go on"), "check", "primary")
        close.clicked.connect(self.accept)
        row.addStretch(1)
        row.addWidget(close)
        column.addLayout(row)
        close.setFocus()
