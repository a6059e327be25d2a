"""The owner names days, finds last year's of the same name, and compares the two."""

from datetime import date

import pytest

from models import events
from models.errors import BadChoice, TextMissing, TextTooLong
from models.journal import journal
from models.shop.opening import Shop
from models.statistics import occasions, statistics
from models.statistics.compared_days import days_from, same_weeks_last_year
from tests.conftest import SetClock
from tests.readable import a_product, an_order, pcs

LAST_YEAR = (date(2025, 3, 28), date(2025, 4, 4))
THIS_YEAR = (date(2026, 3, 17), date(2026, 3, 26))


def test_an_occasion_is_added_changed_and_removed_and_all_is_in_the_journal(shop: Shop) -> None:
    occasion = occasions.add("  Lebaran ", *reversed(THIS_YEAR)).value
    found = occasions.everyone()
    assert [(x.name, x.first_day, x.last_day, x.days) for x in found] == [
        ("Lebaran", *THIS_YEAR, 10)
    ]
    occasions.change(occasion, "Idulfitri", THIS_YEAR[0], THIS_YEAR[0])
    assert occasions.everyone()[0].days == 1
    occasions.remove(occasion)
    assert occasions.everyone() == []
    kinds = [event.kind for event in journal.since(0)]
    assert kinds.count(events.OCCASION_CHANGED) == 3


def test_what_is_gone_cannot_be_changed_and_need_not_be_removed(shop: Shop) -> None:
    with pytest.raises(BadChoice):
        occasions.change(7, "Lebaran", *THIS_YEAR)
    occasions.remove(7)


def test_a_name_is_needed_and_nothing_lasts_longer_than_a_year(shop: Shop) -> None:
    with pytest.raises(TextMissing):
        occasions.add(" ", *THIS_YEAR)
    with pytest.raises(TextTooLong):
        occasions.add("x" * 41, *THIS_YEAR)
    with pytest.raises(BadChoice):
        occasions.add("Lebaran", date(2025, 1, 1), date(2026, 1, 2))
    assert occasions.everyone() == []


def test_this_years_feast_finds_last_years_by_its_name(shop: Shop) -> None:
    occasions.add("Lebaran", *LAST_YEAR)
    occasions.add("LEBARAN", date(2024, 4, 8), date(2024, 4, 12))
    occasions.add("Lebaran", *THIS_YEAR)
    occasions.add("Natal", date(2025, 12, 24), date(2025, 12, 26))
    christmas, before = occasions.everyone()[1], occasions.everyone()
    found = occasions.one_before(before[0], before)
    assert found is not None
    assert (found.first_day, found.last_day) == LAST_YEAR
    assert occasions.one_before(christmas, before) is None


def test_lebaran_is_compared_with_lebaran_day_by_day(shop: Shop, clock: SetClock) -> None:
    sugar = a_product("Gula", 1_000)
    for day, pieces in ((date(2025, 3, 28), 5), (date(2025, 4, 6), 7), (date(2026, 3, 17), 8)):
        clock.set(day.year, day.month, day.day, 9)
        an_order((sugar, pcs(pieces)))
    clock.set(2026, 4, 1, 9)
    found = statistics.dashboard(*THIS_YEAR, days_from(LAST_YEAR[0], *THIS_YEAR))
    assert (found.before_first_day, found.before_last_day) == (LAST_YEAR[0], date(2025, 4, 6))
    assert (found.now.sums.revenue, found.before.sums.revenue) == (8_000, 12_000)
    assert [day.revenue for day in found.days_before] == [5_000, *[0] * 8, 7_000]
    turned = statistics.dashboard(*LAST_YEAR, days_from(THIS_YEAR[0], *LAST_YEAR))
    assert (turned.now.sums.revenue, turned.before.sums.revenue) == (5_000, 8_000)


@pytest.mark.parametrize("length", [1, 28, 365, 800])
def test_last_years_days_are_the_same_weekdays_and_never_these_days(length: int) -> None:
    last = date(2026, 3, 8)
    first = date.fromordinal(last.toordinal() - length + 1)
    start, end = same_weeks_last_year(first, last)
    assert start.weekday() == first.weekday()
    assert end < first
    assert end - start == last - first
    assert (first - start).days >= 364
