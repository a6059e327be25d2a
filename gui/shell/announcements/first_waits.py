"""What takes its time before the first window, and is waited for where it is said."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from gui.look.theme import Theme
from models.shop.gate import ShopInfo
from models.shop.opening import Shop
from models.shop.places.peek import peek

Answer = TypeVar("Answer")

translate = QCoreApplication.translate


def wait_for(work: Callable[[], Answer], theme: Theme, text: str) -> Answer:
    """What `work` gives, done behind a window that says `text` when it takes long."""
    from gui.shell.progress_window import ProgressWindow

    return ProgressWindow(theme, text).during(work)


def bring(path: Path, place: Path, theme: Theme) -> None:
    """Makes a shop at `place` of the backup at `path`. Raises as `restore.bring`."""
    from models.shop import restore  # most first runs bring nothing

    text = translate("opening", "The shop comes back from its backup …")
    wait_for(partial(restore.bring, path, place), theme, text)


def look_at_server(url: str, theme: Theme) -> ShopInfo | None:
    """The shop on a server, None where there is none yet. Raises as `peek`."""
    from gui.shell.progress_window import A_MOMENT, ProgressWindow

    text = translate("opening", "Looking for the shop …")
    return ProgressWindow(theme, text, A_MOMENT).during(partial(peek, url))


def fill(make: Callable[[], Answer], shop: Shop, theme: Theme) -> Answer:
    """Makes a demo, which takes its time."""

    def work() -> Answer:
        with shop.connection():
            return make()

    filling = translate("opening", "The shelves of the demo are being filled …")
    return wait_for(work, theme, filling)


def make_demo_if(wanted: bool, shop: Shop, theme: Theme) -> None:
    """Fills an empty shop with the demo; one that has been used is left as it is."""
    if not wanted or shop.path is None:  # a demo has a file of its own, and no server
        return
    from models.demo import demo

    if demo.is_demo() or not demo.is_empty():
        return
    fill(demo.make_demo, shop, theme)
