"""Receipt printers on a cable under Windows: their bytes go through its spooler as they are.

Windows has no file for such a printer. It is addressed by the name that it has in the settings of
Windows, whatever driver it has there ("Generic / Text Only" will do).
"""

import ctypes
import sys
from typing import Any


class _DocInfo(ctypes.Structure):
    """DOC_INFO_1W of the spooler."""

    _fields_ = (
        ("name", ctypes.c_wchar_p),
        ("output", ctypes.c_wchar_p),
        ("datatype", ctypes.c_wchar_p),
    )


def is_here() -> bool:
    """Whether this computer has that spooler."""
    return sys.platform == "win32"


def send(told: bytes, printer: str) -> None:
    """Prints the bytes on the printer of that name. Raises `OSError`."""
    spooler = _library()
    handle = ctypes.c_void_p()
    if not spooler.OpenPrinterW(ctypes.c_wchar_p(printer), ctypes.byref(handle), None):
        raise OSError("the spooler knows no such printer")
    try:
        document = _DocInfo("BotBelanja", None, "RAW")
        if not spooler.StartDocPrinterW(handle, 1, ctypes.byref(document)):
            raise OSError("the spooler takes no document")
        try:
            written = ctypes.c_uint32()
            done = spooler.WritePrinter(handle, told, len(told), ctypes.byref(written))
            if not done or written.value != len(told):
                raise OSError(f"the spooler took {written.value} of {len(told)} bytes")
        finally:
            spooler.EndDocPrinter(handle)
    finally:
        spooler.ClosePrinter(handle)


def _library() -> Any:
    return ctypes.CDLL("winspool.drv")
