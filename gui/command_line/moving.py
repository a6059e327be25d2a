"""The verbs of the command line by which a shop comes to another place."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from gui.runtime.station import go_to
from gui.words.formatting import Formatting
from gui.words.losses.loss_texts import arrival, arrival_text, file_text
from models.errors import PlaceTaken
from models.shop import restore
from models.shop.opening import open_shop
from models.shop.places import moving, server_setup
from models.shop.places.moving import Arrived
from models.storage import locations

translate = QCoreApplication.translate

#: Shows how far a work is, and says whether it goes on.
Watched = Callable[[], AbstractContextManager[Callable[[int, int], bool]]]


def moved(
    target: str, folder: Path, watched: Watched, words: Formatting, *, is_own: bool
) -> Callable[[], int]:
    """The deed that takes the shop to another place, and this station with it where it `is_own`."""

    def deed() -> int:
        url = locations.without_password(target, folder)
        with watched() as progress:
            arrived = moving.move(url, folder, progress)
        if is_own:
            go_to(folder, url)
        return _say_place(url, arrived, words)

    return deed


def brought(
    target: str, url: str, folder: Path, watched: Watched, words: Formatting, *, only_look: bool
) -> Callable[[], int]:
    """The deed that makes a shop of a backup in a server's empty database, or only says what that
    would mean."""
    path = Path(target).expanduser().absolute()

    def deed() -> int:
        if only_look:
            return _say_what_would_come(path, url, words)
        with watched() as progress:
            arrived = moving.bring(path, url, folder, progress)
        return _say_place(url, arrived, words)

    return deed


def _say_what_would_come(path: Path, url: str, words: Formatting) -> int:
    sign = restore.sign(path)
    place = locations.shown(url)
    if moving.look(url) is not None:
        raise PlaceTaken(place)
    if sign.origin is not None:
        print(file_text(sign.origin, path.name, words))
    text = translate("maintenance", "There is no shop at {place} yet: nothing would be lost.")
    print(text.format(place=place))
    return 0


def _say_place(url: str, arrived: Arrived, words: Formatting) -> int:
    text = translate("maintenance", "The shop stands at {place} now; open it there.")
    place = locations.shown(url)
    print(text.format(place=place))
    print(arrival_text(arrival(), words, place, arrived))
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
