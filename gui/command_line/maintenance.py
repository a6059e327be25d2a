"""The verbs of the command line, without a screen: imports, export, back-up, proof, restore."""

import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from getpass import getpass
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gui.words.error_messages import sentence
from gui.words.formatting import Formatting
from gui.words.marked import marked
from models import session
from models.errors import BadChoice, NotSignedIn, PinTooSoon, PolicyNotAccepted, ShopError
from models.settings import preferences, privacy, staff
from models.shop import backup
from models.shop.opening import open_shop
from models.storage.locations import file_of, is_postgres

if TYPE_CHECKING:
    from models.catalogue_import.catalogue_import import Preview
    from models.catalogue_import.matching import PreviewRow
    from models.past_sales.past_sales import PastOrders

translate = QCoreApplication.translate

#: What became of a row of past sales that was not simply taken.
_PAST = {
    "returned": marked("maintenance", "{text}: {total} given back on its day"),
    "returned_alone": marked(
        "maintenance", "{text}: {total} given back on its day; no sale in the file fits it"
    ),
    "part_returned": marked("maintenance", "{text}: {total} off the sale"),
    "rounded": marked("maintenance", "{text} was rounded to {total}"),
    "one_code": marked("maintenance", "taken as one product: {text}"),
    "code_rounded": marked("maintenance", "the code {text} was shortened by Excel: known by name"),
    "order_differs": marked(
        "maintenance", "order {text}: its total is written as {total}, its lines come to another"
    ),
    "cancelled": marked("maintenance", "{text}: cancelled, {total} left out"),
    "pending": marked("maintenance", "{text}: not paid or not finished, {total} left out"),
    "no_sale": marked("maintenance", "{text}: not a sale, {total} left out"),
    "refunded": marked("maintenance", "{text}: given back, {total} left out"),
    "partly_refunded": marked(
        "maintenance", "{text}: partly given back, how much is not said; {total} left out"
    ),
    "refund_alone": marked(
        "maintenance", "{text}: money given back for no goods, without its sale; {total} left out"
    ),
    "no_quantity": marked("maintenance", "{text}: nothing was sold, {total} left out"),
    "over_discount": marked("maintenance", "{text}: more is taken off than it costs"),
    "bad_number": marked("maintenance", "“{text}” is not a number"),
    "bad_moment": marked("maintenance", "“{text}” is not a day or a time"),
    "in_future": marked("maintenance", "{text} has not come yet"),
    "shifted": marked("maintenance", "“{text}” stands behind the last heading, left out"),
    "empty": marked("maintenance", "nothing in the column for {text}"),
    "sum": marked("maintenance", "{text}: a row of sums, left out"),
    "too_large": marked("maintenance", "{text} is too large"),
    "there": marked("maintenance", "order {text} is in the shop already, but not with {total}"),
}
#: Why rows are in no figure, all of them together.
_LEFT_OUT = {
    "cancelled": marked("maintenance", "sales that were cancelled"),
    "pending": marked("maintenance", "not paid or not finished"),
    "no_sale": marked("maintenance", "not sales"),
    "refunded": marked("maintenance", "sales that were given back"),
    "partly_refunded": marked("maintenance", "partly given back, how much is not said"),
    "refund_alone": marked("maintenance", "money given back for no goods, without its sale"),
    "no_quantity": marked("maintenance", "nothing was sold"),
    "over_discount": marked("maintenance", "more taken off than it costs"),
    "bad_number": marked("maintenance", "no number"),
    "bad_moment": marked("maintenance", "no day"),
    "in_future": marked("maintenance", "days that have not come yet"),
    "shifted": marked("maintenance", "more cells than headings"),
    "empty": marked("maintenance", "something is missing"),
    "sum": marked("maintenance", "rows of sums"),
    "too_large": marked("maintenance", "too large"),
    "there": marked("maintenance", "in the shop already, with another total"),
}


def do(verb: str, target: str, url: str, station: str, notes: Path, language: str) -> int:
    """Opens the shop at `url`, does the verb, says what came of it; the exit code.

    In `notes` this station notes the newest entry of the journal.
    """
    deeds: dict[str, Callable[[], int]] = {
        "export": partial(_export, target),
        "back-up": partial(_back_up, target),
        "verify": partial(_verify, url, notes, language),
        "prove": partial(_prove, url, station, notes, language),
    }
    # Back-ups and proofs are made by the clock, when nobody is there to sign in.
    return inside(url, station, deeds[verb], asks=verb == "export")


def inside(url: str, station: str, deed: Callable[[], int], *, asks: bool = True) -> int:
    """Does the deed in the shop at `url`; its exit code, or 1 with the reason.

    Where rights hold it `asks` who wants it.
    """

    def within() -> int:
        with open_shop(url, station=station, make=False):
            if privacy.needed():
                raise PolicyNotAccepted(privacy.policy().version)
            if asks and staff.is_locked():
                in_time(partial(staff.sign_in, *code_and_pin()))
            return deed()

    return told(within)


def told(deed: Callable[[], int]) -> int:
    """Does the deed; its exit code, or 1 with the reason."""
    try:
        return deed()
    except ShopError as error:
        print(sentence(error), file=sys.stderr)
        return 1


def code_and_pin() -> tuple[str, str]:
    """Of who wants it, at the terminal or from what is handed to the command."""
    try:
        code = asked(translate("maintenance", "Staff code:"))
        return code, asked(translate("maintenance", "PIN:"), hidden=True)
    except EOFError:
        raise NotSignedIn from None


def in_time(check: Callable[[], object]) -> None:
    """Checks a PIN; one that comes too soon behind wrong ones is looked at when it may be, in this
    process: another would begin the wait anew."""
    while True:
        try:
            check()
        except PinTooSoon as error:
            print(sentence(error), file=sys.stderr, flush=True)
            sleep(error.wait)
        else:
            return


def asked(what: str, *, hidden: bool = False) -> str:
    """What is typed at the terminal, nobody reading along where it is `hidden`."""
    print(what, end=" ", file=sys.stderr, flush=True)
    return getpass("") if hidden and sys.stdin.isatty() else input()


@contextmanager
def watched() -> Iterator[Callable[[int, int], bool]]:
    """Shows how far a long work is, where somebody looks; Ctrl+C stops it between two steps."""
    stopped = False

    def stop(*_: object) -> None:
        nonlocal stopped
        stopped = True

    def progress(done: int, of: int) -> bool:
        if sys.stderr.isatty():
            print(f"\r{done:,}" + (f" / {of:,}" if of else ""), end="", file=sys.stderr)
        return not stopped

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield progress
    finally:
        signal.signal(signal.SIGINT, before)
        if sys.stderr.isatty():
            print("\r" + " " * 40 + "\r", end="", file=sys.stderr)


def past_orders(
    target: str, mapping: Sequence[str], only_look: bool, language: str
) -> Callable[[], int]:
    """The deed that takes over past sales, or only says what it would do."""

    def deed() -> int:
        from models.past_sales import past_sales

        how = past_sales.reading(*mapping)
        with watched() as progress:
            found = (past_sales.preview if only_look else past_sales.run)(target, how, progress)
        _say_past(found, only_look, words_of(language))
        return 0

    return deed


def products(
    target: str, mapping: Sequence[str], only_look: bool, language: str
) -> Callable[[], int]:
    """The deed that takes over a price list, or only says what it would do."""

    def deed() -> int:
        from models.catalogue_import import catalogue_import

        how = dict(_pair(word) for word in mapping) or None
        if only_look:
            with watched() as progress:
                seen = catalogue_import.preview(target, how, progress=progress)
            _say_preview(seen)
            problems = [row for row in seen.rows if row.result in ("check", "rejected")]
            sheet = seen.sheet
        else:
            with watched() as progress:
                report = catalogue_import.run(target, how, progress=progress).value
            text = translate("maintenance", "{created} new, {updated} changed, {skipped} left out")
            facts = {"created": report.created, "updated": report.updated}
            print(text.format(**facts, skipped=report.skipped))
            problems, sheet = list(report.problems), report.sheet
        _say_problems(problems, sheet, words_of(language))
        return 0

    return deed


def _pair(word: str) -> tuple[str, str]:
    field, mark, head = word.partition("=")
    if not mark:
        raise BadChoice("column", word)
    return field, head


def _say_preview(seen: "Preview") -> None:
    new = sum(row.action == "new" for row in seen.rows)
    text = translate("maintenance", "Would make {new} new, change {changed}, leave out {left}")
    changed = seen.to_write - new
    print(text.format(new=new, changed=changed, left=len(seen.rows) - seen.to_write))
    words = " ".join(f"{field}={head}" for field, head in seen.mapping.items())
    print(translate("maintenance", "Read as: {words}").format(words=words))


def _say_row(sheet: str, row: int, reason: str) -> None:
    """The row as a spreadsheet shows it, with its sheet where there are several."""
    if sheet:
        text = translate("maintenance", "Sheet {sheet}, row {row}: {reason}")
    else:
        text = translate("maintenance", "Row {row}: {reason}")
    print(text.format(sheet=sheet, row=row, reason=reason))


def _say_problems(problems: Sequence["PreviewRow"], sheet: str, fmt: Formatting) -> None:
    from gui.catalogue.importing.row_reasons import reason_text

    for problem in problems:
        _say_row(sheet, problem.number, reason_text(problem, fmt))


def _say_past(found: "PastOrders", only_look: bool, fmt: Formatting) -> None:
    left_out = _left_out(found, fmt)
    if left_out:
        print(left_out)
    said = (
        translate("maintenance", "Would take {orders} orders, {lines} lines, {total}")
        if only_look
        else translate("maintenance", "Took {orders} orders, {lines} lines, {total}")
    )
    numbers = {
        name: fmt.number(getattr(found, name)) for name in ("orders", "lines", "there", "products")
    }
    print(said.format(**numbers, total=fmt.money(found.total)))
    if found.returned:
        said = translate("maintenance", "{total} of it was given back since, each on its day")
        print(said.format(total=fmt.money(found.returned)))
    if lost := round(found.lost, 2):
        said = translate("maintenance", "Rounding to rupiah changed it by {amount}")
        print(said.format(amount=f"{-lost.normalize():f}"))
    print(translate("maintenance", "Read as: {words}").format(words=" ".join(found.words)))
    if found.unused:
        said = translate("maintenance", "Not used: {headings}")
        print(said.format(headings=", ".join(found.unused)))
    if found.first_day and found.last_day:
        print(f"{fmt.date(found.first_day)}–{fmt.date(found.last_day)}")
    said = translate("maintenance", "{there} orders were there before; {products} new products")
    print(said.format(**numbers))
    if found.changed:
        said = (
            translate("maintenance", "Days that have figures would read otherwise: {days}")
            if only_look
            else translate(
                "maintenance", "Days that had figures already read otherwise now: {days}"
            )
        )
        print(said.format(days=", ".join(map(fmt.date, found.changed))))
    for problem in found.problems:
        reason = translate("maintenance", _PAST[problem.reason]).format(
            text=problem.text, total=fmt.money(problem.total)
        )
        _say_row(found.sheet, problem.row, reason)
    if left_out:
        print(left_out)


def _left_out(found: "PastOrders", fmt: Formatting) -> str:
    """What of the file is in no figure, summed by reason; the first and the last that is said."""
    if not found.left_out:
        return ""
    reasons = "; ".join(
        translate("maintenance", "{reason}: {rows} rows, {total}").format(
            reason=translate("maintenance", _LEFT_OUT[left.reason]),
            rows=fmt.number(left.rows),
            total=fmt.money(left.total),
        )
        for left in found.left_out
    )
    return translate("maintenance", "Left out: {reasons}").format(reasons=reasons)


def _export(target: str) -> int:
    from models.export.export import export_folder

    for path in export_folder(Path(target)):
        print(path)
    return 0


def _back_up(target: str) -> int:
    made = backup.back_up(target)
    print(
        translate("maintenance", "Backed up to {path}: verified, {entries} journal entries").format(
            path=made.path, entries=made.entries
        )
    )
    return 0


def words_of(language: str) -> Formatting:
    """As the shop that is open tells its sums and times."""
    return Formatting(language, preferences.get(preferences.CURRENCY), session.current.zone)


def folders_of(url: str, notes: Path) -> list[Path]:
    """Where newest entries of the journal were noted outside of the shop, that of its backups
    first: beside a shop's file, and for a server's shop beside the notes of this station."""
    beside = notes if is_postgres(url) else file_of(url)
    return [beside.parent / "backups", notes]


def _verify(url: str, notes: Path, language: str) -> int:
    from gui.words.proof_texts import verdict_lines
    from models.shop.verify import verify

    with _percent() as progress:
        verdict = verify(folders_of(url, notes), progress)
    is_well = verdict.is_whole and not verdict.own_damage
    return _say(verdict_lines(verdict, words_of(language)), is_well)


def _prove(url: str, station: str, notes: Path, language: str) -> int:
    from gui.words.proof_texts import proof_lines
    from models.shop.prove import prove

    words = words_of(language)  # the proof opens and closes shops of its own
    with _percent() as progress:
        proof = prove(url, station, folders_of(url, notes), progress)
    return _say(proof_lines(proof, words), proof.is_whole)


@contextmanager
def _percent() -> Iterator[Callable[[float], None]]:
    with watched() as progress:

        def tell(done: float) -> None:
            if not progress(round(100 * done), 100):
                raise SystemExit(1)

        yield tell


def _say(lines: list[str], is_well: bool) -> int:
    for line in lines:
        print(line)
    return 0 if is_well else 1
