# /// script
# requires-python = ">=3.11"
# dependencies = ["cosmic-ray>=8.7,<9"]
# ///
"""Whether the tests bite: `uv run tests/mutants.py FOLDER [--sample 200] [--seed 12]`.

Cosmic Ray changes one thing in a copy of the program (a sign, a comparison, a number), and the
tests of `models` that are nearest to it have to fail. Which changes are tried is drawn by the seed;
the first hundred of a sample are a sample as well. FOLDER holds the copy and `results.jsonl`, a
line for each with its diff; said again with the same words, it goes on where it stopped.
It has an environment of its own, so that what is tested together stays as it is.
"""

import argparse
import ast
import json
import os
import random
import shlex
import subprocess
import sys
import tarfile
from collections import defaultdict
from pathlib import Path

from cosmic_ray.commands import init
from cosmic_ray.mutating import mutate_and_test
from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import MutationSpec

ROOT = Path(__file__).parents[1]
#: What is changed, and the tests that are run first for it.
CHANGED = {
    "models/orders/bulk_orders.py": ("demo", "past_sales"),
    "models/orders": ("orders",),
    "models/sums": ("statistics",),
    "models/fulfilment": ("fulfilment",),
    "models/journal": ("journal",),
    "models/catalogue/stock.py": ("catalogue",),
    "models/amounts.py": ("orders",),
    "models/stages.py": ("orders",),
}
#: All tests that a change has to get past.
TESTS = (
    "orders", "fulfilment", "catalogue", "journal", "statistics", "shop/test_undo.py",
    "shop/test_kept_sums.py", "settings/test_rights.py", "export", "test_amounts.py",
)  # fmt: skip
LONGEST = 3_600  # seconds; a change that ends no more is found out as well


def copied(folder: Path) -> Path:
    """The program as it is committed, in a copy that may be changed."""
    copy = folder / "program"
    if not copy.exists():
        copy.mkdir(parents=True)
        packed = folder / "program.tar"
        subprocess.run(["git", "-C", ROOT, "archive", "-o", packed.resolve(), "HEAD"], check=True)
        with tarfile.open(packed) as archive:
            archive.extractall(copy, filter="data")
        packed.unlink()
    return copy


def changes(seed: int, copy: Path, folder: Path) -> list[MutationSpec]:
    """One change for each place that can be changed, in an order drawn by the seed.

    Types are no places: a program with others does the same, or does not begin.
    """
    paths = sorted(
        {
            path
            for name in CHANGED
            for path in ([copy / name] if name.endswith(".py") else (copy / name).glob("*.py"))
        }
    )
    with use_db(folder / "changes.sqlite", WorkDB.Mode.create) as found:
        init(paths, found, {})
        specs = [spec for item in found.work_items for spec in item.mutations]
    types = {path: typed(path.read_text("utf-8")) for path in paths}
    places: dict[tuple[str, tuple[int, int]], list[MutationSpec]] = defaultdict(list)
    for spec in specs:
        if not any(start <= spec.start_pos < end for start, end in types[spec.module_path]):
            places[str(spec.module_path), spec.start_pos].append(spec)
    drawn = random.Random(seed)
    order = sorted(places)
    drawn.shuffle(order)
    return [
        drawn.choice(sorted(places[place], key=lambda x: (x.operator_name, x.occurrence)))
        for place in order
    ]


def typed(source: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """From where to where annotations stand."""
    found = (
        getattr(node, name, None)
        for node in ast.walk(ast.parse(source))
        for name in ("annotation", "returns")
    )
    return [
        ((note.lineno, note.col_offset), (note.end_lineno, note.end_col_offset))
        for note in found
        if note is not None and note.end_lineno is not None and note.end_col_offset is not None
    ]


def tests_of(spec: MutationSpec, copy: Path, python: str) -> str:
    """The command that runs the tests on SQLite, the nearest ones first, up to the first failure.

    Postgres runs the same code of ours.
    """
    name = spec.module_path.relative_to(copy).as_posix()
    nearest = next(tests for place, tests in CHANGED.items() if name.startswith(place))
    ordered = [*nearest, *(tests for tests in TESTS if tests not in nearest)]
    options = "-n 0 -x -q --no-header -p no:cacheprovider -k 'not postgres'"
    places = " ".join(f"tests/models/{tests}" for tests in ordered)
    return f"{python} -m pytest {options} --rootdir {shlex.quote(str(copy))} {places}"


def tried(spec: MutationSpec, copy: Path, python: str) -> dict[str, object]:
    """What became of a change."""
    result = mutate_and_test([spec], tests_of(spec, copy, python), LONGEST)
    lines = (result.output or "").splitlines()
    return {
        "at": f"{spec.module_path.relative_to(copy)}:{spec.start_pos[0]}",
        "what": spec.operator_name,
        "killed": result.is_killed,
        "by": next((line for line in lines if line.startswith(("FAILED", "timeout"))), ""),
        "diff": result.diff,
    }


def main() -> int:
    said = argparse.ArgumentParser(description=__doc__)
    said.add_argument("folder", type=Path)
    said.add_argument("--sample", type=int, default=200)
    said.add_argument("--seed", type=int, default=12)
    said.add_argument("--python", default=f"uv run --project {ROOT} python")
    asked = said.parse_args()
    folder = asked.folder.resolve()
    copy = copied(folder)
    os.chdir(copy)  # where pytest finds what it tests
    results = folder / "results.jsonl"
    done = results.read_text("utf-8").splitlines() if results.exists() else []
    with results.open("a", encoding="utf-8") as written:
        for spec in changes(asked.seed, copy, folder)[len(done) : asked.sample]:
            line = json.dumps(tried(spec, copy, asked.python))
            done.append(line)
            written.write(line + "\n")
            written.flush()
    found = [json.loads(line) for line in done]
    for one in found:
        if not one["killed"]:
            sys.stdout.write(f"{one['at']}\n{one['diff']}\n\n")
    killed = sum(one["killed"] for one in found)
    sys.stdout.write(f"{killed} of {len(found)} changes were found out\n")
    return int(killed < 0.9 * len(found))


if __name__ == "__main__":
    sys.exit(main())
