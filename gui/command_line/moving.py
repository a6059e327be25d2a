"""The verbs of the command line by which a shop comes to another place."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from gui.runtime.station import go_to
from models.shop.opening import open_shop
from models.shop.places import moving, server_setup
from models.storage import locations

translate = QCoreApplication.translate

#: Shows how far a work is, and says whether it goes on.
Watched = Callable[[], AbstractContextManager[Callable[[int, int], bool]]]


def moved(target: str, folder: Path, watched: Watched, *, is_own: bool) -> Callable[[], int]:
    """The deed that takes the shop to another place, and this station with it where it `is_own`."""

    def deed() -> int:
        url = locations.without_password(target, folder)
        with watched() as progress:
            moving.move(url, folder, progress)
        if is_own:
            go_to(folder, url)
        return _say_place(url)

    return deed


def brought(target: str, url: str, folder: Path, watched: Watched) -> Callable[[], int]:
    """The deed that makes a shop of a backup in a server's empty database."""

    def deed() -> int:
        with watched() as progress:
            moving.bring(Path(target).expanduser().absolute(), url, folder, progress)
        return _say_place(url)

    return deed


def _say_place(url: str) -> int:
    text = translate("maintenance", "The shop stands at {place} now; open it there.")
    print(text.format(place=locations.shown(url)))
    return 0


def made_ready(url: str) -> Callable[[], int]:
    """The deed that prints what makes a server ready, or makes the tables of a shop there."""

    def deed() -> int:
        if not url:
            print(server_setup.script())
            return 0
        open_shop(url).close()
        place = locations.shown(url)
        print(translate("maintenance", "The tables stand at {place}.").format(place=place))
        return 0

    return deed
