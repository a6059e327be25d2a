"""The tour plays the main job by itself, shows every window, and believes only its eyes."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from gui.runtime import screen
from models import clock
from models.orders import order_history
from tests import tour
from tests.conftest import ROOT

STEPS = (
    "policy scrolled, ticked and accepted",
    "scanned and paid in cash",
    "typed and sent",
    "picked line by line and handed over",
    "orders today",
    "the tour is over, everything was as it should be",
)
WINDOWS = (
    "first_run", "home", "order_entry", "payment", "fulfilment", "ready_board", "statistics",
    "catalogue", "order_history", "settings",
)  # fmt: skip


@pytest.mark.parametrize(
    "days", [pytest.param(14, marks=pytest.mark.desktop), pytest.param(90, marks=pytest.mark.long)]
)
def test_the_tour_ends_well_and_leaves_a_picture_of_every_window(tmp_path: Path, days: int) -> None:
    chosen = ("--language", "en", "--theme", "dark", "--days", str(days))
    played = subprocess.run(
        [sys.executable, "-m", "tests.tour", str(tmp_path), *chosen],
        cwd=ROOT, capture_output=True, text=True, timeout=600,
    )  # fmt: skip
    assert played.returncode == 0, played.stderr
    for step in STEPS:
        assert step in played.stdout
    for window in WINDOWS:
        picture = QImage(str(tmp_path / f"{window}_dark_en.png"))
        wide, high = picture.width(), picture.height()
        assert (wide, high) == (1366, 768) or window == "first_run"
        colours = {picture.pixel(x, y) for x in range(0, wide, 9) for y in range(0, high, 9)}
        assert len(colours) > 20, f"{window} is empty"


@pytest.fixture
def in_this_process(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The tour played here, so that a fault can be put in its way; its clock is put back."""
    name = qapp.applicationName()
    monkeypatch.setattr(clock, "now", clock.now)
    monkeypatch.setattr(screen, "application", lambda _: qapp)
    yield
    qapp.setApplicationName(name)


def test_the_tour_fails_when_an_order_is_one_rupiah_off(
    in_this_process: None, monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    true_find = order_history.find

    def off_by_one(*args: Any, **kwargs: Any) -> list[order_history.OrderRow]:
        return [replace(row, total=row.total + 1) for row in true_find(*args, **kwargs)]

    monkeypatch.setattr(order_history, "find", off_by_one)
    assert tour.play(tmp_path, "en", "light", days=2) == 1
    assert "differs: total of the order: expected" in capsys.readouterr().err
