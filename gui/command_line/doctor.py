"""What is fit for the program on this computer and what is not, one line each: `doctor`.

It is asked where something is wrong, so nothing is taken for granted: Qt may not load, there may be
no screen, no folder, no shop. A look that fails is a line like any other. Nothing is written, and
no shop is opened.
"""

import locale
import os
import shutil
import socket
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from gui.command_line import program_files
from gui.runtime import screen
from gui.runtime.translation_files import contexts_in, files_of
from gui.words.marked import marked

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

# The versions of Python on which the program is tried.
PYTHONS = ((3, 11), (3, 13))
_PATIENCE = 3.0  # seconds that a printer, and 20 times as long a screen, may take to answer
_ROOM = 200_000_000  # bytes that a shop with its backups should find
_MARKS = {True: "ok", None: "? ", False: "!!"}

GOOD, UNSURE, BAD = True, None, False


class Finding(NamedTuple):
    """A line: how it is, what was looked at, and what was seen (with `facts` in its braces)."""

    verdict: bool | None
    name: str
    text: str
    facts: Mapping[str, object] = MappingProxyType({})


Look = Callable[[], Iterator[Finding]]


def run(language: str, database: str, qt: "QCoreApplication | str") -> int:
    """Looks at everything, and says what was seen; 1 if something is not fit, else 0.

    `database` is the shop that the command line names; empty for this station's own. `qt` is the
    application, or why Qt does not load.
    """
    is_fit = True
    spoken = language or _language()
    qt_loads = partial(_qt, qt if isinstance(qt, str) else "")
    looks: list[Look] = [_python, qt_loads, _files, _sqlite, _locale]
    if not isinstance(qt, str):
        from gui.words.language import Language

        Language(qt).choose(spoken)  # for what the program itself says of an error
        looks += [_screen, _folder, _printer, _scanner, partial(_shop, database), _clock]
    for look in looks:
        for finding in _seen(look):
            is_fit = is_fit and finding.verdict is not BAD
            name, text = (_in(spoken, words) for words in (finding.name, finding.text))
            told = f"{_MARKS[finding.verdict]} {name}: {text.format(**finding.facts)}"
            encoding = sys.stdout.encoding or "ascii"
            print(told.encode(encoding, "replace").decode(encoding), flush=True)
    return 0 if is_fit else 1


def _seen(look: Look) -> Iterator[Finding]:
    try:
        yield from look()
    except Exception as error:  # noqa: BLE001 - whatever is broken here is what is asked for
        yield Finding(
            BAD, marked("doctor", "A look that failed"), "{error}",
            {"error": f"{type(error).__name__}: {error}"},
        )  # fmt: skip


# --- words, without Qt -----------------------------------------------------------------------


def _language() -> str:
    """The language of this user's system, by its variables where Qt cannot be asked."""
    with suppress(ImportError):
        from gui.words.language import of_system

        return of_system()
    asked = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "id" if next(filter(None, asked), "").startswith("id") else "en"


def _in(language: str, text: str) -> str:
    for path in files_of(language).get("doctor", ()):
        if found := contexts_in(path)["doctor"].get((text, "")):
            return found.text
    return text


# --- the computer ----------------------------------------------------------------------------


def _python() -> Iterator[Finding]:
    here = sys.version_info[:2]
    name, facts = "Python", {"version": sys.version.split()[0], "path": sys.executable}
    if PYTHONS[0] <= here <= PYTHONS[1]:
        yield Finding(GOOD, name, "{version}, {path}", facts)
    else:
        yield Finding(UNSURE, name, marked("doctor", "{version} was not tried: {path}"), facts)


def _qt(reason: str) -> Iterator[Finding]:
    if reason:
        yield Finding(BAD, "Qt", "{reason}", {"reason": reason})
        return
    import PySide6

    version = PySide6.__version__
    if version == "6.12.0" and sys.version_info < (3, 12):
        text = marked("doctor", "PySide6 {version} ends the program on this Python: take another")
        yield Finding(BAD, "Qt", text, {"version": version})
    else:
        yield Finding(GOOD, "Qt", "PySide6 {version}", {"version": version})


def _files() -> Iterator[Finding]:
    if parts := program_files.missing():
        text = marked("doctor", "{parts} missing: install the program again")
        yield Finding(BAD, "BotBelanja", text, {"parts": ", ".join(parts)})


def _sqlite() -> Iterator[Finding]:
    from models.shop.opening import sqlite_at_work

    version, is_fit = sqlite_at_work()
    text = marked("doctor", "{version} can damage a shop: 3.51.3 or later is needed")
    yield Finding(is_fit, "SQLite", "{version}" if is_fit else text, {"version": version})


def _locale() -> Iterator[Finding]:
    name = marked("doctor", "Language of the system")
    try:
        told = locale.setlocale(locale.LC_CTYPE, "")
    except locale.Error:
        asked = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG")
        text = marked("doctor", "{locale} is not installed here; the program works without it")
        yield Finding(UNSURE, name, text, {"locale": asked or "?"})
    else:
        yield Finding(GOOD, name, "{locale}", {"locale": told})


def _screen() -> Iterator[Finding]:
    """Opens one in a process of its own, which may die of it."""
    name = marked("doctor", "Screen")
    if not screen.is_named():
        text = marked("doctor", "there is none here; imports, export, backups and proofs need none")
        yield Finding(UNSURE, name, text)
        if missing := screen.lacking():
            yield Finding(BAD, name, "{missing}", {"missing": missing})
        return
    ours, theirs = get_context("spawn").Pipe(duplex=False)
    process = get_context("spawn").Process(target=_open_screen, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    told: dict[str, Any] = {}
    with suppress(EOFError):
        if ours.poll(20 * _PATIENCE):
            told = ours.recv()
    process.join(_PATIENCE)
    process.kill()
    if "platform" not in told:
        missing = told.get("missing") or screen.lacking()
        text = "{missing}" if missing else marked("doctor", "Qt cannot use it")
        yield Finding(BAD, name, text, {"missing": missing})
        return
    yield Finding(GOOD, name, "{platform}, {width} × {height}", told)
    name = marked("doctor", "Fonts")
    if told["families"]:
        text = marked("doctor", "{families} fonts; {font}")
        yield Finding(GOOD, name, text, told)
    else:
        text = marked("doctor", "no font at all: sudo apt install fontconfig fonts-dejavu-core")
        yield Finding(BAD, name, text)


def _open_screen(told: Connection) -> None:
    """What a window would find, in a process of its own."""
    if missing := screen.why_not("PySide6.QtWidgets"):
        told.send({"missing": missing})
        return
    from PySide6.QtGui import QFontDatabase

    qt = screen.application(sys.argv[:1], lambda reason: told.send({"missing": reason}))
    size = qt.primaryScreen().size()
    told.send(
        {
            "platform": qt.platformName(),
            "width": size.width(),
            "height": size.height(),
            "families": len(QFontDatabase.families()),
            "font": qt.font().family(),
        }
    )
    os._exit(0)  # a screen that is taken away again is nobody's concern


# --- what the program keeps, and what hangs on the computer ----------------------------------


def _station() -> Any:
    from gui.runtime.data_folder import data_folder
    from gui.startup import habits_in

    return habits_in(data_folder())


def _folder() -> Iterator[Finding]:
    from gui.runtime.data_folder import data_folder
    from models.storage import locations

    name, folder = marked("doctor", "Folder"), data_folder()
    there = next(place for place in (folder, *folder.parents) if place.exists())
    free = shutil.disk_usage(there).free
    facts = {"folder": folder, "there": there, "free": f"{free // 1_000_000:,}".replace(",", ".")}
    kind = locations.network_kind(folder)
    if kind:
        text = marked("doctor", "{folder} lies on a network or in a cloud ({kind})")
        yield Finding(BAD, name, text, {**facts, "kind": kind})
    elif not os.access(there, os.W_OK | os.X_OK):
        text = marked("doctor", "{folder}: nothing can be written into {there}")
        yield Finding(BAD, name, text, facts)
    elif free < _ROOM:
        text = marked("doctor", "{folder}: only {free} MB are free")
        yield Finding(BAD, name, text, facts)
    elif there != folder:
        text = marked("doctor", "{folder} will be made; {free} MB are free")
        yield Finding(GOOD, name, text, facts)
    elif os.name == "posix" and folder.stat().st_mode & 0o077:
        text = marked("doctor", "{folder} can be read by others; {free} MB are free")
        yield Finding(UNSURE, name, text, facts)
    else:
        text = marked("doctor", "{folder}, {free} MB are free")
        yield Finding(GOOD, name, text, facts)


def _printer() -> Iterator[Finding]:
    from gui.printing import print_settings, printers

    habits = print_settings.habits_of(_station())
    name, facts = marked("doctor", "Printer"), {"target": habits.target}
    if not habits.way:
        yield Finding(GOOD, name, marked("doctor", "none is chosen"))
    elif habits.way == "pdf":
        yield Finding(GOOD, name, marked("doctor", "files in {target}"), facts)
    elif habits.way == "system":
        is_there = not habits.target or habits.target in printers.system_printers()
        text = "{target}" if is_there else marked("doctor", "{target} is not there")
        yield Finding(is_there, name, text, facts)
    else:
        answers = _answers(habits.target)
        text = "{target}" if answers else marked("doctor", "{target} does not answer")
        yield Finding(answers, name, text, facts)


def _answers(target: str) -> bool:
    from gui.printing import printers

    if target.startswith(("/", "\\\\")):
        return os.access(target, os.W_OK)
    with suppress(OSError), socket.create_connection(printers.host_and_port(target), _PATIENCE):
        return True
    return False


def _scanner() -> Iterator[Finding]:
    from gui.input.scanner_settings import hearing_of

    hearing = hearing_of(_station())
    text = marked("doctor", "known by {gap} ms between two characters, ending: {ending}")
    facts = {"gap": hearing.gap, "ending": hearing.ending}
    yield Finding(GOOD, marked("doctor", "Scanner"), text, facts)


def _shop(database: str) -> Iterator[Finding]:
    from gui.runtime.data_folder import data_folder
    from gui.startup import CliOptions, default_database
    from gui.words.error_messages import sentence
    from models.errors import ShopError
    from models.shop.places.peek import peek
    from models.storage import locations

    name = marked("doctor", "Shop")
    url = default_database(data_folder(), CliOptions(database))
    facts: dict[str, object] = {"place": locations.shown(url)}
    try:
        found = peek(url)
    except ShopError as error:
        yield Finding(BAD, name, "{place}: {error}", facts | {"error": sentence(error)})
        return
    if found is None:
        yield Finding(GOOD, name, marked("doctor", "none yet at {place}"), facts)
    else:
        yield Finding(GOOD, name, "{shop}, {place}", facts | {"shop": found.name})


def _clock() -> Iterator[Finding]:
    """A clock that stands before what was written by it last stands wrong."""
    from gui.runtime.data_folder import data_folder

    now = time.time()
    program = [Path(path) for path in (__file__, sys.executable) if Path(path).exists()]
    written = [path.stat().st_mtime for path in (*program, *data_folder().glob("*"))]
    facts = {
        "now": datetime.now().astimezone().strftime("%Y-%m-%d %H:%M %Z"),
        "written": datetime.fromtimestamp(max(written)).strftime("%Y-%m-%d %H:%M"),
    }
    name = marked("doctor", "Clock")
    if now < max(written) - 60:
        text = marked("doctor", "{now}, but something was written on {written}")
        yield Finding(BAD, name, text, facts)
    else:
        yield Finding(GOOD, name, "{now}", facts)
