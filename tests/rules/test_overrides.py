"""Methods that Qt calls from C++ are guarded: an error in one would take the program down."""

import importlib
import inspect
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui.runtime.error_handler import guarded
from tests.rules.source import GUI_MODULES

NOT_VIRTUAL = {"setText"}  # Qt never calls these, only we do


def unguarded(kind: type[Any]) -> Iterator[str]:
    """The methods of a class that hide one of Qt's and are not marked."""
    of_qt = [base for base in kind.__mro__ if base.__module__.startswith("PySide6")]
    for name, method in vars(kind).items():
        if not inspect.isfunction(method) or name.startswith("__") or name in NOT_VIRTUAL:
            continue
        if any(name in vars(base) for base in of_qt) and not is_guarded(method):
            yield f"{kind.__qualname__}.{name}"


def is_guarded(method: Any) -> bool:
    return method.__code__ is guarded()(method).__code__


def classes(module: str) -> list[type[Any]]:
    found = vars(importlib.import_module(module)).values()
    return [kind for kind in found if isinstance(kind, type) and kind.__module__ == module]


@pytest.mark.parametrize("module", GUI_MODULES)
def test_every_override_is_guarded(module: str) -> None:
    assert [name for kind in classes(module) for name in unguarded(kind)] == []


def test_an_unguarded_override_is_seen() -> None:
    class Hasty(QWidget):
        def paintEvent(self, event: Any) -> None:
            raise ValueError

    class Careful(QWidget):
        @guarded()
        def paintEvent(self, event: Any) -> None:
            raise ValueError

    assert list(unguarded(Hasty)) != []
    assert list(unguarded(Careful)) == []
    assert issubclass(Hasty, QObject)
