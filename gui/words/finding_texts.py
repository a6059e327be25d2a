"""What the proof of a shop found, in the shop's own words, and what to do about it."""

from contextlib import suppress

from PySide6.QtCore import QCoreApplication

from gui.words.field_names import field_name
from gui.words.formatting import Formatting
from gui.words.marked import marked
from models import clock
from models.shop import verify
from models.shop.verify import Finding

translate = QCoreApplication.translate

_THINGS: dict[str, str] = {
    "product": marked("findings", "Product {name}"),
    "barcode": marked("findings", "Barcode of {name}"),
    "alias": marked("findings", "Other name of {name}"),
    "list_answer": marked("findings", "Answer kept for {name}"),
    "price_change": marked("findings", "Price history of {name}"),
    "stock": marked("findings", "Stock of {name}"),
    "stock_movement": marked("findings", "Stock movement of {name}"),
    "orders": marked("findings", "Order {name}"),
    "order_line": marked("findings", "A line of order {name}"),
    "payment": marked("findings", "A payment of order {name}"),
    "drawer_session": marked("findings", "Cash drawer {name}"),
    "drawer_movement": marked("findings", "Cash movement {name}"),
    "put_back": marked("findings", "Goods to put back: {name}"),
    "held_cart": marked("findings", "Held cart {name}"),
    "message": marked("findings", "Message {name} of the inbox"),
    "print_job": marked("findings", "Paper {name}"),
    "counter": marked("findings", "Running number {name}"),
    "preference": marked("findings", "Setting {name}"),
    "occasion": marked("findings", "Own event {name}"),
    "staff": marked("findings", "Staff code {name}"),
    "day_total": marked("findings", "The sums of {name}"),
    "hour_total": marked("findings", "The sums by hour of {name}"),
    "product_day": marked("findings", "The sums by product of {name}"),
    "lead_time": marked("findings", "The waiting times of {name}"),
    "tally": marked("findings", "The sums by payment, person and reason of {name}"),
    "closed_sum": marked("findings", "The packed sums of {name}"),
    "late_sum": marked("findings", "The late changes of {name}"),
    "bill_change": marked("findings", "The changes of the bill of order {name}"),
    "queue_mark": marked("findings", "The queue that was noted at entry {name} of the journal"),
    "policy_acceptance": marked("findings", "Acceptance {name} of the privacy policy"),
}
_ENTRIES: dict[str, str] = {
    "missing": marked("findings", "Entry {name} of the journal is missing."),
    "changed": marked("findings", "Entry {name} of the journal was changed."),
    "chain": marked("findings", "Entry {name} of the journal does not follow the one before it."),
    "tail": marked("findings", "The end of the journal is missing, from entry {name} on."),
    "unreadable": marked("findings", "Entry {name} of the journal cannot be read."),
    "unfit": marked("findings", "Entry {name} of the journal does not fit what was before it."),
}
_ROWS: dict[str, str] = {
    "missing": marked("findings", "{thing} is missing."),
    "added": marked("findings", "{thing} stands in no entry of the journal."),
    "sums": marked("findings", "{thing}: not what the journal comes to."),
    "stray": marked("findings", "{thing} belongs to something that is not there."),
}
_OF_DAYS = frozenset(
    {"day_total", "hour_total", "product_day", "lead_time", "tally", "closed_sum", "late_sum"}
)
_MONEY = frozenset({"price", "cost", "amount", "total", "paid", "opening", "counted", "expected"})


def finding_sentence(finding: Finding, words: Formatting) -> str:
    """One finding in a sentence; of orders nothing but their number."""
    if finding.kind == verify.FILE:
        text = translate("findings", "The file is damaged: {detail}")
    elif finding.kind == verify.GUARD:
        text = translate("findings", "A guard against other programs was changed: {name}.")
    elif finding.kind == verify.HEAD:
        text = translate(
            "findings", "The journal lost entry {name}, which the backup “{detail}” knows."
        )
        if not finding.detail:
            text = translate("findings", "The journal lost entry {name}, noted on this computer.")
    elif finding.kind == verify.ENTRY:
        text = translate("findings", _ENTRIES[finding.detail])
    elif finding.kind == verify.OUTSIDE:
        text = translate("findings", "{thing} was written by another program.")
    elif finding.column:
        text = _column_text(finding)
    else:
        text = translate("findings", _ROWS[finding.detail])
    return text.format(
        thing=thing(finding, words), name=finding.name, detail=finding.detail,
        field=field_name(finding.column), told=_value(finding.column, finding.told, words),
        found=_value(finding.column, finding.found, words),
    )  # fmt: skip


def _column_text(finding: Finding) -> str:
    if finding.table in ("product", "stock", "drawer_session") and finding.told is not None:
        return translate("findings", "{thing}: {field} is {found}, and was {told} in the journal.")
    return translate("findings", "{thing}: {field} is not what the journal says.")


def _value(column: str, value: object, words: Formatting) -> str:
    if column in _MONEY and isinstance(value, int):
        return words.money(value)
    if column in ("on_hand", "reserved", "reorder_at") and isinstance(value, int):
        return words.quantity(value)
    return "–" if value is None else str(value)[:60]


def _of_day(finding: Finding, words: Formatting) -> str:
    """The name of a sum is its day, or its month, as a number."""
    if finding.table in _OF_DAYS and finding.name.isdecimal():
        with suppress(ValueError):
            if len(finding.name) == len("202603"):
                return f"{words.month(int(finding.name[4:]))} {finding.name[:4]}"
            return words.date(clock.day_of(int(finding.name)))
    return finding.name


def thing(finding: Finding, words: Formatting) -> str:
    """What a row is, with the name that people call it by."""
    text = _THINGS.get(finding.table)
    if text is None:
        return f"{finding.table} {finding.name}"
    return translate("findings", text).format(name=_of_day(finding, words))


def can_be_rebuilt(findings: tuple[Finding, ...]) -> bool:
    """Whether the file itself is not whole, so that another one has to be written."""
    return bool(findings) and not can_be_put_back(findings)


def can_be_put_back(findings: tuple[Finding, ...]) -> bool:
    """Whether the journal is whole and says what should stand there."""
    return bool(findings) and {x.kind for x in findings} <= {verify.ROW, verify.OUTSIDE}


def what_to_do(findings: tuple[Finding, ...], *, is_on_server: bool = False) -> str:
    """The way out, by what is worst among what was found."""
    if can_be_put_back(findings):
        return translate(
            "findings",
            "The journal is whole and knows what was true: “Put back” writes these rows as it "
            "tells them. Only PINs come from a backup, or are given anew.",
        )
    if is_on_server:
        return translate(
            "findings",
            "The journal on the server is not whole. “Restore this backup” puts the newest backup "
            "in its place; what is not in it is said before, and what stands there is copied into "
            "a file first.",
        )
    return translate(
        "findings",
        "The file or the journal itself is not whole. “Write the shop anew” makes a fresh file of "
        "what the journal and the backups know; the present one is set aside. What would be "
        "missing is said before.",
    )
