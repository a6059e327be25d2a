"""Whatever takes a scan takes what the scanner sends: one text, and nothing else."""

import inspect
from typing import get_type_hints

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tests.rules.source import subclasses

LISTENERS = [kind for kind in subclasses(QWidget) if hasattr(kind, "scanned")]


def test_pages_and_the_dialogs_before_them_listen() -> None:
    assert len(LISTENERS) > 8


@pytest.mark.parametrize("kind", LISTENERS, ids=lambda kind: kind.__name__)
def test_it_takes_the_code_that_was_scanned(kind: type[QWidget]) -> None:
    """The scanner calls the first `scanned` that it meets above the field in focus."""
    listener = kind.scanned  # type: ignore[attr-defined]
    assert not isinstance(listener, Signal)
    _, *given = inspect.signature(listener).parameters.values()
    assert [one.default for one in given] == [inspect.Parameter.empty]
    assert get_type_hints(listener)[given[0].name] is str
