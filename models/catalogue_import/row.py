"""One row of a price list as it stands in the file, read without looking at the shop."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from models.amounts import CODE_LIMIT, ONE
from models.catalogue_import.cells import (
    Refused,
    Remark,
    is_negative,
    like_a_date,
    read_code,
    read_money,
    read_quantity,
    read_rate,
    read_yes_no,
    same_code,
    several_codes,
    shortened,
)
from models.catalogue_import.columns import FIELDS, plain, rate_in
from models.catalogue_import.texts import in_title_case, other_names, read_text
from models.formats.formulas import restored

#: What people type where there is nothing to say.
DASHES = "-\u2013\u2014 \t\r\n"
#: From so many times the cost on, a price is doubted aloud.
FAR_ABOVE = 10
#: Rupiah below which nothing is sold: the price may be in thousands.
LEAST_PRICE = 50
#: Rupiah from which a fraction in a file is small change, and not a mark between thousands.
SMALL_CHANGE = 100
_CODES = frozenset({"sku", "barcode", "reference"})
_TOTALS = frozenset(
    {"total", "grand total", "sub total", "subtotal", "jumlah", "jumlah total", "total harga"}
)
#: A column under which the currency of the row's prices stands.
_MONEY_NAMES = frozenset({"currency", "currency code", "mata uang"})
#: What other tills write as the name of the only variant.
_NO_VARIANT = frozenset({"", "default title", "regular", "reguler", "biasa"})


@dataclass(slots=True)
class Draft:
    """What a row says. `fields` are columns of a product; empty cells are left out of it.

    `refused` is the reason why the row cannot be imported, `nothing` says that it holds no
    product of its own (a further picture or part of the product above).
    """

    number: int
    cells: tuple[str, ...]
    fields: dict[str, Any] = field(default_factory=dict)
    barcodes: list[tuple[str, int]] = field(default_factory=list)  # with what is in the package
    aliases: tuple[str, ...] = ()
    on_hand: int | None = None
    tidied: list[Remark] = field(default_factory=list)
    doubts: list[Remark] = field(default_factory=list)
    refused: Remark | None = None
    nothing: bool = False
    variant: str = ""

    @property
    def key(self) -> str:
        """What finds the product again, empty when nothing does."""
        return self.fields.get("sku", "") or "".join(same_code(c) for c, _ in self.barcodes[:1])


class RowReader:
    """Reads the rows of one file, in order; `mapping` is header by field.

    `zero_counts` False: a stock of zero is one that nobody counted.
    """

    def __init__(
        self,
        header: Sequence[str],
        mapping: Mapping[str, str],
        decimal: str,
        *,
        sure: bool,
        title_case: bool,
        zero_counts: bool = True,
    ) -> None:
        self._width = len(header)
        self._places = [(f, header.index(mapping[f])) for f in FIELDS if f in mapping]
        self._mapped = frozenset(mapping)
        self._decimal, self._sure = decimal, sure
        self._title_case = title_case
        self._zero_counts = zero_counts
        self._rate = rate_in(mapping.get("tax_rate", ""))  # of a column that says yes or no
        self._money = next(
            (i for i, x in enumerate(header) if plain(x) in _MONEY_NAMES), self._width
        )
        self._above = ("", "")  # reference and name of the row above, for variants

    def read(self, number: int, cells: tuple[str, ...]) -> Draft:
        """What the row says, or why it cannot be read."""
        draft = Draft(number, cells)
        said = {
            name: text
            for name, place in self._places
            if place < len(cells) and (text := self._stripped(name, cells[place]))
        }
        try:
            if any(cell.strip() for cell in cells[self._width :]):
                raise Refused("too_many_cells", cells=len(cells), columns=self._width)
            self._read_name(draft, said)
            if draft.nothing:
                return draft
            self._read_codes(draft, said)
            self._read_words(draft, said)
            self._read_numbers(draft, said)
        except Refused as refusal:
            draft.refused = refusal.remark
            draft.fields.setdefault("name", said.get("name", ""))
            draft.fields.setdefault("sku", said.get("sku", ""))
            self._show_price(draft, said)
        return draft

    @staticmethod
    def _stripped(name: str, cell: str) -> str:
        """What a cell says; a dash says nothing."""
        text = restored(cell).strip()
        return text if name == "name" or text.strip(DASHES) else ""

    def _show_price(self, draft: Draft, said: dict[str, str]) -> None:
        """A refused row shows its price if that is not what is wrong with it."""
        if "price" in said and "price" not in draft.fields:
            with suppress(Refused):
                amount, _ = read_money("price", said["price"], self._decimal, sure=self._sure)
                draft.fields["price"] = amount

    def _read_name(self, draft: Draft, said: dict[str, str]) -> None:
        reference = said.get("reference", "")
        name = said.get("name", "")
        if reference and reference == self._above[0] and not name:
            name = self._above[1]
            if not {"sku", "barcode", "price"} & set(said):
                draft.nothing = True
        elif reference:
            self._above = (reference, name)
        if "name" in self._mapped and not name:
            raise Refused("name_missing")
        if not name:
            return
        options = [said.get(f, "") for f in ("variant", "variant_2", "variant_3")]
        options = [option for option in options if option.casefold() not in _NO_VARIANT]
        draft.variant = "-".join(options)
        text, draft.tidied = read_text("name", " ".join([name, *options]))
        if not text:
            raise Refused("name_missing")
        draft.fields["name"] = in_title_case(text) if self._title_case else text

    def _read_codes(self, draft: Draft, said: dict[str, str]) -> None:
        if "sku" in said and (code := self._code(draft, "sku", said["sku"])):
            draft.fields["sku"] = code
            if like_a_date(code):
                draft.doubts.append(Remark("code_like_date", {"code": code}))
        for text in several_codes(said.get("barcode", "")):
            try:
                code = self._code(draft, "barcode", text)
            except Refused as refusal:
                if not draft.key and not said.get("reference"):
                    raise
                # The product is worth more than its barcode.
                facts = {"text": shortened(text)}
                draft.doubts.append(Remark("barcode_unread", facts | refusal.remark.values))
                continue
            if code:
                draft.barcodes.append((code, ONE))
        if not draft.key and (reference := said.get("reference")):
            parts = [reference, *(said.get(f, "") for f in ("variant", "variant_2", "variant_3"))]
            draft.fields["sku"] = re.sub(r"\s+", "-", "-".join(filter(None, parts)))[:CODE_LIMIT]
        if not draft.key:
            name = draft.fields.get("name", "").casefold().strip(" :.")
            if name in _TOTALS or not name:
                raise Refused("total_row" if name else "no_code")

    def _code(self, draft: Draft, name: str, text: str) -> str:
        code, remark = read_code(name, text)
        if remark is not None:
            draft.tidied.append(remark)
        return code

    def _read_words(self, draft: Draft, said: dict[str, str]) -> None:
        for name in ("category", "brand", "unit"):
            if name in said:
                # Square writes the identity of a category behind its name.
                text, remarks = read_text(name, re.sub(r"\s*\([A-Z0-9]{20,}\)", "", said[name]))
                draft.fields[name] = text
                draft.tidied += remarks
        draft.aliases = tuple(other_names(said.get("alias", "")))
        if "active" in said:
            draft.fields["active"] = read_yes_no("active", said["active"])
        if "tax_rate" in said:
            rate = read_rate(said["tax_rate"], self._rate)
            if rate is None:
                draft.doubts.append(Remark("tax_unread", {"text": shortened(said["tax_rate"])}))
            else:
                draft.fields["tax_rate"] = rate

    def _read_numbers(self, draft: Draft, said: dict[str, str]) -> None:
        money = "".join(draft.cells[self._money : self._money + 1])
        for name in ("cost", "price"):
            if name not in said:
                continue
            if money.strip(DASHES).casefold() not in ("", "idr", "rp", "rupiah"):
                raise Refused("other_money", field=name, text=f"{money} {said[name]}"[:40])
            if name == "price" and said[name].casefold() == "variable":
                draft.doubts.append(Remark("price_open"))
                draft.fields["price"] = 0
                continue
            amount, remark = read_money(name, said[name], self._decimal, sure=self._sure)
            if remark is not None:
                # A fraction that is more than small change may be thousands: 3.75 is seldom Rp4.
                is_small = amount >= SMALL_CHANGE
                (draft.tidied if is_small else draft.doubts).append(remark)
            if amount or name == "price":  # a cost of nothing is a cost nobody knows
                draft.fields[name] = amount
        if "price" in self._mapped and "price" not in draft.fields:
            raise Refused("price_missing")
        self._read_stock(draft, said)
        self._doubt_price(draft)

    def _read_stock(self, draft: Draft, said: dict[str, str]) -> None:
        if "reorder_at" in said and not is_negative(said["reorder_at"]):
            level = read_quantity("reorder_at", said["reorder_at"], self._decimal, sure=self._sure)
            if level:
                draft.fields["reorder_at"] = level
        if "stock" not in said:
            return
        text = said["stock"]
        if is_negative(text):
            draft.on_hand = 0
            draft.doubts.append(Remark("stock_negative", {"text": text[:40]}))
            return
        try:
            level = read_quantity("stock", text, self._decimal, sure=self._sure)
        except Refused as refusal:
            if refusal.remark.code == "too_large":
                raise
            # The product is worth more than its count.
            draft.doubts.append(Remark("stock_unread", dict(refusal.remark.values)))
        else:
            draft.on_hand = level if level or self._zero_counts else None

    def _doubt_price(self, draft: Draft) -> None:
        price, cost = draft.fields.get("price"), draft.fields.get("cost")
        if price is None or draft.doubts:
            return
        if price == 0:
            draft.doubts.append(Remark("price_zero"))
        elif price < LEAST_PRICE:
            draft.doubts.append(Remark("price_tiny", {"price": price}))
        elif cost is not None and price < cost:
            draft.doubts.append(Remark("below_cost", {"cost": cost, "price": price}))
        elif cost is not None and price >= FAR_ABOVE * cost:
            facts = {"cost": cost, "price": price, "times": price // cost}
            draft.doubts.append(Remark("far_above_cost", facts))
