"""The watched folder: what rests is taken once, and no file goes before its message waits."""

import os
from pathlib import Path

import pytest

from models.errors import UnusableFolder
from models.shop.opening import Shop
from models.shopping_list.files import drop_folder
from models.shopping_list.files.drop_folder import Afterwards, DropFolder
from tests.models.conftest import postgres_in_the_long_run

pytestmark = postgres_in_the_long_run


@pytest.fixture
def place(shop: Shop, tmp_path: Path) -> DropFolder:
    (tmp_path / "in").mkdir()
    return DropFolder(tmp_path / "in")


def write(place: DropFolder, name: str, text: str = "korek 1", at: int = 1_000) -> Path:
    """A file that was changed at `at` (s)."""
    path = place.path / name
    path.write_text(text, encoding="utf-8")
    os.utime(path, (at, at))
    return path


def looked(place: DropFolder, most: int = 50) -> list[str]:
    """The files that rest, each dealt with."""
    found = place.look(most)
    for file in found:
        place.settle(file, Afterwards.STAY)
    return [file.path.name for file in found]


def test_a_file_is_taken_once_it_rests_the_oldest_first(place: DropFolder) -> None:
    write(place, "2.txt", at=2_000)
    write(place, "1.txt")
    assert looked(place) == [], "it may still be written to"
    write(place, "2.txt", "korek 1\nbear brand", at=2_001)
    assert looked(place) == ["1.txt"]
    assert looked(place) == ["2.txt"]
    assert looked(place) == [], "it stays, and is known"
    write(place, "1.txt", "korek 3", at=3_000)
    assert [looked(place), looked(place)] == [[], ["1.txt"]], "another message of that name"


def test_what_is_no_message_is_left_alone(place: DropFolder) -> None:
    for name in (".half.txt", "a.txt.answer.jsonl", "photo.jpg", "b.txt.part"):
        write(place, name)
    write(place, "empty.txt", "")
    (place.path / "folder.txt").mkdir()
    assert [looked(place), looked(place)] == [[], []]


@pytest.mark.parametrize("afterwards", Afterwards)
def test_what_becomes_of_a_file(place: DropFolder, afterwards: Afterwards) -> None:
    path = write(place, "1.txt")
    place.look(50)
    (file,) = place.look(50)
    place.settle(file, afterwards)
    moved = place.path / "done" / "1.txt"
    assert path.exists() is (afterwards is Afterwards.STAY)
    assert moved.exists() is (afterwards is Afterwards.MOVE)
    place.settle(file, afterwards)  # another station was first


def test_one_moved_before_is_not_written_over(place: DropFolder) -> None:
    for text in ("korek 1", "korek 2"):
        write(place, "1.txt", text)
        place.look(50)
        (file,) = place.look(50)
        place.settle(file, Afterwards.MOVE)
    kept = sorted(path.read_text() for path in (place.path / "done").iterdir())
    assert kept == ["korek 1", "korek 2"]


def test_what_is_written_anew_meanwhile_is_not_deleted(place: DropFolder) -> None:
    path = write(place, "1.txt")
    place.look(50)
    (file,) = place.look(50)
    write(place, "1.txt", "korek 2", at=5_000)
    place.settle(file, Afterwards.DELETE)
    assert path.read_text() == "korek 2"
    assert [looked(place), looked(place)] == [[], ["1.txt"]]


def test_a_folder_that_vanishes_is_told_and_looked_at_anew(place: DropFolder) -> None:
    write(place, "1.txt")
    place.look(50)
    away = place.path.rename(place.path.with_name("away"))
    with pytest.raises(UnusableFolder):
        place.look(50)
    away.rename(place.path)
    assert looked(place) == [], "nobody knows how long it rests"
    assert looked(place) == ["1.txt"]


def test_thousands_of_files_are_taken_in_pieces_and_none_is_left(
    place: DropFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No look asks for more than a bounded number of files, nor goes through the folder anew for
    each of its pieces."""
    monkeypatch.setattr(drop_folder, "_GLANCE", 100)
    for number in range(1_000):
        (place.path / f"{number:05}.txt").touch()
    asked, scans = list[str](), list[Path]()
    scandir = os.scandir

    def state(name: str) -> tuple[int, int]:
        asked.append(name)
        return 1, 1

    def scan(path: Path) -> object:
        scans.append(path)
        return scandir(path)

    monkeypatch.setattr(place, "_state", state)
    monkeypatch.setattr("models.shopping_list.files.drop_folder.os.scandir", scan)
    taken = set[str]()
    for _ in range(300):
        asked.clear()
        found = looked(place)
        assert len(asked) <= 200 + 50
        assert taken.isdisjoint(found)
        taken.update(found)
        if len(taken) == 1_000:
            break
    assert len(taken) == 1_000
    assert len(scans) <= 40


def test_one_that_is_written_anew_among_many_is_found(
    place: DropFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drop_folder, "_GLANCE", 100)
    for number in range(250):
        write(place, f"{number:05}.txt")
    taken = sum(len(looked(place, 100)) for _ in range(12))
    assert taken == 250
    write(place, "00150.txt", "korek 3", at=3_000)
    assert [name for _ in range(8) for name in looked(place)] == ["00150.txt"]


def test_an_answer_is_whole_or_not_there(place: DropFolder) -> None:
    write(place, "1.txt")
    place.look(50)
    (file,) = place.look(50)
    place.answer(file, ["{}", "{}"])
    assert sorted(path.name for path in place.path.iterdir()) == ["1.txt", "1.txt.answer.jsonl"]
    assert (place.path / "1.txt.answer.jsonl").read_text() == "{}\n{}\n"
