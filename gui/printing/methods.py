"""What the ways to pay are called on paper."""

from PySide6.QtCore import QCoreApplication

from gui.marked import marked

translate = QCoreApplication.translate

_METHODS = {
    "cash": marked("printing", "Cash"),
    "qris": marked("printing", "QRIS"),
    "card": marked("printing", "Debit"),
    "transfer": marked("printing", "Transfer"),
    "rounding": marked("printing", "Rounding in cash"),
}


def method_name(method: str) -> str:
    """`cash` → Cash, Tunai."""
    return translate("printing", _METHODS[method]) if method in _METHODS else method
