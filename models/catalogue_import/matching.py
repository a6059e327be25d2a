"""What each row of a price list would change in the shop: the dry run of an import."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from models.catalogue.catalogue import Product
from models.catalogue_import.bulk_catalogue import CatalogueRows
from models.catalogue_import.cells import Remark, same_code
from models.catalogue_import.row import Draft
from models.formats.check_digits import is_broken
from models.text.quantity_parsing import comes_whole

RESULTS = ("new", "changed", "tidied", "check", "rejected", "same")


@dataclass(frozen=True, slots=True)
class Change:
    """A column of a product before and after; `stock` in thousandths, `barcode` adds a code."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row of the file and what becomes of it.

    `number` is its row in the file, as a spreadsheet shows it. `result` is one of `RESULTS`, the
    most important thing about the row; `action` is what will be written: new, changed, or nothing.
    `fields` is the product as it will be, `cells` the row as it stands in the file.
    """

    number: int
    result: str
    action: str
    product_id: int | None
    fields: Mapping[str, Any]
    barcodes: tuple[tuple[str, int], ...]  # with the thousandths in the package
    aliases: tuple[str, ...]
    on_hand: int | None
    changes: tuple[Change, ...]
    remarks: tuple[Remark, ...]
    cells: tuple[str, ...]

    @property
    def barcode(self) -> str:
        """The first of its barcodes, empty when it has none."""
        return self.barcodes[0][0] if self.barcodes else ""


class Matcher:
    """Compares the rows of one file, in order, with the shop and with the rows before."""

    def __init__(self, shop: CatalogueRows, *, by_name: bool) -> None:
        self._shop = shop
        self._by_name = by_name
        self._seen: dict[str, int] = {}  # code or key → the row that has it
        self._names: dict[str, Product] = {}
        if by_name:
            products = sorted(shop.by_id.values(), key=lambda p: (p.active, -p.id))
            self._names = {p.name.casefold(): p for p in products}

    def match(self, draft: Draft) -> PreviewRow:
        """What becomes of this row."""
        if draft.refused is None and not draft.nothing:
            draft.refused = self._refusal(draft)
        if draft.refused is not None:
            return self._row(draft, "rejected", "", None, (), (draft.refused,))
        if draft.nothing:
            return self._row(draft, "same", "", None, (), (Remark("part_of_above"),))
        known = self._known(draft)
        draft.barcodes = [pair for pair in draft.barcodes if self._claims(pair[0], draft, known)]
        _leave_out_parts(draft, known)
        if known is None:
            if missing := self._lacking(draft):
                return self._row(draft, "rejected", "", None, (), (missing,))
            changes: tuple[Change, ...] = ()
            action = "new"
        else:
            changes = self._changes(draft, known)
            action = "changed" if changes else ""
        return self._judged(draft, action, known, changes)

    def _refusal(self, draft: Draft) -> Remark | None:
        key = draft.fields["name"].casefold() if self._by_name else draft.key
        if not key:
            return Remark("no_code")
        if key in self._seen:
            shown = draft.fields["name"] if self._by_name else draft.key
            code = "name_twice" if self._by_name else "code_twice"
            return Remark(code, {"code": shown, "row": self._seen[key]})
        if sku := draft.fields.get("sku"):
            found = self._shop.by_code.get(same_code(sku))
            owner = self._shop.by_id[found[1]] if found else None
            if owner is not None and owner.sku != sku:
                return Remark("code_taken", {"code": sku, "name": owner.name})
        self._seen[key] = draft.number
        return None

    def _known(self, draft: Draft) -> Product | None:
        if sku := draft.fields.get("sku"):
            return self._shop.by_sku.get(sku)
        if self._by_name:
            return self._names.get(draft.fields["name"].casefold())
        codes = (self._shop.by_code.get(same_code(code)) for code, _ in draft.barcodes)
        return next((self._shop.by_id[found[1]] for found in codes if found), None)

    def _claims(self, barcode: str, draft: Draft, known: Product | None) -> bool:
        """Whether the row may have this barcode; if another product has it, that is said."""
        owner = self._shop.owner(barcode)
        first = self._seen.setdefault(same_code(barcode), draft.number)
        if first != draft.number:
            draft.doubts.append(Remark("barcode_twice", {"code": barcode, "row": first}))
            return False
        if owner is not None and (known is None or owner.id != known.id):
            draft.doubts.append(Remark("barcode_taken", {"code": barcode, "name": owner.name}))
            return False
        return True

    def _lacking(self, draft: Draft) -> Remark | None:
        """What a new product needs and no column of the file says."""
        if "name" not in draft.fields:
            return Remark("name_column_missing")
        return Remark("price_column_missing") if "price" not in draft.fields else None

    def _changes(self, draft: Draft, known: Product) -> tuple[Change, ...]:
        if not known.active:
            draft.fields.setdefault("active", True)
        changes = [
            Change(name, old, value)
            for name, value in draft.fields.items()
            if name != "sku" and value != (old := getattr(known, name))
        ]
        changes += [
            Change("barcode", "", code)
            for code, _ in draft.barcodes
            if same_code(code) not in self._shop.by_code
        ]
        known_as = self._shop.aliases.get(known.id, set())
        changes += [Change("alias", "", a) for a in draft.aliases if a not in known_as]
        if draft.on_hand is not None and draft.on_hand != known.on_hand:
            changes.append(Change("stock", known.on_hand, draft.on_hand))
        return tuple(changes)

    def _judged(
        self, draft: Draft, action: str, known: Product | None, changes: tuple[Change, ...]
    ) -> PreviewRow:
        if draft.doubts:
            result = "check"
        elif not action:
            result = "same"
        else:
            result = "tidied" if draft.tidied else action
        odd = (
            Remark("barcode_broken", {"code": code})
            for code, _ in draft.barcodes
            if is_broken(code) and same_code(code) not in self._shop.by_code
        )
        remarks = (*draft.doubts, *draft.tidied, *odd)
        return self._row(draft, result, action, known, changes, remarks)

    @staticmethod
    def _row(
        draft: Draft, result: str, action: str, known: Product | None,
        changes: tuple[Change, ...], remarks: tuple[Remark, ...],
    ) -> PreviewRow:  # fmt: skip
        return PreviewRow(
            draft.number, result, action, known.id if known else None, draft.fields,
            tuple(draft.barcodes), draft.aliases, draft.on_hand, changes, remarks, draft.cells,
        )  # fmt: skip


def _leave_out_parts(draft: Draft, known: Product | None) -> None:
    """Pieces are not cut: half of one is no stock, and no level to order at."""
    unit = draft.fields.get("unit") or (known.unit if known else "pcs")
    if not comes_whole(draft.on_hand or 0, unit):
        draft.on_hand = None
        draft.doubts.append(Remark("in_parts", {"field": "stock", "unit": unit}))
    if not comes_whole(draft.fields.get("reorder_at", 0), unit):
        del draft.fields["reorder_at"]
        draft.doubts.append(Remark("in_parts", {"field": "reorder_at", "unit": unit}))
