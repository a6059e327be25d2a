"""Sums as columns of whole numbers: packed into a few bytes, unpacked, and added up.

The first column of every part is a code (a product, an hour, a time), the others are what is
counted under it.
"""

from array import array
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, numpy.dtype[numpy.int64]]

_FOUR, _EIGHT = (size.to_bytes(8, "little") for size in (4, 8))  # bytes a number
#: So many places of a list may stay empty, beside four for each sum, before the sums are sorted.
SPARE = 100_000


def packed(columns: Iterable[Iterable[int]]) -> bytes:
    """Columns one after the other, in four bytes a number where that is enough for all."""
    numbers = array("q", chain.from_iterable(columns))
    try:
        small = array("i", numbers)
    except OverflowError:
        return _EIGHT + numbers.tobytes()
    return _FOUR + small.tobytes()


def unpacked(content: bytes, width: int) -> "Numbers":
    import numpy

    size = "<i4" if content[:8] == _FOUR else "<i8"
    return numpy.frombuffer(content, size, offset=8).reshape(width, -1)


def numbers_of(found: Sequence[Sequence[int]], width: int) -> "Numbers":
    import numpy

    return numpy.array(found, dtype="<i8").reshape(-1, width).T


def added(parts: "Sequence[tuple[int, Numbers]]", width: int) -> "Numbers":
    """The parts, each with its sign, as one. In a part the codes are in order and none is twice."""
    import numpy

    parts = [(sign, part) for sign, part in parts if part.size]
    if not parts:
        return numpy.zeros((width, 0), dtype=numpy.int64)
    end = int(max(part[0, -1] for _, part in parts)) + 1
    if end <= 4 * sum(part.shape[1] for _, part in parts) + SPARE:
        whole = _placed(parts, width, end)
    else:
        every = numpy.concatenate([part * sign for sign, part in parts], axis=1)
        every[0] = abs(every[0])
        every = every[:, numpy.argsort(every[0], kind="stable")]
        starts = numpy.flatnonzero(numpy.diff(every[0], prepend=-1))
        whole = numpy.add.reduceat(every, starts, axis=1, dtype=numpy.int64)
        whole[0] = every[0, starts]
    kept = numpy.flatnonzero(numpy.bitwise_or.reduce(whole[1:], axis=0))
    if len(kept) and kept[-1] - kept[0] + 1 == len(kept):  # side by side: nothing to copy
        return whole[:, kept[0] : kept[-1] + 1]
    return whole.take(kept, axis=1)


def largest(numbers: "Numbers", count: int) -> "Numbers":
    """The places of the `count` largest numbers, the largest first, equals as they stand.

    Only those that can be among them are put in order: of 100,000 that takes 0.2 ms, of all 7.
    """
    import numpy

    positions = numpy.arange(len(numbers))
    if len(numbers) > count:
        positions = numpy.flatnonzero(numbers >= numpy.partition(numbers, -count)[-count])
    return positions[(-numbers[positions]).argsort(kind="stable")][:count]


def beside(codes: "Sequence[int] | Numbers", sums: "Numbers") -> "Numbers":
    """The columns of `sums` that belong to these codes, zeros where there are none."""
    import numpy

    found = numpy.zeros((len(sums) - 1, len(codes)), dtype=numpy.int64)
    if sums.shape[1] and len(codes):
        places = sums[0].searchsorted(codes).clip(0, sums.shape[1] - 1)
        there = sums[0, places] == codes
        found[:, there] = sums[1:, places[there]]
    return found


def _placed(parts: "Sequence[tuple[int, Numbers]]", width: int, end: int) -> "Numbers":
    """The parts as one where the codes themselves can be places in a list."""
    import numpy

    whole = numpy.zeros((width, end), dtype=numpy.int64)
    for index, (sign, part) in enumerate(parts):
        first, last = int(part[0, 0]), int(part[0, -1])
        if last - first + 1 == part.shape[1]:  # every code between them: no need to look
            there: Any = slice(first, last + 1)
        else:
            there = part[0].astype(numpy.intp)
        for column in range(1, width):
            if sign < 0:
                whole[column, there] -= part[column]
            elif index:
                whole[column, there] += part[column]
            else:  # nothing stands there yet
                whole[column, there] = part[column]
    whole[0] = numpy.arange(end)
    return whole
