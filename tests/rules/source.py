"""What the rules read: the files of the program, its modules by name, and its classes."""

import importlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TypeVar

from tests.conftest import ROOT

Kind = TypeVar("Kind")

MODELS = sorted((ROOT / "models").rglob("*.py"))
GUI = sorted((ROOT / "gui").rglob("*.py"))
PROGRAM = [ROOT / "main.py", *MODELS, *GUI]
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def _names(paths: Iterable[Path]) -> list[str]:
    """What is imported; a migration is not, its name is a number."""
    return sorted(
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in paths
        if "migrations" not in path.parts
    )


MODULES = _names([*MODELS, *GUI])
GUI_MODULES = _names(GUI)


@cache
def import_all() -> None:
    """Imports every module of the program, so that all there is of a kind is known."""
    for module in MODULES:
        importlib.import_module(module)


def subclasses(kind: type[Kind]) -> list[type[Kind]]:
    """Every class of the program that comes from this one, however far down."""
    import_all()
    found: set[type[Kind]] = set()
    waiting = kind.__subclasses__()
    while waiting:
        child = waiting.pop()
        waiting += child.__subclasses__()
        if child.__module__ in MODULES:
            found.add(child)
    return sorted(found, key=lambda child: (child.__module__, child.__qualname__))
