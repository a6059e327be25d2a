"""What is imported is declared, what is declared is used, and every version is pinned."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import distribution, distributions, packages_distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT
from tests.rules.source import PROGRAM, TESTS

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
BRINGS = packages_distributions()
OURS = {"main", "models", "gui", "tests"}
#: Declared, and used otherwise than by an import of ours.
NOT_IMPORTED = {
    "argon2-cffi-bindings": "what argon2-cffi speaks to",
    "qtawesome": "its fonts are read by gui/look/icons.py",
    "tzdata": "zoneinfo reads it where the system has no time zones",
    "pyside6-addons": "Qt Multimedia, under the name of PySide6",
    "pytest-xdist": "a plugin of pytest",
    "coverage": "a command",
    "hatchling": "a command",
    "mypy": "a command",
    "ruff": "a command",
}


def declared(*parts: str) -> list[Requirement]:
    """The requirements of the parts of pyproject.toml that are meant."""
    project, groups = PYPROJECT["project"], PYPROJECT["dependency-groups"]
    extras = project["optional-dependencies"].values()
    lists = {
        "program": [project["dependencies"]],
        "extras": extras,
        "dev": [groups["dev"]],
    }
    return [Requirement(text) for part in parts for texts in lists[part] for text in texts]


def imported(files: Iterable[Path]) -> dict[str, str]:
    """The outermost names of what these files import from others, each with one that does."""
    return {
        name: str(path.relative_to(ROOT))
        for path in files
        for name in names(path.read_text("utf-8"))
        if name not in sys.stdlib_module_names and name not in OURS
    }


@cache
def names(source: str) -> frozenset[str]:
    """The outermost names that a source imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return frozenset(found)


def packages_of(name: str) -> set[str]:
    """The packages of the registry that bring a module."""
    return {canonicalize_name(package) for package in BRINGS.get(name, ())}


def undeclared(files: Iterable[Path], *parts: str) -> dict[str, str]:
    known = {canonicalize_name(requirement.name) for requirement in declared(*parts)}
    return {name: path for name, path in imported(files).items() if not packages_of(name) & known}


def test_what_the_program_imports_is_declared() -> None:
    assert undeclared(PROGRAM, "program", "extras") == {}


def test_what_the_tests_import_is_declared() -> None:
    """A script with an environment of its own declares it at its head (PEP 723)."""
    ours = [path for path in TESTS if not path.read_text("utf-8").startswith("# /// script\n")]
    assert undeclared(ours, "program", "dev") == {}


def test_what_is_imported_and_not_declared_is_seen() -> None:
    assert names("import PIL.Image\ndef f():\n    from numpy.linalg import norm") == {
        "PIL",
        "numpy",
    }
    assert "PIL" in undeclared(TESTS, "program")


def test_what_is_declared_is_used() -> None:
    for files, parts in ((PROGRAM, ("program", "extras")), ([*PROGRAM, *TESTS], ("dev",))):
        used = {package for name in imported(files) for package in packages_of(name)}
        wanted = {canonicalize_name(requirement.name) for requirement in declared(*parts)}
        assert wanted - used <= set(NOT_IMPORTED)


# --- versions ----------------------------------------------------------------------------------

PINS = [Requirement(text) for text in PYPROJECT["tool"]["uv"]["constraint-dependencies"]]
INSTALLED: dict[str, str] = {
    canonicalize_name(there.name): there.version for there in distributions()
}


def needed() -> set[str]:
    """All that is declared and installed here, with what that needs in turn."""
    seen: set[tuple[str, str]] = set()
    waiting = [each for wanted in declared("program", "extras", "dev") for each in parts_of(wanted)]
    while waiting:
        name, extra = part = waiting.pop()
        if part in seen or name not in INSTALLED:
            continue
        seen.add(part)
        for further in map(Requirement, distribution(name).requires or ()):
            if not further.marker or further.marker.evaluate({"extra": extra}):
                waiting += parts_of(further)
    return {name for name, _ in seen}


def parts_of(wanted: Requirement) -> list[tuple[str, str]]:
    """The package that is wanted, and each extra of it."""
    return [(canonicalize_name(wanted.name), extra) for extra in ("", *wanted.extras)]


def test_every_version_is_pinned_and_is_the_one_that_is_tested() -> None:
    """Where one is missing: `uv run python -m tests.constraints`."""
    pinned: dict[str, str] = {
        canonicalize_name(pin.name): str(pin.specifier).removeprefix("==")
        for pin in PINS
        if not pin.marker or pin.marker.evaluate()
    }
    here = {name: INSTALLED[name] for name in needed()}
    assert {name: pinned.get(name) for name in here if pinned.get(name) != here[name]} == {}


def test_a_pin_is_one_version_and_names_no_registry() -> None:
    for pin in PINS:
        assert re.fullmatch(r"==[\w.]+", str(pin.specifier)), pin
        assert not pin.url, pin
