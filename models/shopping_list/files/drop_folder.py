"""A folder into which another program writes customers' messages, one file a message.

Nothing says when a file is whole, so it is taken when it rests: when it is as it was at the look
before. What is written anew meanwhile is another message and stays.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from models.errors import UnreadableFile, UnusableFolder
from models.shopping_list.files.incoming import FILES, Batch, read_file

#: What stands beside a message, written for the program that brought it.
ANSWER = ".answer.jsonl"
#: Where files go that were read, if they are to be kept apart.
READ = "done"

#: Size in bytes and time of the last change in ns: a file that is written to changes one of them.
_State = tuple[int, int]


class Afterwards(StrEnum):
    """What becomes of a file whose message waits in the shop."""

    STAY = "stay"
    MOVE = "move"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class DroppedFile:
    """A file that rests, and what stands in it; `batch` is None where it cannot be read."""

    path: Path
    state: _State
    batch: Batch | None


class DropFolder:
    """Remembers between two looks what it saw, and what was taken of that."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._seen: dict[str, _State] = {}
        self._taken: dict[str, _State] = {}

    def look(self, most: int) -> list[DroppedFile]:
        """The messages in the oldest `most` files that rest. Raises `UnusableFolder`."""
        try:
            with os.scandir(self.path) as entries:
                now = dict(_messages(entries))
        except OSError as error:
            self._seen.clear()
            raise UnusableFolder(str(self.path), "missing") from error
        at_rest = [
            name for name, state in now.items()
            if self._seen.get(name) == state != self._taken.get(name)
        ]  # fmt: skip
        self._seen = now
        self._taken = {name: state for name, state in self._taken.items() if name in now}
        at_rest.sort(key=lambda name: (now[name][1], name))
        return [self._read(name, now[name]) for name in at_rest[:most]]

    def _read(self, name: str, state: _State) -> DroppedFile:
        path = self.path / name
        try:
            return DroppedFile(path, state, read_file(path, f"{name} {state[1]}"))
        except UnreadableFile:
            return DroppedFile(path, state, None)

    def answer(self, file: DroppedFile, lines: Iterable[str]) -> None:
        """Writes the answer beside a file; whoever sees it sees it whole. Raises `UnusableFolder`.

        What was answered before the program was stopped is answered once more, the same way.
        """
        target = file.path.with_name(file.path.name + ANSWER)
        half = target.with_name(f".{target.name}.part")
        try:
            half.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
            half.replace(target)
        except OSError as error:
            raise UnusableFolder(str(self.path), "not_writable") from error

    def settle(self, file: DroppedFile, afterwards: Afterwards) -> None:
        """Does with a file what is to become of it, and takes it no more.

        Raises `UnusableFolder`; the file stays then, and its message is known.
        """
        self._taken[file.path.name] = file.state
        if afterwards is Afterwards.STAY or file.batch is None:
            return
        try:
            found = file.path.stat()
            if (found.st_size, found.st_mtime_ns) != file.state:
                return
            if afterwards is Afterwards.DELETE:
                file.path.unlink()
            else:
                folder = self.path / READ
                folder.mkdir(exist_ok=True)
                file.path.replace(_free(folder / file.path.name))
            del self._taken[file.path.name]  # the next of that name is another one
        except FileNotFoundError:
            return  # another station was first
        except OSError as error:
            raise UnusableFolder(str(self.path), "not_writable") from error


def _messages(entries: "Iterable[os.DirEntry[str]]") -> Iterator[tuple[str, _State]]:
    for entry in entries:
        name = entry.name.lower()
        if name.startswith(".") or name.endswith(ANSWER) or not name.endswith(FILES):
            continue
        try:
            found = entry.stat()
            if found.st_size and entry.is_file():
                yield entry.name, (found.st_size, found.st_mtime_ns)
        except OSError:
            continue  # gone meanwhile


def _free(path: Path) -> Path:
    """The path, or one like it that nothing is kept under."""
    at = 2
    target = path
    while target.exists():
        target = path.with_name(f"{path.stem} {at}{path.suffix}")
        at += 1
    return target
