"""A folder into which another program writes customers' messages, one file a message.

Nothing says when a file is whole, so it is taken when it rests: when it is as it was at the look
before. What is written anew meanwhile is another message and stays.
"""

import os
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from stat import S_ISREG

from models.errors import UnreadableFile, UnusableFolder
from models.shopping_list.files.incoming import FILES, Batch, read_file

#: What stands beside a message, written for the program that brought it.
ANSWER = ".answer.jsonl"
#: Where files go that were read, if they are to be kept apart.
READ = "done"

#: So many files are looked at at once of those that are new, and of those that are known.
_GLANCE = 1_000

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
        self._at_rest: deque[tuple[str, _State]] = deque()
        self._looks = 0

    def look(self, most: int) -> list[DroppedFile]:
        """The messages in the oldest `most` files that rest. Raises `UnusableFolder`.

        The folder is looked through when what rested in it is taken, however much that is.
        """
        if not self._at_rest:
            self._look_through()
        found: list[DroppedFile] = []
        while self._at_rest and len(found) < most:
            name, state = self._at_rest.popleft()
            if self._state(name) == state:
                found.append(self._read(name, state))
        return found

    def _look_through(self) -> None:
        try:
            with os.scandir(self.path) as entries:
                names = [entry.name for entry in entries if _is_message(entry.name)]
        except OSError as error:
            self._seen.clear()
            raise UnusableFolder(str(self.path), "missing") from error
        there = set(names)
        self._seen = {name: state for name, state in self._seen.items() if name in there}
        self._taken = {name: state for name, state in self._taken.items() if name in there}
        fresh = sorted(there - self._taken.keys())
        glanced = [*self._some(fresh), *self._some(sorted(self._taken))]
        now = {name: state for name in glanced if (state := self._state(name)) is not None}
        at_rest = [
            (name, state) for name, state in now.items()
            if self._seen.get(name) == state != self._taken.get(name)
        ]  # fmt: skip
        self._seen |= now
        self._looks += 1
        self._at_rest.extend(sorted(at_rest, key=lambda rest: (rest[1][1], rest[0])))

    def _some(self, names: list[str]) -> list[str]:
        """Where there are more than one looks at, each some are seen twice, and then the next."""
        begin = _GLANCE * (self._looks // 2 % (len(names) // _GLANCE + 1))
        return names[begin : begin + _GLANCE]

    def _state(self, name: str) -> _State | None:
        """What tells a file from what it was before; None for what is none, or empty."""
        try:
            found = (self.path / name).stat()
        except OSError:
            return None  # gone meanwhile
        is_whole = found.st_size and S_ISREG(found.st_mode)
        return (found.st_size, found.st_mtime_ns) if is_whole else None

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


def _is_message(name: str) -> bool:
    name = name.lower()
    return name.endswith(FILES) and not name.startswith(".") and not name.endswith(ANSWER)


def _free(path: Path) -> Path:
    """The path, or one like it that nothing is kept under."""
    at = 2
    target = path
    while target.exists():
        target = path.with_name(f"{path.stem} {at}{path.suffix}")
        at += 1
    return target
