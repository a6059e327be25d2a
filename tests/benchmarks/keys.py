"""From a key to what it paints, at human pace, in the real window of the counter.

Wall milliseconds from the key's arrival in Qt until the field, or the list of hits, is painted: the
letter against a bare line edit in the same run, the hits against 33 (p50) and 50 (p99) ms.
"""

import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from models.search import product_search
from models.shop.opening import open_shop
from tests.benchmarks.metric import metric, percentile, run_loop
from tests.benchmarks.search import PRODUCTS, SEED, _fill, _names, _typed

LETTER, HITS, LATEST_HITS = 16.0, 33.0, 50.0  # ms
PACE = (90, 220)  # ms between two keys


def measure(*, quick: bool) -> list[dict[str, Any]]:
    """Two lines for the letter (p95), four for the hits (p50 and p99, and after a slip)."""
    from gui.application import Application
    from gui.order_entry.page import OrderEntryPage

    qt = QApplication.instance() or QApplication([])  # noqa: TID251
    assert isinstance(qt, QApplication)
    random = Random(SEED)
    names = list(_names(random))[: 10_000 if quick else PRODUCTS]
    with TemporaryDirectory() as folder, open_shop(str(Path(folder) / "shop.sqlite3")) as shop:
        _fill(names)
        product_search.prepare()
        application = Application(qt, shop, None, "en", "light")
        main_window = application.start("order_entry")
        main_window.resize(1366, 768)
        QTest.qWaitForWindowActive(main_window)
        page = main_window.page
        assert isinstance(page, OrderEntryPage)
        box, hits = page.counter.box.entry, page.counter.talk.finder.list
        letters, found = [], []
        count = 10 if quick else 60
        right = _texts(names, random, count, slips=0.0)
        for text in right:
            times = type_in(box, text, {"letter": box, "hits": hits.viewport()}, random)
            letters += times["letter"]
            found += times["hits"]
        slipped = [
            time
            for text in _texts(names, random, count // 2, slips=1.0)
            for time in type_in(box, text, {"hits": hits.viewport()}, random)["hits"]
        ]
        application.close()
    bare = QLineEdit()
    bare.show()
    QTest.qWaitForWindowActive(bare)
    floor = [t for text in right for t in type_in(bare, text, {"letter": bare}, random)["letter"]]
    many, letter = f"{len(names):,} products", percentile(letters, 0.95)
    return [
        metric("key to letter painted, p95", letter, percentile(floor, 0.95), "ms"),
        metric("key to letter painted, p95, against its aim", letter, LETTER, "ms"),
        metric(f"key to hits painted, p50, {many}", percentile(found, 0.5), HITS, "ms"),
        metric(f"key to hits painted, p99, {many}", percentile(found, 0.99), LATEST_HITS, "ms"),
        metric(
            f"key to hits painted after a slip, p50, {many}",
            percentile(slipped, 0.5), HITS, "ms",
        ),
        metric(
            f"key to hits painted after a slip, p99, {many}",
            percentile(slipped, 0.99), LATEST_HITS, "ms",
        ),
    ]  # fmt: skip


def _texts(names: list[str], random: Random, count: int, slips: float) -> list[str]:
    """What is typed in `count` searches, to the end."""
    typed = list(_typed(names, random, slips))
    ends = [a for a, b in zip(typed, [*typed[1:], ""], strict=True) if len(b) <= len(a)]
    return random.sample(ends, count)


class _Painted(QObject):
    """When each of these was painted first after `begin`."""

    def __init__(self, parts: dict[str, QWidget]) -> None:
        super().__init__()
        self._names = {part: name for name, part in parts.items()}
        self.seen: dict[str, float] = {}
        for part in parts.values():
            part.installEventFilter(self)

    def eventFilter(self, part: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(part, QLineEdit):
            part.event(event)
            self.seen.setdefault(self._names[part], time.perf_counter())
            return True
        if event.type() == QEvent.Type.Paint and isinstance(part, QWidget):
            name = self._names[part]
            # The painting itself counts: told when the loop is reached again.
            QTimer.singleShot(0, lambda: self.seen.setdefault(name, time.perf_counter()))
        return False

    def end(self) -> None:
        for part in self._names:
            part.removeEventFilter(self)


def type_in(
    field: QLineEdit, text: str, parts: dict[str, QWidget], random: Random
) -> dict[str, list[float]]:
    """Types the text at human pace; ms from each key to the first painting of each part."""
    field.setFocus()
    field.clear()
    run_loop(150)
    taken: dict[str, list[float]] = {name: [] for name in parts}
    for letter in text:
        painted = _Painted(parts)
        begun = time.perf_counter()
        key = Qt.Key.Key_Space if letter == " " else QKeySequence(letter)[0].key()  # type: ignore[index]
        QTest.keyClick(field.window().windowHandle(), key)
        run_loop(random.randint(*PACE))
        painted.end()
        for name, at in painted.seen.items():
            taken[name].append(1000 * (at - begun))
    return taken
