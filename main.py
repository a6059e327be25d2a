"""BotBelanja — point of order: reads the command line, opens the shop, opens a window.

main.py                              the program
main.py --demo                       the same on an invented shop
main.py export FOLDER | back-up FILE | verify | prove     no screen needed
main.py doctor                       what is fit on this computer, and what is not
main.py restore FILE [--preview]     a backup takes the place of the shop, which is set aside
main.py remove-old YEARS [--preview] the detail of orders that are older goes, their sums stay
main.py copy-to URL|FILE             the shop goes to an empty database of a server, or to a file
main.py server-setup [URL]           prints the SQL for a server, or makes the tables at the URL
main.py import FILE [--preview] [--mapping NAME=COLUMN …]          products, see the guide (F1)
main.py import-orders FILE [--preview] [--mapping NAME=COLUMN …]   past sales, see the guide (F1)
"""

import argparse
import builtins
import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from gui.command_line import program_files
from gui.pages import PAGES
from gui.runtime import screen
from models.storage import postgres_driver

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

    from gui.startup import CliOptions

VERBS = {
    "import": "FILE",
    "import-orders": "FILE",
    "export": "FOLDER",
    "back-up": "FILE",
    "restore": "FILE",
    "remove-old": "number of YEARS to keep",
    "copy-to": "URL or FILE",
    "server-setup": "",
    "verify": "",
    "prove": "",
    "doctor": "",
}


class _CommandLine(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One clear line, and exit code 2."""
        print(f"botbelanja: {message} (--help lists what can be said)", file=sys.stderr)
        raise SystemExit(2)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program; its exit code: 0 well, 1 failed, 2 bad arguments, 3 no screen."""
    if getattr(sys, "frozen", False):  # the proof's process starts here as well
        from multiprocessing import freeze_support

        freeze_support()
    postgres_driver.hide()
    wanted = _read(arguments)
    os.umask(0o077)  # whatever is written is its owner's
    if wanted.verb:
        is_able = wanted.verb == "doctor" or screen.can_import("PySide6.QtCore")
        return _say(wanted) if is_able else screen.NO_SCREEN
    if not screen.is_named():
        print(
            "botbelanja: there is no screen here; start it on a desktop, under xvfb-run, or with "
            "QT_QPA_PLATFORM=offscreen (imports, export, backups and proofs need none)",
            file=sys.stderr,
        )
        return screen.NO_SCREEN
    gc.disable()  # at the start all is new; later gui/runtime/gc_scheduler.py sees to it
    try:
        return _show(wanted) if screen.can_import("PySide6.QtWidgets") else screen.NO_SCREEN
    finally:
        gc.enable()


def _show(wanted: argparse.Namespace) -> int:
    _import_plainly()
    from PySide6.QtWidgets import QMessageBox

    from gui.startup import run

    qt = screen.application(sys.argv[:1])
    _name(qt)
    if lacking := program_files.not_whole():
        print(lacking, file=sys.stderr)
        QMessageBox.critical(None, "BotBelanja", lacking)  # nothing of ours is sure to be there
        return 1
    return run(qt, _options(wanted))


def _read(arguments: Sequence[str] | None) -> argparse.Namespace:
    from models.session import PROGRAM_VERSION

    parser = _CommandLine(
        prog="botbelanja",
        description="BotBelanja: order entry, fulfilment queue and statistics for a shop.",
        allow_abbrev=False,
    )
    parser.add_argument("verb", nargs="?", choices=VERBS, help="maintenance without a screen")
    parser.add_argument("target", nargs="?", default="", help="the file or folder of the verb")
    parser.add_argument("--database", default="", metavar="URL|PATH", help="which shop to open")
    parser.add_argument("--window", default="", choices=tuple(PAGES), help="which window to open")
    parser.add_argument("--station", default="", metavar="NAME", help="what this station is called")
    parser.add_argument("--demo", action="store_true", help="open an invented shop")
    parser.add_argument("--language", default="", choices=("id", "en"))
    parser.add_argument("--theme", default="", choices=("light", "dark"))
    parser.add_argument(
        "--mapping", nargs="+", default=[], metavar="NAME=COLUMN",
        help="imports: which column is what; import-orders also takes a TOML file that says it",
    )  # fmt: skip
    parser.add_argument(
        "--preview", action="store_true", help="imports, restore, remove-old: write nothing"
    )
    parser.add_argument("--version", action="version", version=f"BotBelanja {PROGRAM_VERSION}")
    wanted = parser.parse_args(arguments)
    needs = VERBS.get(wanted.verb or "", "")
    if needs and not wanted.target:
        parser.error(f"{wanted.verb} needs a {needs}")
    if wanted.target and not needs and wanted.verb != "server-setup":
        parser.error(f"{wanted.target!r} has no place here")
    if wanted.mapping and wanted.verb not in ("import", "import-orders"):
        parser.error("--mapping is for imports")
    if wanted.preview and wanted.verb not in ("import", "import-orders", "restore", "remove-old"):
        parser.error("--preview is for imports, restore and remove-old")
    return wanted


def _import_plainly() -> None:
    """Takes PySide's own import out again, which reads the source of all that is imported after it.

    It looks for `__feature__`, which nothing here uses, and has no switch against it. Without that
    Home is painted after 370 ms of CPU instead of 400, order entry after 520 instead of 570
    (medians of 7, on a shared machine). Where PySide swaps nothing, nothing is done.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _name(application: object) -> None:
    """Settles where the data folder is (Qt derives it from the program's name)."""
    from PySide6.QtCore import QCoreApplication

    QCoreApplication.setApplicationName("BotBelanja")


def _options(wanted: argparse.Namespace) -> "CliOptions":
    from gui.startup import CliOptions

    return CliOptions(
        wanted.database, wanted.window, wanted.demo, wanted.language, wanted.theme, wanted.station
    )


def _examine(wanted: argparse.Namespace) -> int:
    """Looks at the computer; the exit code is 1 when something is not fit."""
    from gui.command_line import doctor

    qt = screen.why_not("PySide6.QtCore") or _console()
    return doctor.run(wanted.language, wanted.database, qt)


def _console() -> "QCoreApplication":
    qt = screen.console(sys.argv[:1])
    _name(qt)
    return qt


def _say(wanted: argparse.Namespace) -> int:
    """Does the verb; whoever stops reading what it says (`| head -1`) breaks nothing."""
    try:
        code = (_examine if wanted.verb == "doctor" else _maintain)(wanted)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


def _maintain(wanted: argparse.Namespace) -> int:
    """A verb that needs no screen; sentences go to the terminal."""
    from gui.command_line import maintenance, moving, old_orders, restoring
    from gui.runtime.data_folder import data_folder
    from gui.runtime.keeping.backup_timer import second_folder
    from gui.runtime.station import HEADS
    from gui.startup import default_database, habits_in
    from gui.words.formatting import Formatting
    from gui.words.language import Language

    application = _console()
    language = Language(application).choose(wanted.language or None)
    words = Formatting(language)
    folder = data_folder()
    url = default_database(folder, _options(wanted))
    station = wanted.station or habits_in(folder).text("station", "1")
    imports = {"import": maintenance.products, "import-orders": maintenance.past_orders}
    if make := imports.get(wanted.verb):
        deed = make(wanted.target, wanted.mapping, wanted.preview, language)
        return maintenance.inside(url, station, deed)
    if wanted.verb == "server-setup":
        return maintenance.told(moving.made_ready(wanted.target))
    if wanted.verb == "copy-to":
        is_own = not wanted.database
        deed = moving.moved(wanted.target, folder, maintenance.watched, words, is_own=is_own)
        return maintenance.inside(url, station, deed)
    if wanted.verb == "restore":
        shop = (wanted.target, url, station, folder, language)
        return restoring.restored(*shop, only_look=wanted.preview)
    if wanted.verb == "remove-old":
        backups = maintenance.folders_of(url, folder / HEADS)[0]
        second = second_folder(habits_in(folder))
        deed = old_orders.removed(wanted.target, backups, second, words, only_look=wanted.preview)
        return maintenance.inside(url, station, deed, asks=False)
    return maintenance.do(wanted.verb, wanted.target, url, station, folder / HEADS, language)


if __name__ == "__main__":
    raise SystemExit(main())
