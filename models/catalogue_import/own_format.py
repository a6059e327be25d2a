"""The catalogue in a file of our own: what was exported comes back as it was.

Several codes or names stand in one cell, with `; ` between them; a barcode of a package says what
is in it: `8991002101630; 8991002101647*12`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from models.amounts import CODE_LIMIT, NAME_LIMIT, ONE, checked_text
from models.catalogue.product_fields import checked_fields
from models.catalogue_import.cells import (
    Refused,
    is_negative,
    read_money,
    read_quantity,
    read_yes_no,
)
from models.catalogue_import.row import Draft
from models.errors import BadChoice, TextTooLong
from models.formats.formulas import restored


def joined(parts: Iterable[str]) -> str:
    """Texts in one cell."""
    return "; ".join(re.sub(r"[\\;*]", r"\\\g<0>", part) for part in parts)


def package(code: str, thousandths: int) -> str:
    """A barcode and how many pieces it stands for, one piece is not said."""
    text = joined([code])
    return text if thousandths == ONE else f"{text}*{pieces(thousandths)}"


def pieces(thousandths: int) -> str:
    """`1.5` for 1500."""
    return f"{thousandths / ONE:.3f}".rstrip("0").rstrip(".")


def moments(text: str) -> Iterator[tuple[str, str, str]]:
    """What was done when: `2026-03-09T10:00+07:00 cash 5000; …` as three texts each."""
    for part in filter(None, text.split("; ")):
        first, second, third = part.split(" ")
        yield first, second, third


def joined_moments(parts: Iterable[tuple[object, object, object]]) -> str:
    """One cell, as `moments` reads it."""
    return "; ".join(" ".join(map(str, part)) for part in parts)


def decimal_of(delimiter: str) -> str:
    """The mark before decimals where this stands between cells: an Indonesian spreadsheet saves
    both otherwise than we do.
    """
    return "," if delimiter == ";" else "."


def parted(text: str, mark: str = ";") -> list[str]:
    """The texts of a cell, or of one of its parts, still as `joined` wrote them."""
    parts = re.findall(rf"(?:[^\\{mark}]|\\.)+", text)
    return [part.strip() for part in parts if part.strip()]


def plain(part: str) -> str:
    """One text as it was before `joined`."""
    return re.sub(r"\\(.)", r"\1", part)


#: Fields that are numbers, always without marks between thousands.
_NUMBERS = {"price", "cost", "tax_rate", "reorder_at", "stock", "favourite"}


class OwnReader:
    """Reads the rows of a file that this program wrote; `mapping` is header by field.

    `decimal` is the mark before decimals, which a spreadsheet changes when it saves the file.
    """

    def __init__(self, header: Sequence[str], mapping: Mapping[str, str], decimal: str) -> None:
        self._decimal = decimal
        self._places = [(field, header.index(head)) for field, head in mapping.items()]

    def read(self, number: int, cells: tuple[str, ...]) -> Draft:
        """What the row says, or why it cannot be read."""
        said = {f: restored(cells[place]) for f, place in self._places if place < len(cells)}
        draft = Draft(number, cells)
        try:
            self._read(draft, {f: self._pointed(f, text) for f, text in said.items() if text})
        except Refused as refusal:
            draft.refused = refusal.remark
        except TextTooLong as error:
            draft.refused = Refused(
                "too_long", field=error.field, length=error.length, limit=error.limit
            ).remark
        except BadChoice as error:
            draft.refused = Refused("not_a_choice", field=error.field, text=error.value).remark
        draft.fields.setdefault("name", said.get("name", "")[:NAME_LIMIT])
        return draft

    def _pointed(self, field: str, text: str) -> str:
        return text.replace(self._decimal, ".") if field in _NUMBERS else text

    def _read(self, draft: Draft, said: Mapping[str, str]) -> None:
        fields = draft.fields
        fields["sku"] = checked_text("sku", said.get("sku", ""), CODE_LIMIT)
        for name in ("name", "category", "brand", "unit"):
            if name in said:
                fields[name] = checked_text(name, said[name], NAME_LIMIT)
        for name in ("price", "cost"):
            if name in said:
                fields[name], _ = read_money(name, said[name], ".", sure=True)
        if "name" not in fields or "price" not in fields:
            raise Refused("price_missing" if "name" in fields else "name_missing")
        fields.update(checked_fields(_choices(said)))
        if "stock" in said:
            level = _number("stock", said["stock"].strip("-"))
            draft.on_hand = -level if is_negative(said["stock"]) else level
        draft.barcodes = [_package(part) for part in parted(said.get("barcode", ""))]
        draft.aliases = tuple(
            checked_text("alias", plain(part), NAME_LIMIT) for part in parted(said.get("alias", ""))
        )
        if not draft.key:
            raise Refused("no_code")


def _choices(said: Mapping[str, str]) -> dict[str, Any]:
    chosen: dict[str, Any] = {}
    if "tax_rate" in said:
        chosen["tax_rate"] = _number("tax_rate", said["tax_rate"]) // 10
    if "stock_policy" in said:
        chosen["stock_policy"] = said["stock_policy"]
    if "favourite" in said:
        chosen["favourite"] = _number("favourite", said["favourite"]) // ONE
    if "reorder_at" in said:
        chosen["reorder_at"] = _number("reorder_at", said["reorder_at"])
    if "active" in said:
        chosen["active"] = read_yes_no("active", said["active"])
    return chosen


def _number(name: str, text: str) -> int:
    return read_quantity(name, text, ".", sure=True)


def _package(part: str) -> tuple[str, int]:
    code, *inside = parted(part, "*")
    count = _number("barcode", inside[0]) if inside else ONE
    return checked_text("barcode", plain(code), CODE_LIMIT), count or ONE
