"""Numbers as they stand in fields to be edited, and how typed ones are read."""

import re

from gui.words.formatting import Formatting


def money_to_type(amount: int | None, words: Formatting) -> str:
    """3200 → `3.200`: the sum without its symbol."""
    return "" if amount is None else re.sub(r"^\D+", "", words.money(amount))


def count_to_type(thousandths: int | None, words: Formatting) -> str:
    """1200500 → `1.200,5`, in English `1,200.5`."""
    return "" if thousandths is None else words.quantity(thousandths)


def read_money(text: str, words: Formatting) -> int | None:
    """The sum in a field, None when it is empty. Raises `NotANumber`, `BadMoney`."""
    return words.parse_money(text) if text.strip() else None


def read_count(text: str, words: Formatting, unit: str = "") -> int | None:
    """Thousandths of `unit` in a field, zero allowed, None when it is empty.

    The marks are read as the screen writes them: `1.200` is twelve hundred in Indonesian.
    Raises `NotANumber`, `OtherUnit`, `UnclearNumber`, `BadQuantity`.
    """
    plain = text.strip()
    if not plain:
        return None
    thousands, decimal = (".", ",") if words.language == "id" else (",", ".")
    if re.fullmatch(rf"\d{{1,3}}(?:\{thousands}\d{{3}})+(?:\{decimal}\d{{1,3}})?", plain):
        plain = plain.replace(thousands, "")
    return words.parse_count(plain, unit)
