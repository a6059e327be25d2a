"""What of a program's messages could not be used, in a sentence."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from gui.words.formatting import Formatting
from gui.words.marked import marked
from models.shopping_list.files.incoming import Fault

_REASONS = {
    "not_json": marked("faults", "is no JSON"),
    "no_wishes": marked("faults", "says nothing that is wanted"),
    "unknown_sku": marked("faults", "has a code that no product has: {value}"),
    "quantity": marked("faults", "has an amount that is none: {value}"),
}


def fault_sentence(faults: Sequence[Fault], words: Formatting) -> str:
    """Where the first one is and what is wrong there, and how many there are in all."""
    first = faults[0]
    reason = QCoreApplication.translate("faults", _REASONS[first.reason])
    text = QCoreApplication.translate("faults", "{file}, line {line} {reason}.")
    if first.wish:
        text = QCoreApplication.translate("faults", "{file}, line {line}, wish {wish} {reason}.")
    said = text.format(
        file=first.file,
        line=words.number(first.line),
        wish=words.number(first.wish),
        reason=reason.format(value=first.value),
    )
    if len(faults) > 1:
        more = QCoreApplication.translate("faults", "In all {count} could not be used.")
        said = f"{said} {more.format(count=words.number(len(faults)))}"
    return said
