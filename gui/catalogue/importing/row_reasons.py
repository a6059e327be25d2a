"""Why a row of a price list is new, changed, tidied, doubted or refused: in a sentence."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from gui.words.field_names import field_name, field_value
from gui.words.formatting import Formatting
from gui.words.marked import marked
from models.catalogue_import.cells import Remark
from models.catalogue_import.matching import Change, PreviewRow

translate = QCoreApplication.translate

_SENTENCES: dict[str, str] = {
    # Refused
    "no_code": marked("reasons", "No code, no barcode, no name: it could not be found again"),
    "name_missing": marked("reasons", "The name is empty"),
    "price_missing": marked("reasons", "The price is empty"),
    "name_column_missing": marked(
        "reasons", "Not in the shop yet, and no column is its name: see Change columns"
    ),
    "price_column_missing": marked(
        "reasons", "Not in the shop yet, and no column is its price: see Change columns"
    ),
    "total_row": marked("reasons", "A total, not a product"),
    "not_a_choice": marked("reasons", "{field} \u201c{text}\u201d cannot be chosen"),
    "not_a_number": marked("reasons", "{field} \u201c{text}\u201d is not a number"),
    "other_money": marked("reasons", "{field} \u201c{text}\u201d is not in rupiah"),
    "letter_in_number": marked(
        "reasons", "{field} \u201c{text}\u201d contains the letter {letter}, not the digit {digit}"
    ),
    "ambiguous_number": marked(
        "reasons",
        "{field} \u201c{text}\u201d: thousands or decimals? Choose under Change columns",
    ),
    "not_yes_no": marked("reasons", "{field} \u201c{text}\u201d is neither yes nor no"),
    "negative": marked("reasons", "{field} \u201c{text}\u201d is below zero"),
    "too_large": marked("reasons", "{field} \u201c{text}\u201d is too large, at most {limit}"),
    "too_long": marked("reasons", "{field} has {length} characters, at most {limit}"),
    "code_rounded": marked(
        "reasons",
        "{field} \u201c{text}\u201d was cut by Excel: make that column text, save again",
    ),
    "code_dated": marked(
        "reasons",
        "{field}: Excel made the day {text} of it. Make that column text, save again",
    ),
    "code_twice": marked("reasons", "Code {code} is used twice in this file, first in row {row}"),
    "name_twice": marked(
        "reasons", "\u201c{code}\u201d stands twice in this file, first in row {row}"
    ),
    "code_given": marked("reasons", "Had no code so far: found by its name, and gets {code}"),
    "name_with_code": marked(
        "reasons", "No code, and \u201c{name}\u201d stands in row {row} with one: give it a code"
    ),
    "name_of_several": marked(
        "reasons", "No code, and {count} products are called \u201c{name}\u201d: give it a code"
    ),
    "code_taken": marked("reasons", "Code {code} is the barcode of {name}"),
    "too_many_cells": marked(
        "reasons",
        "The row has {cells} cells, the head {columns}: a separator in a text needs quotes",
    ),
    # To be checked
    "below_cost": marked("reasons", "Sells below cost: buys at {cost}, sells at {price}"),
    "far_above_cost": marked(
        "reasons", "Sells at {times} times its cost: buys at {cost}, sells at {price}"
    ),
    "price_zero": marked("reasons", "Costs nothing: is a digit missing?"),
    "price_tiny": marked("reasons", "Sells at {price}: are the prices in thousands?"),
    "price_open": marked("reasons", "The price is asked at the till: {zero} until you set it"),
    "stock_negative": marked("reasons", "Stock \u201c{text}\u201d is below zero: read as 0"),
    "stock_unread": marked(
        "reasons", "Stock \u201c{text}\u201d is not a number: imported as not counted"
    ),
    "in_parts": marked("reasons", "{field}: part of a piece (\u201c{unit}\u201d), left out"),
    "code_like_date": marked(
        "reasons", "Code {code} looks like a day: did Excel change it? Imported as it stands"
    ),
    "barcode_unread": marked(
        "reasons", "Barcode \u201c{text}\u201d cannot be right: imported without it"
    ),
    "tax_unread": marked("reasons", "Tax \u201c{text}\u201d is no percentage: left out"),
    "barcode_twice": marked(
        "reasons", "Barcode {code} stands in row {row} already: imported without it"
    ),
    "barcode_taken": marked("reasons", "Barcode {code} belongs to {name}: imported without it"),
    "barcode_broken": marked(
        "reasons",
        "The last digit of barcode {code} does not fit: was one mistyped? Imported as it stands",
    ),
    # Tidied
    "misread": marked(
        "reasons", "{field} read as UTF-8: \u201c{before}\u201d \u2192 \u201c{after}\u201d"
    ),
    "unescaped": marked(
        "reasons", "{field} cleaned: \u201c{before}\u201d \u2192 \u201c{after}\u201d"
    ),
    "code_cleaned": marked("reasons", "{field} cleaned: \u201c{before}\u201d \u2192 {after}"),
    "code_shared": marked(
        "reasons", "Several variants have the code {code}: this one becomes {after}"
    ),
    "characters_removed": marked("reasons", "{field}: invisible characters removed"),
    "rounded": marked("reasons", "{field} rounded to whole rupiah: {before} \u2192 {after}"),
    # Nothing to do
    "part_of_above": marked("reasons", "Only a further picture or part of the product above"),
}  # fmt: skip

_MONEY = frozenset({"cost", "price", "zero"})


def reason_text(row: PreviewRow, words: Formatting | None = None) -> str:
    """Everything there is to say about a row."""
    words = words or Formatting()
    parts = [remark_text(remark, words) for remark in row.remarks]
    if row.action == "changed":
        parts += [change_text(change, words) for change in row.changes]
    if not parts:
        return (
            translate("reasons", "Nothing changes")
            if row.result == "same"
            else translate("reasons", "No remark")
        )
    return " \u00b7 ".join(parts)


def remark_text(remark: Remark, words: Formatting) -> str:
    """One fact as a sentence."""
    values: dict[str, Any] = {"zero": words.money(0)}
    for name, value in remark.values.items():
        values[name] = _shown(name, value, remark, words)
    return translate("reasons", _SENTENCES[remark.code]).format(**values)


def change_text(change: Change, words: Formatting) -> str:
    """`Rp2.400 → Rp2.500`; other columns with their name in front."""
    if change.field == "active":
        return (
            translate("reasons", "Sold again")
            if change.after
            else translate("reasons", "No longer sold")
        )
    after = field_value(change.field, change.after, words)
    if change.field == "barcode":
        return translate("reasons", "Barcode {code} added").format(code=after)
    before = field_value(change.field, change.before, words)
    if change.field == "alias":
        return translate("reasons", "Also called {name}").format(name=after)
    if change.field == "price":
        return f"{before} \u2192 {after}"
    return f"{field_name(change.field)}: {before} \u2192 {after}"


def has_sentence(code: str) -> bool:
    """Whether a fact of the import has a sentence; a test sees to it."""
    return code in _SENTENCES


def _shown(name: str, value: Any, remark: Remark, words: Formatting) -> str:
    if name == "field":
        return field_name(value)
    if name in _MONEY or (remark.code == "rounded" and name == "after"):
        return words.money(value)
    if name == "limit" and remark.code == "too_large" and remark.values["field"] in _MONEY:
        return words.money(value)
    return words.number(value) if isinstance(value, int) else str(value)
