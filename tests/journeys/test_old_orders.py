"""Old orders are removed from the command line: looked at first, meant by a word and a PIN."""

import builtins
from collections.abc import Callable
from pathlib import Path

import pytest

from gui.command_line import maintenance, old_orders
from gui.words.formatting import Formatting
from models.settings import staff
from models.shop import backup
from models.shop.opening import open_shop
from tests.conftest import SetClock
from tests.journeys.conftest import orders_left, two_old_orders_and_two_new

Say = Callable[..., tuple[int, str, str]]


@pytest.fixture
def say(
    shop_file: Path,
    clock: SetClock,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Say:
    """Does the verb in a shop with two orders of 2018 and two of today, and types the answers."""
    two_old_orders_and_two_new(shop_file, clock, 2018, "id")

    def said(years: str, *typed: str, look: bool = False) -> tuple[int, str, str]:
        answers = iter(typed)

        def answer(prompt: str = "") -> str:
            try:
                return next(answers)
            except StopIteration:
                raise EOFError from None

        monkeypatch.setattr(builtins, "input", answer)
        folder = shop_file.parent / "backups"
        deed = old_orders.removed(years, folder, None, Formatting("en"), only_look=look)
        code = maintenance.inside(str(shop_file), "1", deed, asks=False)
        assert list(answers) == []
        return (code, *capsys.readouterr())

    return said


def test_it_is_looked_at_and_then_done(say: Say, shop_file: Path) -> None:
    code, told, _ = say("5", look=True)
    assert code == 0
    assert told.startswith("2 finished orders of before 1 Jan 2021 would go: 2018: 2.")
    assert "article 28 (11)" in told
    assert orders_left(shop_file) == 4
    for typed in ([], [""], ["no"]):
        code, told, _ = say("5", *typed)
        assert (code, told.splitlines()[-1]) == (1, "Nothing was done.")
    assert orders_left(shop_file) == 4
    code, told, _ = say("5", " remove ")
    assert code == 0
    assert told.splitlines()[-2] == "2 orders of before 1 Jan 2021 are removed."
    assert orders_left(shop_file) == 2
    assert len(backup.all_in(shop_file.parent / "backups")) == 1
    code, told, _ = say("5")
    assert (code, told) == (0, "There are no finished orders of before 1 Jan 2021.\n")


@pytest.mark.parametrize("years", ["0", "31", "all", "-1", "²"])
def test_what_is_no_number_of_years_is_said(years: str, say: Say, shop_file: Path) -> None:
    code, _, told = say(years)
    assert (code, told) == (
        1, f"“{years}” is not possible for Years that are kept. Nothing was changed.\n"
    )  # fmt: skip
    assert orders_left(shop_file) == 4


def test_the_owner_signs_in_for_it(say: Say, shop_file: Path) -> None:
    with open_shop(str(shop_file)):
        staff.add("P1", staff.OWNER, "2718")
        staff.add("K1", staff.COUNTER, "1234")
    for typed in ([], ["P1", "0000"], ["K1", "1234"]):
        code, told, error = say("5", *typed)
        assert (code, told) == (1, "")
        assert error
    assert orders_left(shop_file) == 4
    assert say("5", "P1", "2718", "REMOVE")[0] == 0
    assert orders_left(shop_file) == 2
