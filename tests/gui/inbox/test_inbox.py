"""The inbox under the hands: what waits is read at one counter, finished or given back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.inbox.page import InboxPage
from gui.order_entry.page import OrderEntryPage
from models.orders import held_carts
from models.shopping_list import inbox
from models.shopping_list.inbox import Incoming
from tests.gui.keys_in_time import key_of
from tests.readable import a_product, at_station


class Hands:
    """A person at the program, by keyboard alone."""

    def __init__(self, application: Application, qtbot: QtBot) -> None:
        self.application, self.qtbot = application, qtbot

    @property
    def front(self) -> object:
        return self.application.front().page

    @property
    def counter(self) -> OrderEntryPage:
        page = self.front
        assert isinstance(page, OrderEntryPage)
        return page

    def press(self, *names: str) -> None:
        for name in names:
            window = self.application.front()
            key = key_of(name)
            QTest.keyClick(window.focusWidget() or window, key.key(), key.keyboardModifiers())
            self.hear()

    def hear(self) -> None:
        self.application.context.feed.read()
        self.qtbot.waitUntil(lambda: not self.application.front().page.refresher.stale)

    def came(self, *texts: str) -> None:
        inbox.put([Incoming(text, f"test {at}") for at, text in enumerate(texts)])
        self.hear()


@pytest.fixture
def hands(application: Application, qtbot: QtBot) -> Hands:
    a_product("Bear Brand", 10_000, unit="klg")
    a_product("Korek Batik", 2_000)
    qtbot.waitActive(application.start("inbox"))
    return Hands(application, qtbot)


@pytest.fixture
def page(hands: Hands) -> InboxPage:
    page = hands.front
    assert isinstance(page, InboxPage)
    return page


def contents() -> list[tuple[str, str]]:
    return [(one.content, one.station) for one in inbox.inbox().messages]


def test_a_pasted_message_waits_and_enter_reads_it_at_the_counter(
    hands: Hands, page: InboxPage
) -> None:
    QApplication.clipboard().setText("bear brand 2\nkorek batik 1")
    hands.press("Ctrl+V")
    assert [row.content for row in page.list.rows.rows] == ["bear brand 2\nkorek batik 1"]
    hands.press("Return")
    assert hands.counter.review.isVisible()
    assert contents() == [("bear brand 2\nkorek batik 1", "1")]
    hands.press("Ctrl+Return")
    assert contents() == []
    lines = [(line.name, line.quantity) for line in hands.counter.basket.cart.lines]
    assert lines == [("Bear Brand", 2_000), ("Korek Batik", 1_000)]
    draft = held_carts.draft(hands.counter.basket.slot.key)
    assert draft is not None
    assert draft.lines == hands.counter.basket.cart.lines, "kept in the same moment"


def test_esc_gives_it_back(hands: Hands) -> None:
    hands.came("bear brand 2", "korek batik 1")
    hands.press("Ctrl+1", "Ctrl+M")
    assert contents()[0] == ("bear brand 2", "1")
    hands.press("Esc")
    assert contents() == [("bear brand 2", ""), ("korek batik 1", "")]


def test_what_was_given_back_is_taken_again_if_it_still_waits(hands: Hands) -> None:
    hands.came("bear brand 2")
    hands.press("Ctrl+1", "Ctrl+M", "Esc", "Ctrl+Z")
    assert hands.counter.review.isVisible()
    assert contents() == [("bear brand 2", "1")]
    hands.press("Esc")
    with at_station("2"):
        inbox.take(None, "")
    hands.press("Ctrl+Z")
    assert not hands.counter.review.isVisible()
    assert contents() == [("bear brand 2", "2")]


def test_what_was_given_back_stays_there_while_another_list_is_in_front(hands: Hands) -> None:
    hands.came("bear brand 2")
    hands.press("Ctrl+1", "Ctrl+M", "Esc")
    QApplication.clipboard().setText("korek batik 1\n")
    hands.press("Ctrl+V")
    assert hands.counter.review.isVisible()
    hands.press("Ctrl+Z")
    assert contents() == [("bear brand 2", "")], "not taken behind the list in front"
    hands.press("Ctrl+Return")
    assert [line.name for line in hands.counter.basket.cart.lines] == ["Korek Batik"]
    assert contents() == [("bear brand 2", "")], "nobody has read it"


def test_what_was_given_back_waits_on_while_a_customer_pays(hands: Hands) -> None:
    QApplication.clipboard().setText("korek batik 1\n")
    hands.press("Ctrl+1", "Ctrl+V", "Ctrl+Return")
    hands.came("bear brand 2")
    hands.press("Ctrl+M", "Esc", "F9")
    assert hands.counter.payment.isVisible()
    hands.press("Ctrl+Z")
    assert hands.counter.payment.isVisible()
    assert contents() == [("bear brand 2", "")], "not in hand where nobody sees it"


def test_the_counter_says_how_many_wait(hands: Hands) -> None:
    hands.press("Ctrl+1")
    action = hands.counter.action("order.inbox")
    assert not action.isEnabled()
    hands.came("bear brand 2", "korek batik 1")
    assert action.text().startswith("Inbox 2 · ")
    hands.press("Ctrl+M", "Ctrl+Return", "Ctrl+M", "Ctrl+Return")
    assert (action.text(), action.isEnabled()) == ("Inbox", False)
    assert hands.counter.basket.cart.subtotal == 22_000


def test_what_another_counter_reads_is_said_and_can_be_brought_back(
    hands: Hands, page: InboxPage
) -> None:
    hands.came("bear brand 2")
    with at_station("2"):
        inbox.take(None, "")
    hands.hear()
    hands.press("Return")
    assert hands.front is page, "it is not read twice"
    hands.press("Ctrl+G", "Return")
    assert contents() == [("bear brand 2", "1")]


def test_what_is_no_list_is_taken_off_once_that_is_confirmed(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.came("halo kak")
    answers = [False, True]
    monkeypatch.setattr("gui.inbox.page.sure", lambda *_: answers.pop(0))
    hands.press("Del")
    assert contents() == [("halo kak", "")]
    hands.press("Del")
    assert contents() == []


def drop(page: InboxPage, path: Path) -> None:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, QPoint(50, 50)
    plain = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(page, QDragEnterEvent(none, copy, content, left, plain))
    QApplication.sendEvent(page, QDropEvent(QPointF(none), copy, content, left, plain))


def test_dropped_files_wait(hands: Hands, page: InboxPage, tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("bear brand 2")
    (tmp_path / "2.txt").write_text("korek batik 1")
    drop(page, tmp_path)
    assert sorted(one for one, _ in contents()) == ["bear brand 2", "korek batik 1"]


def test_what_a_bot_wrote_wrong_is_told_and_the_rest_is_read_by_its_codes(
    hands: Hands, page: InboxPage, tmp_path: Path
) -> None:
    a_product("Teh Celup", 5_000, sku="T-1", unit="ktk")
    path = tmp_path / "bot.jsonl"
    path.write_text('{"lines": [{"sku": "T-1", "words": "kopi", "quantity": 2}]}\n{half')
    drop(page, path)
    assert hands.application.front().notice_text() == "bot.jsonl, line 2 is no JSON."
    hands.hear()
    hands.press("Return")
    words = [(row.text, row.wishes) for row in hands.counter.review.pieces.words.rows.rows]
    assert words == [("[#T-1] kopi \u00d7 2", (0,))], "the code is no talk"
    hands.press("Ctrl+Return")
    lines = [(line.name, line.quantity) for line in hands.counter.basket.cart.lines]
    assert lines == [("Teh Celup", 2_000)]


def test_what_was_in_hand_when_the_program_ended_waits_again(hands: Hands) -> None:
    hands.came("bear brand 2")
    before = QObject()
    inbox.take(None, hands.application.context.station.slot("order_entry", before).key)
    del before
    hands.press("Ctrl+1")
    assert contents() == [("bear brand 2", "")]
