"""Where sheets go: a printer of the system, a receipt printer, or a PDF file.

All of them raise `PrinterFailed` when the paper did not come out, and leave the order alone.
"""

import logging
import os
import re
import socket
from pathlib import Path

from PySide6.QtCore import QFileDevice, QIODevice, QSaveFile
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from gui.printing import escpos, page_painting, windows_spooler
from gui.printing.document import Document, Size
from gui.printing.print_settings import PrintSettings
from models.errors import PrinterFailed
from models.storage import own_files

log = logging.getLogger(__name__)

#: Where receipt printers listen (JetDirect), and how long one may take to answer (s).
PORT = 9100
PATIENCE = 5.0
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def deliver(sheet: Document, habits: PrintSettings) -> None:
    """Prints a sheet the way this station does. Raises `PrinterFailed`."""
    if habits.way == "pdf":
        write_pdf(sheet, habits.size, free_path(Path(habits.target), sheet.title))
    elif habits.way == "escpos":
        if not habits.target:
            raise PrinterFailed("no_address", "")
        opens = sheet.cash and habits.opens_drawer
        send(escpos.bytes_of(sheet, habits.columns, open_drawer=opens), habits.target)
    else:
        print_on(system_printer(habits.target), sheet, habits.size)


# --- files ---------------------------------------------------------------------------------


def write_pdf(sheet: Document, size: Size, path: Path) -> None:
    """Writes a file that only its owner may read, whole or not at all."""
    try:
        own_files.make_folder(path.parent)
    except OSError as error:
        raise PrinterFailed("folder", str(path.parent)) from error
    file = QSaveFile(str(path))
    owner = QFileDevice.Permission.ReadOwner | QFileDevice.Permission.WriteOwner
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise PrinterFailed("folder", str(path.parent))
    file.setPermissions(owner)
    if not page_painting.write_pdf(sheet, size, file) or not file.commit():
        raise PrinterFailed("folder", str(path.parent))


def free_path(folder: Path, title: str) -> Path:
    """`Struk 20261122-042.pdf`, with a number behind it if there is such a file already."""
    name = _UNFIT.sub(" ", title).strip()
    path, number = folder / f"{name}.pdf", 1
    while path.exists():
        number += 1
        path = folder / f"{name} ({number}).pdf"
    return path


# --- receipt printers ----------------------------------------------------------------------


def send(told: bytes, address: str) -> None:
    """To `192.168.1.50`, `printer.local:9100`, a device such as `/dev/usb/lp0`, or under Windows
    to a printer by its name there."""
    begun = False
    try:
        if windows_spooler.is_here() and address in system_printers():
            windows_spooler.send(told, address)
            return
        if address.startswith(("/", "\\\\")):
            # Without O_CREAT: a printer that is not plugged in must not become a file.
            with os.fdopen(os.open(address, os.O_WRONLY), "wb") as device:
                begun = True
                device.write(told)
            return
        host, port = host_and_port(address)
        with socket.create_connection((host, port), PATIENCE) as line:
            begun = True
            line.sendall(told)
            line.shutdown(socket.SHUT_WR)
            # A printer closes the line once it has taken everything; some just stay silent.
            line.settimeout(PATIENCE / 5)
            _wait_for_end(line)
    except OSError as error:
        log.warning("printer %s: %s", address, error)
        raise PrinterFailed("broke_off" if begun else "no_answer", address) from error


def _wait_for_end(line: socket.socket) -> None:
    try:
        while line.recv(64):
            pass
    except TimeoutError:
        return


def host_and_port(address: str) -> tuple[str, int]:
    """Where a printer of the network listens."""
    host, _, port = address.removeprefix("tcp://").rpartition(":")
    if host and port.isdigit():
        return host, int(port)
    return address.removeprefix("tcp://"), PORT


# --- printers of the system ----------------------------------------------------------------


def system_printers() -> list[str]:
    """The printers that this machine knows, by name."""
    return list(QPrinterInfo.availablePrinterNames())


def system_printer(name: str) -> QPrinter:
    info = QPrinterInfo.printerInfo(name) if name else QPrinterInfo.defaultPrinter()
    if info.isNull():
        raise PrinterFailed("missing" if name else "none", name)
    return QPrinter(info, QPrinter.PrinterMode.HighResolution)


def print_on(printer: QPrinter, sheet: Document, size: Size) -> None:
    printer.setDocName(sheet.title)
    printer.setCreator("BotBelanja")
    printer.setFullPage(True)
    whole = page_painting.paint_on(printer, sheet, size, printer.resolution())
    bad = (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)
    if not whole or printer.printerState() in bad:
        raise PrinterFailed("broke_off", printer.printerName())
