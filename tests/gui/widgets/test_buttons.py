"""What stands on a button where there is little room: its word, then its key, then its picture."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from gui.look.theme import Theme
from gui.widgets.buttons.button import Button
from gui.widgets.text.key_chip import key_chip_width


def foot(button: Button, width: int) -> QImage:
    """The right end of a button so wide, where its key stands."""
    button.resize(width, button.sizeHint().height())
    chip = key_chip_width(Theme("light"), button.key) + 8
    return button.grab(QRect(width - chip, 0, chip, button.height())).toImage()


def test_the_key_stays_until_the_word_needs_its_room(qtbot: QtBot) -> None:
    button = Button(Theme("light"), "Favourites", "view-grid-outline", "narrow", "Ctrl+T")
    qtbot.addWidget(button)
    wide = button.sizeHint().width()
    for missing in (1, 20, 28):
        assert foot(button, wide - missing) == foot(button, wide)
    assert foot(button, wide - 29) != foot(button, wide)


def head(button: Button, width: int) -> QImage:
    """The left end of a button so wide, where its picture stands."""
    button.resize(width, button.sizeHint().height())
    return button.grab(QRect(4, 0, 20, button.height())).toImage()


def test_the_picture_stays_while_there_is_empty_room_on_the_button(qtbot: QtBot) -> None:
    button = Button(Theme("light"), "Favourites", "view-grid-outline", "normal", "Ctrl+T")
    qtbot.addWidget(button)
    wide = button.sizeHint().width()
    tight = head(button, wide - 8)  # as near to the edge as it comes
    for missing in (12, 20):
        assert head(button, wide - missing) == tight
    assert head(button, wide - 21) != tight


def test_a_word_in_the_middle_is_in_the_middle_of_the_whole_button(qtbot: QtBot) -> None:
    theme = Theme("light")
    bare, with_key = (
        Button(theme, "Reopen", kind="primary"),
        Button(theme, "Reopen", kind="primary", key="Enter"),
    )
    pictures = []
    for button in (bare, with_key):
        qtbot.addWidget(button)
        button.set_centred()
        button.resize(400, button.sizeHint().height())
        pictures.append(button.grab(QRect(100, 0, 200, button.height())).toImage())
    assert pictures[0] == pictures[1]
