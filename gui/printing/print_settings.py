"""How this station prints: by which way, on which paper, and what comes out by itself.

A printer belongs to a station, so all of it is kept by the station and not by the shop.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from gui.runtime.station import Station
from models.print_spool import PrintRequest

if TYPE_CHECKING:
    from gui.printing.document import Size

#: Nothing chosen yet · a printer of the system · a receipt printer · files in a folder.
WAYS = ("", "system", "escpos", "pdf")

WAY = "printing/way"
PRINTER = "printing/printer"
ADDRESS = "printing/address"
FOLDER = "printing/folder"
PAPER = "printing/paper"
COLUMNS = "printing/columns"
RECEIPTS = "printing/receipts"
TICKETS = "printing/tickets"
TICKETS_AT = "printing/tickets_at"
SPELLED = "printing/spelled"
DRAWER = "printing/drawer"


@dataclass(frozen=True, slots=True)
class PrintSettings:
    """`target` is the printer's name, its address, or the folder; `columns` only for ESC/POS."""

    way: str
    target: str
    size: "Size"
    columns: int
    spelled: bool
    opens_drawer: bool


def habits_of(station: Station) -> PrintSettings:
    """What is chosen, or the defaults: no printer, 80 mm."""
    from gui.printing.document import SIZES

    way = station.text(WAY)
    size = SIZES.get(station.text(PAPER), SIZES["80"])
    targets = {
        "system": station.text(PRINTER),
        "escpos": station.text(ADDRESS),
        "pdf": station.text(FOLDER) or str(papers_folder()),
    }
    columns = int(station.number(COLUMNS, 0)) or size.columns
    return PrintSettings(
        way if way in WAYS else "", targets.get(way, ""), size, columns,
        station.yes(SPELLED), station.yes(DRAWER),
    )  # fmt: skip


def papers_folder() -> Path:
    """Where PDF files go unless another folder is chosen."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) / "BotBelanja"


def prints_receipts(station: Station) -> bool:
    """Whether a receipt comes out after each payment."""
    return bool(station.text(WAY)) and station.yes(RECEIPTS, True)


def papers_of_order(station: Station, *, receipt: bool) -> list[PrintRequest]:
    """What is wished for with a new order; `receipt` when the customer takes one."""
    return papers_of_payment(station, receipt=receipt) + _for_the_warehouse(station, "ticket")


def papers_of_payment(station: Station, *, receipt: bool) -> list[PrintRequest]:
    """What is wished for when an order is paid later; `receipt` when the customer takes one."""
    return [PrintRequest("receipt")] if receipt and station.text(WAY) else []


def papers_of_change(station: Station) -> list[PrintRequest]:
    """What is wished for when an order is changed or cancelled after placing."""
    return _for_the_warehouse(station, "change")


def papers_of_drawer(station: Station) -> list[PrintRequest]:
    """What is wished for when the drawer is closed."""
    return [PrintRequest("day_close")] if station.text(WAY) else []


def _for_the_warehouse(station: Station, paper: str) -> list[PrintRequest]:
    there = station.text(TICKETS_AT)
    if station.yes(TICKETS) and (there or station.text(WAY)):
        return [PrintRequest(paper, station=there)]
    return []
