"""The guide on paper: a page for each page, with its pictures, and every key."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from gui.input.actions import Actions
from gui.input.commands import COMMANDS
from tests import guide, pictures


def test_a_page_of_the_guide_begins_a_page_of_paper(qapp: QApplication, tmp_path: Path) -> None:
    pages = {topic: guide.page(topic, "en") for topic in ("drawer", "board")}
    guide.print_pages(pages, tmp_path / "guide.pdf")
    printed = (tmp_path / "guide.pdf").read_bytes()
    assert printed.count(b"/Type /Page\n") == 2
    assert printed.count(b"/Subtype /Image") == 2


def test_it_is_known_what_each_picture_shows() -> None:
    shown = {pictures.folder_of(picture.name) for picture in pictures.PICTURES.glob("*.png")}
    assert all(folder.is_dir() for folder in shown)
    assert pictures.folder_of("first_run_shop_dark_en.png").name == "first_run"
    assert pictures.folder_of("import_light_id.png").name == "importing"


def test_every_key_stands_on_the_last_page() -> None:
    tables = guide.key_tables(Actions())
    assert {command.text for command in COMMANDS if command.keys} <= {
        line.split(" | ")[0].removeprefix("| ") for line in tables.splitlines()
    }
    assert "| Pay | `F9` `Ctrl+Enter` |" in tables
