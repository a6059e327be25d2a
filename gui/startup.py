"""From the start of the program to its first window: the policy, the shop, the demo, and again.

Nothing is written before the policy is accepted: no file, no folder, no setting.
"""

import logging
import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from gui.application import Application
from gui.look.theme import Theme
from gui.runtime.data_folder import data_folder
from gui.runtime.keeping.backup_timer import BackupTimer, second_folder
from gui.runtime.keeping.prover import Prover
from gui.runtime.log_file import written_into
from gui.runtime.station import HEADS, VERSION, Station
from gui.shell.announcements.first_waits import bring, fill, look_at_server, make_demo_if, wait_for
from gui.shell.announcements.proof_notices import ProofNotices
from gui.shell.announcements.said_outside import (
    faults_told,
    take_word,
    tell_at_closing,
    tell_error,
)
from gui.words.language import Language
from models import session
from models.errors import Damaged, JournalBroken, NoShop, NotAShop, ShopError, ShopMoved
from models.journal import journal, rights
from models.settings import preferences, privacy, program, staff, station_names
from models.shop import backup
from models.shop.offline import own_file
from models.shop.opening import Shop, open_shop
from models.shop.places import training
from models.shop.places.peek import peek
from models.storage import locations, own_files
from models.storage.locations import file_of, is_postgres

if TYPE_CHECKING:
    from collections.abc import Callable

    from gui.first_run.answers import Answers
    from gui.first_run.dialog import FirstRunDialog

log = logging.getLogger(__name__)
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class CliOptions:
    """What the command line asked for; empty where it said nothing."""

    database: str = ""
    window: str = ""
    demo: bool = False
    language: str = ""
    theme: str = ""
    station: str = ""


def default_database(folder: Path, options: CliOptions) -> str:
    """The shop to open: the command line's, the demo, this station's, or the file of this user."""
    if options.database:
        return options.database
    if options.demo:
        return str(folder / "demo.sqlite3")
    habits = habits_in(folder)
    key = "joining" if habits.text("joining") else "database"
    kept = habits.text(key)
    with suppress(ShopError):  # what cannot be read is told when it is opened
        if (before := kept) != (kept := locations.without_password(before, folder)):
            habits.remember(key, kept)  # version 0.1 kept the password there
            habits.sync()
    return kept or str(folder / "shop.sqlite3")


def habits_in(folder: Path) -> Station:
    """What this station remembers; where it has never been, nothing is made by asking."""
    return Station(folder if (folder / "station.ini").exists() else None)


def run(qt: QApplication, options: CliOptions) -> int:
    """Shows the program until its last window closes; the exit code.

    Whatever fails on the way is logged and said in a sentence, before the windows as behind them.
    """
    folder = data_folder()
    with written_into(folder / "logs"), faults_told(folder):
        try:
            return _run(qt, options, folder)
        except Exception:  # noqa: BLE001 - the hook reports every kind
            language = Language(qt)
            language.choose(options.language or habits_in(folder).text("language") or None)
            sys.excepthook(*sys.exc_info())
            language.close()
            return 1


def _run(qt: QApplication, options: CliOptions, folder: Path) -> int:
    again = True
    wrong = training.end(folder)  # what a program left that was killed
    while again:
        language = Language(qt)
        station = habits_in(folder)
        language.choose(options.language or station.text("language") or None)
        theme = Theme(options.theme or station.text("theme") or "system")
        theme.apply_theme_to_application(qt)
        try:
            opened = _open(qt, folder, options, language, theme)
        except ShopError as error:
            log.error("not opened: %s", error)
            if _is_written_anew(folder, options, language, theme, error):
                continue
            tell_error(error)
            return 1
        finally:
            language.close()
        if opened is None:
            return 0
        shop, first_page, said, chosen = opened
        staff.count_failures(wrong)
        again = _work(qt, shop, folder, options, first_page, said, chosen)
        if session.current.is_training:
            wrong = training.end(folder)
            continue
        # Once the demo is removed, the shop of this user is next.
        options = replace(options, demo=options.demo and Path(shop.url).exists())
    return 0


def _is_written_anew(
    folder: Path, options: CliOptions, language: Language, theme: Theme, error: ShopError
) -> bool:
    """Whether a shop that cannot be opened for damage was written anew."""
    url, habits = default_database(folder, options), habits_in(folder)
    if is_postgres(url) or not isinstance(error, Damaged | NotAShop | JournalBroken):
        return False
    from gui.shell.announcements.rebuild_offer import offer_rebuild

    folders = (file_of(url).parent / "backups", second_folder(habits), habits.heads)
    habits.close()
    found = [place for place in folders if place is not None]
    return offer_rebuild(theme, url, found, error, language.current)


Opened = tuple[Shop, str, dict[str, object], str]


def _open(
    qt: QApplication, folder: Path, options: CliOptions, language: Language, theme: Theme
) -> Opened | None:
    """The open shop, the first page and its arguments, and the language chosen on the way.

    None when the policy was declined.
    """
    url = default_database(folder, options)
    habits = habits_in(folder)
    try:
        if (copy := training.place(folder)).exists():
            name = options.station or habits.text("station", "1")
            return open_shop(str(copy), station=name, make=False), "", {}, language.current
        if habits.is_of_first_version:
            _keep_what_was_accepted(habits, folder, url)
        if habits.consent(locations.shown(url)):
            _begin_log(folder)
            return _come_back(qt, options, language, theme, url, habits)
        return _first_run(folder, options, language, theme, url, habits)
    except NoShop:  # it was emptied or removed since
        return _first_run(folder, options, language, theme, url, habits)
    except ShopMoved as error:
        if options.database:
            raise
        tell_error(error)
        habits.forget("joining")
        url = str(locations.free_file(folder / "shop.sqlite3"))
        return _first_run(folder, options, language, theme, url, habits)
    finally:
        habits.close()


def _keep_what_was_accepted(habits: Station, folder: Path, url: str) -> None:
    """A station of the first version is at home in all its shops, and keeps its name."""
    there = (url, habits.text("database"), *map(str, folder.glob("*.sqlite3")))
    for shop in filter(None, there):
        habits.keep_consent(locations.shown(shop), privacy.policy().version)


def _come_back(
    qt: QApplication,
    options: CliOptions,
    language: Language,
    theme: Theme,
    url: str,
    habits: Station,
) -> Opened | None:
    """Opens a shop in which this station is at home; a changed policy is asked about."""
    older = translate("opening", "A shop of an earlier version is brought up to date, a copy kept.")
    patience = partial(wait_for, theme=theme, text=older)
    name = options.station or habits.text("station", "1")
    own = None if habits.heads is None else own_file.path_in(habits.heads, url)
    shop = own_file.open_shop(url, own, station=name, patience=patience, make=False)
    if rights.withdrawn_policy() and not _goes_on(qt, shop, habits, language):
        shop.close()
        return None
    accepted, in_force = habits.consent(locations.shown(url)), privacy.policy().version
    if privacy.needed() or accepted != in_force:
        from gui.first_run.answers import record_agreement
        from gui.first_run.dialog import ask_policy

        agreement = ask_policy(theme, language, privacy.accepted(accepted))
        if agreement is None:
            shop.close()
            return None
        record_agreement(agreement)
        habits.keep_consent(locations.shown(url), in_force)
    make_demo_if(options.demo, shop, theme)
    return shop, options.window, {}, language.current


def _goes_on(qt: QApplication, shop: Shop, habits: Station, language: Language) -> bool:
    """The acceptance is withdrawn: whether the policy shall be asked about again, after whatever
    the owner saves. Raises `NoShop` when everything was erased.
    """
    from gui.settings.data.way_out import WayOutDialog

    application = Application(qt, shop, habits.folder, language.current)
    dialog = WayOutDialog(application.context)
    goes_on, deed = bool(dialog.exec()), dialog.deed
    dialog.deleteLater()
    application.close()
    if deed is not None:
        deed()
        raise NoShop(shop.url)
    return goes_on


def _first_run(
    folder: Path, options: CliOptions, language: Language, theme: Theme, url: str, kept: Station
) -> Opened | None:
    """What is asked where this station has never been; nothing is written before the consent."""
    from gui.first_run.answers import Start, record_agreement
    from gui.first_run.dialog import FirstRunDialog, ask_policy

    own_files.check_room(folder)
    if options.demo:
        agreement = ask_policy(theme, language)
        if agreement is None:
            return None
        _settle(folder, url, language=language.current)
        shop = open_shop(url, station=options.station or kept.text("station", "1"))
        record_agreement(agreement)
        make_demo_if(True, shop, theme)
        return shop, options.window, {}, language.current
    sign = look_at_server(url, theme) if is_postgres(url) else peek(url)
    name = options.station or kept.text("station", station_names.USUAL)
    dialog = FirstRunDialog(
        theme, language, place=locations.shown(url), folder=folder, fixed=options.database,
        sign=sign, station=name,
    )  # fmt: skip
    found = _ask_until_open(dialog, folder, url, theme)
    dialog.deleteLater()
    if found is None:
        kept.forget("joining")
        return None
    answers, place, shop = found
    try:
        is_new = _record(answers, shop, theme)
    except BaseException:
        shop.close()
        raise
    is_elsewhere = place != str(folder / "shop.sqlite3") and not options.database
    _settle(folder, place, station=session.current.station, database=place if is_elsewhere else "")
    kept.forget("joining")
    if is_new and answers.start is Start.IMPORT and answers.catalogue is not None:
        return shop, "catalogue", {"import_path": str(answers.catalogue)}, answers.language
    return shop, options.window, {}, answers.language


def _ask_until_open(
    dialog: "FirstRunDialog", folder: Path, url: str, theme: Theme
) -> tuple["Answers", str, Shop] | None:
    """What was told, and the shop at the place that was told; another place or backup may do where
    one cannot be opened, so the page is there again."""
    while (answers := dialog.ask()) is not None:
        try:
            place = locations.without_password(answers.database, folder) or url
            if answers.backup is not None:
                bring(answers.backup, file_of(place), theme)
            _settle(folder, place, language=answers.language)
            own = own_file.path_in(folder / HEADS, place)
            return answers, place, own_file.open_shop(place, own, station=answers.station)
        except ShopError as error:
            log.error("not opened: %s", error)
            tell_error(error)
    return None


def _settle(folder: Path, url: str, **habits: str) -> None:
    """From now on this station is at home in that shop, with these habits; a log is kept."""
    _begin_log(folder)
    station = Station(folder)
    for key, value in (habits | {VERSION: session.PROGRAM_VERSION}).items():
        if value:
            station.remember(key, value)
    station.keep_consent(locations.shown(url), privacy.policy().version)
    station.close()


def _begin_log(folder: Path) -> None:
    """What was logged so far is written with what follows; without a log one works all the same."""
    with suppress(OSError):
        own_files.make_folder(folder / "logs")


def _record(answers: "Answers", shop: Shop, theme: Theme) -> bool:
    """Sets the shop up as it was wanted; whether it was new."""
    from gui.first_run.answers import Start, record

    if answers.start is not Start.DEMO:
        return record(answers)
    return fill(partial(record, answers), shop, theme)


def _work(
    qt: QApplication,
    shop: Shop,
    folder: Path,
    options: CliOptions,
    first_page: str,
    said: dict[str, object],
    language: str,
) -> bool:
    """One session in one shop; whether to begin anew after it."""
    program.note()
    begun_at = journal.newest()
    is_played = preferences.get(preferences.DEMO) or session.current.is_training
    if preferences.get(preferences.BACKUP_STATION) == session.current.station:
        shop.own_backups = folder / "backups"
    folder_of_backups = None if is_played else shop.backup_folder
    from gui.shell.announcements.whats_new import show_news

    application = Application(qt, shop, folder, language, options.theme or None)
    context = application.context
    context.prover = Prover(shop, context.background, context.station)
    context.prover.setParent(application)
    ProofNotices(context, context.prover, application)
    if not is_played:
        context.prover.start()
    if folder_of_backups is not None:
        context.backups = BackupTimer(context.background, folder_of_backups, context.station)
        context.backups.setParent(application)
    application.start(first_page or None, **said)
    if session.current.staff:  # the first PIN was given on the way
        from gui.shell.sign_in.recovery import give_recovery_code

        give_recovery_code(application.context, session.current.staff, application.front())
    if word := take_word(context.station):
        application.front().notice(word, "ready", stays=True)
    show_news(context.station, context.theme, application.front())
    qt.exec()
    second = second_folder(context.station)
    at_closing = folder_of_backups if shop.path else None  # a server is not waited for
    spoken = application.language.current
    context.prover.close()
    application.close()
    deed: Callable[[], object] | None = application.before_again
    try:
        if deed is not None:
            deed()
        elif at_closing and (journal.newest() != begun_at or not backup.newest(at_closing)):
            backup.back_up_into(at_closing, second)  # where nothing was done, the first one
    except ShopError as error:
        log.error("at closing: %s", error)
        tell_at_closing(qt, error, spoken, was_asked_for=deed is not None)
    finally:
        shop.close()
    return deed is not None
