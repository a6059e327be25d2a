"""Customers' messages in files: plain texts, exports of chats, lines of JSON that a bot writes.

A chat's export is one item for what a customer wrote without being answered; what the chat program
says itself and what the shop answered is left out. A line of JSON holds `text`, or `lines` of
`words` (or `sku`), `quantity` and `unit`, and a `request_id` by which it is known again.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.errors import UnreadableFile
from models.settings import preferences
from models.shopping_list.inbox import Incoming
from models.shopping_list.message import chat_line
from models.storage.database import one
from models.storage.tables import Product

#: Of more than so many the newest are taken: nobody answers a chat of ten years.
MESSAGES_LIMIT = 500
SIZE_LIMIT = 64 * 1024 * 1024  # bytes
_FILES = (".txt", ".json", ".jsonl", ".ndjson")
_FILES_LIMIT = 10_000


@dataclass(frozen=True, slots=True)
class Batch:
    """What stands in some files, oldest first; `left_out` older ones are not taken."""

    messages: tuple[Incoming, ...]
    left_out: int


def messages_in(paths: Iterable[str]) -> Batch:
    """The messages in files, and in those of folders. Raises `UnreadableFile`."""
    found = [message for path in _files(paths) for message in _of_file(path)]
    return Batch(tuple(found[-MESSAGES_LIMIT:]), max(0, len(found) - MESSAGES_LIMIT))


def _files(paths: Iterable[str]) -> Iterator[Path]:
    for path in map(Path, paths):
        if not path.is_dir():
            yield path
            continue
        try:
            inside = [x for x in path.iterdir() if x.suffix.lower() in _FILES and x.is_file()]
            inside.sort(key=lambda x: (x.stat().st_mtime_ns, x.name))
        except OSError as error:
            raise UnreadableFile(str(path), "missing") from error
        yield from inside[-_FILES_LIMIT:]


def _of_file(path: Path) -> list[Incoming]:
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise UnreadableFile(str(path), "too_large")
        text = path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError as error:
        raise UnreadableFile(str(path), "missing") from error
    if path.suffix.lower() in _FILES[1:]:
        return list(_of_json(path, text))
    return list(_of_chat(text)) or [Incoming(text, path.name)]


def _of_chat(text: str) -> Iterator[Incoming]:
    """What customers wrote in a row, if the text is the export of a chat."""
    own = preferences.get(preferences.SHOP_NAME).casefold()
    writer, source, said = "", "", list[str]()
    lines = text.splitlines()
    headed = sum(chat_line(line) is not None for line in lines[:50])
    if headed < 2 and not (headed and len(lines) < 50):
        return
    for line in lines:
        head = chat_line(line)
        if head is None:
            if writer:
                said.append(line)
            continue
        name, stamp, words = head
        if name != writer:
            if writer and writer.casefold() != own:
                yield Incoming("\n".join(said), source)
            writer, source, said = name, f"{name} {stamp}", []
        if name:
            said.append(words)
    if writer and writer.casefold() != own:
        yield Incoming("\n".join(said), source)


def _of_json(path: Path, text: str) -> Iterator[Incoming]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            said = json.loads(line)
            words = said["text"] if "text" in said else "\n".join(map(_of_line, said["lines"]))
            yield Incoming(
                str(words), f"request {said.get('request_id') or f'{path.name} {number}'}"
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise UnreadableFile(str(path), "not_json") from error


def _of_line(line: dict[str, Any]) -> str:
    words = str(line.get("words") or line["sku"])
    if (
        named := one(Product.select(Product.name).where(Product.sku == line.get("sku")))
    ) is not None:
        words = named[0]
    return f"{words} {line.get('quantity', 1)} {line.get('unit', '')}".rstrip()
