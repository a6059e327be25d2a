"""Customers' lists against a real catalogue: how many lines are right, and how long it takes.

A list of 20 lines is read on a thread of its own, while 5,000 answers have been learned (in its
thread's own time, so that what else the computer does counts less); a keystroke in the field for an
amount is timed on the window, from the key to what it paints; and so is how long the window is held
while a folder of messages and the export of a chat are taken in.
"""

import csv
import json
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.search import product_search
from models.shop.opening import Shop, open_shop
from models.shopping_list import inbox
from models.shopping_list.files import incoming
from models.shopping_list.shopping_list import Proposal, Verdict, read, read_list
from models.storage.database import rows, transaction
from models.storage.tables import ListAnswer, Product
from models.text import redaction
from tests.benchmarks.keys import type_in
from tests.benchmarks.metric import metric, percentile
from tests.faults.test_hostile_texts import DOORS, MILLION, knock
from tests.models.shopping_list.test_shopping_list import HOSTILE as HOSTILE_LISTS
from tests.models.text.test_redaction import HOSTILE

if TYPE_CHECKING:
    from gui.application import Application

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data"
MESSAGES = {
    "the sample's": DATA / "shopping_lists_sample.jsonl",
    "our own": ROOT / "tests" / "models" / "shopping_list" / "shopping_lists.jsonl",
}
_ANSWERS = 5_000
_LIST, _FRAME, _HELD = 60.0, 16.0, 50.0  # ms
_PATIENCE = 600.0  # s
#: label → (name of the figure, the least that will do in per cent)
GOALS = {"match": "proposed first", "ask": "asked, among eight", "unavailable": "not proposed"}


def measure(*, quick: bool) -> list[dict[str, Any]]:
    """Shares of right lines (per cent), lines silently wrong, ms for 20 lines; [] without data."""
    catalogue = DATA / "minimarket_catalogue_id.csv"
    if not catalogue.exists():
        return []
    found: list[dict[str, Any]] = []
    with (
        tempfile.TemporaryDirectory() as folder,
        open_shop(str(Path(folder) / "shop.sqlite3")) as shop,
    ):
        _fill(catalogue)
        product_search.prepare()
        messages = []
        for whose, path in MESSAGES.items():
            some = [json.loads(line) for line in path.read_text().splitlines()]
            found += _judged(whose, some)
            messages += some
        lines = [line["source"] for message in messages for line in message["lines"]]
        _learn(lines)
        times = _times(lines, 60 if quick else 400)
        answers = f"{_ANSWERS:,} answers"
        found.append(
            metric(f"list of 20 lines, {answers}, p99", percentile(times, 0.99), _LIST, "ms")
        )
        keys = _amount_keys(shop)
        found.append(metric("key in the amount field, p99", percentile(keys, 0.99), _FRAME, "ms"))
        files, size = (500, 5) if quick else (10_000, 50)
        held = 1000 * _held_by_files(shop, Path(folder) / "in", files)
        found.append(metric(f"window held by a folder of {files:,} files", held, _HELD, "ms"))
        held = 1000 * _held_by_export(shop, Path(folder) / "chat.txt", size)
        found.append(metric(f"window held by an export of {size} MB", held, _HELD, "ms"))
        if not quick:
            many = [f"{line} {n}" for n in range(40) for line in lines]
            taken = _taken(read_list, "\n".join(many[:10_000]))
            found.append(metric("list of 10,000 lines", taken, 5.0, "s"))
            taken = max(_taken(read_list, text) for text in HOSTILE_LISTS)
            found.append(metric("hostile list read, the slowest", taken, 2.0, "s"))
            taken = max(_taken(redaction.clean, text) for text in HOSTILE)
            found.append(metric("hostile text cleaned, the slowest", taken, 1.0, "s"))
            taken = max(_taken(partial(knock, door), MILLION) for door in DOORS)
            found.append(metric("a million signs at a door, the slowest", taken, 0.5, "s"))
    return found


def _taken(do: Callable[[str], object], text: str) -> float:
    """CPU seconds."""
    start = time.process_time()
    do(text)
    return time.process_time() - start


def _fill(path: Path) -> None:
    with path.open() as file:
        made = [
            {"sku": row["kode"], "name": row["nama"], "unit": row["satuan"],
             "price": int(row["harga_jual"] or 0), "added_at": 0}
            for row in csv.DictReader(file)
        ]  # fmt: skip
    with transaction():
        for start in range(0, len(made), 1000):
            Product.insert_many(made[start : start + 1000]).execute()


def _judged(whose: str, messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    right = dict.fromkeys(GOALS, 0)
    all_ = dict.fromkeys(GOALS, 0)
    silent = talk = 0
    for message in messages:
        left = read(message["text"])
        for wanted in message["lines"]:
            kind = wanted["expect"]
            all_[kind] += 1
            found = next((p for p in left if p.source == wanted["source"]), None)
            if found is not None:
                left.remove(found)
                good = _is_right(found, wanted)
                right[kind] += good
                silent += found.verdict is Verdict.MATCH and not good
        talk += len(left)
    shares = [
        metric(f"{whose} `{kind}` lines {goal} (of {all_[kind]})",
                100 * right[kind] / all_[kind], 95.0, "%")
        for kind, goal in GOALS.items()
    ]  # fmt: skip
    wrong = metric(f"{whose} lines accepted silently though wrong", silent, 0.0, "lines")
    return [*shares, wrong, metric(f"{whose} talk taken for a line", talk, 0.0, "lines")]


def _is_right(found: Proposal, wanted: dict[str, Any]) -> bool:
    skus = [hit.sku for hit in found.choices]
    if wanted["expect"] == "match":
        right = found.quantity == round(float(wanted["quantity"]) * 1000)
        return found.verdict is Verdict.MATCH and right and skus[0] in wanted["accept"]
    if wanted["expect"] == "ask":
        return found.verdict is Verdict.ASK and bool(set(skus[:8]) & set(wanted["accept"]))
    return not skus


def _learn(lines: list[str]) -> None:
    """Answers for words of customers and for others that no list of ours holds."""
    known = Random(13)
    with transaction():
        products = rows(Product.select(Product.id), int)
        said = [*lines, *(f"{line} {n}" for n in range(_ANSWERS) for line in lines)]
        ListAnswer.insert_many(
            {"phrase": phrase, "unit": "", "product": known.choice(products), "quantity": None}
            for phrase in list(dict.fromkeys(said))[:_ANSWERS]
        ).execute()
    product_search.prepare()


def _times(lines: list[str], count: int) -> list[float]:
    """Milliseconds for each of so many lists of 20 lines, drawn from all lines."""
    dice, taken = Random(5), []
    for _ in range(count):
        text = "\n".join(dice.sample(lines, 20))
        begun = time.thread_time()
        read(text)
        taken.append(1000 * (time.thread_time() - begun))
    return taken


def _amount_keys(shop: Shop) -> list[float]:
    """Milliseconds from each key in the field for an amount until the field is painted."""
    from gui.application import Application
    from gui.order_entry.page import OrderEntryPage

    qt = QApplication.instance() or QApplication([])  # noqa: TID251
    assert isinstance(qt, QApplication)
    application = Application(qt, shop, None, "id", "light", immediate=True)
    window = application.start("order_entry")
    window.resize(1366, 768)
    QTest.qWaitForWindowActive(window)
    page = window.page
    assert isinstance(page, OrderEntryPage)
    page.paste("\n".join(["bear brand 1 dus"] + ["aqua 600ml 2"] * 19))
    field = page.review.pieces.amount
    taken = type_in(field, "24 120 6 40", {"letter": field}, Random(5))["letter"]
    application.close()
    return taken


def _held_by_files(shop: Shop, place: Path, count: int) -> float:
    """The longest (s) that the window does nothing while so many messages come from a folder."""
    place.mkdir()
    for number in range(count):
        (place / f"{number:05}.txt").write_text(f"bear brand {number % 9 + 1}\naqua 600ml 2")
    before = inbox.waiting()[0]

    def begin(application: "Application") -> None:
        assert application.context.watched is not None
        application.context.watched.watch(place)

    return _held(shop, begin, lambda: inbox.waiting()[0] - before >= count)


def _held_by_export(shop: Shop, path: Path, size: int) -> float:
    """The same while an export of so many MB is read."""
    with path.open("w") as file:
        for at in range(size * 1_000_000 // 50):
            file.write(f"12/03/24 08.{at % 60:02} - C{at % 97}: bear brand {at % 9 + 1} ya\n")
    found: list[object] = []

    def begin(application: "Application") -> None:
        read = partial(incoming.messages_in, [str(path)])
        application.context.background.ask(read, found.append, owner=application.context.feed)

    return _held(shop, begin, lambda: bool(found))


def _held(shop: Shop, begin: "Callable[[Application], None]", is_over: Callable[[], bool]) -> float:
    from gui.application import Application

    qt = QApplication.instance() or QApplication([])  # noqa: TID251
    assert isinstance(qt, QApplication)
    application = Application(qt, shop, None, "id", "light")
    QTest.qWaitForWindowActive(application.start("order_entry"))
    gaps: list[float] = []
    last = end = 0.0

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append(now - last)
        last = now
        if now > end or (len(gaps) % 100 == 0 and is_over()):
            qt.quit()

    def start() -> None:
        nonlocal last, end
        last = time.perf_counter()
        end = last + _PATIENCE
        begin(application)
        ticks.start()

    ticks = QTimer(interval=1)
    ticks.timeout.connect(tick)
    QTimer.singleShot(1_000, start)  # what begins with a window is done then
    qt.exec()
    ticks.stop()
    application.close()
    return max(gaps)
