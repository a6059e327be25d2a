"""Importing a module does nothing: no file, window or thread, and nothing heavy too early."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.rules.source import MODULES

HEAVY = {"numpy", "openpyxl", "psycopg", "segno", "biip", "barcode", "PIL"}

WATCH = """
import sys, threading
sys.path.insert(0, {root!r})
deeds = []
def watch(event, given):
    if event == "open" and isinstance(given[1], str) and set(given[1]) & set("wax+"):
        deeds.append(f"{{module}} writes {{given[0]}}")
    elif event in ("subprocess.Popen", "socket.connect", "os.mkdir", "os.remove"):
        deeds.append(f"{{module}}: {{event}} {{given}}")
sys.addaudithook(watch)
import importlib
from models.storage import postgres_driver
postgres_driver.hide()
for module in {modules!r}:
    importlib.import_module(module)
    if threading.active_count() > 1:
        deeds.append(f"{{module}} starts a thread")
    core = sys.modules.get("PySide6.QtCore")
    if core and core.QCoreApplication.instance():
        deeds.append(f"{{module}} makes an application")
deeds += [f"{{name}} is imported" for name in {heavy!r} if sys.modules.get(name)]
print("\\n".join(deeds))
"""


def deeds_of_importing(modules: list[str], heavy: set[str], root: Path = ROOT) -> str:
    code = WATCH.format(modules=modules, heavy=sorted(heavy), root=str(root))
    done = subprocess.run(
        [sys.executable, "-B", "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stdout.strip() + done.stderr.strip()


def test_importing_the_program_loads_nothing_heavy() -> None:
    assert deeds_of_importing(["main"], HEAVY | {"PySide6", "peewee"}) == ""


def test_home_waits_for_nothing_that_reads_or_cleans_what_people_write() -> None:
    first = ["gui.startup", "gui.application", "gui.home.page", "gui.shell.announcements.whats_new"]
    later = {
        "models.shopping_list.message", "models.text.personal_words",
        "models.shop.offline.send_queue", "gui.shell.sign_in.recovery", "PySide6.QtPrintSupport",
        "gui.widgets.text.markdown",
    }  # fmt: skip
    assert deeds_of_importing(first, HEAVY | later) == ""


def test_importing_everything_does_nothing() -> None:
    assert deeds_of_importing(MODULES, HEAVY) == ""


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("open('left_behind', 'w')", "writes"),
        (
            "import threading, time; threading.Thread(target=time.sleep, args=(1,)).start()",
            "thread",
        ),
        ("from PySide6.QtCore import QCoreApplication; a = QCoreApplication([])", "application"),
        ("import openpyxl", "openpyxl is imported"),
    ],
)
def test_a_deed_is_seen(tmp_path: Path, line: str, seen: str) -> None:
    (tmp_path / "hasty.py").write_text(line.replace("left_behind", str(tmp_path / "left_behind")))
    assert seen in deeds_of_importing(["hasty"], HEAVY, tmp_path)
