"""Questions asked on another thread, and news that reach every window."""

import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from gui.runtime.background import Background
from gui.runtime.event_feed import EventFeed
from gui.shell.app_context import AppContext
from models.errors import ConnectionLost, StorageError
from models.events import Event
from models.settings import preferences
from models.shop.opening import Shop, open_shop

# What another process does to the same shop.
DEED = (
    "import sys; from models.settings import preferences\n"
    "from models.shop.opening import open_shop\n"
    "with open_shop(sys.argv[1], station='2'):\n"
    "    preferences.put(preferences.SHOP_NAME, 'Other')"
)


class Window(QObject):
    """Somebody who asks."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[object] = []
        self.errors: list[BaseException] = []

    def hear(self, answer: object) -> None:
        self.answers.append(answer)

    def fail(self, error: BaseException) -> None:
        self.errors.append(error)


def where() -> str:
    return threading.current_thread().name


def test_a_question_is_answered_off_the_gui_thread(qtbot: QtBot, shop: Shop) -> None:
    background, window = Background(shop.connection), Window()
    background.ask(where, window.hear)
    qtbot.waitUntil(lambda: window.answers == ["background"])
    background.close()


def test_it_reads_the_shop_on_a_connection_of_its_own(qtbot: QtBot, shop: Shop) -> None:
    background, window = Background(shop.connection), Window()
    background.ask(preferences.all_values, window.hear)
    qtbot.waitUntil(lambda: bool(window.answers))
    assert window.answers[0]["currency"] == "IDR"  # type: ignore[index]
    background.close()


def test_an_error_goes_to_who_wants_it(qtbot: QtBot, shop: Shop) -> None:
    def fails() -> None:
        raise StorageError("no")

    background, window = Background(shop.connection), Window()
    background.ask(fails, window.hear, window.fail)
    qtbot.waitUntil(lambda: bool(window.errors))
    background.ask(where, window.hear)  # and the next question is answered again
    qtbot.waitUntil(lambda: bool(window.answers))
    background.close()


def test_nothing_is_asked_of_a_shop_that_was_closed(qtbot: QtBot) -> None:
    background, other, window = Background(), Background(), Window()
    background.ask(where, window.hear)  # answered already, and not told yet
    background.close()
    background.ask(where, window.hear)
    other.ask(where, window.answers.append, owner=window)
    qtbot.waitUntil(lambda: bool(window.answers))
    QCoreApplication.sendPostedEvents()
    assert len(window.answers) == 1
    other.close()


def test_the_answer_for_a_window_that_is_gone_is_dropped(qtbot: QtBot, shop: Shop) -> None:
    background, window, other = Background(shop.connection), Window(), Window()
    heard: list[object] = []
    background.ask(where, heard.append, owner=window)
    del window
    background.ask(where, other.hear)
    qtbot.waitUntil(lambda: bool(other.answers))
    background.close()
    assert heard == []


def test_in_tests_questions_are_answered_at_once(context: AppContext) -> None:
    window = Window()
    context.background.ask(where, window.hear)
    assert window.answers == [threading.current_thread().name]


def test_a_deed_of_this_process_is_heard_once(qtbot: QtBot, context: AppContext) -> None:
    heard: list[Event] = []
    context.feed.happened.connect(heard.extend)
    preferences.put(preferences.SHOP_NAME, "Toko Sumber Rejeki")
    qtbot.waitUntil(lambda: bool(heard))
    context.feed.read()
    assert [event.kind for event in heard] == ["preference_changed"]


def test_a_deed_of_another_process_is_heard_too(qtbot: QtBot, context: AppContext) -> None:
    heard: list[Event] = []
    context.feed.happened.connect(heard.extend)
    context.feed.safety_timer.stop()  # only the watched file can bring the news now
    subprocess.run([sys.executable, "-c", DEED, context.shop.url], check=True)
    qtbot.waitUntil(lambda: [event.station for event in heard] == ["2"])


def test_on_postgresql_the_deed_of_another_machine_is_heard_by_its_socket(
    qtbot: QtBot, postgres_url: str
) -> None:
    with open_shop(postgres_url) as shop:
        feed = EventFeed(shop)
        heard: list[Event] = []
        feed.happened.connect(heard.extend)
        feed.start()
        feed.safety_timer.stop()  # only the socket can bring the news now
        subprocess.run([sys.executable, "-c", DEED, postgres_url], check=True)
        qtbot.waitUntil(lambda: [event.station for event in heard] == ["2"])
        feed.close()


def test_when_the_database_is_gone_it_says_so_once_and_again_when_it_is_back(
    shop: Shop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from models.journal import journal

    now = [0.0]
    feed = EventFeed(shop, clock=lambda: now[0])
    lost: list[object] = []
    found: list[bool] = []
    feed.lost.connect(lost.append)
    feed.found.connect(lambda: found.append(True))

    def gone(*_: object) -> list[Event]:
        raise ConnectionLost("pulled")

    with monkeypatch.context() as patch:
        now[0] = 9
        assert not feed.is_stale  # a file is there even when the program is busy for a moment
        patch.setattr(journal, "since", gone)
        feed.read()
        feed.read()
        assert feed.is_stale
        assert feed.seconds_since_look == 9
    assert len(lost) == 1
    feed.read()
    assert found == [True]
    assert not feed.is_stale
    assert feed.seconds_since_look == 0
