"""What a test on the desktop starts from: a screen, a home, and the program started there."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

from models.demo import demo
from models.shop.opening import open_shop
from tests.desktop.person import PROGRAM, Person
from tests.desktop.screen import Screen, missing
from tests.desktop.walk import Walk

HERE = Path(__file__).parent
SMALL, LARGE = (1366, 768), (1920, 1080)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All that lies here is `desktop`, unless it is `long`: neither is run by chance."""
    here = f"{HERE}{os.sep}"  # thousands lie elsewhere, and `parents` takes its time
    for item in items:
        if str(item.path).startswith(here) and item.get_closest_marker("long") is None:
            item.add_marker(pytest.mark.desktop)


class Screens(Protocol):
    def __call__(self, size: tuple[int, int]) -> Screen: ...


@pytest.fixture(scope="session")
def screens(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screens]:
    """A screen of each size that is asked for, once for all tests of this process."""
    if why := missing():
        pytest.skip(why)
    made: dict[tuple[int, int], Screen] = {}

    def screen(size: tuple[int, int]) -> Screen:
        if size not in made:
            made[size] = Screen(*size, tmp_path_factory.mktemp("screen"))
        return made[size]

    yield screen
    for screen_of_a_size in made.values():
        screen_of_a_size.close()


@dataclass(frozen=True)
class Kept:
    """A home as it once was. A consent is for the shop at its place: it comes back to the same."""

    home: Path
    copy: Path

    def restored(self) -> Path:
        """The home, as it was kept."""
        shutil.rmtree(self.home)
        shutil.copytree(self.copy, self.home)
        return self.home


@pytest.fixture(scope="session")
def demo_kept(screens: Screens, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """The home of somebody who has the demo and has accepted the policy, by hand."""
    home = tmp_path_factory.mktemp("demo")
    data = home / "data" / PROGRAM
    data.mkdir(parents=True)
    with open_shop(str(data / "demo.sqlite3"), station="1"):
        demo.make_demo(days=14)
    person = Person(screens(SMALL), home, ["--demo", "--language", "en"])
    try:
        accept(person)
        person.until("the program", lambda sight: sight.page)
        person.press("Ctrl+W")
        assert person.ended() == 0
    finally:
        person.close()
    copy = home.with_name(f"{home.name}_kept")
    shutil.copytree(home, copy)
    return Kept(home, copy)


@pytest.fixture
def demo_home(demo_kept: Kept) -> Path:
    """The home of the demo, as new."""
    return demo_kept.restored()


def accept(person: Person) -> None:
    """Reads the policy to its end, ticks, accepts: there is no other way."""
    person.press("End")
    person.until("the end of the policy", lambda sight: not sight.buttons("Read on"))
    person.press("Space")
    person.until("the tick", lambda sight: any(tick.checked for tick in sight.kind("AcceptBox")))
    person.press("Return")


class Start(Protocol):
    def __call__(
        self,
        *arguments: str,
        home: Path | None = None,
        size: tuple[int, int] = SMALL,
        language: str = "en",
        keyboard: str = "us",
    ) -> Person: ...


@pytest.fixture
def start(screens: Screens, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Start]:
    """Starts the program: `start("--demo", "--window", "order_entry")`.

    In the demo's home with `--demo`, else in one where the program has never run; `home` to sit
    down there again. Afterwards no report may be shown and nothing may stand in
    the log.
    """
    people: list[Person] = []

    def begin(
        *arguments: str,
        home: Path | None = None,
        size: tuple[int, int] = SMALL,
        language: str = "en",
        keyboard: str = "us",
    ) -> Person:
        screen = screens(size)
        screen.keyboard(keyboard)
        if home is None:
            new = tmp_path / f"home_{len(people)}"
            home = request.getfixturevalue("demo_home") if "--demo" in arguments else new
        spoken = ("--language", language) if language else ()
        people.append(Person(screen, home, [*arguments, *spoken]))
        return people[-1]

    try:
        yield begin
        for person in people:
            if person.program.poll() is None:
                assert not person.look().kind("ReportDialog"), person.log()
            assert person.faults() == []
    finally:
        for person in people:
            person.close()


def _walking(walk: Walk) -> Iterator[Walk]:
    yield walk
    walk.leave()


@pytest.fixture(scope="module")
def walk(screens: Screens, demo_kept: Kept) -> Iterator[Walk]:
    """Does the commands of a file one by one."""
    yield from _walking(Walk(screens(SMALL), demo_kept.restored))


@pytest.fixture(scope="module")
def walk_on_large(screens: Screens, demo_kept: Kept) -> Iterator[Walk]:
    """The same where there is room for all buttons."""
    yield from _walking(Walk(screens(LARGE), demo_kept.restored))
