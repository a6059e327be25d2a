"""What a button, an action or a command calls takes nothing by the way.

Qt hands `clicked` and `triggered` to every slot that can take them: one with an optional
parameter gets False in its place (that is how *New product* failed each time it was pressed).
"""

import ast
from collections.abc import Iterator, Mapping

import pytest

from gui.input.commands import COMMANDS
from tests.conftest import ROOT
from tests.rules.source import GUI

#: The table itself names commands and does nothing.
FILES = sorted({*GUI} - {ROOT / "gui" / "input" / "commands.py"})
SIGNALS = ("clicked", "triggered")
#: What makes a command do something; a loop around one of them goes over pairs of both.
BINDERS = ("bind", "button", "_button", "_small_button", "_action", "ActionButton", "connect")
IDS = {command.id for command in COMMANDS}

Function = ast.FunctionDef | ast.AsyncFunctionDef
Slot = ast.Attribute | ast.Name


def slots(tree: ast.AST) -> Iterator[Slot]:
    """Methods that are connected to a press, or stand beside the name of a command."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if _is_press(node) or _names_command(node.args):
                yield from _methods(node.args)
        elif isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if key is not None and _names_command([key]):
                    yield from _methods([value])
        elif isinstance(node, ast.Tuple) and _names_command(node.elts):
            yield from _methods(node.elts)
        elif isinstance(node, ast.For) and _binds(node):
            for pair in (n for n in ast.walk(node.iter) if isinstance(n, ast.Tuple)):
                yield from _methods(pair.elts)


def _is_press(call: ast.Call) -> bool:
    """`button.clicked.connect(…)`"""
    signal = call.func.value if isinstance(call.func, ast.Attribute) else None
    return _name(call.func) == "connect" and signal is not None and _name(signal) in SIGNALS


def _names_command(nodes: list[ast.expr]) -> bool:
    """One of them is the name of a command: `"catalogue.new"`, or `f"window.{name}"`."""
    groups = {id.partition(".")[0] for id in IDS}
    for node in nodes:
        first = node.values[0] if isinstance(node, ast.JoinedStr) and node.values else node
        text = first.value if isinstance(first, ast.Constant) else None
        if not isinstance(text, str):
            continue
        if text in IDS or (isinstance(node, ast.JoinedStr) and text.partition(".")[0] in groups):
            return True
    return False


def _binds(loop: ast.For) -> bool:
    calls = (node for node in ast.walk(loop) if isinstance(node, ast.Call))
    return any(_name(call.func) in BINDERS for call in calls)


def _methods(nodes: list[ast.expr]) -> Iterator[Slot]:
    yield from (node for node in nodes if isinstance(node, ast.Attribute | ast.Name))


def _name(node: ast.AST) -> str:
    return str(getattr(node, "attr", getattr(node, "id", "")))


def functions(tree: ast.AST) -> Iterator[tuple[str, Function]]:
    """All functions with the class they belong to, empty for none."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.Module):
            owner = node.name if isinstance(node, ast.ClassDef) else ""
            yield from ((owner, f) for f in node.body if isinstance(f, Function))


def takes_by_the_way(function: Function) -> bool:
    """Whether something may be handed to it that need not: an optional positional parameter."""
    return bool(function.args.defaults) or function.args.vararg is not None


def breaches(trees: Mapping[str, ast.AST]) -> list[str]:
    """Slots that take something by the way.

    `self.save` is looked for in its own file, `self.key_handlers.pick` in a class `KeyHandlers`,
    and what is not found there in all files: nothing escapes, and a name may have to be a better
    one.
    """
    all_of = {file: list(functions(tree)) for file, tree in trees.items()}
    everywhere = [function for own in all_of.values() for function in own]
    found = set()
    for file, tree in trees.items():
        for slot in slots(tree):
            name, owner = _name(slot), _name(getattr(slot, "value", slot))
            is_own = owner in ("self", name)
            near = [f for _, f in all_of[file] if f.name == name] if is_own else [
                f for kind, f in everywhere
                if f.name == name and kind.lower() == owner.replace("_", "")
            ]  # fmt: skip
            is_far = isinstance(slot, ast.Attribute) and not near
            meant = [f for _, f in everywhere if f.name == name] if is_far else near
            if any(takes_by_the_way(function) for function in meant):
                found.add(f"{file}:{slot.lineno} {name}")
    return sorted(found)


@pytest.mark.parametrize(
    "breach",
    [
        "button.clicked.connect(self.start)",
        "bind(self, 'catalogue.new', self.start)",
        "def handlers(self):\n    return {'catalogue.new': self.start}",
        "for name, slot in (('new', self.start),):\n    self.bind(f'catalogue.{name}', slot)",
        "self.bind(f'catalogue.{name}', pages.form.start)",
    ],
)
def test_a_slot_that_takes_something_by_the_way_is_seen(breach: str) -> None:
    bad = "class Form:\n    def start(self, code=''): ...\n"
    good = "class Form:\n    def start(self, *, code=''): ...\n"
    assert breaches({"form": ast.parse(bad), "page": ast.parse(breach)})
    assert not breaches({"form": ast.parse(good), "page": ast.parse(breach)})


def test_no_slot_takes_anything_by_the_way() -> None:
    trees = {str(path.relative_to(ROOT)): ast.parse(path.read_text("utf-8")) for path in FILES}
    assert breaches(trees) == []
