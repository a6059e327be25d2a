"""Keys for whatever has the focus."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui.keys_in_time import key_of


def press(*names: str) -> None:
    """`Down`, `Ctrl+A`: by the names that they have in the program."""
    for name in names:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key_of(name).key(), key_of(name).keyboardModifiers())
