"""The folder that `packaging/build.py` made starts, shows every page and does what it should,
without the Python and the libraries that made it."""

import os
import pickle
import subprocess
from pathlib import Path
from typing import Any

import PySide6
import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.long

BUILT = ROOT / "build" / "botbelanja"
PROGRAM = BUILT / "botbelanja"
OUR_QT = str(Path(PySide6.__file__).parent)
MOST = 120  # MB unpacked; docs/decisions.md says what takes the room

if not PROGRAM.exists():
    pytest.skip("packaging/build.py was not run here", allow_module_level=True)


def said(*words: str, home: Path, **more: Any) -> subprocess.CompletedProcess[str]:
    """Runs the built program at a home where nothing is, from a folder far away."""
    environment = {"HOME": str(home), "PATH": "/nowhere", "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [PROGRAM, *words], cwd="/", env=environment, capture_output=True, text=True, timeout=600,
        **more,
    )  # fmt: skip


class _Task:
    """What is done where it is unpickled."""

    def __init__(self, code: str) -> None:
        self._code = code

    def __reduce__(self) -> tuple[object, ...]:
        return exec, (self._code, {})


def inside(code: str, home: Path) -> subprocess.CompletedProcess[str]:
    """Runs `code` in the built program, which takes it for a task of its own processes.

    What the program has not, such as these tests, is lent from here.
    """
    lent = f"sys.path.append({str(ROOT)!r})", f"PySide6.__path__.append({OUR_QT!r})"
    task = _Task("\n".join(("import sys, PySide6", *lent, code, "sys.exit()")))
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as pipe:
        pipe.write(pickle.dumps({}) + pickle.dumps(task))
    handles = f"tracker_fd={reading}", f"pipe_handle={reading}"
    return said("--multiprocessing-fork", *handles, home=home, pass_fds=(reading,))


@pytest.mark.skipif(os.name != "posix", reason="elsewhere other files are left out")
def test_it_is_as_small_as_it_was() -> None:
    size = sum(path.lstat().st_size for path in BUILT.rglob("*"))
    assert size < MOST * 1_000_000
    broken = [path for path in BUILT.rglob("*") if path.is_symlink() and not path.exists()]
    assert broken == []


def test_it_finds_itself_fit(tmp_path: Path) -> None:
    examined = said("doctor", "--language", "en", home=tmp_path)
    assert examined.returncode == 0, examined.stdout + examined.stderr


def test_all_that_it_imports_is_in_it(tmp_path: Path) -> None:
    """Pages, verbs and drivers are imported when they are needed."""
    code = (
        "import importlib, pkgutil, gui, models\n"
        "for package in (gui, models):\n"
        "    for module in pkgutil.walk_packages(package.__path__, package.__name__ + '.'):\n"
        "        importlib.import_module(module.name)\n"
        "        print(module.name)\n"
    )
    imported = inside(code, tmp_path)
    assert imported.stderr == ""
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for folder in ("gui", "models")
        for path in (ROOT / folder).rglob("*.py")
        if path.name != "__init__.py" and "migrations" not in path.parts
    ]
    assert set(modules) <= set(imported.stdout.split())


def test_what_it_brings_works(tmp_path: Path) -> None:
    code = (
        "from pathlib import Path\n"
        "from tests.packaging.in_built_folder import faults\n"
        f"print(*faults(Path({str(tmp_path)!r})), sep='\\n')\n"
    )
    told = inside(code, tmp_path)
    assert (told.stdout.strip(), told.returncode) == ("", 0), told.stderr


def test_the_main_job_is_done_in_it_and_every_page_is_shown(tmp_path: Path) -> None:
    """The tour, for which Qt's test module of the same version is lent."""
    version = inside("print(PySide6.__version__)", tmp_path).stdout.strip()
    if version != PySide6.__version__:
        pytest.skip(f"it was built with Qt {version}, the tests have {PySide6.__version__}")
    code = (
        "from pathlib import Path\n"
        "from tests import tour\n"
        f"sys.exit(tour.play(Path({str(tmp_path / 'pictures')!r}), 'id', 'light', 14))\n"
    )
    played = inside(code, tmp_path)
    assert played.returncode == 0, played.stdout + played.stderr
    assert "the tour is over" in played.stdout
