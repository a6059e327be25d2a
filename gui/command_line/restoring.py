"""The verb of the command line by which a backup takes a shop's place, on a server as well."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from gui.command_line.maintenance import folders_of, inside, told, watched, words_of
from gui.command_line.moving import say_place
from gui.command_line.old_orders import owners_login
from gui.runtime.station import HEADS
from gui.words.formatting import Formatting
from gui.words.losses.loss_texts import file_text, loss_texts
from models.shop import restore
from models.shop.places import moving
from models.storage import locations

translate = QCoreApplication.translate


def restored(
    target: str, url: str, station: str, folder: Path, language: str, *, only_look: bool
) -> int:
    """Puts the backup in the shop's place, or only says what that would mean; in an empty database
    of a server it makes a shop of it. The exit code."""
    path = Path(target).expanduser().absolute()
    put_back: Callable[[Path], Path] = restore.restore
    if is_on_server := locations.is_postgres(url):
        put_back = partial(_put_back_there, folders_of(url, folder / HEADS)[0])
    over = partial(inside, url, station, partial(_put_over, path, put_back, language, only_look))
    if not is_on_server:
        return over()
    words = Formatting(language)
    return told(partial(_put_there, path, url, folder, words, over, only_look))


def _put_over(path: Path, put_back: Callable[[Path], Path], language: str, only_look: bool) -> int:
    for line in loss_texts(restore.look(path), path.name, words_of(language)):
        print(line)
    if not only_look:
        text = translate("maintenance", "Restored. What was there is in {path}")
        print(text.format(path=put_back(path)))
    return 0


def _put_back_there(beside: Path, path: Path) -> Path:
    login = owners_login()
    with watched() as progress:
        return moving.replace(path, beside, login, progress)


def _put_there(
    path: Path, url: str, folder: Path, words: Formatting, over: Callable[[], int], only_look: bool
) -> int:
    if moving.look(url) is not None:
        return over()
    if not only_look:
        with watched() as progress:
            return say_place(url, moving.bring(path, url, folder, progress), words)
    sign = restore.sign(path)
    if sign.origin is not None:
        print(file_text(sign.origin, path.name, words))
    text = translate("maintenance", "There is no shop at {place} yet: nothing would be lost.")
    print(text.format(place=locations.shown(url)))
    return 0
