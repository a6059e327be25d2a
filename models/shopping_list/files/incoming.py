"""Customers' messages in files: plain texts, exports of chats, lines of JSON that a bot writes.

A chat's export is one item for what a customer wrote without being answered; what the chat program
says itself and what the shop answered is left out. A line of JSON holds `text`, or `lines` of
`words` or `sku` with `quantity` and `unit`, and a `request_id` by which it is known again. What
cannot be used of it is told (`Fault`), and the wish waits to be asked about.
"""

import json
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import chain, islice
from pathlib import Path
from typing import Any, TextIO

from models.amounts import ONE
from models.errors import UnreadableFile
from models.settings import preferences
from models.shopping_list import coded
from models.shopping_list.inbox import Incoming
from models.shopping_list.message import chat_line

#: Of more than so many that no program asked for the newest are taken: nobody answers a chat of
#: ten years.
MESSAGES_LIMIT = 500
SIZE_LIMIT = 64 * 1024 * 1024  # bytes
FILES = (".txt", ".json", ".jsonl", ".ndjson")
_FILES_LIMIT = 10_000
_MOST = 999_999_999  # of anything
_WORDS_LIMIT = 200
#: Letters of a message that are looked at: more are of no list.
MESSAGE_LIMIT = 1_000_000
#: Letters of one value of JSON, which is read at a stroke.
_VALUE_LIMIT = 4_000_000
#: Lines by which it is told what a text is.
_HEAD = 50


@dataclass(frozen=True, slots=True)
class Fault:
    """What of a line of JSON could not be used: `line` of the file and `wish` in it, from 1 (0 for
    the whole line). `reason`: `not_json`, `no_wishes`, `unknown_sku` or `quantity`."""

    file: str
    line: int
    wish: int
    reason: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """What stands in some files, oldest first; `left_out` older ones are not taken."""

    messages: tuple[Incoming, ...]
    left_out: int = 0
    faults: tuple[Fault, ...] = ()


def messages_in(paths: Iterable[str]) -> Batch:
    """The messages in files, and in those of folders.

    Raises `UnreadableFile`, also for a file of JSON in which nothing can be used.
    """
    batches = [_used(path) for path in _files(paths)]
    found = [message for batch in batches for message in batch.messages]
    free = [message for message in found if not message.request]
    left_out = set(map(id, free[:-MESSAGES_LIMIT]))
    taken = tuple(message for message in found if id(message) not in left_out)
    older = len(left_out) + sum(batch.left_out for batch in batches)
    return Batch(taken, older, tuple(x for batch in batches for x in batch.faults))


def _used(path: Path) -> Batch:
    batch = read_file(path)
    if batch.faults and not batch.messages:
        raise UnreadableFile(str(path), "not_json")
    return batch


def _files(paths: Iterable[str]) -> Iterator[Path]:
    for path in map(Path, paths):
        if not path.is_dir():
            yield path
            continue
        try:
            inside = [x for x in path.iterdir() if x.suffix.lower() in FILES and x.is_file()]
            inside.sort(key=lambda x: (x.stat().st_mtime_ns, x.name))
        except OSError as error:
            raise UnreadableFile(str(path), "missing") from error
        yield from inside[-_FILES_LIMIT:]


def read_file(path: Path, source: str = "") -> Batch:
    """The messages of one file; `source` tells it from others, by default its name.

    Raises `UnreadableFile`.
    """
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise UnreadableFile(str(path), "too_large")
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            if path.suffix.lower() in FILES[1:]:
                return _of_json(path, source or path.name, file)
            first = list(islice(file, _HEAD))
            if _is_chat(first):
                return _newest(_of_chat(chain(first, file)))
            text = "".join(first) + file.read(MESSAGE_LIMIT)
            return Batch((Incoming(text, source or path.name),))
    except OSError as error:
        raise UnreadableFile(str(path), "missing") from error


def _newest(messages: Iterable[Incoming]) -> Batch:
    """No more than one takes, however many years a chat is old."""
    kept = deque[Incoming](maxlen=MESSAGES_LIMIT)
    count = 0
    for message in messages:
        kept.append(message)
        count += 1
    return Batch(tuple(kept), count - len(kept))


def _is_chat(first: Sequence[str]) -> bool:
    """Whether a text that begins with these lines is the export of a chat."""
    headed = sum(chat_line(line) is not None for line in first)
    return headed > 1 or (headed == 1 and len(first) < _HEAD)


def _of_chat(lines: Iterable[str]) -> Iterator[Incoming]:
    """What customers wrote in a row, in the lines of an export."""
    own = preferences.get(preferences.SHOP_NAME).casefold()
    writer, source, said = "", "", list[str]()
    for line in lines:
        line = line.rstrip("\n")
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


def _of_json(path: Path, source: str, file: TextIO) -> Batch:
    name = path.name
    messages, faults = list[Incoming](), list[Fault]()
    for number, said in _requests(path, file):
        if not isinstance(said, dict):
            faults.append(Fault(name, number, 0, "not_json", str(said)[:80]))
            continue
        wanted = said.get("lines")
        if isinstance(said.get("text"), str):
            words = said["text"]
        elif isinstance(wanted, list) and wanted:
            written = [_wish(wish) for wish in wanted]
            words = "\n".join(words for words, _ in written if words)
            for at, (_, wrong) in enumerate(written, 1):
                faults += [Fault(name, number, at, *reason) for reason in wrong]
        else:
            words = ""
            faults.append(Fault(name, number, 0, "no_wishes", str(said)[:80]))
        if words.strip():
            request = str(said.get("request_id") or "")
            messages.append(Incoming(words, f"{source} {number}", request=request, line=number))
    return Batch(tuple(messages), faults=tuple(faults))


def _requests(path: Path, file: TextIO) -> Iterator[tuple[int, Any]]:
    """What stands on each line, and its number; a file that is one value may be set in lines.

    What is no JSON comes as it is written. Raises `UnreadableFile` where one value is so large that
    the windows would wait for it.
    """
    begun = file.read(_VALUE_LIMIT)
    try:
        whole = json.loads(begun)
    except (ValueError, RecursionError):
        for number, line in enumerate(_whole_lines(begun, file), 1):
            if len(line) >= _VALUE_LIMIT:
                raise UnreadableFile(str(path), "too_large") from None
            if line.strip():
                try:
                    yield number, json.loads(line)
                except (ValueError, RecursionError):
                    yield number, line.rstrip("\n")
    else:
        yield from enumerate(whole if isinstance(whole, list) else [whole], 1)


def _whole_lines(begun: str, file: TextIO) -> Iterator[str]:
    """The lines of a text of which some was read before."""
    *lines, last = begun.split("\n")
    yield from lines
    yield last + file.readline(_VALUE_LIMIT)
    yield from file


def _wish(said: Any) -> tuple[str, list[tuple[str, str]]]:
    """A wish as a line of the message, and what of it could not be used."""
    if not isinstance(said, dict):
        return " ".join(str(said).split())[:_WORDS_LIMIT], [("no_wishes", str(said)[:80])]
    wrong = list[tuple[str, str]]()
    words, sku, unit = (str(said.get(key) or "") for key in ("words", "sku", "unit"))
    sku, unit = sku.strip()[:64], "".join(c for c in unit if c.isalpha())[:20]
    words = " ".join(words.split())[:_WORDS_LIMIT]
    if not (words or sku):
        return "", [("no_wishes", str(said)[:80])]
    is_counted = bool("quantity" in said or unit or sku)
    product = coded.product_of(sku) if sku else None
    if product is None:
        wrong += [("unknown_sku", sku)] if sku else []
        words, sku = words or sku, ""
    if not is_counted:
        return words, wrong  # how much may stand in the words
    quantity = _quantity(said.get("quantity", 1))
    if quantity is None:
        wrong.append(("quantity", str(said["quantity"])[:80]))
    return coded.written(sku, words or (product[1] if product else ""), quantity, unit), wrong


def _quantity(said: Any) -> int | None:
    """Thousandths; None for what is no amount."""
    if isinstance(said, bool) or not isinstance(said, int | float | str):
        return None
    try:
        value = Decimal(str(said)[:40].strip().replace(",", ".")) * ONE
    except InvalidOperation:
        return None
    if not value.is_finite() or not 0 < value <= _MOST * ONE or value != value.to_integral_value():
        return None
    return int(value)
