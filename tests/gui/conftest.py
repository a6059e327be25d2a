"""What tests of windows stand on: a context in an empty shop, questions answered at once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.input.actions import Actions
from gui.input.scanner import Scanner
from gui.look.sounds import Sounds
from gui.look.theme import Theme
from gui.printing import print_settings
from gui.printing.print_spooler import PrintSpooler
from gui.runtime.background import Background
from gui.runtime.clipboard import leave_words
from gui.runtime.event_feed import EventFeed
from gui.runtime.station import Station
from gui.runtime.verb_queue import VerbQueue
from gui.shell.app_context import AppContext
from gui.widgets.messages.notice import Remedy
from gui.words.formatting import Formatting
from gui.words.language import Language
from models.print_spool import PrintRequest
from models.shop.opening import Shop
from tests.gui.fulfilment.real_wall import RealWall
from tests.gui.fulfilment.wall import OpenWall, open_wall


@dataclass
class Said:
    """What a page told the person, asked to open or to change, in order."""

    deeds: list[str] = field(default_factory=list)
    undos: list[Callable[[], object] | None] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    remedies: list[Callable[[], object] | None] = field(default_factory=list)
    opened: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    chosen: list[dict[str, Any]] = field(default_factory=list)
    printed: list[tuple[PrintRequest, bool]] = field(default_factory=list)
    undoings: list[int] = field(default_factory=list)
    locked: int = 0
    again: list[Callable[[], object]] = field(default_factory=list)

    def undo(self) -> None:
        """Presses *Undo* for what was said last."""
        undo = self.undos[-1]
        assert undo is not None
        undo()

    def say(
        self,
        text: str,
        undo: Callable[[], object] | None = None,
        icon: str | None = None,
        bold: str = "",
    ) -> None:
        self.deeds.append(text)
        self.undos.append(undo)

    def notice(self, text: str, kind: str = "warn", remedy: Remedy | None = None) -> None:
        self.notices.append(text)
        self.remedies.append(remedy[1] if remedy else None)

    def withdraw(self, text: str) -> None:
        self.withdrawn.append(text)

    def keep_undoing(self, sequence: int, again: Callable[..., object]) -> None:
        self.undoings.append(sequence)

    def print(self, request: PrintRequest, preview: bool = False) -> None:
        self.printed.append((request, preview))

    def open(self, page: str, *, own_window: bool = False, **arguments: object) -> None:
        self.opened.append((page, arguments))

    def apply_settings(self, **what: Any) -> None:
        self.chosen.append(what)

    def lock(self) -> None:
        self.locked += 1

    def unlock(self, signed_in: object) -> None:
        self.locked -= 1

    def restart(self, deed: Callable[[], object]) -> None:
        self.again.append(deed)


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    """English, so that sentences in tests read as in the code; `language.choose("id")`."""
    language = Language(qapp)
    language.choose("en")
    yield language
    language.close()


@pytest.fixture
def said() -> Said:
    return Said()


@pytest.fixture
def beeps(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One for each sound, which is not made."""
    heard: list[int] = []
    monkeypatch.setattr(QApplication, "beep", lambda *_: heard.append(1))
    # Where a machine has what plays sounds, they would be no beeps.
    monkeypatch.setattr(Sounds, "_effect", lambda *_: None)
    return heard


@pytest.fixture
def context(qapp: QApplication, shop: Shop, language: Language, said: Said) -> Iterator[AppContext]:
    """A context without windows; after a verb, `context.feed.read()` brings the news at once."""
    theme = Theme("light")
    theme.apply_theme_to_application(qapp)
    context = AppContext(
        shop=shop,
        feed=EventFeed(shop),
        background=Background(immediate=True),
        verbs=VerbQueue(immediate=True),
        format=Formatting("en"),
        theme=theme,
        actions=Actions(),
        station=Station(None),
        scanner=Scanner(),
        say=said.say,
        notice=said.notice,
        withdraw=said.withdraw,
        keep_undoing=said.keep_undoing,
        print=said.print,
        open=said.open,
        apply_settings=said.apply_settings,
        lock=said.lock,
        unlock=said.unlock,
        restart=said.restart,
        may_close=bool,
    )
    context.feed.start()
    yield context
    leave_words()
    context.feed.close()


@pytest.fixture
def open_window(context: AppContext, qtbot: QtBot) -> OpenWall:
    """Opens the warehouse's wall in a size."""
    return partial(open_wall, context, qtbot)


@pytest.fixture
def application(qapp: QApplication, shop: Shop, tmp_path: Path) -> Iterator[Application]:
    """The program itself in an empty shop, in English, with no window open yet."""
    application = Application(qapp, shop, tmp_path, "en", "light", immediate=True)
    yield application
    application.close()


@pytest.fixture
def wall(application: Application, qtbot: QtBot) -> RealWall:
    """The warehouse's window in it."""
    return RealWall(application, qtbot)


@pytest.fixture
def printing(context: AppContext, tmp_path: Path) -> Iterator[PrintSpooler]:
    """A station that prints into a folder."""
    context.station.remember(print_settings.WAY, "pdf")
    context.station.remember(print_settings.FOLDER, str(tmp_path / "papers"))
    made = PrintSpooler(context, lambda: None, immediate=True)
    yield made
    made.close()


def printed(tmp_path: Path) -> list[str]:
    """The names of the papers that came out there."""
    return sorted(path.stem for path in (tmp_path / "papers").glob("*.pdf"))
