"""What papers are called in lists and notices: Receipt 042."""

from PySide6.QtCore import QCoreApplication

from gui.words.formatting import Formatting
from gui.words.marked import marked

translate = QCoreApplication.translate

_NAMES = {
    "receipt": marked("printing", "Receipt"),
    "ticket": marked("printing", "Pick ticket"),
    "change": marked("printing", "Order change"),
    "day_close": marked("printing", "Till report"),
    "labels": marked("printing", "Labels"),
}


def paper_name(paper: str, number: int | None, words: Formatting) -> str:
    """With the order's number, if it is about one."""
    name = translate("printing", _NAMES.get(paper, paper))
    return name if number is None else f"{name} {words.order_number(number)}"
