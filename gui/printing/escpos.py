"""Sheets as the bytes that ESC/POS printers understand: characters in columns, bars, cut, drawer.

The printers' code pages differ, so that only ASCII is sent: `×` becomes x, accents go.
"""

import textwrap
import unicodedata

from gui.printing import barcodes
from gui.printing.document import Card, Code, Document, Gap, Goods, Pair, Piece, Rule, Text, Tick

_PLAIN = str.maketrans(
    {
        "×": "x", "·": "-", "→": ">", "\u2212": "-", "–": "-", "—": "-", "…": "...",
        "‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ",
    }
)  # fmt: skip
#: Dots of the print head, by columns: 48 and 72 mm at 203 dpi.
_DOTS = {32: 384, 42: 512, 48: 576}
_SCALE = {"small": 1, "normal": 1, "large": 2, "huge": 4}
_BAR_DOTS = 2  # of the finest bar
_SQUARE_DOTS = 6  # of the finest square of a QR code
_SIDES = {"left": 0, "center": 1}
# ESC @ and ESC t 0: as after switching on, and the code page that begins with ASCII.
_BEGIN = b"\x1b@\x1bt\x00"
# ESC p: 100 ms of power on pin 2 of the socket, and as long without.
_OPEN_DRAWER = b"\x1bp\x00\x32\x32"
# ESC d 6 and GS V 0: up to the knife, and through.
_CUT = b"\x1bd\x06\x1dV\x00"
_KINDS = {"ean13": 67, "ean8": 68, "code128": 73}


def plain(text: str) -> str:
    """`text` in ASCII; what has no likeness there becomes a question mark."""
    folded = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    kept = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return kept.encode("ascii", "replace").decode()


def bytes_of(sheet: Document, columns: int, *, open_drawer: bool = False) -> bytes:
    """The whole sheet as one message, with the cut at its end."""
    paper = _Columns(columns)
    for piece in sheet.pieces:
        paper.put(piece)
    return _BEGIN + (_OPEN_DRAWER if open_drawer else b"") + bytes(paper.told) + _CUT


class _Columns:
    """What a printer is told that writes so many characters beside each other.

    Its commands are those of Epson's ESC/POS Application Programming Guide.
    """

    def __init__(self, columns: int) -> None:
        self.told = bytearray()
        self._columns = columns

    def put(self, piece: Piece) -> None:
        match piece:
            case Text():
                self._write(piece.text, piece.size, piece.bold, piece.align, piece.boxed)
            case Pair():
                self._pair(piece.left, piece.right, piece.size, piece.bold)
            case Goods():
                self._write(piece.name, bold=True)
                self._pair(f"  {plain(piece.detail)}", piece.amount)
                if piece.discount:
                    self._pair(f"  {plain(piece.discount_name)}", piece.discount)
            case Tick():
                self._tick(piece)
            case Rule() | Gap():
                self._write("-" * self._columns if isinstance(piece, Rule) else "")
            case Code():
                self._code(piece.code)
            case Card():
                self._write(piece.name, bold=True, align="center")
                self._write(piece.price, "large", True, "center")
                if piece.unit:
                    self._write(f"/ {piece.unit}", align="center")
                self._code(piece.code)
                self._write("-" * self._columns)

    def _write(
        self, text: str, size: str = "normal", bold: bool = False, align: str = "left",
        boxed: bool = False,
    ) -> None:  # fmt: skip
        room = self._columns // _SCALE[size]
        lines = textwrap.wrap(plain(text), room) or [""]
        if boxed:
            lines = [line.center(room) for line in lines]
        self._lines(lines, size, bold, align, boxed)

    def _pair(self, left: str, right: str, size: str = "normal", bold: bool = False) -> None:
        """`right` at the edge of the last line of `left`, or below it where both do not fit."""
        room = self._columns // _SCALE[size]
        left, right = plain(left), plain(right)
        indent = " " * (len(left) - len(left.lstrip()))
        left = left.strip()
        beside = room - len(right) - 1
        lines = textwrap.wrap(left, room, initial_indent=indent, subsequent_indent=indent) or [""]
        if beside >= room * 0.4:
            lines = textwrap.wrap(left, beside, initial_indent=indent, subsequent_indent=indent)
        if lines and len(lines[-1]) <= beside:
            lines[-1] = lines[-1].ljust(room - len(right)) + right
        else:
            lines.append(right.rjust(room))
        self._lines(lines, size, bold)

    def _tick(self, piece: Tick) -> None:
        head = f"[ ] {plain(piece.quantity)} "
        text = f"--- {plain(piece.name)}" if piece.struck else plain(piece.name)
        lines = textwrap.wrap(head + text, self._columns, subsequent_indent="    ")
        self._lines(lines, bold=True)
        if piece.below:
            below = textwrap.wrap(
                plain(piece.below), self._columns, initial_indent="    ", subsequent_indent="    "
            )
            self._lines(below)

    def _lines(
        self, lines: list[str], size: str = "normal", bold: bool = False, align: str = "left",
        boxed: bool = False,
    ) -> None:  # fmt: skip
        """Characters of that look, and after them of none."""
        self._look(_SCALE[size], bold, align, boxed)
        self.told += "".join(f"{line}\n" for line in lines).encode("ascii")
        self._look()

    def _look(
        self, scale: int = 1, bold: bool = False, align: str = "left", boxed: bool = False
    ) -> None:
        """GS ! size, ESC E bold, ESC a side, GS B white on black: of all that follows."""
        self.told += bytes((0x1D, 0x21, 0x11 * (scale - 1), 0x1B, 0x45, bold))
        self.told += bytes((0x1B, 0x61, _SIDES[align], 0x1D, 0x42, boxed))

    def _code(self, code: str) -> None:
        self._look(align="center")
        kind = barcodes.symbology(code)
        modules = len(barcodes.bars(code)) + barcodes.QUIET
        if kind and modules * _BAR_DOTS <= _DOTS.get(self._columns, 384):
            data = (code_128(code) if kind == "code128" else code).encode()
            # GS h, w, H, k: height, width of a bar, no text of its own, kind and length.
            sizes = b"\x1dh\x50\x1dw" + bytes([_BAR_DOTS]) + b"\x1dH\x00"
            bars = b"\x1dk" + bytes([_KINDS[kind], len(data)]) + data
            self.told += sizes + bars
        else:
            self._square(code)
        self._lines([plain(code)], align="center")

    def _square(self, code: str) -> None:
        """GS ( k: a QR code of model 2, the size of its squares, level L, the code, drawn."""
        data = code.encode()
        for told in (b"A\x32\x00", bytes((ord("C"), _SQUARE_DOTS)), b"E0", b"P0" + data, b"Q0"):
            self.told += b"\x1d(k" + (len(told) + 1).to_bytes(2, "little") + b"1" + told


def code_128(code: str) -> str:
    """What the printer is told to draw: pairs of digits in set C, which takes half the room."""
    told, subset = "", ""
    place = 0
    while place < len(code):
        digits = 0
        while code[place + digits : place + digits + 1].isdigit():
            digits += 1
        if digits >= 4:
            told += "" if subset == "C" else "{C"
            subset = "C"
            for start in range(place, place + digits - digits % 2, 2):
                told += chr(int(code[start : start + 2]))
            place += digits - digits % 2
        else:
            told += "" if subset == "B" else "{B"
            subset = "B"
            told += "{{" if code[place] == "{" else code[place]
            place += 1
    return told
