# /// script
# requires-python = ">=3.11"
# dependencies = ["cosmic-ray>=8.7,<9", "coverage>=7.10,<8"]
# ///
"""Whether the tests bite: `uv run tests/mutants.py FOLDER [--sample 200] [--seed 12]`.

Cosmic Ray changes one thing in a copy of the program (a sign, a comparison, a number), and one of
the tests of `models` that reach that line has to fail. Which tests those are is found out first
(`tests/reached.py`). Which changes are tried is drawn by the seed; the first hundred of a sample
are a sample as well, and a change elsewhere in the program leaves it as it is. FOLDER holds the
copy and `results.jsonl`, a line for each with its diff; said again with the same words, it goes on
where it stopped. It has an environment of its own, so that what is tested together stays as it is.
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
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from cosmic_ray.commands import init
from cosmic_ray.mutating import mutate_and_test, mutate_code
from cosmic_ray.plugins import get_operator
from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import MutationSpec
from coverage import CoverageData

ROOT = Path(__file__).parents[1]
#: What is changed.
CHANGED = (
    "models/orders/*.py", "models/sums/*.py", "models/fulfilment/*.py", "models/journal/*.py",
    "models/catalogue/stock.py", "models/amounts.py", "models/stages.py",
)  # fmt: skip
#: On SQLite: PostgreSQL runs the same code of ours.
OPTIONS = "-n 0 -q --no-header -p no:cacheprovider -k 'not ([postgres or -postgres)'"
#: So many tests are run first: most changes are found out by them, without reading all the others.
FEW = 15
#: How a line of what they print begins that says by what a change was found out.
FOUND_OUT = ("FAILED ", "ERROR ", "ImportError while loading conftest", "timeout")
#: A change with which the tests take that many times as long, and a minute, ends no more.
LONGEST = 3

Place = tuple[int, int]


def copied(folder: Path) -> Path:
    """The program as it is committed, in a copy that may be changed."""
    copy = folder / "program"
    if not copy.exists():
        copy.mkdir(parents=True)
        packed = folder / "program.tar"
        subprocess.run(["git", "-C", ROOT, "archive", "-o", packed, "HEAD"], check=True)
        with tarfile.open(packed) as archive:
            archive.extractall(copy, filter="data")
        packed.unlink()
    return copy


def changes(seed: int, found_in: Path) -> list[MutationSpec]:
    """One change for each place that can be changed, in an order drawn by the seed.

    Declarations are no places: a program with others does the same, or does not begin. A place is
    known by what stands there, so that it is drawn whatever else is written above it.
    """
    paths = sorted(path for pattern in CHANGED for path in Path().glob(pattern))
    with use_db(found_in, WorkDB.Mode.create) as found:
        init(paths, found, {})
        specs = [spec for item in found.work_items for spec in item.mutations]
    places: dict[tuple[Path, Place], list[MutationSpec]] = defaultdict(list)
    for spec in specs:
        places[spec.module_path, spec.start_pos].append(spec)
    drawn: list[tuple[float, MutationSpec]] = []
    for path in paths:
        source = path.read_text("utf-8")
        lines, declarations = source.splitlines(), list(declared(source))
        alike: Counter[tuple[str, int]] = Counter()
        for row, column in sorted(place for of, place in places if of == path):
            if any(start <= (row, column) < end for start, end in declarations):
                continue
            there = lines[row - 1], column
            alike[there] += 1
            lot = random.Random(f"{seed} {path} {there} {alike[there]}")
            choice = sorted(places[path, (row, column)], key=lambda spec: spec.operator_name)
            drawn.append((lot.random(), lot.choice(choice)))
    return [spec for _, spec in sorted(drawn, key=lambda one: one[0])]


def declared(source: str) -> Iterator[tuple[Place, Place]]:
    """From where to where annotations stand, and what makes a class one of data."""
    for node in ast.walk(ast.parse(source)):
        found = [getattr(node, "annotation", None), getattr(node, "returns", None)]
        found += node.decorator_list if isinstance(node, ast.ClassDef) else []
        for one in found:
            if one is not None:
                start = one.col_offset - isinstance(node, ast.ClassDef)  # the sign before it
                yield (one.lineno, start), (one.end_lineno, one.end_col_offset)


def is_program(spec: MutationSpec) -> bool:
    """Whether Python takes the change: Cosmic Ray also multiplies what is only a star."""
    operator = get_operator(spec.operator_name)(**spec.operator_args)
    try:
        ast.parse(mutate_code(spec.module_path.read_text("utf-8"), operator, spec.occurrence))
    except SyntaxError:
        return False
    return True


def statement(source: str, row: int) -> range:
    """The lines of the statement of which that line is a part: of a block its head, of a function
    all of it, since what stands in its head is of interest when it is called."""
    around = range(row, row + 1)
    for node in ast.walk(ast.parse(source)):  # the outer ones first
        if not isinstance(node, ast.stmt) or node.end_lineno is None:
            continue
        decorators = [one.lineno for one in getattr(node, "decorator_list", [])]
        body, first = getattr(node, "body", None), min([node.lineno, *decorators])
        last = max(node.lineno, body[0].lineno - 1) if body else node.end_lineno
        if first <= row <= last:
            is_function = isinstance(node, ast.FunctionDef)
            around = range(first, (node.end_lineno if is_function else last) + 1)
    return around


class Reach:
    """Which tests reach a line, as `tests/reached.py` found it out."""

    def __init__(self, folder: Path, python: str) -> None:
        if not (folder / "seconds.json").exists():
            asked = f"{python} -m pytest {OPTIONS} -p tests.reached --reached {folder} tests/models"
            subprocess.run(shlex.split(asked), check=False)  # what fails by itself is left out
        self.seconds: dict[str, float] = json.loads((folder / "seconds.json").read_text("utf-8"))
        #: How many changes each test has found out until now.
        self.finds: Counter[str] = Counter()
        self._lines = CoverageData(no_disk=True)
        self._lines.loads((folder / "lines").read_bytes())

    def tests(self, path: Path, row: int) -> list[str]:
        """All tests that run what stands there, first those that find much out in little time.

        What is run by an import belongs to no test: all that reach anything of the module.
        """
        contexts = self._lines.contexts_by_lineno(str(path.resolve()))

        def reached(rows: Iterable[int]) -> set[str]:
            return {context for at in rows for context in contexts.get(at, ())} - {""}

        found = reached(statement(path.read_text("utf-8"), row)) or reached(contexts)
        tests = [test for test in self.seconds if test.startswith(tuple(found))]
        return sorted(
            tests, key=lambda x: (-self.finds[x] / (self.seconds[x] + 0.1), self.seconds[x])
        )

    def learn(self, by: str) -> None:
        """From the line that says by which test a change was found out."""
        self.finds.update(test for test in self.seconds if by.startswith(f"FAILED {test}"))


def tried(spec: MutationSpec, reach: Reach, python: str, folder: Path) -> dict[str, Any]:
    """What became of a change."""
    tests = reach.tests(spec.module_path, spec.start_pos[0])
    commands = ["true"]
    for name, some in ("few.txt", tests[:FEW]), ("others.txt", tests[FEW:]):
        if some:
            (folder / name).write_text("\n".join(some), "utf-8")
            commands.append(f"{python} -m pytest -x {OPTIONS} @{folder / name}")
    command = f"sh -c {shlex.quote(' && '.join(commands))}"
    longest = 60 + LONGEST * sum(reach.seconds[test] for test in tests)
    as_it_was = spec.module_path.stat()
    result = mutate_and_test([spec], command, longest)
    os.utime(spec.module_path, ns=(as_it_was.st_atime_ns, as_it_was.st_mtime_ns))  # is compiled
    lines = (result.output or "").splitlines()
    by = next((line for line in lines if line.startswith(FOUND_OUT)), "")
    if result.is_killed != bool(by):
        raise SystemExit(f"{spec.module_path}:{spec.start_pos[0]}: {result.output}")
    return {
        "at": f"{spec.module_path}:{spec.start_pos[0]}",
        "what": spec.operator_name,
        "tests": len(tests),
        "by": by,
        "diff": result.diff,
    }


def main() -> int:
    said = argparse.ArgumentParser(description=__doc__)
    said.add_argument("folder", type=Path)
    said.add_argument("--sample", type=int, default=200)
    said.add_argument("--seed", type=int, default=12)
    said.add_argument("--python", default=f"uv run --project {ROOT} python")
    asked = said.parse_args()
    folder: Path = asked.folder.resolve()
    os.chdir(copied(folder))  # where pytest finds what it tests
    reach = Reach(folder, asked.python)
    results = folder / "results.jsonl"
    done = results.read_text("utf-8").splitlines() if results.exists() else []
    for line in done:
        reach.learn(json.loads(line)["by"])
    with results.open("a", encoding="utf-8") as written:
        drawn = filter(is_program, changes(asked.seed, folder / "changes.sqlite"))
        for spec in islice(drawn, len(done), asked.sample):
            result = tried(spec, reach, asked.python, folder)
            reach.learn(result["by"])
            done.append(line := json.dumps(result))
            written.write(line + "\n")
            written.flush()
    found = [json.loads(line) for line in done]
    for one in found:
        if not one["by"]:
            sys.stdout.write(f"{one['at']} ({one['tests']} tests)\n{one['diff']}\n\n")
    killed = sum(bool(one["by"]) for one in found)
    sys.stdout.write(f"{killed} of {len(found)} changes were found out\n")
    return int(killed < 0.9 * len(found))


if __name__ == "__main__":
    sys.exit(main())
