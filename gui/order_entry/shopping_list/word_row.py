"""The customer's own words, piece by piece, each with the number of the wish it became."""

import html
import re
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QTextDocument
from PySide6.QtWidgets import QStyleOptionViewItem

from gui.look import icons
from gui.look.theme import Theme, text_width
from gui.order_entry.shopping_list.item_row import LOOKS
from gui.order_entry.shopping_list.list_review import ListReview, State
from gui.runtime.error_handler import guarded
from gui.widgets.rows.painted_rows import RowPainter
from gui.widgets.rows.rows import Index, RowsModel
from gui.widgets.text.text_painting import RIGHT, write
from models.text.redaction import REMOVED

translate = QCoreApplication.translate

LEAST = 40
_FILLS = {
    State.SURE: "ready_soft",
    State.CHOSEN: "ready_soft",
    State.ASKED: "warn_soft",
    State.MISSING: "danger_soft",
    State.SKIPPED: "sunken",
}
#: Before a wish that a program wrote: it stays with it.
_CODE = re.compile(r"\[#[^\[\]]*\] ")
_ORDER = (State.ASKED, State.MISSING, State.SKIPPED, State.CHOSEN, State.SURE)


@dataclass(frozen=True, slots=True)
class WordRow:
    """A piece of the text; `wishes` are what it became, `state` is None for what was only talk."""

    at: int
    text: str
    wishes: tuple[int, ...] = ()
    state: State | None = None
    is_open: bool = False
    line: int = 0

    @property
    def is_talk(self) -> bool:
        """Whether it was set aside, and is more than signs."""
        return not self.wishes and any(letter.isalpha() for letter in self.text)

    @property
    def numbers(self) -> str:
        """As they are counted in the list beside it."""
        return ", ".join(str(wish + 1) for wish in self.wishes)


def word_rows(review: ListReview) -> list[WordRow]:
    """What the text says, a wish on each row also where the customer wrote all in one line."""
    wishes: dict[int, list[tuple[str, int]]] = {}
    for at, wish in enumerate(review.wishes):
        for line, words in wish.proposal.parts:
            wishes.setdefault(line, []).append((words, at))
    rows: list[WordRow] = []
    for line, text in enumerate(review.reading.text.splitlines()):
        for piece, here in _pieces(review, text, wishes.get(line, [])):
            states = [review.wishes[number].state for number in here]
            state = next((s for s in _ORDER if s in states), None)
            rows.append(WordRow(len(rows), piece, tuple(here), state, review.open in here, line))
    return rows


def _pieces(
    review: ListReview, text: str, wishes: list[tuple[str, int]]
) -> list[tuple[str, list[int]]]:
    """The line cut before the words of each wish (its number in the list) and before talk.

    What is not found stays with the last one.
    """
    cuts: list[tuple[int, list[int]]] = [(0, [])]
    end = 0
    behind = len(text) + 1  # what is not found comes last
    for source, wish in sorted(wishes, key=lambda said: text.find(said[0]) % behind):
        start = text.find(source, end)
        if start < 0:
            cuts[-1][1].append(wish)
            continue
        cuts += _talk(review, text, end, start)
        before = text[end:start]
        is_talk = any(map(str.isalpha, before)) and not _CODE.fullmatch(before)
        cuts.append((start if end or is_talk else 0, [wish]))
        end = start + len(source)
    if end:
        cuts += _talk(review, text, end, len(text))
    ends = [*(start for start, _ in cuts[1:]), len(text)]
    cut = [(text[a:b].strip(), here) for (a, here), b in zip(cuts, ends, strict=True)]
    return [(piece, here) for piece, here in cut if piece]


def _talk(review: ListReview, text: str, end: int, start: int) -> list[tuple[int, list[int]]]:
    """Where something set aside as talk begins behind a wish and before the next one."""
    found = (text.find(talk, end, start) for talk in review.reading.noise if end)
    first = min((at for at in found if at >= 0), default=-1)
    return [(first, [])] if first >= 0 else []


class WordPainter(RowPainter):
    """Wishes stand on the colour of their state; talk is struck through."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.width = theme.px(340)

    def text(self, row: Any) -> str:
        return f"{row.text} {row.numbers}".strip()

    @guarded()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, RowsModel)
        row: WordRow = model.row(index)
        theme, px = self.theme, self.theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(px(12), px(2), -px(12), -px(2))
        ink = theme.color("text_muted")
        if row.state is not None:
            icon, token = LOOKS[row.state]
            painter.setBrush(theme.color(_FILLS[row.state]))
            painter.setPen(Qt.PenStyle.NoPen)
            if row.is_open:
                pen = painter.pen()
                pen.setStyle(Qt.PenStyle.SolidLine)
                pen.setColor(theme.color("warn_edge"))
                pen.setWidth(2)
                painter.setPen(pen)
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 6, 6)
            spot = QRect(box.left() + px(10), box.center().y() - px(9) + 1, px(18), px(18))
            icons.paint(painter, spot, icon, theme.color(token))
            numbers = box.adjusted(0, 0, -px(10), 0)
            write(
                painter,
                numbers,
                row.numbers,
                theme.font("second_strong"),
                theme.color(token),
                RIGHT,
            )
            ink = theme.color("text")
        self._write(painter, box, row, ink.name())
        painter.restore()

    @guarded(QSize(0, LEAST))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.model().row(index)  # type: ignore[attr-defined]
        px, height = self.theme.px, 0
        if row:
            height = round(self._words(row, "").size().height())
        return QSize(px(200), max(px(LEAST), height + px(20)) + px(4))

    def _write(self, painter: QPainter, box: QRect, row: WordRow, ink: str) -> None:
        words = self._words(row, ink)
        painter.translate(
            box.left() + self.theme.px(38), box.top() + (box.height() - words.size().height()) / 2
        )
        words.drawContents(painter)

    def _words(self, row: WordRow, ink: str) -> QTextDocument:
        """Where something was taken out, a dark plate says so."""
        theme = self.theme
        plate = (
            f'<span style="background-color:{theme.hex("text")};color:{theme.hex("surface")};'
            f'font-size:{theme.px(12)}px;font-weight:600;font-style:normal;">'
            f"&nbsp;{html.escape(_removed()).replace(' ', '&nbsp;')}&nbsp;</span>"
        )
        document = QTextDocument()
        document.setDefaultFont(self._font(row))
        document.setDocumentMargin(0)
        words = html.escape(row.text).replace(REMOVED, plate)
        document.setHtml(f'<span style="color:{ink};">{words}</span>')
        document.setTextWidth(self._words_width(row))
        return document

    def _words_width(self, row: WordRow) -> int:
        """What icon and numbers leave of it."""
        numbers = text_width(self.theme.font("second_strong"), row.numbers)
        return self.width - self.theme.px(24 + 38 + 22) - max(self.theme.px(22), numbers)

    def _font(self, row: WordRow) -> QFont:
        font = self.theme.font("row")
        font.setWeight(QFont.Weight.Normal)
        font.setItalic(row.state is None)
        font.setStrikeOut(row.is_talk)
        return font


def _removed() -> str:
    return translate("order_entry", "removed")
