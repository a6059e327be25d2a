"""Bars and squares that scanners read, as rows of dark and light."""

from collections.abc import Sequence

from models.formats.check_digits import check_digit, is_digits

QUIET = 10  # light modules that a scanner needs at both sides of the bars
QR_QUIET = 4
#: Two dots of a 203 dpi printer: finer bars are not read reliably.
FINEST_MODULE = 0.25  # mm


def symbology(code: str) -> str:
    """`ean13` or `ean8` for codes that are valid as such, `code128` for other plain text.

    Empty for what bars cannot say.
    """
    if len(code) in (8, 13) and is_digits(code) and code[-1] == check_digit(code[:-1]):
        return f"ean{len(code)}"
    return "code128" if code and code.isascii() and code.isprintable() else ""


def bars(code: str) -> str:
    """The modules of a code from left to right: `1` is dark. Empty for what bars cannot say."""
    kind = symbology(code)
    if not kind:
        return ""
    if kind == "code128":
        from barcode.codex import Code128

        return str(Code128(code).build()[0])
    from barcode.ean import EAN8, EAN13

    made = EAN13(code[:-1]) if kind == "ean13" else EAN8(code[:-1])
    return str(made.build()[0])


def square(code: str) -> Sequence[Sequence[int]]:
    """A QR code without its quiet zone, row by row."""
    import segno

    # `make` may give a Micro QR, which no phone reads.
    return [list(row) for row in segno.make_qr(code, error="m").matrix]
