"""Markdown in the letters and colours of the program, for a window and for paper."""

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from gui.look.theme import Theme

#: Pixels of a heading and the room above it, by its level.
_HEADINGS = {1: (24, 0), 2: (17, 18), 3: (15, 10)}
_PLAIN = (15, 0)
_LINE = 140  # per cent of the letters


def dress(document: QTextDocument, theme: Theme) -> None:
    """Gives what was read by `setMarkdown` the look of `theme`."""
    document.setDefaultFont(theme.letters(15))
    document.setIndentWidth(theme.px(20))
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, theme)
    block = document.begin()
    while block.isValid():
        _dress_block(block, theme)
        block = block.next()


def _dress_table(table: QTextTable, theme: Theme) -> None:
    look = table.format()
    look.setBorder(1)
    look.setBorderBrush(theme.color("border"))
    look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setBorderCollapse(True)
    look.setCellPadding(theme.px(6))
    look.setBottomMargin(theme.px(12))
    look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(look)


def _dress_block(block: QTextBlock, theme: Theme) -> None:
    cursor = QTextCursor(block)
    was = block.blockFormat()
    level = was.headingLevel()
    is_code, goes_on = _is_code(block), _is_code(block) and _is_code(block.next())
    look = QTextBlockFormat()
    _, above = _HEADINGS.get(level, _PLAIN)
    look.setTopMargin(theme.px(above))
    in_table = cursor.currentTable() is not None
    below = 0 if in_table or goes_on else 4 if block.textList() is not None else 8
    look.setBottomMargin(theme.px(below))
    look.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if is_code:
        look.setBackground(theme.color("key_bg"))
        look.setNonBreakableLines(False)  # a command that is too long goes on in the next line
    cursor.mergeBlockFormat(look)
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        cursor.setPosition(piece.position())
        cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(_letters(piece.charFormat(), level, is_code, theme))
        pieces += 1


def _is_code(block: QTextBlock) -> bool:
    return block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)


def _letters(was: QTextCharFormat, level: int, is_code: bool, theme: Theme) -> QTextCharFormat:
    look = QTextCharFormat(was)
    look.clearProperty(QTextFormat.Property.FontSizeAdjustment)  # a heading has a size of its own
    size, _ = _HEADINGS.get(level, _PLAIN)
    look.setForeground(theme.color("text"))
    if is_code or was.fontFixedPitch():
        look.setFont(theme.letters(14, 600))
        look.setBackground(theme.color("key_bg"))
    elif was.isAnchor():
        look.setFont(theme.letters(size))
        look.setFontUnderline(True)
        look.setForeground(theme.color("accent"))
    else:
        is_bold = level > 0 or was.fontWeight() > QFont.Weight.Medium
        look.setFont(theme.letters(size, 700 if is_bold else 400))
    return look
