"""What the shop stores, column by column, and which promise of the privacy policy allows it.

The table below is the declaration; a test compares it with the tables themselves. Clauses are
those of the policy: 1a non-personal and 1b order information, 2a processing, 2b analysis, 3
protection. There is no category for personal information, because none is stored.
"""

import csv
import os
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from peewee import SQL, Table, fn

from models.storage import own_files
from models.storage.database import database, one, snapshot, translated_errors


class Category(Enum):
    """The kinds of information the policy names."""

    ORDER = "order"
    PRODUCT = "product"
    QUANTITY = "quantity"
    TIME = "time"
    NON_PERSONAL = "non_personal"


class Purpose(Enum):
    """What the policy allows information to be used for."""

    PROCESSING = "processing"
    PROCESSING_AND_ANALYSIS = "processing_and_analysis"
    PROCESSING_AND_PROOF = "processing_and_proof"
    ANALYSIS = "analysis"
    IMPROVEMENT = "improvement"
    PROTECTION = "protection"


@dataclass(frozen=True, slots=True)
class Holding:
    """Some columns of one table: what they hold, what for, and how many rows there are now."""

    table: str
    columns: tuple[str, ...]
    category: Category
    purpose: Purpose
    clause: str
    rows: int


@dataclass(frozen=True, slots=True)
class Inventory:
    """Every column of every table, counted at one moment; `unlisted` should be empty."""

    holdings: tuple[Holding, ...]
    unlisted: tuple[str, ...]

    @property
    def columns(self) -> int:
        """How many columns are listed."""
        return sum(len(holding.columns) for holding in self.holdings)


_ORDER, _PRODUCT, _QUANTITY = Category.ORDER, Category.PRODUCT, Category.QUANTITY
_TIME, _PLAIN = Category.TIME, Category.NON_PERSONAL
_PROCESSING, _BOTH = Purpose.PROCESSING, Purpose.PROCESSING_AND_ANALYSIS
_PROOF, _ANALYSIS = Purpose.PROCESSING_AND_PROOF, Purpose.ANALYSIS
_IMPROVEMENT, _PROTECTION = Purpose.IMPROVEMENT, Purpose.PROTECTION

#: table, columns, category, purpose, clauses. A lone text column counts the rows where it is used.
DECLARED = (
    ("orders", ("id request_id day number station staff channel stage rush changed claimed_by"
                " cancel_reason version"), _ORDER, _PROCESSING, "1b, 2a"),
    ("orders", "placed_at hour claimed_at ready_at handed_at cancelled_at promised_at starts_at",
               _TIME, _BOTH, "1b, 2a, 2b"),
    ("orders", "lines subtotal discount discount_rate tax tax_included total paid", _ORDER,
               _BOTH, "1b, 2a, 2b"),
    ("orders", "note", _PLAIN, _PROCESSING, "1a, 2a"),
    ("order_line", "order line product sku name unit price tax_rate", _PRODUCT, _PROCESSING,
                   "1b, 2a"),
    ("order_line", "ordered picked short cancelled handed returned seen bulk asked", _QUANTITY,
                   _PROCESSING, "1b, 2a"),
    ("order_line", ("discount discount_rate share total net cost short_reason asked_by"
                    " answer"), _ORDER, _PROCESSING, "1b, 2a"),
    ("order_line", "asked_at", _TIME, _PROCESSING, "1b, 2a"),
    ("order_line", "note words", _PLAIN, _PROCESSING, "1a, 2a"),
    ("payment", "id request_id order method amount tendered drawer station staff", _ORDER,
                _PROCESSING, "1b, 2a"),
    ("payment", "day at", _TIME, _PROCESSING, "1b, 2a"),
    ("drawer_session", "id station staff opening expected counted loose", _ORDER,
                       _PROCESSING, "1b, 2a"),
    ("drawer_session", "note", _PLAIN, _PROCESSING, "1a, 2a"),
    ("drawer_session", "opened_at closed_at", _TIME, _PROCESSING, "1b, 2a"),
    ("drawer_movement", "id session amount reason staff undone", _ORDER, _PROCESSING, "1b, 2a"),
    ("drawer_movement", "at", _TIME, _PROCESSING, "1b, 2a"),
    ("put_back", "id order product name unit", _PRODUCT, _PROCESSING, "1b, 2a"),
    ("put_back", "quantity", _QUANTITY, _PROCESSING, "1b, 2a"),
    ("put_back", "at done_at", _TIME, _PROCESSING, "1b, 2a"),
    ("held_cart", "id draft_of request_id content lines total station staff", _ORDER, _PROCESSING,
                  "1b, 2a"),
    ("held_cart", "reference", _PLAIN, _PROCESSING, "1a, 2a"),
    ("held_cart", "at", _TIME, _PROCESSING, "1b, 2a"),
    ("product", ("id sku name category brand unit price cost tax_rate stock_policy reorder_at"
                 " favourite active"), _PRODUCT, _PROCESSING, "1b, 2a"),
    ("product", "added_at", _TIME, _PROCESSING, "1b, 2a"),
    ("barcode", "code product quantity", _PRODUCT, _PROCESSING, "1b, 2a"),
    ("alias", "phrase product", _PRODUCT, _IMPROVEMENT, "1b, 2b"),
    ("list_answer", "phrase unit product quantity", _PRODUCT, _IMPROVEMENT, "1b, 2b"),
    ("message", "id mark content lines taken_by done", _ORDER, _PROCESSING, "1b, 2a"),
    ("message", "at", _TIME, _PROCESSING, "1b, 2a"),
    ("price_change", "id product at old new station staff", _PRODUCT, _BOTH, "1b, 2a, 2b"),
    ("stock", "product on_hand reserved", _QUANTITY, _PROCESSING, "1b, 2a"),
    ("stock_movement", "id product order change on_hand reason station staff", _QUANTITY,
                       _PROCESSING, "1b, 2a"),
    ("stock_movement", "at", _TIME, _PROCESSING, "1b, 2a"),
    ("bill_change", "id order line product kind hour lines quantity revenue tax", _ORDER, _BOTH,
                    "1b, 2a, 2b"),
    ("bill_change", "at day", _TIME, _BOTH, "1b, 2a, 2b"),
    ("day_total", ("day orders lines quantity revenue discount tax cancelled asked_lines"
                   " short_lines bulk_lines picked_lines promised kept returned cost"
                   " costed"), _ORDER, _ANALYSIS, "1b, 2b"),
    ("hour_total", "day hour orders lines revenue timed seconds", _ORDER, _ANALYSIS, "1b, 2b"),
    ("product_day", "day product lines quantity revenue tax cost costed", _PRODUCT, _ANALYSIS,
                    "1b, 2b"),
    ("lead_time", "day step seconds orders", _TIME, _ANALYSIS, "1b, 2b"),
    ("tally", "kind day name detail first second third", _ORDER, _ANALYSIS, "1b, 2b"),
    ("closed_sum", "kind key content", _PRODUCT, _ANALYSIS, "1b, 2b"),
    ("late_sum", "id kind day code first second third fourth fifth", _PRODUCT, _ANALYSIS,
                 "1b, 2b"),
    ("queue_mark", "sequence at orders", _ORDER, _ANALYSIS, "1b, 2b"),
    ("print_job", ("id paper order subject labels station staff state attempts error seal"
                   " copy_number"), _ORDER, _PROCESSING, "1b, 2a"),
    ("print_job", "asked_at taken_at done_at", _TIME, _PROCESSING, "1b, 2a"),
    ("journal", ("sequence at station staff kind order payload previous hash version"
                 " request_id row_images"), _ORDER, _PROOF, "1b, 2a, 3"),
    ("journal_head", "station sequence hash", _PLAIN, _PROTECTION, "1a, 3"),
    ("touched_row", "table_name key outside", _PLAIN, _PROTECTION, "1a, 3"),
    ("counter", "name value", _PLAIN, _PROCESSING, "1a, 2a"),
    ("preference", "key value", _PLAIN, _PROCESSING, "1a, 2a"),
    ("occasion", "id name", _PLAIN, _ANALYSIS, "1a, 2b"),
    ("occasion", "first_day last_day", _TIME, _ANALYSIS, "1b, 2b"),
    ("staff", "code role pin_hash active failures recovery_hash badge_hash", _PLAIN, _PROTECTION,
     "1a, 3"),
    ("schema_migration", "id name applied", _PLAIN, _PROCESSING, "1a, 2a"),
    ("policy_acceptance", ("id version effective sha256 text language accepted_at program station"
                           " withdrawn_at"), _PLAIN, _PROTECTION, "1a, 3"),
)  # fmt: skip


def data_inventory() -> Inventory:
    """Every declared column with its live row count, and the columns nobody declared."""
    counted: dict[tuple[str, str], int] = {}
    holdings = []
    with snapshot():
        for name, words, category, purpose, clause in DECLARED:
            columns = tuple(words.split())
            text = columns[0] if len(columns) == 1 and category is _PLAIN else ""
            if (name, text) not in counted:
                counted[name, text] = _rows(name, text)
            rows = counted[name, text]
            holdings.append(Holding(name, columns, category, purpose, clause, rows))
        unlisted = _unlisted()
    return Inventory(tuple(holdings), unlisted)


def _rows(name: str, text: str) -> int:
    table = Table(name)
    query = table.select(fn.COUNT(SQL("*")))
    if text:
        query = query.where(getattr(table.c, text) != "")
    found = one(query)
    return int(found[0]) if found else 0


def _unlisted() -> tuple[str, ...]:
    listed = {(name, column) for name, words, *_ in DECLARED for column in words.split()}
    stored = {
        (table, column.name)
        for table in database.get_tables()
        for column in database.get_columns(table)
    }
    return tuple(f"{table}.{column}" for table, column in sorted(stored - listed))


def save(path: Path) -> None:
    """Writes the inventory to a CSV file that only its owner may read.

    Raises `StorageError`s.
    """
    with translated_errors():
        descriptor = own_files.create(path, os.O_TRUNC)
        with os.fdopen(descriptor, "w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(("table", "columns", "category", "purpose", "policy", "rows"))
            for held in data_inventory().holdings:
                names = " ".join(held.columns)
                kind, purpose = held.category.value, held.purpose.value
                writer.writerow((held.table, names, kind, purpose, held.clause, held.rows))
