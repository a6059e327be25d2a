"""What each row of a price list would change in the shop: the dry run of an import."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from models.catalogue.catalogue import Product
from models.catalogue_import.bulk_catalogue import CatalogueRows, is_own_sku
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
    """Compares the rows of one file, in order, with the shop and with the rows before.

    A row without any code is known by its name. So is one whose code nobody has yet, where the
    shop has one product of that name which never was given a code.
    """

    def __init__(self, shop: CatalogueRows, drafts: Sequence[Draft]) -> None:
        self._shop = shop
        self._seen: dict[str, int] = {}  # code or key → the row that has it
        self._found: dict[int, int] = {}  # product → the row that is about it
        self._rows = Counter(_name(draft) for draft in drafts)
        self._with_code = {_name(draft): draft.number for draft in drafts if draft.key}
        self._skus = {draft.fields.get("sku") for draft in drafts}
        self._with_barcode = {product for _, product in shop.by_code.values()}
        self._names: dict[str, list[Product]] = {}
        for product in shop.by_id.values():
            self._names.setdefault(product.name.casefold(), []).append(product)

    def match(self, draft: Draft) -> PreviewRow:
        """What becomes of this row."""
        if draft.refused is None and not draft.nothing:
            draft.refused = self._refusal(draft)
        if draft.refused is not None:
            return self._row(draft, "rejected", "", None, (), (draft.refused,))
        if draft.nothing:
            return self._row(draft, "same", "", None, (), (Remark("part_of_above"),))
        known = self._known(draft)
        if known is not None:
            first = self._found.setdefault(known.id, draft.number)
            if first != draft.number and not draft.key:
                twice = Remark("name_twice", {"code": known.name, "row": first})
                return self._row(draft, "rejected", "", None, (), (twice,))
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
        name = draft.fields.get("name", "")
        key = draft.key or name.casefold()
        if key in self._seen:
            said = ("code_twice", draft.key) if draft.key else ("name_twice", name)
            return Remark(said[0], {"code": said[1], "row": self._seen[key]})
        if not draft.key:
            if key in self._with_code:
                return Remark("name_with_code", {"name": name, "row": self._with_code[key]})
            if (count := len(self._called(name))) > 1:
                return Remark("name_of_several", {"name": name, "count": count})
        if sku := draft.fields.get("sku"):
            found = self._shop.by_code.get(same_code(sku))
            owner = self._shop.by_id[found[1]] if found else None
            if owner is not None and owner.sku != sku:
                return Remark("code_taken", {"code": sku, "name": owner.name})
        self._seen[key] = draft.number
        return None

    def _known(self, draft: Draft) -> Product | None:
        sku, named = draft.fields.get("sku"), self._called(draft.fields.get("name", ""))
        if not draft.key:
            return next(iter(named), None)
        if sku and (by_sku := self._shop.by_sku.get(sku)):
            return by_sku
        codes = (self._shop.by_code.get(same_code(code)) for code, _ in draft.barcodes)
        by_code = next((self._shop.by_id[found[1]] for found in codes if found), None)
        if by_code is not None and not sku:
            return by_code
        alone = len(named) == 1 and self._rows[_name(draft)] == 1
        same = named[0] if alone else None
        if same is None or not self._never_had(same.sku) or same.id in self._found:
            return None
        if same.id in self._with_barcode and same is not by_code:
            return None  # another package of that name
        draft.tidied.append(Remark("code_given", {"code": sku or draft.barcodes[0][0]}))
        return same

    def _called(self, name: str) -> list[Product]:
        """The products of this name: those on sale, else the first that is not."""
        found = self._names.get(name.casefold(), [])
        return [p for p in found if p.active] or sorted(found, key=attrgetter("id"))[:1]

    def _never_had(self, sku: str) -> bool:
        """Whether nobody gave this SKU, neither before nor in this file."""
        return is_own_sku(sku) and sku not in self._skus

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
            if value != (old := getattr(known, name)) and (value or name != "sku")
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


def _name(draft: Draft) -> str:
    return str(draft.fields.get("name", "")).casefold()


def _leave_out_parts(draft: Draft, known: Product | None) -> None:
    """Pieces are not cut: half of one is no stock, and no level to order at."""
    unit = draft.fields.get("unit") or (known.unit if known else "pcs")
    if not comes_whole(draft.on_hand or 0, unit):
        draft.on_hand = None
        draft.doubts.append(Remark("in_parts", {"field": "stock", "unit": unit}))
    if not comes_whole(draft.fields.get("reorder_at", 0), unit):
        del draft.fields["reorder_at"]
        draft.doubts.append(Remark("in_parts", {"field": "reorder_at", "unit": unit}))
