"""The verbs of the command line that need no screen: import, export, back-up, verify."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from gui.error_messages import sentence
from models import backup, journal, privacy
from models.errors import PolicyNotAccepted, ShopError, UnreadableFile
from models.places import file_of, is_postgres
from models.shop import open_shop

translate = QCoreApplication.translate


def do(verb: str, target: str, url: str, station: str) -> int:
    """Opens the shop at `url`, does the verb, says what came of it; the exit code."""
    deeds: dict[str, Callable[[str], int]] = {
        "import": _import,
        "export": _export,
        "back-up": _back_up,
        "verify": _verify,
    }
    try:
        if not is_postgres(url) and not file_of(url).exists():
            raise UnreadableFile(str(file_of(url)), "missing")
        with open_shop(url, station=station):
            if privacy.needed():
                raise PolicyNotAccepted(privacy.policy().version)
            return deeds[verb](target)
    except ShopError as error:
        print(sentence(error), file=sys.stderr)
        return 1


def _import(target: str) -> int:
    from gui.catalogue.reasons import reason_text
    from models import catalogue_import

    report = catalogue_import.run(Path(target))
    print(
        translate("maintenance", "{created} new, {updated} changed, {skipped} left out").format(
            created=report.created, updated=report.updated, skipped=report.skipped
        )
    )
    for problem in report.problems:
        print(
            translate("maintenance", "Row {row}: {reason}").format(
                row=problem.number, reason=reason_text(problem)
            )
        )
    return 0


def _export(target: str) -> int:
    from models.export import export_folder

    for path in export_folder(Path(target)):
        print(path)
    return 0


def _back_up(target: str) -> int:
    made = backup.back_up(target)
    print(
        translate("maintenance", "Backed up to {path}: proven, {entries} journal entries").format(
            path=made.path, entries=made.entries
        )
    )
    return 0


def _verify(_: str) -> int:
    from models.replay import replay

    report = journal.verify()
    if not report.intact:
        print(
            translate("maintenance", "The journal is not intact: entry {entry} ({reason})").format(
                entry=report.first_bad, reason=report.reason
            )
        )
        return 1
    print(
        translate("maintenance", "The journal is intact: {entries} entries").format(
            entries=report.entries
        )
    )
    differences = replay()
    for difference in differences[:20]:
        print(
            translate("maintenance", "{place} differs: journal {journal}, table {table}").format(
                place="/".join(map(str, (*difference.key, difference.column))),
                journal=difference.journal,
                table=difference.table,
            )
        )
    if not differences:
        print(translate("maintenance", "The orders are exactly what the journal says"))
    return 1 if differences else 0
