"""Customers' lists against a real catalogue: how many lines are right, and how long it takes."""

import csv
import json
import tempfile
import time
from pathlib import Path
from typing import Any

from models.search import product_search
from models.shop.opening import open_shop
from models.shopping_list.shopping_list import Proposal, Verdict, read, read_list
from models.storage.database import transaction
from models.storage.tables import Product
from tests.benchmarks.metric import metric

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data"
MESSAGES = {
    "the sample's": DATA / "shopping_lists_sample.jsonl",
    "our own": ROOT / "tests" / "models" / "shopping_list" / "shopping_lists.jsonl",
}
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
        open_shop(str(Path(folder) / "shop.sqlite3")),
    ):
        _fill(catalogue)
        product_search.prepare()
        messages = []
        for whose, path in MESSAGES.items():
            some = [json.loads(line) for line in path.read_text().splitlines()]
            found += _judged(whose, some)
            messages += some
        lines = [line["source"] for message in messages for line in message["lines"]]
        found.append(metric("list of 20 lines, slowest of all", _slowest(lines), 100.0, "ms"))
        if not quick:
            many = [f"{line} {n}" for n in range(40) for line in lines]
            start = time.process_time()
            read_list("\n".join(many[:10_000]))
            taken = time.process_time() - start
            found.append(metric("list of 10,000 lines", taken, 5.0, "s"))
    return found


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


def _slowest(lines: list[str]) -> float:
    taken = []
    for start in range(0, len(lines) - 20, 20):
        text = "\n".join(lines[start : start + 20])
        begun = time.perf_counter()
        read(text)
        taken.append(time.perf_counter() - begun)
    return 1000 * max(taken)
