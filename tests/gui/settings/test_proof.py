"""The proof of the shop: begun and ended by hand, told on its card, and the way out of damage."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.home.page import HomePage
from gui.runtime.keeping.prover import Prover
from gui.runtime.station import Station
from gui.settings.data import proof as proof_page
from gui.settings.data.proof import ProofCard
from gui.shell.announcements.proof_notices import ProofNotices
from gui.shell.app_context import AppContext
from gui.words.error_messages import sentence
from models import session
from models.catalogue.catalogue import add_product, product
from models.errors import NotAllowed, PrinterFailed, Undecided
from models.export.export import export_folder
from models.journal import journal
from models.settings import staff
from models.shop import backup, mend, prove
from models.shop.opening import Shop
from models.shop.prove import Apart
from models.shop.undo import undo
from models.shop.verify import verify_new
from models.storage.database import database
from tests.conftest import SetClock
from tests.faults.damage import edit
from tests.gui.conftest import Said
from tests.readable import an_order

LEFT = Qt.MouseButton.LeftButton


class AtOnce(Apart):
    """Verifies the shop that is open, on this thread."""

    def __init__(self, work: Callable[..., Any], url: str, station: str, folders: Any) -> None:
        self._folders, self._work = folders, work

    def run(self, progress: Callable[[float], object]) -> Any:
        if isinstance(self._work, partial):  # what is new alone
            return verify_new(*self._work.args)
        return prove.verify_and_mend(self._folders, progress)

    def end(self) -> None:
        pass


@pytest.fixture
def prover(context: AppContext, shop: Shop, tmp_path: Path) -> Prover:
    context.prover = Prover(shop, context.background, Station(tmp_path / "station"), AtOnce)
    ProofNotices(context, context.prover, context.prover)
    return context.prover


@pytest.fixture
def card(qtbot: QtBot, context: AppContext, prover: Prover) -> ProofCard:
    card = ProofCard(context, prover)
    qtbot.addWidget(card)
    card.show()
    return card


def test_a_sound_shop_is_whole_and_that_stays_noted(
    card: ProofCard, prover: Prover, said: Said
) -> None:
    add_product("Teh", 5000)
    QTest.mouseClick(card.verify_button, LEFT)
    assert card.verdict.text() == "Intact: the only entry stands as it was written."
    assert not card.lines.isVisible()
    prover.verdict = None  # another start of the program
    prover.look()
    card.show_state()
    assert card.verdict.text().startswith("Verified ")
    assert said.notices == []


def test_what_another_program_wrote_is_named_and_put_back(
    card: ProofCard, prover: Prover, said: Said
) -> None:
    add_product("Teh", 5000)
    database.execute_sql("UPDATE product SET price = 1")
    QTest.mouseClick(card.verify_button, LEFT)
    assert card.verdict.text() == "Not as it was written: 1 thing."
    assert card.lines.text().startswith(
        "Product Teh: Price is Rp1, and was Rp5.000 in the journal.\nThe journal is whole"
    )
    assert "found 1 thing that" in said.notices[0]
    remedy = said.remedies[0]
    assert remedy is not None
    remedy()
    assert said.opened == [("settings", {"section": "storage"})]
    QTest.mouseClick(card.put_back_button, LEFT)
    assert card.verdict.text().startswith("Intact:")
    assert not card.put_back_button.isVisible()
    assert product(1).price == 5000


def confirmed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is asked, and answered with the deed."""
    asked: list[str] = []

    def sure(parent: object, theme: object, question: str, detail: str, verb: str) -> bool:
        asked.extend((question, detail))
        return True

    monkeypatch.setattr(proof_page, "sure", sure)
    return asked


def test_until_it_is_decided_the_shop_is_read_only(
    card: ProofCard, said: Said, tmp_path: Path
) -> None:
    tea = add_product("Teh", 5000).value
    database.execute_sql("UPDATE product SET price = 1")
    QTest.mouseClick(card.verify_button, LEFT)
    entries = journal.newest()
    for deed in (partial(an_order, tea), partial(add_product, "Kopi", 7000), partial(undo, 1)):
        with pytest.raises(Undecided):
            deed()
    assert journal.newest() == entries
    assert "decided" in sentence(Undecided())
    assert "Until it is decided" in card.lines.text()
    assert said.notices[0].endswith("Until it is decided, nothing is changed here.")
    assert product(1).price == 1  # it can be looked at, backed up and exported
    backup.back_up(tmp_path / "copy.sqlite3")
    export_folder(tmp_path / "exported")
    QTest.mouseClick(card.put_back_button, LEFT)
    assert "decided" not in card.lines.text()
    assert an_order(tea).total == 5000


def test_an_owner_may_go_on_with_what_was_found_and_with_nothing_else(
    card: ProofCard, prover: Prover, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    tea = add_product("Teh", 5000).value
    database.execute_sql("UPDATE product SET price = 1")
    asked = confirmed(monkeypatch)
    QTest.mouseClick(card.verify_button, LEFT)
    QTest.mouseClick(card.let_be_button, LEFT)
    assert asked[0] == "Go on with the shop as it is?"
    assert not card.let_be_button.isVisible()
    assert an_order(tea)
    QTest.mouseClick(card.verify_button, LEFT)  # the same again is decided, and stays told
    assert card.verdict.text() == "Not as it was written: 1 thing."
    assert card.put_back_button.isVisible()
    assert an_order(tea)
    database.execute_sql("UPDATE product SET price = 2")
    QTest.mouseClick(card.verify_button, LEFT)
    with pytest.raises(Undecided):
        an_order(tea)


def test_it_stays_undecided_over_a_start_and_is_looked_at_anew_at_once(
    card: ProofCard, context: AppContext, shop: Shop, tmp_path: Path, clock: SetClock
) -> None:
    add_product("Teh", 5000)
    database.execute_sql("UPDATE product SET price = 1")
    QTest.mouseClick(card.verify_button, LEFT)

    def begin_anew() -> Prover:
        session.current.is_undecided = False  # as `open_shop` leaves it
        prover = Prover(shop, context.background, Station(tmp_path / "station"), AtOnce)
        prover.look()
        return prover

    assert not begin_anew().is_decided
    assert session.current.is_undecided
    mend.put_back()
    prover = begin_anew()
    assert (prover.found, prover.is_decided) == (0, True)
    assert not session.current.is_undecided


def test_only_an_owner_decides(
    card: ProofCard, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked = confirmed(monkeypatch)
    add_product("Teh", 5000)
    staff.add("P1", "owner", "4321")
    staff.add("K1", "counter", "1234")
    staff.sign_in("K1", "1234")
    database.execute_sql("UPDATE product SET price = 1")
    QTest.mouseClick(card.verify_button, LEFT)
    with qtbot.capture_exceptions() as told:
        QTest.mouseClick(card.let_be_button, LEFT)
    assert [kind for kind, *_ in told] == [NotAllowed]
    assert (asked, session.current.is_undecided) == ([], True)


def test_the_focus_stays_on_the_card(qtbot: QtBot, context: AppContext, shop: Shop) -> None:
    seen: list[QWidget | None] = []

    class Watched(AtOnce):
        def run(self, progress: Callable[[float], object]) -> Any:
            seen.append(QApplication.focusWidget())
            return super().run(progress)

    page = QWidget()
    qtbot.addWidget(page)
    card = ProofCard(context, Prover(shop, context.background, Station(None), Watched))
    column = QVBoxLayout(page)
    for widget in (card, QPushButton("Erase everything")):
        column.addWidget(widget)
    page.show()
    page.activateWindow()
    card.verify_button.setFocus()
    qtbot.waitUntil(card.verify_button.hasFocus)
    QTest.keyClick(card.verify_button, Qt.Key.Key_Space)
    assert seen == [card.cancel_button]
    assert card.prove_button.hasFocus()


def test_sums_are_made_anew_at_once_and_that_is_said(
    card: ProofCard, said: Said, clock: SetClock
) -> None:
    an_order(add_product("Teh", 5000).value)
    database.execute_sql("UPDATE day_total SET revenue = revenue + 1")
    QTest.mouseClick(card.verify_button, LEFT)
    assert card.verdict.text().startswith("Intact:")
    assert said.notices == ["Not what the journal comes to, and made anew: The sums of 9 Mar 2026"]
    assert database.execute_sql("SELECT revenue FROM day_total").fetchone() == (5000,)


def test_it_is_done_once_a_day_and_told_on_home(
    clock: SetClock, qtbot: QtBot, context: AppContext, prover: Prover
) -> None:
    add_product("Teh", 5000)
    page = HomePage(context)
    qtbot.addWidget(page)
    prover.look()
    assert prover.proven_at is None  # whoever comes first in the morning waits for nothing
    clock.let_pass(3)
    prover.look()
    assert prover.proven_at == clock.moment
    page.refresh()
    assert "Proven whole 9 Mar 2026" in page.backups_line.text()
    database.execute_sql("UPDATE product SET price = 1")
    clock.let_pass(30)
    prover.look()
    assert prover.found == 0
    clock.let_pass(23 * 60)
    prover.look()
    assert "1 thing in the shop is not as it was written" in page.backups_line.text()


def test_what_is_new_is_looked_at_every_hour(clock: SetClock, prover: Prover, said: Said) -> None:
    tea = add_product("Teh", 5000).value
    clock.let_pass(3)
    prover.look()
    looked = prover.proven_at
    an_order(tea)
    clock.let_pass(61)
    prover.look()
    assert (prover.proven_at, prover.found, said.notices) == (looked, 0, [])
    database.execute_sql("UPDATE product SET price = 1")
    clock.let_pass(30)
    prover.look()
    assert prover.found == 0
    clock.let_pass(31)
    prover.look()
    assert (prover.proven_at, prover.found) == (clock.moment, 1)  # then all is looked at
    assert "found 1 thing that" in said.notices[0]


def test_a_damaged_journal_leads_to_a_fresh_file(
    card: ProofCard, prover: Prover, shop: Shop, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shop.path is not None
    assert shop.backup_folder is not None
    add_product("Teh", 5000)
    add_product("Kopi", 7000)
    backup.back_up_into(shop.backup_folder)
    edit(shop.path, "UPDATE journal SET payload = '{}' WHERE sequence = 2")
    QTest.mouseClick(card.verify_button, LEFT)
    assert card.lines.text().startswith("Entry 2 of the journal was changed.")
    asked = confirmed(monkeypatch)
    QTest.mouseClick(card.rebuild_button, LEFT)
    assert asked[1].startswith("All 2 steps can be had, 1 of them from backups. The present file")
    card.hide()
    (deed,) = said.again
    deed()
    prover.verify()
    assert prover.verdict is not None
    assert prover.verdict.is_whole


@pytest.mark.long
def test_the_whole_proof_is_one_page(
    qtbot: QtBot, context: AppContext, shop: Shop, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    assert shop.backup_folder is not None
    an_order(add_product("Teh", 5000).value)
    backup.back_up_into(shop.backup_folder)
    prover = Prover(shop, context.background, Station(None))  # in a process of its own
    card = ProofCard(context, prover)
    qtbot.addWidget(card)
    card.show()
    QTest.mouseClick(card.prove_button, LEFT)
    assert card.cancel_button.isVisible()
    assert not card.prove_button.isVisible()
    QTest.mouseClick(card.cancel_button, LEFT)
    qtbot.waitUntil(lambda: not prover.is_at_work)
    assert (prover.proof, card.lines.text()) == (None, "")
    QTest.mouseClick(card.prove_button, LEFT)
    qtbot.waitUntil(lambda: not prover.is_at_work)
    lines = card.lines.text().splitlines()
    assert "orders: 1, proven on" in lines[0]
    assert lines[1] == "The shop is intact: 2 entries, and every table as they say"
    assert lines[2].endswith("put back into a file of its own: orders: 1, entries: 2, whole")
    assert lines[3].endswith("without one: 0")
    (tmp_path / "file").touch()
    for path in (tmp_path / "file" / "proof.pdf", tmp_path / "proof.pdf"):
        monkeypatch.setattr(proof_page, "file_to_save", lambda *_, path=path: str(path))
        with qtbot.captureExceptions() as told:
            QTest.mouseClick(card.save_button, LEFT)
        assert [kind for kind, *_ in told] == ([] if path.exists() else [PrinterFailed])
    assert path.read_bytes().startswith(b"%PDF-")
    assert [x.name for x in shop.backup_folder.glob(".*")] == []
    prover.close()
