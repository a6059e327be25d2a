"""A receipt printer on a cable under Windows: what its spooler is asked, by a double of it."""

import ctypes
from typing import Any

import pytest

from gui.printing import printers, windows_spooler
from models.errors import PrinterFailed


def at(pointer: Any) -> Any:
    """What a reference of ctypes leads to."""
    return pointer._obj  # noqa: SLF001 - it has no other name


class Spooler:
    """Takes so many bytes of what is written, and notes what it was asked."""

    def __init__(self, takes: int = 1_000_000) -> None:
        self.takes, self.said = takes, list[Any]()

    def OpenPrinterW(self, name: ctypes.c_wchar_p, handle: Any, defaults: None) -> int:
        self.said.append(("open", name.value))
        return 1

    def StartDocPrinterW(self, handle: Any, level: int, document: Any) -> int:
        self.said.append(("begin", level, at(document).datatype))
        return 1

    def WritePrinter(self, handle: Any, told: bytes, length: int, written: Any) -> int:
        self.said.append(("write", told[:length]))
        at(written).value = min(length, self.takes)
        return 1

    def EndDocPrinter(self, handle: Any) -> int:
        self.said.append("end")
        return 1

    def ClosePrinter(self, handle: Any) -> int:
        self.said.append("close")
        return 1


@pytest.fixture(autouse=True)
def on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows_spooler, "is_here", lambda: True)
    monkeypatch.setattr(printers, "system_printers", lambda: ["EPSON TM-T20"])


def test_the_bytes_go_through_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    spooler = Spooler()
    monkeypatch.setattr(windows_spooler, "_library", lambda: spooler)
    printers.send(b"\x1b@Rp3.500", "EPSON TM-T20")
    assert spooler.said == [
        ("open", "EPSON TM-T20"), ("begin", 1, "RAW"), ("write", b"\x1b@Rp3.500"), "end", "close",
    ]  # fmt: skip


def test_a_printer_that_takes_half_is_told_and_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    spooler = Spooler(takes=4)
    monkeypatch.setattr(windows_spooler, "_library", lambda: spooler)
    with pytest.raises(PrinterFailed):
        printers.send(b"\x1b@Rp3.500", "EPSON TM-T20")
    assert spooler.said[-2:] == ["end", "close"]
