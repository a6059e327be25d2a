"""Papers as people get them: readable, scannable, and never in the way of an order."""

import re
import socket
import stat
import struct
import threading
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from escpos.printer import Dummy
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QRawFont, QTextLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.printing import (
    document_layout,
    document_texts,
    escpos,
    page_painting,
    print_settings,
    printers,
)
from gui.printing.document import SIZES, Card, Code, Document, Goods, Pair, Text, Tick
from gui.printing.preview import Preview
from gui.printing.print_spooler import PrintSpooler
from gui.printing.test_page import trial_sheet
from gui.shell.app_context import AppContext
from gui.words.error_messages import sentence
from gui.words.formatting import Formatting
from gui.words.language import Language
from models import print_spool
from models.amounts import Discount
from models.errors import PrinterFailed
from models.fulfilment import fulfilment
from models.journal import journal
from models.orders import drawer, orders, payments, tickets
from models.orders.cart import Cart
from models.orders.payments import Tender, cash_tender
from models.print_spool import PrintRequest, State
from models.printing import receipt
from models.printing.documents import Paper
from models.settings import preferences
from models.shop.opening import Shop
from tests.gui.conftest import Said, printed
from tests.readable import a_product, an_order, cart_of, pcs

LANGUAGES = ("id", "en")
THERMAL, LASER = 203, 300  # dots per inch


def dpi_of(size: str) -> int:
    return THERMAL if SIZES[size].is_roll else LASER


def read(image: QImage) -> list[str]:
    """What a scanner reads on a picture."""
    import numpy as np

    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return [found.text for found in zxingcpp.read_barcodes(rows[:, : grey.width()].copy())]


def codes_on(sheet: Document, size: str) -> list[str]:
    pages = page_painting.images(sheet, SIZES[size], dpi_of(size))
    return [code for page in pages for code in read(page)]


def words_on(sheet: Document) -> str:
    """Everything that stands on a sheet, piece by piece."""
    return "\n".join(str(piece) for piece in sheet.pieces)


@pytest.fixture(params=LANGUAGES)
def words(request: pytest.FixtureRequest, language: Language) -> Formatting:
    language.choose(request.param)
    return Formatting(request.param)


def sold(cart: Cart, *tenders: Tender) -> int:
    return orders.place(cart, tenders=tenders).value.id


@pytest.fixture
def groceries(shop: Shop) -> int:
    """An order with everything that can stand on a receipt."""
    preferences.put(preferences.SHOP_NAME, "Toko Sejahtera")
    preferences.put(preferences.SHOP_ADDRESS, "Jl. Kenanga 12, Bandung")
    preferences.put(preferences.RECEIPT_FOOTER, "Terima kasih")
    rice = a_product("Beras Raja Lele 5 kg", 70_000, unit="sak", tax_rate=1100)
    apples = a_product("Apel Fuji", 42_000, unit="kg", tax_rate=1100)
    cart = cart_of((rice, pcs(2)), (apples, pcs(0.75)))
    cart.set_line_discount(0, Discount(1_500))
    cart.set_discount(Discount(5_000))
    total = cart.bill().total
    assert total == 165_000
    return sold(cart, Tender("qris", 65_000), Tender("cash", 100_000, 150_000))


# --- what it says --------------------------------------------------------------------------


def test_a_rate_is_said_on_the_receipt_and_on_the_sheet(shop: Shop, words: Formatting) -> None:
    cart = cart_of((a_product("Beras", 70_000), pcs(2)), a_product("Teh", 10_000))
    cart.set_line_discount(0, Discount(rate=1_250)).set_discount(Discount(rate=500))
    order = sold(cart, Tender("qris", cart.bill().total))
    sheet = document_texts.sheet_of(receipt.receipt(order), words)
    goods = [piece for piece in sheet.pieces if isinstance(piece, Goods)]
    word, mark = ("Diskon", ",") if words.language == "id" else ("Discount", ".")
    assert (goods[0].discount_name, goods[0].discount) == (f"{word} 12{mark}5%", "\u2212Rp17.500")
    sums = {piece.left: piece.right for piece in sheet.pieces if isinstance(piece, Pair)}
    assert sums[f"{word} 5%"] == "\u2212Rp6.625"


def test_a_receipt_says_what_the_order_comes_to(groceries: int, words: Formatting) -> None:
    sheet = document_texts.sheet_of(receipt.receipt(groceries), words)
    said = words_on(sheet)
    for part in ("Toko Sejahtera", "Jl. Kenanga 12, Bandung", "Terima kasih", "Apel Fuji"):
        assert part in said
    goods = [piece for piece in sheet.pieces if isinstance(piece, Goods)]
    assert [piece.amount for piece in goods] == ["Rp140.000", "Rp31.500"]
    assert goods[0].discount == "−Rp1.500"
    assert goods[1].detail == ("0,75" if words.language == "id" else "0.75") + " kg × Rp42.000"
    sums = {piece.left: piece.right for piece in sheet.pieces if isinstance(piece, Pair)}
    assert sums["TOTAL"] == "Rp165.000"
    discount, cash, change = (
        ("Diskon", "Tunai", "Kembali")
        if words.language == "id"
        else ("Discount", "Cash", "Change given")
    )
    assert (sums[discount], sums[cash], sums[change]) == ("−Rp5.000", "Rp150.000", "Rp50.000")
    assert sums["QRIS"] == "Rp65.000"
    tax = "termasuk PPN 11%" if words.language == "id" else "including PPN 11%"
    assert sums[tax] == "Rp16.351"


def test_the_total_is_written_in_words_where_that_is_wanted(
    groceries: int, words: Formatting
) -> None:
    paper = receipt.receipt(groceries)
    spelled = {
        "id": "Terbilang: seratus enam puluh lima ribu rupiah",
        "en": "In words: one hundred sixty-five thousand rupiah",
    }[words.language]
    assert spelled in words_on(document_texts.sheet_of(paper, words, spelled=True))
    assert spelled not in words_on(document_texts.sheet_of(paper, words))


def test_the_first_print_is_no_copy_and_the_second_says_so(
    groceries: int, words: Formatting
) -> None:
    paper = receipt.receipt(groceries)
    copy = "SALINAN" if words.language == "id" else "COPY"
    assert copy not in words_on(document_texts.sheet_of(paper, words))
    assert f"{copy} 2" in words_on(document_texts.sheet_of(paper, words, copy=2))


def test_what_is_not_paid_cannot_be_taken_for_a_receipt_of_money(
    shop: Shop, words: Formatting
) -> None:
    placed = an_order()
    unpaid = "Belum dibayar" if words.language == "id" else "Unpaid"
    assert unpaid in words_on(document_texts.sheet_of(receipt.receipt(placed.id), words))
    payments.pay(placed.id, Tender("cash", placed.total))
    assert unpaid not in words_on(document_texts.sheet_of(receipt.receipt(placed.id), words))


def test_a_slip_shows_what_is_different(shop: Shop, words: Formatting) -> None:
    placed = an_order((a_product("Teh", unit="dus"), pcs(3)), a_product("Susu"))
    orders.change(placed.id, {1: pcs(5), 2: 0})
    sheet = document_texts.sheet_of(receipt.change_slip(journal.newest()), words)
    tea, milk = (piece for piece in sheet.pieces if isinstance(piece, Tick))
    assert (tea.quantity, tea.below[:5], tea.struck) == ("5 dus", "3 → 5", False)
    assert (milk.quantity, milk.struck) == ("0 pcs", True)


def test_a_slip_about_the_sum_alone_says_that_there_is_nothing_to_pick(
    shop: Shop, words: Formatting
) -> None:
    placed = an_order((a_product("Teh", price=5_000), pcs(3)))
    orders.change(placed.id, {}, discount=Discount(1_000))
    sheet = document_texts.sheet_of(receipt.change_slip(journal.newest()), words)
    nothing = "Hanya" if words.language == "id" else "Only the sum"
    assert nothing in words_on(sheet)


def payments_of(order: int, words: Formatting) -> list[tuple[str, str]]:
    """What stands below the lines, from the sum to the change."""
    pieces = document_texts.sheet_of(receipt.receipt(order), words).pieces
    sums = [(piece.left, piece.right) for piece in pieces if isinstance(piece, Pair)]
    return sums[next(at for at, (left, _) in enumerate(sums) if left == "TOTAL") :]


def test_a_customer_can_add_the_receipt_up(shop: Shop, words: Formatting) -> None:
    preferences.put(preferences.CASH_ROUNDING, 500)
    order = sold(
        cart_of(a_product(price=13_700)), Tender("qris", 5_300), cash_tender(8_400, 50_000, 500)
    )
    id_ = words.language == "id"
    assert payments_of(order, words) == [
        ("TOTAL", "Rp13.700"),
        ("QRIS", "Rp5.300"),
        ("Pembulatan tunai" if id_ else "Rounding in cash", "Rp100"),
        ("Dibayar tunai" if id_ else "To pay in cash", "Rp8.500"),
        ("Tunai" if id_ else "Cash", "Rp50.000"),
        ("Kembali" if id_ else "Change given", "Rp41.500"),
    ]


def test_what_is_still_to_be_given_back_stands_on_the_receipt(
    shop: Shop, words: Formatting
) -> None:
    cart = cart_of(a_product("X", 6_000), a_product("Y", 4_000)).set_discount(Discount(1_000))
    order = sold(cart, Tender("qris", 9_000))
    fulfilment.short(order, 1)
    id_ = words.language == "id"
    assert payments_of(order, words) == [
        ("TOTAL", "Rp3.600"),
        ("QRIS", "Rp9.000"),
        ("Harus dikembalikan" if id_ else "To be given back", "Rp5.400"),
    ]
    payments.refund(order, 5_400)
    assert payments_of(order, words)[2:] == [
        ("Pengembalian, QRIS" if id_ else "Refund, QRIS", "\u2212Rp5.400")
    ]


def test_a_day_close_names_cash_that_no_till_had(shop: Shop, words: Formatting) -> None:
    sold(cart_of(a_product(price=30_000)), Tender("cash", 30_000))
    opened = drawer.open_drawer(50_000).value
    sheet = document_texts.sheet_of(receipt.paper_of(PrintRequest("day_close", opened)), words)
    sums = {piece.left: piece.right for piece in sheet.pieces if isinstance(piece, Pair)}
    id_ = words.language == "id"
    assert sums["Tunai sebelum shift dibuka" if id_ else "Cash before, while no till was open"] == (
        "Rp30.000"
    )


def test_a_day_close_says_what_is_missing(shop: Shop, words: Formatting) -> None:
    opened = drawer.open_drawer(100_000).value
    sold(cart_of(a_product(price=5_000)), Tender("cash", 5_000))
    drawer.move(-20_000, "Beli plastik")
    drawer.close_drawer(84_000, "dihitung dua kali")
    sheet = document_texts.sheet_of(receipt.paper_of(PrintRequest("day_close", opened)), words)
    rights = [piece.right for piece in sheet.pieces if isinstance(piece, Pair)]
    assert rights[-6:] == [
        "Rp100.000",
        "Rp5.000",
        "−Rp20.000",
        "Rp85.000",
        "Rp84.000",
        "Rp1.000",
    ]  # short
    assert "dihitung dua kali" in words_on(sheet)


# --- how it looks --------------------------------------------------------------------------


def every_paper(groceries: int) -> list[Paper]:
    orders.change(groceries, {1: pcs(3)})
    slip = receipt.change_slip(journal.newest())
    return [receipt.receipt(groceries), receipt.pick_ticket(groceries), slip]


@pytest.mark.parametrize("size", SIZES)
def test_scanners_find_the_order_on_every_paper_about_it(
    groceries: int, words: Formatting, size: str
) -> None:
    for paper in every_paper(groceries):
        sheet = document_texts.sheet_of(paper, words)
        (code,) = codes_on(sheet, size)
        assert tickets.order_for_code(code) == groceries


@pytest.mark.parametrize("size", SIZES)
def test_every_label_on_a_page_can_be_scanned(shop: Shop, words: Formatting, size: str) -> None:
    milk = a_product("Susu", 6_000, barcodes=["8998009010231"])
    small = a_product("Permen", 500, barcodes=["96385074"])
    loose = a_product("Apel", 42_000, unit="kg", sku="APL-1")
    made = receipt.labels([(milk.id, 3), (small.id, 2), (loose.id, 2)])
    found = codes_on(document_texts.sheet_of(made, words), size)
    assert sorted(found) == sorted(["8998009010231"] * 3 + ["96385074"] * 2 + ["APL-1"] * 2)


@pytest.mark.parametrize("size", SIZES)
def test_a_code_too_long_for_bars_becomes_a_square(
    shop: Shop, words: Formatting, size: str
) -> None:
    sku = "GUDANG-BELAKANG/RAK-17/KOTAK-0042/SISI-KIRI"
    made = receipt.labels([(a_product(sku=sku).id, 1)])
    assert codes_on(document_texts.sheet_of(made, words), size) == [sku]


def test_a_code_with_letters_bars_do_not_know_becomes_a_square(
    shop: Shop, words: Formatting
) -> None:
    made = receipt.labels([(a_product(sku="茶-É").id, 1)])
    assert codes_on(document_texts.sheet_of(made, words), "80") == ["茶-É"]


@pytest.mark.parametrize("size", ["small", "normal", "large", "huge"])
@pytest.mark.parametrize("bold", [False, True])
def test_every_sign_of_a_number_can_be_copied_out_of_a_pdf(
    context: AppContext, size: str, bold: bool
) -> None:
    """Qt knows the text of what a font has for a letter, and not of what a feature puts there."""
    text = "Rp1.234.567 0123456789 17:30 0,5 kg 2 x 3"
    paper = document_layout.DocumentLayout(SIZES["80"], 203).font(size, bold)
    for font in (paper, context.theme.font("row_total"), context.theme.font("figure")):
        written = text if font is paper else text.partition(" 17:30")[0]
        layout = QTextLayout(written, font)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        drawn = [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
        assert drawn == QRawFont.fromFont(font).glyphIndexesForString(written)


def ink_left_and_right(image: QImage) -> tuple[int, int]:
    """The first and the last column with a dot on it."""
    columns = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).lightness() < 200 for y in range(0, image.height(), 2))
    ]
    return columns[0], columns[-1]


@pytest.mark.parametrize("size", ["58", "80", "A5"])
def test_the_longest_names_and_sums_stay_on_the_paper(
    shop: Shop, words: Formatting, size: str
) -> None:
    dearest = a_product("Emas " * 40, 10**12, unit="batangan", sku="E" * 64)
    unbroken = a_product("M" * 200, 1)
    placed = an_order((dearest, pcs(900)), (unbroken, 999_999))
    for paper in (receipt.receipt(placed.id), receipt.pick_ticket(placed.id)):
        sheet = document_texts.sheet_of(paper, words, spelled=True)
        dots = SIZES[size].width * THERMAL / 25.4
        margin = SIZES[size].margin * THERMAL / 25.4
        for page in page_painting.images(sheet, SIZES[size], THERMAL):
            first, last = ink_left_and_right(page)
            assert first >= margin * 0.45
            assert last <= dots - margin * 0.45


def test_a_label_keeps_its_place_whatever_the_name(shop: Shop, words: Formatting) -> None:
    made = receipt.labels([(a_product("Emas batangan " * 14, 10**12).id, 2)])
    (page,) = page_painting.pages_of(document_texts.sheet_of(made, words), SIZES["A4"], LASER)
    assert len(page.spots) == 2
    assert codes_on(document_texts.sheet_of(made, words), "A4") == ["P00001"] * 2


def test_two_hundred_lines_are_one_roll_and_several_numbered_pages(
    shop: Shop, words: Formatting
) -> None:
    products = [a_product(f"Barang {n:03d}", n) for n in range(1, 201)]
    sheet = document_texts.sheet_of(receipt.receipt(an_order(*products).id), words)
    (roll,) = page_painting.pages_of(sheet, SIZES["80"], THERMAL)
    assert [p.name for p, *_ in roll.spots if isinstance(p, Goods)] == [p.name for p in products]
    pages = page_painting.pages_of(sheet, SIZES["A4"], LASER)
    printed = [p.name for page in pages for p, *_ in page.spots if isinstance(p, Goods)]
    assert printed == [product.name for product in products]
    foots = [page.spots[-1][0] for page in pages]
    numbers = [foot.text for foot in foots if isinstance(foot, Text)]
    assert numbers == [f"{n} / {len(pages)}" for n in range(1, len(pages) + 1)]


@pytest.mark.parametrize("size", SIZES)
def test_no_piece_stands_on_another(groceries: int, words: Formatting, size: str) -> None:
    sheet = document_texts.sheet_of(receipt.receipt(groceries), words)
    from gui.printing.document_layout import DocumentLayout

    press = DocumentLayout(SIZES[size], THERMAL)
    for page in page_painting.pages_of(sheet, SIZES[size], THERMAL):
        for (piece, _, y), (_, _, below) in pairwise(page.spots):
            assert press.put(piece, y) <= below + 0.01


# --- PDF -----------------------------------------------------------------------------------


def test_a_pdf_is_whole_and_for_its_owner_only(
    groceries: int, words: Formatting, tmp_path: Path
) -> None:
    sheet = document_texts.sheet_of(receipt.receipt(groceries), words)
    path = tmp_path / "neu" / "struk.pdf"
    printers.write_pdf(sheet, SIZES["80"], path)
    content = path.read_bytes()
    assert content.startswith(b"%PDF")
    assert content.rstrip().endswith(b"%%EOF")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+)", content)
    assert box is not None
    assert float(box[1]) == pytest.approx(80 / 25.4 * 72, abs=1)


def test_a_second_pdf_does_not_replace_the_first(tmp_path: Path) -> None:
    first = printers.free_path(tmp_path, "Struk 20260309-001 22:10")
    assert first.name == "Struk 20260309-001 22 10.pdf"
    first.touch()
    assert printers.free_path(tmp_path, "Struk 20260309-001 22:10").name.endswith("(2).pdf")


def test_a_folder_that_cannot_be_written_is_told(groceries: int, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    sheet = document_texts.sheet_of(receipt.receipt(groceries), Formatting("en"))
    with pytest.raises(PrinterFailed) as told:
        printers.write_pdf(sheet, SIZES["80"], blocked / "struk.pdf")
    assert told.value.reason == "folder"


# --- printers of the system ----------------------------------------------------------------


def test_a_printer_of_the_system_gets_every_page(shop: Shop, tmp_path: Path) -> None:
    products = [a_product(f"Barang {n:03d}", n) for n in range(1, 101)]
    sheet = document_texts.sheet_of(receipt.receipt(an_order(*products).id), Formatting("en"))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printers.print_on(printer, sheet, SIZES["A4"])
    pages = re.findall(rb"/Type /Page\b", (tmp_path / "out.pdf").read_bytes())
    assert len(pages) == len(page_painting.pages_of(sheet, SIZES["A4"], 1200)) > 1


def test_a_printer_that_is_gone_is_missed(shop: Shop) -> None:
    with pytest.raises(PrinterFailed) as told:
        printers.system_printer("Printer di gudang")
    assert told.value.reason == "missing"


def test_a_receipt_printer_without_an_address_asks_for_it(shop: Shop) -> None:
    habits = print_settings.PrintSettings("escpos", "", SIZES["80"], 48, False, False)
    with pytest.raises(PrinterFailed) as told:
        printers.deliver(trial_sheet(Formatting("en")), habits)
    assert told.value.reason == "no_address"


# --- receipt printers ----------------------------------------------------------------------


def letters_of(told: bytes) -> list[str]:
    """The lines of characters between the commands."""
    plain = re.sub(rb"\x1dk[\x43-\x49](.)", lambda m: b"", told, flags=re.S)
    plain = re.sub(rb"\x1b[@at!EdM].?|\x1d[!BhwHV].?|\x1bp...", b"", plain, flags=re.S)
    return plain.decode("ascii", "replace").split("\n")


@pytest.mark.parametrize("columns", [32, 42, 48])
def test_a_receipt_printer_gets_lines_that_fit_its_paper(
    groceries: int, words: Formatting, columns: int
) -> None:
    sheet = document_texts.sheet_of(receipt.receipt(groceries), words, copy=1, spelled=True)
    told = escpos.bytes_of(sheet, columns)
    lines = letters_of(told)
    assert max(len(line.strip()) for line in lines) <= columns
    assert any(re.fullmatch(r"TOTAL +Rp165\.000", line.strip()) for line in lines)
    assert any(line.rstrip().endswith("Rp31.500") for line in lines)
    assert all(byte < 128 for byte in told)


def test_bars_are_drawn_by_the_printer_where_they_fit_and_a_square_where_not(shop: Shop) -> None:
    code, long = "BB-20261122-042", "X" * 60
    told = escpos.bytes_of(Document("", (Code(code), Code("8991002101630"), Code(long))), 32)
    assert b"\x1dk\x49\x11{BBB-{C\x14\x1a\x0b\x16{B-042" in told
    assert b"\x1dk\x43\x0d8991002101630" in told
    assert b"1P0" + long.encode() in told


def test_its_commands_are_those_of_a_library_for_such_printers() -> None:
    wide = {"custom_size": True, "width": 2, "height": 2}
    commands: tuple[Callable[[Any], object], ...] = (
        lambda printer: printer.hw("INIT"),
        lambda printer: printer.cashdraw(2),
        lambda printer: printer.set(**wide),
        lambda printer: printer.set(bold=True),
        lambda printer: printer.set(align="center"),
        lambda printer: printer.set(invert=True),
        lambda printer: printer.qr("X" * 60, native=True, size=6),
        lambda printer: printer.cut(),
    )
    head = Text("BERAS", "center", "large", bold=True, boxed=True)
    told = escpos.bytes_of(Document("", (head, Code("X" * 60))), 32, open_drawer=True)
    for command in commands:
        library: Any = Dummy()
        command(library)
        assert library.output in told


def test_the_drawer_opens_for_cash_on_the_first_print_only(
    groceries: int, words: Formatting
) -> None:
    paper = receipt.receipt(groceries)
    kick = b"\x1bp"
    first, again = (document_texts.sheet_of(paper, words, copy) for copy in (0, 1))
    assert (first.cash, again.cash) == (True, False)
    assert kick in escpos.bytes_of(first, 48, open_drawer=True)
    assert kick not in escpos.bytes_of(first, 48)
    card = sold(cart_of(a_product(price=9_000)), Tender("card", 9_000))
    assert not document_texts.sheet_of(receipt.receipt(card), words).cash


def test_letters_that_printers_do_not_know_become_likely_ones() -> None:
    assert escpos.plain("2 × Café – “é” → 茶") == '2 x Cafe - "e" > ?'


class ReceiptPrinter(threading.Thread):
    """Something that listens like a receipt printer; `takes` bytes and then loses the line."""

    def __init__(self, takes: int | None = None) -> None:
        super().__init__(daemon=True)
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._takes = takes
        self.got = b""

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self._socket.getsockname()[1]}"

    def run(self) -> None:
        line, _ = self._socket.accept()
        while self._takes is None or len(self.got) < self._takes:
            part = line.recv(self._takes or 4096)
            if not part:
                break
            self.got += part
        if self._takes is not None:  # the cable is pulled
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        line.close()

    def close(self) -> None:
        self._socket.close()
        self.join(5)


@pytest.fixture
def receipt_printer() -> Iterator[Callable[..., ReceiptPrinter]]:
    made: list[ReceiptPrinter] = []

    def start(takes: int | None = None) -> ReceiptPrinter:
        made.append(ReceiptPrinter(takes))
        made[-1].start()
        return made[-1]

    yield start
    for printer in made:
        printer.close()


def test_a_receipt_printer_on_the_network_gets_the_whole_message(
    receipt_printer: Callable[..., ReceiptPrinter],
) -> None:
    printer = receipt_printer()
    printers.send(b"x" * 100_000, printer.address)
    printer.join(5)
    assert printer.got == b"x" * 100_000


def test_a_printer_that_goes_away_in_the_middle_is_noticed(
    receipt_printer: Callable[..., ReceiptPrinter],
) -> None:
    with pytest.raises(PrinterFailed) as told:
        printers.send(b"x" * 10_000_000, receipt_printer(takes=10).address)
    assert told.value.reason == "broke_off"


def test_a_printer_that_is_off_does_not_answer(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as somebody:
        address = f"127.0.0.1:{somebody.getsockname()[1]}"
    for nowhere in (address, str(tmp_path / "lp0")):
        with pytest.raises(PrinterFailed) as told:
            printers.send(b"x", nowhere)
        assert told.value.reason == "no_answer"
    assert not (tmp_path / "lp0").exists()


# --- from the outbox -----------------------------------------------------------------------


class Breaking:
    """A printer that fails `times` times and is mended then."""

    def __init__(self, times: int, error: Exception) -> None:
        self.times, self.error = times, error
        self.sheets: list[Document] = []

    def __call__(self, sheet: Document, chosen: print_settings.PrintSettings) -> None:
        if self.times:
            self.times -= 1
            raise self.error
        self.sheets.append(sheet)


def test_the_papers_of_an_order_come_out_after_it_is_stored(
    printing: PrintSpooler, context: AppContext, tmp_path: Path
) -> None:
    context.station.remember(print_settings.TICKETS, True)
    placed = orders.place(
        cart_of(a_product(price=5_000)),
        tenders=[Tender("cash", 5_000)],
        papers=print_settings.papers_of_order(context.station, receipt=True),
    ).value
    assert printed(tmp_path) == []
    printing.look()
    code = tickets.code(placed.day, placed.number).removeprefix("BB-")
    assert printed(tmp_path) == [f"Pick ticket {code}", f"Receipt {code}"]
    assert print_spool.outstanding() == []


def test_a_printer_that_fails_leaves_the_order_and_offers_to_try_again(
    printing: PrintSpooler, context: AppContext, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = Breaking(1, PrinterFailed("no_answer", "192.168.1.50"))
    monkeypatch.setattr(printers, "deliver", broken)
    placed = an_order(papers=[PrintRequest("receipt")])
    printing.look()
    (job,) = print_spool.outstanding()
    assert (job.state, job.error, job.attempts) == (State.FAILED, "no_answer", 1)
    assert receipt.receipt(placed.id).total == placed.total
    assert said.notices[-1].startswith("Receipt 001 was not printed. The printer ")
    remedy = said.remedies[-1]
    assert remedy is not None
    remedy()
    printing.look()
    assert print_spool.outstanding() == []
    (sheet,) = broken.sheets
    assert "COPY" not in words_on(sheet)


def test_several_papers_that_fail_are_told_in_one_sentence(
    printing: PrintSpooler, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printers, "deliver", Breaking(9, PrinterFailed("broke_off", "Kasir")))
    for _ in range(3):
        an_order(papers=[PrintRequest("receipt")])
    printing.look()
    assert len(said.notices) == 1
    assert said.notices[0].startswith("3 papers were not printed.")


def test_a_fault_in_the_program_leaves_the_paper_as_failed(
    printing: PrintSpooler, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printers, "deliver", Breaking(1, ZeroDivisionError()))
    an_order(papers=[PrintRequest("receipt")])
    with pytest.raises(ZeroDivisionError):
        printing.look()
    assert [job.error for job in print_spool.outstanding()] == ["broke_off"]
    print_spool.retry([job.id for job in print_spool.outstanding()])
    printing.look()
    assert print_spool.outstanding() == []


def test_a_reprint_says_that_it_is_a_copy(
    printing: PrintSpooler, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer = Breaking(0, ValueError())
    monkeypatch.setattr(printers, "deliver", printer)
    placed = an_order(papers=[PrintRequest("receipt")])
    printing.look()
    printing.print(PrintRequest("receipt", placed.id))
    assert said.deeds[-1] == "Printing: Receipt 001"
    printing.look()
    first, second = map(words_on, printer.sheets)
    assert "COPY" not in first
    assert "COPY 1" in second


def test_news_of_an_order_bring_its_paper_out_by_itself(
    printing: PrintSpooler, context: AppContext, qtbot: QtBot, tmp_path: Path
) -> None:
    an_order(papers=[PrintRequest("receipt")])
    context.feed.read()
    qtbot.waitUntil(lambda: len(printed(tmp_path)) == 1)


def test_a_paper_about_something_that_is_gone_does_not_stop_the_others(
    printing: PrintSpooler, said: Said, tmp_path: Path
) -> None:
    print_spool.submit(PrintRequest("receipt", 999))
    an_order(papers=[PrintRequest("receipt")])
    printing.look()
    assert [job.error for job in print_spool.outstanding()] == ["gone"]
    assert len(printed(tmp_path)) == 1


def test_without_a_printer_nothing_is_taken_and_nothing_asked_for(
    context: AppContext, shop: Shop
) -> None:
    made = PrintSpooler(context, lambda: None, immediate=True)
    assert print_settings.papers_of_order(context.station, receipt=True) == []
    assert print_settings.papers_of_drawer(context.station) == []
    an_order(papers=[PrintRequest("receipt")])
    made.look()
    assert [job.state for job in print_spool.outstanding()] == [State.WAITING]
    made.close()


def test_pick_tickets_can_come_out_at_another_station(context: AppContext) -> None:
    context.station.remember(print_settings.TICKETS, True)
    context.station.remember(print_settings.TICKETS_AT, "Gudang")
    assert print_settings.papers_of_order(context.station, receipt=True) == [
        PrintRequest("ticket", station="Gudang")
    ]
    assert print_settings.papers_of_change(context.station) == [
        PrintRequest("change", station="Gudang")
    ]


@pytest.mark.parametrize("language_", LANGUAGES)
def test_every_reason_has_a_sentence_of_its_own(language: Language, language_: str) -> None:
    language.choose(language_)
    reasons = (
        "missing", "none", "no_address", "no_answer", "broke_off", "interrupted", "folder", "gone",
    )  # fmt: skip
    told = {sentence(PrinterFailed(reason, "Kasir"), Formatting(language_)) for reason in reasons}
    assert len(told) == len(reasons)


# --- the preview ---------------------------------------------------------------------------


@pytest.fixture
def asked() -> list[PrintRequest]:
    return []


def preview_of(
    request: PrintRequest, context: AppContext, asked: list[PrintRequest], qtbot: QtBot
) -> Preview:
    preview = Preview(context, request, asked.append, None)
    qtbot.addWidget(preview)
    preview.show()
    return preview


def test_a_preview_shows_the_copy_that_would_come_out(
    groceries: int,
    context: AppContext,
    asked: list[PrintRequest],
    qtbot: QtBot,
    printing: PrintSpooler,
) -> None:
    request = PrintRequest("receipt", groceries)
    preview = preview_of(request, context, asked, qtbot)
    assert "COPY" not in words_on(preview.sheet())
    print_spool.submit(request)
    printing.look()
    again = preview_of(request, context, asked, qtbot)
    assert "COPY 1" in words_on(again.sheet())
    QTest.mouseClick(again.print_button, Qt.MouseButton.LeftButton)
    assert asked == [request]


def test_only_the_paper_that_is_in_the_printer_can_be_printed(
    groceries: int,
    context: AppContext,
    asked: list[PrintRequest],
    qtbot: QtBot,
    printing: PrintSpooler,
    tmp_path: Path,
) -> None:
    preview = preview_of(PrintRequest("receipt", groceries), context, asked, qtbot)
    assert preview.print_button.isEnabled()
    preview.choose_size(list(SIZES).index("A4"))
    assert not preview.print_button.isEnabled()
    preview.save_to(tmp_path / "a4.pdf")
    assert (tmp_path / "a4.pdf").exists()


def test_without_a_printer_a_preview_leads_to_the_settings(
    groceries: int, context: AppContext, asked: list[PrintRequest], qtbot: QtBot, said: Said
) -> None:
    preview = preview_of(PrintRequest("receipt", groceries), context, asked, qtbot)
    QTest.mouseClick(preview.print_button, Qt.MouseButton.LeftButton)
    assert asked == []
    assert said.opened == [("settings", {"section": "printing"})]


def test_labels_are_counted_in_the_preview(
    shop: Shop, context: AppContext, asked: list[PrintRequest], qtbot: QtBot, printing: PrintSpooler
) -> None:
    product = a_product()
    preview = preview_of(PrintRequest("labels", labels=((product.id, 1),)), context, asked, qtbot)
    preview.count.setValue(24)
    cards = [piece for piece in preview.sheet().pieces if isinstance(piece, Card)]
    assert len(cards) == 24
    QTest.mouseClick(preview.print_button, Qt.MouseButton.LeftButton)
    assert asked == [PrintRequest("labels", labels=((product.id, 24),))]
