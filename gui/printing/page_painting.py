"""Sheets as pages: divided, painted as pictures, written as PDF, or painted on a printer."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from gui.printing.document import Card, Document, Piece, Size, Text
from gui.printing.document_layout import DocumentLayout

PDF_DPI = 600
#: A roll longer than this (mm) is cut in two: drivers refuse pages without end.
LONGEST_ROLL = 2000.0
_FOOT = 6  # mm for the number of the page, on paper that has pages


@dataclass(frozen=True, slots=True)
class PaintedPage:
    """Pieces with the place of their top left corner; `height` in dots."""

    spots: tuple[tuple[Piece, float, float], ...]
    height: float


def pages_of(sheet: Document, size: Size, dpi: float) -> list[PaintedPage]:
    """The sheet divided into pages of `size`; a roll has one, as long as it needs."""
    press = DocumentLayout(size, dpi)
    cards = [piece for piece in sheet.pieces if isinstance(piece, Card)]
    spots = _cards(cards, size, press) if cards else _column(sheet.pieces, size, press)
    return list(_divided(spots, size, press))


def paint(page: PaintedPage, size: Size, dpi: float, painter: QPainter) -> None:
    """Paints a page; the painter's device has `dpi` dots per inch."""
    press = DocumentLayout(size, dpi)
    left, width = press.left, press.width
    for piece, x, y in page.spots:
        if isinstance(piece, Card):
            across, _ = size.cards
            pad = 2.5 * press.mm
            press.left, press.width = x + pad, size.width * press.mm / across - 2 * pad
        else:
            press.left, press.width = left, width
        press.put(piece, y, painter)


def images(sheet: Document, size: Size, dpi: float) -> list[QImage]:
    """The pages as pictures, black on white."""
    made = []
    for page in pages_of(sheet, size, dpi):
        image = QImage(
            round(size.width * dpi / 25.4), max(1, round(page.height)), QImage.Format.Format_RGB32
        )
        image.setDotsPerMeterX(round(dpi / 0.0254))
        image.setDotsPerMeterY(round(dpi / 0.0254))
        image.fill("white")
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        paint(page, size, dpi, painter)
        painter.end()
        made.append(image)
    return made


def write_pdf(sheet: Document, size: Size, device: QIODevice) -> bool:
    """Writes the sheet as PDF; False when the device did not take it."""
    writer = QPdfWriter(device)
    writer.setTitle(sheet.title)
    writer.setCreator("BotBelanja")
    writer.setResolution(PDF_DPI)
    return paint_on(writer, sheet, size, PDF_DPI)


def paint_on(device: QPagedPaintDevice, sheet: Document, size: Size, dpi: float) -> bool:
    """Paints all pages one after the other; False as soon as the device does not go on."""
    painter: QPainter | None = None
    try:
        for page in pages_of(sheet, size, dpi):
            device.setPageLayout(_layout(size, page.height / dpi * 25.4))
            if painter is None:
                painter = QPainter()
                if not painter.begin(device):
                    painter = None
                    return False
            elif not device.newPage():
                return False
            paint(page, size, dpi, painter)
        return painter is not None
    finally:
        if painter is not None:
            painter.end()


def _layout(size: Size, height: float) -> QPageLayout:
    page = QPageSize(
        QSizeF(size.width, height), QPageSize.Unit.Millimeter, size.name,
        QPageSize.SizeMatchPolicy.ExactMatch if size.is_roll else
        QPageSize.SizeMatchPolicy.FuzzyMatch,
    )  # fmt: skip
    nothing = QMarginsF(0, 0, 0, 0)
    return QPageLayout(page, QPageLayout.Orientation.Portrait, nothing, QPageLayout.Unit.Millimeter)


# --- dividing ------------------------------------------------------------------------------

Spot = tuple[Piece, float, float, float]  # piece, x, y, and where it ends


def _column(pieces: tuple[Piece, ...], size: Size, press: DocumentLayout) -> Iterator[Spot]:
    y = size.edge * press.mm
    for piece in pieces:
        bottom = press.put(piece, y)
        yield piece, press.left, y, bottom
        y = bottom


def _cards(cards: list[Card], size: Size, press: DocumentLayout) -> Iterator[Spot]:
    across, height = size.cards
    for place, card in enumerate(cards):
        x = place % across * size.width / across * press.mm
        y = place // across * height * press.mm
        yield card, x, y, y + height * press.mm


def _divided(spots: Iterator[Spot], size: Size, press: DocumentLayout) -> Iterator[PaintedPage]:
    """A new page wherever the next piece would reach over the foot of the present one."""
    whole = (size.height or LONGEST_ROLL) * press.mm
    pages: list[list[tuple[Piece, float, float]]] = [[]]
    start, end = 0.0, 0.0
    top = size.edge * press.mm
    for piece, x, y, bottom in spots:
        edge = 0.0 if isinstance(piece, Card) else (size.edge + _FOOT) * press.mm
        if bottom - start > whole - edge + 0.5 and pages[-1]:
            start = y - (0 if isinstance(piece, Card) else top)
            pages.append([])
        pages[-1].append((piece, x, y - start))
        end = bottom - start
    for number, page in enumerate(pages, start=1):
        if size.is_roll:
            last = number == len(pages)
            height = end + size.edge * press.mm if last else whole
            yield PaintedPage(tuple(page), height)
            continue
        if len(pages) > 1 and not isinstance(page[0][0], Card):
            foot = Text(f"{number} / {len(pages)}", "center", "small")
            page.append((foot, press.left, whole - (size.edge + _FOOT - 2) * press.mm))
        yield PaintedPage(tuple(page), whole)
