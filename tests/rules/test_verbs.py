"""A page says its verbs by `context.run` and calls none itself; which they are, `VERBS` says."""

import ast
import importlib
from collections.abc import Iterator
from typing import Any

from models.journal.verbs import VERBS
from tests.conftest import ROOT
from tests.rules.source import GUI, import_all

#: What speaks before there is a window, or has none.
WITHOUT_WINDOWS = {
    path for name in ("command_line", "first_run") for path in (ROOT / "gui" / name).rglob("*.py")
}
PAGES = sorted({*GUI} - WITHOUT_WINDOWS)


def all_verbs() -> set[Any]:
    import_all()
    return set(VERBS.values())


def known_names(tree: ast.AST) -> dict[str, Any]:
    """What the names that a module imports from `models` stand for."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "models":
            package = importlib.import_module(node.module or "")
            for alias in node.names:
                found = getattr(package, alias.name, None)
                if found is None:
                    found = importlib.import_module(f"{node.module}.{alias.name}")
                names[alias.asname or alias.name] = found
    return names


def meant(node: ast.AST, names: dict[str, Any]) -> Any:
    """What `orders.place`, or `place`, stands for; None for anything else."""
    if isinstance(node, ast.Name):
        return names.get(node.id)
    if isinstance(node, ast.Attribute) and (owner := meant(node.value, names)) is not None:
        return getattr(owner, node.attr, None)
    return None


def calls_a_verb(source: str, verbs: set[Any]) -> Iterator[str]:
    tree = ast.parse(source)
    names = known_names(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and any(meant(node.func, names) is verb for verb in verbs):
            yield f"{node.lineno}: {ast.unparse(node.func)}"


def test_no_page_calls_a_verb_itself() -> None:
    verbs = all_verbs()
    found = {
        str(path.relative_to(ROOT)): breaches
        for path in PAGES
        if (breaches := list(calls_a_verb(path.read_text("utf-8"), verbs)))
    }
    assert found == {}


def test_the_rule_sees_a_breach() -> None:
    verbs = all_verbs()
    said = "from models.orders import orders\nself.context.run(partial(orders.cancel, 7))"
    assert list(calls_a_verb(said, verbs)) == []
    called = "def f():\n    from models.orders import orders\n    orders.cancel(7)"
    assert list(calls_a_verb(called, verbs)) == ["3: orders.cancel"]
    called = "from models.shop.undo import undo as back\nback(7)"
    assert list(calls_a_verb(called, verbs)) == ["2: back"]


def test_every_verb_has_a_name_of_its_own() -> None:
    assert len(all_verbs()) == len(VERBS) >= 50
