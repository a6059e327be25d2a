"""Sums that are packed come out as they went in, and add up as those of a list would."""

from collections import defaultdict

from hypothesis import example, given
from hypothesis import strategies as some

from models.sums.column_codec import added, numbers_of, packed, unpacked

WIDTH = 3  # a code and two sums
SMALL, LARGE = some.integers(0, 4), some.integers(-(10**12), 10**12)
#: Codes that lie side by side or leave gaps, and such as are so large that no list has a place
#: for each.
PART = some.one_of(
    some.dictionaries(SMALL, some.tuples(SMALL, SMALL)),
    some.dictionaries(some.integers(0, 10**7), some.tuples(LARGE, LARGE)),
)
PARTS = some.lists(some.tuples(some.sampled_from((1, -1)), PART))


@given(PARTS)
@example([(1, {0: (1, 1), 2: (1, 1)})])  # a gap, and as many sums as if there were none
def test_any_parts_add_up(parts: list[tuple[int, dict[int, tuple[int, int]]]]) -> None:
    expected: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    columns = []
    for sign, sums in parts:
        rows = [(code, *sums[code]) for code in sorted(sums)]
        columns.append((sign, unpacked(packed(numbers_of(rows, WIDTH).tolist()), WIDTH)))
        for code, first, second in rows:
            expected[code][0] += sign * first
            expected[code][1] += sign * second
    found = added(columns, WIDTH).T.tolist()
    assert found == [[code, *sums] for code, sums in sorted(expected.items()) if any(sums)]
