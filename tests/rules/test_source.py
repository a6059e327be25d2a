"""What the program's source must not say. Each rule is shown a breach first, and must see it."""

import ast
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.rules.source import GUI, MODELS, PROGRAM, TESTS

FAULTS = sorted((ROOT / "tests" / "faults").rglob("*.py"))  # a kill comes at a random moment
WITHOUT_THE_LOG = sorted({*PROGRAM} - {ROOT / "gui" / "runtime" / "log_file.py"})
WITHOUT_WORDS = sorted({*GUI} - {ROOT / "gui" / "widgets" / "text" / "plain_text.py"})
OUTSIDE_THE_BOXES = sorted({*GUI} - {ROOT / "gui" / "widgets" / "fields" / "boxes.py"})
#: Lists by nature, which are easier to read on one page.
LISTS = {"tables.py", "errors.py", "error_messages.py", "0001_first_shop.py"}

Rule = Callable[[ast.AST], Iterator[ast.AST]]


def saves_a_whole_row(tree: ast.AST) -> Iterator[ast.AST]:
    """`Model.save()` and `delete_instance()` undo what another station wrote in between."""
    for call in calls(tree):
        name = called(call)
        if name == "delete_instance" or (name == "save" and not call.args):
            yield call


def holds_itself_in_a_connection(tree: ast.AST) -> Iterator[ast.AST]:
    """A window that a signal holds by a lambda, a partial or a closure is never freed."""
    if all(called(call) != "connect" for call in calls(tree)):
        return
    for function in (node for node in nodes(tree) if isinstance(node, ast.FunctionDef)):
        within = list(ast.walk(function))
        inner = {f.name: f for f in within if isinstance(f, ast.FunctionDef)}
        for call in (node for node in within if isinstance(node, ast.Call)):
            if called(call) != "connect" or not call.args:
                continue
            slot: ast.AST = call.args[0]
            if isinstance(slot, ast.Name) and slot.id in inner and inner[slot.id] is not function:
                slot = inner[slot.id]
            holders = (ast.Lambda, ast.Call, ast.FunctionDef)
            if any(isinstance(x, holders) and mentions(x, "self") for x in ast.walk(slot)):
                yield call


def translates_what_changes(tree: ast.AST) -> Iterator[ast.AST]:
    """A text with values in it is never found in a translation file: format it afterwards."""
    for call in calls(tree):
        of_painter = isinstance(call.func, ast.Attribute) and called(call) == "translate"
        texts = {"tr": call.args[:1], "translate": call.args[:2], "marked": call.args[:2]}
        for text in () if of_painter else texts.get(called(call), ()):
            built = isinstance(text, ast.JoinedStr | ast.BinOp)
            if built or (isinstance(text, ast.Call) and called(text) in ("format", "join")):
                yield call


def turns_the_event_loop_by_hand(tree: ast.AST) -> Iterator[ast.AST]:
    """`processEvents` runs anything at any time: ask in the background instead."""
    yield from (call for call in calls(tree) if called(call) == "processEvents")


def fetches_from_afar(tree: ast.AST) -> Iterator[ast.AST]:
    """What is needed is passed; nothing is fetched from a singleton."""
    yield from (call for call in calls(tree) if called(call) == "instance")
    yield from (node for node in nodes(tree) if isinstance(node, ast.Global))


def cuts_a_text_itself(tree: ast.AST) -> Iterator[ast.AST]:
    """Qt's `elidedText` cuts numbers in two: `gui.look.theme.elided` keeps them and sizes whole."""
    yield from (call for call in calls(tree) if called(call) == "elidedText")


def takes_the_wheel(tree: ast.AST) -> Iterator[ast.AST]:
    """Qt's boxes turn when a page is scrolled; those of `gui/widgets/fields/boxes.py` do not."""
    kinds = {
        "QComboBox", "QFontComboBox", "QSpinBox", "QDoubleSpinBox", "QDateEdit", "QTimeEdit",
        "QDateTimeEdit", "QSlider", "QDial",
    }  # fmt: skip
    yield from (call for call in calls(tree) if called(call) in kinds)
    for node in nodes(tree):
        if isinstance(node, ast.ClassDef):
            yield from (b for b in node.bases if isinstance(b, ast.Name) and b.id in kinds)


def logs_elsewhere(tree: ast.AST) -> Iterator[ast.AST]:
    """A logger that is not named after its module does not reach the log file."""
    for call in calls(tree):
        if called(call) in ("getLogger", "basicConfig"):
            names = [arg.id for arg in call.args if isinstance(arg, ast.Name)]
            if names != ["__name__"]:
                yield call


def takes_words_for_html(tree: ast.AST) -> Iterator[ast.AST]:
    """A product called `<b>` is called so: `gui/widgets/text/plain_text.py` shows it as it is."""
    for call in calls(tree):
        if called(call) in ("QLabel", "setToolTip") or (
            called(call) == "showText"
            and not any(
                isinstance(text, ast.Call) and called(text) == "plain" for text in call.args
            )
        ):
            yield call


def sleeps(tree: ast.AST) -> Iterator[ast.AST]:
    """A test that sleeps is slow where it need not be, and red where the machine is busy."""
    yield from (call for call in calls(tree) if called(call) in ("sleep", "qSleep", "qWait"))


@lru_cache(maxsize=2)  # all rules look through a file before the next one is read
def nodes(tree: ast.AST) -> list[ast.AST]:
    return list(ast.walk(tree))


@lru_cache(maxsize=2)
def calls(tree: ast.AST) -> list[ast.Call]:
    return [node for node in nodes(tree) if isinstance(node, ast.Call)]


def called(call: ast.Call) -> str:
    """The last name of what is called: `save` in `order.save()`."""
    return str(getattr(call.func, "attr", getattr(call.func, "id", "")))


def mentions(tree: ast.AST, name: str) -> bool:
    return any(isinstance(node, ast.Name) and node.id == name for node in ast.walk(tree))


#: What is emptied by `clear` and is no field that one writes in.
NO_FIELDS = {
    "_asked", "_channels", "_finder", "_labels", "_levels", "_pages", "_steps", "_toast", "_undone",
    "_verdict", "box", "count", "finder", "main_windows", "printer", "quantities", "search", "self",
    "sheet", "verdict",
}  # fmt: skip


def leaves_what_was_typed_to_undo(tree: ast.AST) -> Iterator[ast.AST]:
    """`QLineEdit.clear()` is an edit: Ctrl+Z would bring an earlier customer's words back.
    Empty it with `setText("")`, which begins anew."""
    for call in calls(tree):
        if called(call) == "clear" and isinstance(call.func, ast.Attribute):
            owner = ast.unparse(call.func.value).rpartition(".")[2]
            if owner not in NO_FIELDS:
                yield call


def asks_for_its_neighbour(tree: ast.AST) -> Iterator[ast.AST]:
    """PySide takes a widget that was asked for the next one for the owner of that one: it is kept
    for ever, or dead for Python when its neighbour goes. `controls` and `tab_stops` do not ask."""
    names = ("nextInFocusChain", "previousInFocusChain")
    yield from (call for call in calls(tree) if called(call) in names)


RULES: list[tuple[Rule, list[Path], str]] = [
    (saves_a_whole_row, MODELS, "order.note = 'x'\norder.save()"),
    (saves_a_whole_row, MODELS, "Order.get_by_id(1).delete_instance()"),
    (
        holds_itself_in_a_connection,
        GUI,
        "def build(self):\n    button.clicked.connect(lambda: self.pay())",
    ),
    (
        holds_itself_in_a_connection,
        GUI,
        "def build(self):\n    button.clicked.connect(partial(self.pay, 1))",
    ),
    (
        holds_itself_in_a_connection,
        GUI,
        "def build(self):\n    def pay():\n        self.pay()\n    button.clicked.connect(pay)",
    ),
    (translates_what_changes, GUI, "self.tr(f'{count} lines')"),
    (translates_what_changes, GUI, "translate('errors', 'Number {}'.format(7))"),
    (translates_what_changes, GUI, "self.tr('Total: ' + total)"),
    (turns_the_event_loop_by_hand, PROGRAM, "app.processEvents()"),
    (fetches_from_afar, PROGRAM, "QApplication.instance()"),
    (fetches_from_afar, PROGRAM, "def f():\n    global shop"),
    (
        cuts_a_text_itself,
        sorted({*GUI} - {ROOT / "gui" / "look" / "theme.py"}),
        "metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, 100)",
    ),
    (takes_the_wheel, OUTSIDE_THE_BOXES, "box = QComboBox()"),
    (takes_the_wheel, OUTSIDE_THE_BOXES, "class DayField(QDateEdit): ..."),
    (logs_elsewhere, WITHOUT_THE_LOG, "log = logging.getLogger('botbelanja')"),
    (takes_words_for_html, WITHOUT_WORDS, "name = QLabel(product.name)"),
    (takes_words_for_html, WITHOUT_WORDS, "button.setToolTip(product.name)"),
    (takes_words_for_html, WITHOUT_WORDS, "QToolTip.showText(place, product.name)"),
    (leaves_what_was_typed_to_undo, GUI, "self.search.field.clear()"),
    (asks_for_its_neighbour, GUI, "after = field.nextInFocusChain()"),
    (sleeps, sorted({*TESTS} - {*FAULTS}), "time.sleep(1)"),
]


@pytest.mark.parametrize(("rule", "breach"), [(rule, breach) for rule, _, breach in RULES])
def test_the_rule_sees_a_breach(rule: Rule, breach: str) -> None:
    assert list(rule(ast.parse(breach)))


@pytest.fixture(scope="module")
def breaches() -> dict[Rule, list[str]]:
    """Of each rule, where it is broken; each file is read once."""
    files = {rule: set(paths) for rule, paths, _ in RULES}
    found: dict[Rule, list[str]] = {rule: [] for rule in files}
    for path in [*PROGRAM, *TESTS]:
        tree = ast.parse(path.read_text("utf-8"))
        for rule in files:
            if path in files[rule]:
                found[rule] += [f"{path.relative_to(ROOT)}:{x.lineno}" for x in rule(tree)]  # type: ignore[attr-defined]
    return found


@pytest.mark.parametrize("rule", {rule: None for rule, _, _ in RULES})
def test_the_source_keeps_the_rule(rule: Rule, breaches: dict[Rule, list[str]]) -> None:
    assert not breaches[rule], rule.__doc__


# --- how the house is built -------------------------------------------------------------------

VAGUE = {"util", "utils", "helper", "helpers", "common", "base", "manager", "service", "misc"}


def vague(path: Path) -> bool:
    words = {
        word for part in path.relative_to(ROOT).with_suffix("").parts for word in part.split("_")
    }
    return bool(words & VAGUE)


def test_a_vague_name_is_seen() -> None:
    assert vague(ROOT / "models/order_utils.py")
    assert vague(ROOT / "gui/helpers/paint.py")


def test_every_module_has_a_name_that_says_something() -> None:
    assert [path for path in PROGRAM + TESTS if vague(path)] == []


@pytest.mark.parametrize("path", PROGRAM, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_is_short_and_begins_with_a_sentence(path: Path) -> None:
    text = path.read_text("utf-8")
    length = len(text.splitlines())
    assert length <= 400 or path.name in LISTS, "which two things is this?"
    first = (ast.get_docstring(ast.parse(text)) or "").split("\n")[0]
    assert path.name == "__init__.py" or first.endswith((".", ":", "?"))


#: Folders that hold packages, and how many things may stand in them.
ROOTS = {ROOT / "models": 25, ROOT / "gui": 25}
PACKAGES = sorted({path.parent for path in (*MODELS, *GUI) if path.name == "__init__.py"})


def is_crowded(folder: Path) -> bool:
    """Whether more stands in a folder than one looks through, besides its `__init__`."""
    inside = [p for p in folder.iterdir() if p.suffix == ".py" or (p / "__init__.py").exists()]
    return len(inside) - 1 > ROOTS.get(folder, 15)


def test_a_folder_is_looked_through_at_a_glance(tmp_path: Path) -> None:
    assert [folder for folder in PACKAGES if is_crowded(folder)] == []
    for number in range(17):
        (tmp_path / f"{number}.py").touch()
    assert is_crowded(tmp_path)


def test_a_package_by_itself_loads_nothing() -> None:
    """Its doors are modules; whoever imports one should not load the others."""
    for path in (*MODELS, *GUI):
        if path.name == "__init__.py":
            tree = ast.parse(path.read_text("utf-8"))
            assert len(tree.body) == (ast.get_docstring(tree) is not None), path


def test_resources_are_files_without_code() -> None:
    assert list((ROOT / "resources").rglob("*.py")) == []


def test_the_top_level_is_as_it_was_agreed() -> None:
    with_code = {path.relative_to(ROOT).parts[0] for path in ROOT.glob("*/**/*.py")}
    assert {name for name in with_code if not name.startswith((".", "build"))} <= {
        "gui",
        "models",
        "packaging",
        "tests",
    }
