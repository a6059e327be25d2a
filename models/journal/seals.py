"""How an entry is sealed onto the one before, and what seals one whose content was removed.

Of an order that is put away (`models.shop.removal.retention`) the entries stay with number, time,
place, kind and hash, so that every chain goes on; their content is gone, and with it what the hash
was computed from. The entry that tells of the removal, sealed like any other, holds a digest of all
of them as they stand from then on.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any

from models.events import DETAIL_REMOVED

Row = dict[str, Any]

#: How entries are written: 1 by program 0.1; 2 names the request, inside the seal; 3 holds the
#: rows that were written with it.
VERSION = 3

encode = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode

_KIND, _PAYLOAD, _IMAGES = 4, 6, 10  # places in a whole entry
_REMOVED = '{"removed_by":'


def sealed(
    sequence: int, at: int, station: str, staff: str, kind: str, order: int | None,
    payload: str, previous: str, version: int = VERSION, request_id: str | None = None,
    row_images: str | None = None,
) -> Row:  # fmt: skip
    """An entry with the hash that seals it: SHA-256 over all its columns and the hash before."""
    columns = [sequence, at, station, staff, kind, order, payload, previous]
    if version > 1:
        columns += [version, request_id]
    if version > 2:
        columns.append(row_images)
    text = encode(columns)
    return {
        "sequence": sequence,
        "at": at,
        "station": station,
        "staff": staff,
        "kind": kind,
        "order": order,
        "payload": payload,
        "previous": previous,
        "hash": hashlib.sha256(text.encode()).hexdigest(),
        "version": version,
        "request_id": request_id,
        "row_images": row_images,
    }


def is_sealed(row: Sequence[Any]) -> bool:
    """Whether the last column of an entry is the hash of those before it."""
    try:
        return bool(sealed(*row[:-1])["hash"] == row[-1])
    except (TypeError, ValueError):  # no text or number that we ever wrote
        return False


# --- what was removed -----------------------------------------------------------------------


def content_removed(by: int) -> str:
    """What stands as the payload of an entry whose content the entry `by` removed."""
    return encode({"removed_by": by})


def is_removed(payload: str) -> bool:
    """Whether that stands there."""
    return payload.startswith(_REMOVED)


def removed_by(row: Sequence[Any]) -> int:
    """The entry that removed the content of this whole one; 0 where it has its content."""
    try:
        by = json.loads(row[_PAYLOAD])["removed_by"] if is_removed(row[_PAYLOAD]) else 0
        return by if by > row[0] else 0
    except (AttributeError, LookupError, TypeError, ValueError):  # nothing that we ever wrote
        return 0


def without_content(row: Sequence[Any], by: int) -> tuple[Any, ...]:
    """A whole entry as the entry `by` left it."""
    return (*row[:_PAYLOAD], content_removed(by), *row[_PAYLOAD + 1 : _IMAGES], None, row[-1])


class Digest:
    """Of entries without content, in their order."""

    def __init__(self, entries: Iterable[Sequence[Any]] = ()) -> None:
        self._digest, self.entries, self.first = hashlib.sha256(), 0, 0
        for row in entries:
            self.add(row)

    def add(self, row: Sequence[Any]) -> None:
        """One more of them."""
        self.first = self.first or row[0]
        self.entries += 1
        self._digest.update(encode(list(row)).encode())

    def facts(self) -> Row:
        """What the entry that tells of the removal holds of them."""
        return {"entries": self.entries, "seal": self._digest.hexdigest()}

    def is_told_by(self, payload: Row) -> bool:
        """Whether that is what such an entry holds."""
        return {name: payload.get(name) for name in ("entries", "seal")} == self.facts()


class Chain:
    """The entries of a journal, read in their order after the entry `after`.

    `heads` are number and seal of the newest entry of each station, to begin with those at
    `after`. Of a part (`is_part`) nobody asks for what stands before it.
    """

    def __init__(
        self, after: int = 0, heads: dict[str, tuple[int, str]] | None = None, *,
        is_part: bool = False,
    ) -> None:  # fmt: skip
        self.newest = after
        self.heads = dict(heads or {})
        self._is_part = is_part
        self._removed: dict[int, Digest] = {}

    def fault(self, row: Sequence[Any]) -> str:
        """What is wrong with the next whole entry: empty, `missing`, `changed` or `chain`."""
        self.newest += 1
        sequence, _, station, _, kind, _, payload, previous, *_, seal = row
        if sequence != self.newest:
            return "missing"
        if previous != self.heads.get(station, (0, ""))[1]:
            return "chain"
        if is_sealed(row):
            if kind == DETAIL_REMOVED and not self._tells_rightly(sequence, payload):
                return "changed"
        elif not self._note_removed(row):
            return "changed"
        self.heads[station] = (sequence, seal)
        return ""

    def unsealed(self) -> int | None:
        """The first entry whose content is gone, and of which no entry tells; None without any."""
        return min((digest.first for digest in self._removed.values()), default=None)

    def _note_removed(self, row: Sequence[Any]) -> bool:
        if by := removed_by(row):
            self._removed.setdefault(by, Digest()).add(row)
        return bool(by)

    def _tells_rightly(self, sequence: int, payload: str) -> bool:
        found = self._removed.pop(sequence, None) or Digest()
        return self._is_part or found.is_told_by(json.loads(payload))
