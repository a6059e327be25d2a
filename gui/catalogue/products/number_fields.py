"""Numbers as they stand in fields to be edited, and how typed ones are read."""

import re

from gui.words.formatting import Formatting


def money_to_type(amount: int | None, words: Formatting) -> str:
    """3200 → `3.200`: the sum without its symbol."""
    return "" if amount is None else re.sub(r"^\D+", "", words.money(amount))


def count_to_type(thousandths: int | None, words: Formatting) -> str:
    """1200500 → `1200,5`, in English `1200.5`: without marks that could be read as another one."""
    if thousandths is None:
        return ""
    thousands = "." if words.decimal_mark == "," else ","
    return words.quantity(thousandths).replace(thousands, "")


def read_money(text: str, words: Formatting) -> int | None:
    """The sum in a field, None when it is empty. Raises `NotANumber`, `BadMoney`."""
    return words.parse_money(text) if text.strip() else None


def read_count(text: str, words: Formatting, unit: str = "") -> int | None:
    """Thousandths of `unit` in a field, zero allowed, None when it is empty.

    Raises `NotANumber`, `OtherUnit`, `UnclearNumber`, `BadQuantity`.
    """
    return words.parse_count(text, unit) if text.strip() else None
