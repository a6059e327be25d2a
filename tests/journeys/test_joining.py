"""Several computers, one shop: who comes later changes nothing of it, who declines leaves none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from models.catalogue.catalogue_listing import counts
from models.journal import journal
from models.settings import preferences, privacy, staff
from models.shop.opening import open_shop
from models.shop.places.peek import peek
from tests.conftest import ROOT
from tests.models.shop.test_set_up import nowhere, traces

__all__ = ["nowhere"]  # where a shop could be, on either engine


class Computer:
    """A home in which the program has never run."""

    def __init__(self, home: Path) -> None:
        self.home = home
        home.mkdir()

    def live(self, story: str, url: str) -> "subprocess.Popen[str]":
        """The program as a process, and somebody who lives the story."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith("XDG_")}
        own = {"HOME": str(self.home)}
        album = self.home.parent / f"{self.home.name}_album"
        album.mkdir(exist_ok=True)
        return subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.newcomer", story, url, str(album)],
            cwd=ROOT, env=kept | own, text=True, stdout=subprocess.PIPE,
        )  # fmt: skip

    def lives(self, story: str, url: str) -> str:
        """The same, to its end; what was printed."""
        program = self.live(story, url)
        said, _ = program.communicate()
        assert program.returncode == 0, said
        return said

    @property
    def files(self) -> list[str]:
        return sorted(path.name for path in self.home.rglob("*"))


@pytest.fixture
def computers(tmp_path: Path) -> list[Computer]:
    return [Computer(tmp_path / f"computer_{number}") for number in (1, 2)]


def test_a_second_computer_joins_changes_nothing_and_is_asked_no_more(
    computers: list[Computer], nowhere: str
) -> None:
    first, second = computers
    first.lives("set_up", nowhere)
    with open_shop(nowhere, station="office"):
        before = (preferences.all_values(), staff.everyone(), counts(), journal.newest())
    assert before[0]["shop_name"] == "Toko Maju"
    assert before[0]["zone"] == "Asia/Makassar"
    said = second.lives("keep_defaults", nowhere)
    assert "Toko Maju" in said
    assert "Central Indonesia, Makassar (WITA)" in said
    assert said.startswith("Counter 2|")  # the one field there is
    with open_shop(nowhere, station="office"):
        assert (preferences.all_values(), staff.everyone(), counts()) == before[:3]
        news = journal.since(before[3])
        assert [(event.kind, event.station) for event in news] == [("policy_accepted", "Counter 2")]
        assert [a.station for a in privacy.acceptances()] == ["Counter 2", "Counter 1"]
    entries = _entries(nowhere)
    second.lives("come_back", nowhere)
    assert _entries(nowhere) == entries


def test_two_who_begin_in_the_same_moment_have_one_shop_and_two_names(
    computers: list[Computer], empty_database: str
) -> None:
    running = [computer.live("set_up", empty_database) for computer in computers]
    assert [program.wait() for program in running] == [0, 0]
    for program in running:
        assert program.stdout is not None
        program.stdout.close()
    sign = peek(empty_database)
    assert sign is not None
    assert sorted(sign.stations) == ["Counter 1", "Counter 2"]


@pytest.mark.parametrize("story", ["escape", "decline", "close"])
def test_who_declines_leaves_nothing(computers: list[Computer], nowhere: str, story: str) -> None:
    computers[0].lives(story, nowhere)
    assert traces(nowhere) == []
    assert computers[0].files == []


def test_a_plug_that_is_pulled_before_the_consent_leaves_nothing(
    computers: list[Computer], nowhere: str
) -> None:
    program = computers[0].live("stay", nowhere)
    assert program.stdout is not None
    assert program.stdout.readline() == "shown\n"
    program.kill()
    program.wait()
    program.stdout.close()
    assert traces(nowhere) == []
    assert computers[0].files == []


def test_who_declines_to_join_leaves_the_shop_as_it_was(
    computers: list[Computer], nowhere: str
) -> None:
    first, second = computers
    first.lives("set_up", nowhere)
    before = (traces(nowhere), _entries(nowhere))
    second.lives("escape", nowhere)
    assert second.files == []
    assert (traces(nowhere), _entries(nowhere)) == before


def _entries(url: str) -> int:
    with open_shop(url, station="office"):
        return journal.newest()
