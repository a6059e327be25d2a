"""Which times in the journal can be believed, when a clock stood wrong for a while."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise


def believed(times: Sequence[int]) -> list[int]:
    """Which of these `times` (UTC ms), in the order in which they were written down, are to be
    believed: the places of the most that follow one another.

    The others were written while a clock stood wrong, ahead or behind. Of two ways to choose, the
    later entries are believed: then it was put right.
    """
    if all(before <= after for before, after in pairwise(times)):
        return list(range(len(times)))
    ends: list[int] = []  # the earliest time with which so many can end
    places: list[int] = []
    before: list[int] = []  # the place that is followed, -1 for none
    for place, moment in enumerate(times):
        length = bisect_right(ends, moment)
        before.append(places[length - 1] if length else -1)
        ends[length : length + 1] = [moment]
        places[length : length + 1] = [place]
    found = [places[-1]]
    while before[found[-1]] >= 0:
        found.append(before[found[-1]])
    return found[::-1]
