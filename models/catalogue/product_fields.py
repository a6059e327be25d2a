"""What may stand in the fields of a product: checked here before anything is stored."""

from collections.abc import Callable
from typing import Any

from models import amounts
from models.amounts import CODE_LIMIT, NAME_LIMIT
from models.errors import BadChoice

STOCK_POLICIES = ("allow", "warn", "block")


def _whole(low: int, high: int) -> Callable[[Any], bool]:
    return lambda value: type(value) is int and low <= value <= high


_CHOICES: dict[str, Callable[[Any], bool]] = {
    "stock_policy": lambda value: value in STOCK_POLICIES,
    "tax_rate": _whole(0, 10_000),
    "favourite": lambda value: value is None or _whole(1, 1000)(value),
    "active": lambda value: isinstance(value, bool),
}


def checked_fields(fields: dict[str, Any]) -> dict[str, Any]:
    """Columns of a product as they may be stored.

    Raises `TextMissing`, `TextTooLong`, `BadMoney`, `BadQuantity`, `BadChoice`.
    """
    checked = dict(fields)
    for name, value in fields.items():
        if name in ("name", "category", "brand", "unit"):
            checked[name] = amounts.checked_text(name, value, NAME_LIMIT, required=name == "name")
        elif name == "sku":
            checked[name] = amounts.checked_text(name, value, CODE_LIMIT)
        elif name == "price" or (name == "cost" and value is not None):
            checked[name] = amounts.checked_money(value)
        elif name == "reorder_at" and value is not None:
            checked[name] = amounts.checked_count(value)
        elif name in _CHOICES and not _CHOICES[name](value):
            raise BadChoice(name, str(value)[:80])
    return checked


def checked_code(code: str) -> str:
    """A barcode as it may be stored. Raises `TextMissing`, `TextTooLong`."""
    return amounts.checked_text("barcode", code, CODE_LIMIT, required=True)
