"""What `pip install` brings: one name in site-packages, with all that the program reads there."""

import subprocess
import sys
import zipfile
from configparser import ConfigParser
from pathlib import Path

import pytest

from models.session import PROGRAM_VERSION
from models.settings import privacy
from models.shop.opening import open_shop
from tests.conftest import ROOT

SITE = "import sys; sys.path.insert(0, sys.argv.pop(1)); import botbelanja; "


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of packages in which the wheel was unpacked, as pip does it."""
    folder = tmp_path_factory.mktemp("wheel")
    build = ("-m", "hatchling", "build", "-t", "wheel", "-d", str(folder))
    subprocess.run([sys.executable, *build], cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    packages = folder / "site packages é"
    with zipfile.ZipFile(wheel) as file:
        file.extractall(packages)
    return packages


def said(site: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Runs what both commands of the package run, far away from the source."""
    program = [sys.executable, "-I", "-c", f"{SITE}sys.exit(botbelanja.main())", str(site)]
    return subprocess.run([*program, *words], cwd="/", capture_output=True, text=True, check=False)


def test_it_puts_one_name_beside_all_others(site: Path) -> None:
    information = f"botbelanja-{PROGRAM_VERSION}.dist-info"
    assert {entry.name for entry in site.iterdir()} == {"botbelanja", information}
    commands = ConfigParser()
    commands.read(site / information / "entry_points.txt")
    assert dict(commands["console_scripts"]) == {"botbelanja-cli": "botbelanja:main"}
    assert dict(commands["gui_scripts"]) == {"botbelanja": "botbelanja:main"}


def test_all_that_the_program_reads_is_in_it(site: Path) -> None:
    def files(root: Path) -> set[Path]:
        return {
            path.relative_to(root)
            for folder in ("gui", "models", "resources")
            for path in (root / folder).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }

    assert files(site / "botbelanja") == files(ROOT)
    assert (site / "botbelanja" / "CHANGELOG.md").exists(), "its words are shown after an update"


def test_it_runs_from_anywhere(site: Path, tmp_path: Path) -> None:
    shop = tmp_path / "shop.sqlite3"
    with open_shop(str(shop)):
        privacy.accept(privacy.policy("id"))
    assert said(site, "--version").stdout == f"BotBelanja {PROGRAM_VERSION}\n"
    answer = said(site, "verify", "--database", str(shop), "--language", "en")
    assert (answer.returncode, answer.stderr) == (0, "")
    assert "intact" in answer.stdout
