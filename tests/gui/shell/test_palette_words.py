"""Commands and settings are found by what people call them, in both languages."""

import pytest

from gui.input.commands import COMMANDS
from gui.settings.page import _SECTIONS
from gui.shell.palette_words import ALSO, PLACES, is_sure, names_of, names_of_place, search

#: What stands at the counter, and the settings.
HERE = [c for c in COMMANDS if c.group in ("everywhere", "order_entry")]
LABELS = [*(command.id for command in HERE), *(place.text for place in PLACES)]
ENTRIES = [
    *(names_of(command.id, command.text) for command in HERE),
    *(names_of_place(place) for place in PLACES),
]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bahasa", "Language"), ("language", "Language"), ("BAHASA", "Language"),
        ("printer", "Printer"), ("pencetak", "Printer"), ("gelap", "Light or dark"),
        ("dark", "Light or dark"), ("tema", "Light or dark"), ("zona", "Time zone"),
        ("time zone", "Time zone"), ("pajak", "Tax"), ("ppn", "Tax"), ("tax", "Tax"),
        ("backup", "Backups"), ("cadangan", "Backups"), ("pin", "Staff codes and PINs"),
        ("karyawan", "Staff codes and PINs"), ("diskon", "order.discount"),
        ("discount", "order.discount"), ("potongan", "order.discount"),
        ("tutup toko", "window.drawer"), ("close shop", "window.drawer"), ("suara", "Sounds"),
        ("huruf", "Text size"), ("bayar", "order.pay"), ("pay", "order.pay"),
        ("undo", "edit.undo"), ("urungkan", "edit.undo"),
        ("kasir", "window.order_entry"), ("gudang", "window.fulfilment"),
        ("laporan", "window.statistics"), ("report", "window.statistics"),
        ("stok", "window.catalogue"), ("kunci", "window.lock"),
    ],
)  # fmt: skip
def test_what_is_meant_is_found_in_both_languages(typed: str, meant: str) -> None:
    found = search(typed, ENTRIES)
    assert LABELS[found[0].index] == meant
    assert is_sure(found, found[0].index)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bigger letters", "Text size"), ("huruf besar", "Text size"),
        ("employee", "Staff codes and PINs"), ("karyawan", "Staff codes and PINs"),
        ("delivery", "catalogue.stock"), ("barang masuk", "catalogue.stock"),
        ("stocktake", "catalogue.stock"), ("goods received", "catalogue.stock"),
        ("sales report", "window.statistics"), ("laporan penjualan", "window.statistics"),
        ("profit", "window.statistics"), ("laba", "window.statistics"),
        ("price change", "catalogue.edit"), ("ganti harga", "catalogue.edit"),
        ("remove old orders", "Remove old orders"), ("hapus pesanan lama", "Remove old orders"),
        ("cetak ulang", "orders.print"),
        ("label harga", "catalogue.labels"), ("price tag", "catalogue.labels"),
    ],
)  # fmt: skip
def test_what_a_person_asks_for_is_found_on_whatever_page_it_stands(typed: str, meant: str) -> None:
    labels = [*(command.id for command in COMMANDS), *(place.text for place in PLACES)]
    entries = [names_of(command.id, command.text) for command in COMMANDS]
    entries += [names_of_place(place) for place in PLACES]
    found = search(typed, entries)
    assert labels[found[0].index] == meant
    assert is_sure(found, found[0].index)


@pytest.mark.parametrize("typed", ["pya", "p", "pa", "bahsa", "dskon", "struk", "byar"])
def test_what_is_not_sure_is_shown_and_asked(typed: str) -> None:
    found = search(typed, ENTRIES)
    assert found
    assert not is_sure(found, found[0].index)


@pytest.mark.parametrize("typed", ["", "  ", "x" * 100_000, "%_", "\u202e"])
def test_what_means_nothing_finds_nothing(typed: str) -> None:
    assert search(typed, ENTRIES) == []


def test_every_word_is_about_something_that_is_there() -> None:
    assert set(ALSO) <= {command.id for command in COMMANDS}
    assert {place.section for place in PLACES} == set(_SECTIONS)
