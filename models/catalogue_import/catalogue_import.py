"""Taking over a price list from a file: looked at row by row first, then written in one step.

    seen = preview("price list.csv")        # writes nothing
    done = run("price list.csv")            # the same, written
    back = undo(done.sequence)              # and undone, by `models.shop.undo`
    undo(back.sequence)                     # and done again

A product is found again by its SKU, else by its barcode; a file that has neither column is matched
by name. What a row leaves empty stays as it is. A product that is in the file is sold: one that
was taken out of sale is sold again, unless the file says otherwise.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models import events
from models.catalogue import stock
from models.catalogue_import import bulk_catalogue
from models.catalogue_import.matching import RESULTS, Matcher, PreviewRow
from models.catalogue_import.price_list import PriceList, price_list, with_progress
from models.errors import CannotUndo, UnreadableFile
from models.events import Event, Receipt
from models.formats.formulas import harmless
from models.formats.spreadsheets import Watch
from models.journal import journal
from models.journal.verbs import verb
from models.storage import own_files
from models.storage.database import one, rows, snapshot, transaction
from models.storage.tables import Barcode, Journal, OrderLine

#: Column to [before, after], by product.
_Changed = Mapping[str, Mapping[str, list[Any]]]


@dataclass(frozen=True, slots=True)
class Preview:
    """A file as it was understood, and what each of its rows would do.

    `format` is the program that wrote it, if known; `mapping` is header by field; `decimal` the
    mark before decimals, empty when no number in the file shows one. `zero_counts` is False when
    nearly all stocks are zero: such a shop does not count its stock, and a zero is left out.
    `to_write` rows would be written. `sheet` is the one of a workbook's several that was read.
    """

    path: str
    sha256: str
    kind: str
    encoding: str
    delimiter: str
    format: str
    header: tuple[str, ...]
    mapping: dict[str, str]
    decimal: str
    zero_counts: bool
    title_case: bool
    rows: tuple[PreviewRow, ...]
    counts: dict[str, int]
    to_write: int
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did. `skipped` rows wrote nothing; `problems` are those rejected or doubted.

    Of one undone: `created` are out of sale, `updated` as before, `skipped` were changed or
    sold since and stay as they are.
    """

    created: int
    updated: int
    skipped: int
    problems: tuple[PreviewRow, ...]
    sheet: str = ""


def preview(
    path: str | Path,
    mapping: Mapping[str, str] | None = None,
    *,
    title_case: bool = False,
    decimal: str = "",
    progress: Watch | None = None,
) -> Preview:
    """What importing the file would do; nothing is written.

    `mapping` is header by field (see `columns.FIELDS`), by default as it is understood.
    `decimal` (`,` or `.`) says which mark stands before decimals, if the person was asked.
    Raises `UnreadableFile`, `ImportStopped`.
    """
    file = price_list(path, mapping, title_case, decimal, progress)
    with snapshot():
        matched = tuple(_match(file, bulk_catalogue.load_catalogue(), progress))
    counted = Counter(row.result for row in matched)
    return Preview(
        str(file.path), file.sheet.sha256, file.sheet.kind, file.sheet.encoding,
        file.sheet.delimiter, file.format, file.header, file.mapping, file.decimal,
        file.zero_counts, title_case, matched,
        {result: counted[result] for result in RESULTS}, sum(bool(row.action) for row in matched),
        file.sheet.sheet,
    )  # fmt: skip


def report_of(event: Event) -> ImportReport:
    """What an import did, or its undoing, as far as the journal tells it."""
    facts = event.payload
    created = sum(last - first + 1 for first, last in facts["created"])
    updated = len(facts["changed"].keys() | facts["stock"].keys())
    rows_read = sum(facts.get("counts", {}).values())
    return ImportReport(created, updated, max(0, rows_read - created - updated), ())


@verb(report_of)
def run(
    path: str | Path,
    mapping: Mapping[str, str] | None = None,
    *,
    title_case: bool = False,
    decimal: str = "",
    progress: Watch | None = None,
    sha256: str = "",
) -> Receipt[ImportReport]:
    """Writes what `preview` shows, all of it in one step. A second time it changes nothing.

    With the `sha256` of a preview only the very file that was shown is imported.
    Raises `UnreadableFile`, `ImportStopped`, `StorageError`; nothing is then written.
    """
    file = price_list(path, mapping, title_case, decimal, progress)
    if sha256 and file.sheet.sha256 != sha256:
        raise UnreadableFile(str(path), "changed")
    with transaction():
        shop = bulk_catalogue.load_catalogue()
        matched = list(_match(file, shop, progress))
        problems = tuple(row for row in matched if row.result in ("check", "rejected"))
        if not any(row.action for row in matched):
            return Receipt(None, ImportReport(0, 0, len(matched), problems, file.sheet.sheet))
        new = [row for row in matched if row.action == "new"]
        changed = [row for row in matched if row.action == "changed"]
        facts = {
            "file": file.path.name,
            "sha256": file.sheet.sha256,
            "counts": dict(Counter(row.result for row in matched)),
            "created": _spans(_create(new, shop)),
            **_change(changed, shop),
        }
        sequence = journal.append(events.CATALOGUE_IMPORTED, facts)
    skipped = len(matched) - len(new) - len(changed)
    report = ImportReport(len(new), len(changed), skipped, problems, file.sheet.sheet)
    return Receipt(sequence, report)


def save_rows(path: str | Path, seen: Preview, results: Iterable[str] = ("rejected",)) -> int:
    """Writes rows of a preview, as they stood in the file, into a CSV; how many.

    Text that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    wanted = set(results)
    kept = [row for row in seen.rows if row.result in wanted]
    target = Path(path)
    try:
        with target.open("w", encoding="utf-8-sig", newline="") as file:
            own_files.restrict(target)
            out = csv.writer(file)
            out.writerow(map(harmless, seen.header))
            out.writerows([_as_it_stood(cell) for cell in row.cells] for row in kept)
    except OSError as error:
        raise UnreadableFile(str(path), "missing") from error
    return len(kept)


def _match(
    file: PriceList, shop: bulk_catalogue.CatalogueRows, progress: Watch | None
) -> Iterator[PreviewRow]:
    matcher = Matcher(shop, file.drafts)
    for draft in with_progress(file.drafts, progress):
        yield matcher.match(draft)


# --- writing -------------------------------------------------------------------------------


def _create(new: list[PreviewRow], shop: bulk_catalogue.CatalogueRows) -> list[int]:
    named = {row.fields["sku"] for row in new if row.fields.get("sku")}
    nameless = len(new) - len(named)
    free = iter(bulk_catalogue.free_skus(nameless, {*named, *shop.by_sku}) if nameless else ())
    ids = bulk_catalogue.insert(
        [{**row.fields, "sku": row.fields.get("sku") or next(free)} for row in new]
    )
    pairs = list(zip(new, ids, strict=True))
    bulk_catalogue.add_barcodes(
        (code, id_, inside) for row, id_ in pairs for code, inside in row.barcodes
    )
    bulk_catalogue.add_aliases((alias, id_) for row, id_ in pairs for alias in row.aliases)
    bulk_catalogue.count(
        {id_: (None, row.on_hand) for row, id_ in pairs if row.on_hand is not None}, "opening"
    )
    return ids


def _change(changed: list[PreviewRow], shop: bulk_catalogue.CatalogueRows) -> dict[str, Any]:
    """Writes what changes in products that are there; the difference, for the journal."""
    fields: dict[int, dict[str, Any]] = {}
    before: dict[str, dict[str, list[Any]]] = {}
    codes: list[tuple[str, int, int]] = []
    aliases: list[tuple[str, int]] = []
    levels: dict[int, tuple[int | None, int | None]] = {}
    for row in changed:
        id_ = row.product_id
        assert id_ is not None
        for change in row.changes:
            if change.field == "barcode":
                codes.append((change.after, id_, dict(row.barcodes)[change.after]))
            elif change.field == "alias":
                aliases.append((change.after, id_))
            elif change.field == "stock":
                levels[id_] = (change.before, change.after)
            else:
                fields.setdefault(id_, {})[change.field] = change.after
                before.setdefault(str(id_), {})[change.field] = [change.before, change.after]
    bulk_catalogue.change(fields, shop.by_id)
    bulk_catalogue.add_barcodes(codes)
    bulk_catalogue.add_aliases(aliases)
    bulk_catalogue.count(levels, "import")
    return {
        "changed": before,
        "barcodes": [[code, id_] for code, id_, _ in codes],
        "aliases": [list(pair) for pair in aliases],
        "stock": {str(id_): list(level) for id_, level in levels.items()},
    }


# --- taking back ---------------------------------------------------------------------------


def revert(event: Event) -> Receipt[ImportReport]:
    """Undoes the newest import, or redoes the one that was undone last.

    Old values come back, and new products go out of sale. What was changed since, and new products
    that were sold since, stay as they are. Raises `CannotUndo` for anything but the newest.
    """
    newest = one(
        Journal.select(Journal.sequence)
        .where(Journal.kind == events.CATALOGUE_IMPORTED)
        .order_by(Journal.sequence.desc())
    )
    if newest is None or newest[0] != event.sequence:
        raise CannotUndo(event.kind)
    return _redo(event) if "undone" in event.payload else _undo(event)


def _undo(event: Event) -> Receipt[ImportReport]:
    facts, shop = event.payload, bulk_catalogue.load_catalogue()
    created = {i for first, last in facts["created"] for i in range(first, last + 1)}
    sold = _sold_since(event.sequence, created)
    unsold = {i for i in created - sold if shop.by_id[i].active}
    levels = _turned(facts["stock"])
    changed = _still(_turned_columns(facts["changed"]), shop)
    back = {id_: {name: new for name, (_, new) in columns.items()}
            for id_, columns in changed.items()}  # fmt: skip
    bulk_catalogue.change(back | {id_: {"active": False} for id_ in unsold}, shop.by_id)
    # Codes of products that are gone must be free for the right file.
    codes = _codes_of(unsold) + _codes_of({id_ for _, id_ in facts["barcodes"]})
    given = {tuple(pair) for pair in facts["barcodes"]}
    codes = [row for row in codes if row[1] in unsold or row[:2] in given]
    bulk_catalogue.drop_barcodes((code, id_) for code, id_, _ in codes)
    bulk_catalogue.drop_aliases((name, id_) for name, id_ in facts.get("aliases", ()))
    restored = back.keys() | _count(levels, shop, event.sequence, "undone")
    entry = journal.append(
        events.CATALOGUE_IMPORTED,
        {
            "file": facts["file"], "undone": event.sequence, "taken_out": len(unsold),
            "created": _spans(list(unsold)), "changed": changed, "codes": codes,
            "aliases": facts.get("aliases", []), "stock": levels,
        },
    )  # fmt: skip
    touched = len(created) + len(facts["changed"].keys() | facts["stock"].keys())
    skipped = touched - len(restored) - len(unsold)
    return Receipt(entry, ImportReport(len(unsold), len(restored), skipped, ()))


def _redo(event: Event) -> Receipt[ImportReport]:
    facts, shop = event.payload, bulk_catalogue.load_catalogue()
    if "codes" not in facts:  # of the first version, which did not note them
        raise CannotUndo(event.kind)
    spans = facts["created"]
    again = {i for a, b in spans for i in range(a, b + 1) if not shop.by_id[i].active}
    levels = _turned(facts["stock"])
    changed = _still(_turned_columns(facts["changed"]), shop)
    new = {id_: {name: new for name, (_, new) in columns.items()}
           for id_, columns in changed.items()}  # fmt: skip
    bulk_catalogue.change(new | {id_: {"active": True} for id_ in again}, shop.by_id)
    codes = [row for row in facts["codes"] if shop.owner(row[0]) is None]
    bulk_catalogue.add_barcodes((code, id_, quantity) for code, id_, quantity in codes)
    bulk_catalogue.add_aliases((name, id_) for name, id_ in facts["aliases"])
    changed_again = new.keys() | _count(levels, shop, event.sequence, "import")
    entry = journal.append(
        events.CATALOGUE_IMPORTED,
        {
            "file": facts["file"], "redone": event.sequence, "created": _spans(list(again)),
            "changed": changed, "aliases": facts["aliases"], "stock": levels,
            "barcodes": [[code, id_] for code, id_, _ in codes if id_ not in again],
        },
    )  # fmt: skip
    return Receipt(entry, ImportReport(len(again), len(changed_again), 0, ()))


def _turned(stock: Mapping[str, list[int | None]]) -> dict[str, list[int | None]]:
    return {id_: [after, before] for id_, (before, after) in stock.items()}


def _turned_columns(changed: _Changed) -> _Changed:
    return {
        id_: {name: [after, before] for name, (before, after) in columns.items()}
        for id_, columns in changed.items()
    }


def _still(
    changed: _Changed, shop: bulk_catalogue.CatalogueRows
) -> dict[int, dict[str, list[Any]]]:
    """Of these changes, `[before, after]` by product and column, that find what was before."""
    still = {
        int(id_): {
            name: pair
            for name, pair in columns.items()
            if getattr(shop.by_id[int(id_)], name) == pair[0]
        }
        for id_, columns in changed.items()
    }
    return {id_: columns for id_, columns in still.items() if columns}


def _count(
    levels: Mapping[str, list[int | None]],
    shop: bulk_catalogue.CatalogueRows,
    since: int,
    reason: str,
) -> set[int]:
    """Moves what is on the shelf by what the import moved it; which products those are.

    What was sold or brought since stays so. What was counted since is as it was counted.
    """
    counted, counts = stock.counted_since(since), {}
    for id_, (before, after) in levels.items():
        now = shop.by_id[int(id_)].on_hand
        if int(id_) in counted or (now is None) != (before is None):
            continue
        there = after
        if now is not None and before is not None and after is not None:
            there = now + after - before
        counts[int(id_)] = (now, there)
    bulk_catalogue.count(counts, reason)
    return set(counts)


def _sold_since(sequence: int, products: set[int]) -> set[int]:
    """Those of `products` that stand in an order placed after the entry."""
    first = one(
        Journal.select(Journal.order)
        .where(Journal.sequence > sequence, Journal.kind == events.PLACED)
        .order_by(Journal.sequence)
    )
    if first is None:
        return set()
    query = OrderLine.select(OrderLine.product).where(OrderLine.order >= first[0]).distinct()
    return products & set(rows(query, int))


def _codes_of(products: set[int]) -> list[tuple[str, int, int]]:
    """Code, product and thousandths in the package."""
    if not products:
        return []
    query = Barcode.select(Barcode.code, Barcode.product, Barcode.quantity).where(
        Barcode.product.between(min(products), max(products))
    )
    return [row for row in rows(query, lambda *row: row) if row[1] in products]


def _spans(ids: list[int]) -> list[list[int]]:
    """[4, 5, 6, 9] as [[4, 6], [9, 9]]."""
    spans: list[list[int]] = []
    for id_ in sorted(ids):
        if spans and spans[-1][1] == id_ - 1:
            spans[-1][1] = id_
        else:
            spans.append([id_, id_])
    return spans


def _as_it_stood(cell: str) -> str:
    """A number keeps its minus: it is to be mended, and is no formula."""
    return cell if re.fullmatch(r"[-+]\d[\d.,]*", cell) else harmless(cell)
