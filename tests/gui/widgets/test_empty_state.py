"""What an empty list says stands whole in whatever room there is."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.look.theme import Theme
from gui.widgets.containers.empty_state import EmptyState
from gui.widgets.text.plain_text import Words


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("height", [400, 160, 120, 80, 60])
def test_no_line_stands_on_another(qtbot: QtBot, height: int, scale: float) -> None:
    theme = Theme("light", scale)
    around = QWidget()
    qtbot.addWidget(around)
    state = EmptyState(
        theme, "cash-register", "No till was closed yet.", "Open it with the float.", parent=around
    )
    state.setGeometry(0, 0, 700, round(height * scale))
    around.show()
    layout = state.layout()
    assert layout is not None
    layout.activate()
    lines = [words for words in state.findChildren(Words) if words.isVisible()]
    assert any(words.text() == "No till was closed yet." for words in lines)
    for line in lines:
        assert line.height() >= line.heightForWidth(line.width()), line.text()
        assert state.rect().contains(line.geometry())
    assert (len(lines) == 3) == (height >= 120)
