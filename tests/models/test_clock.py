"""Days, hours and moments, where clocks jump and zones change."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as some

from models import clock, session
from models.shop.opening import Shop
from tests.conftest import SetClock
from tests.readable import a_product, an_order, order_row

ZONES = ["Asia/Jakarta", "Asia/Jayapura", "Europe/Berlin", "America/Sao_Paulo",
         "Australia/Lord_Howe", "UTC", "Asia/Kathmandu", "America/Havana"]  # fmt: skip
DAYS = some.dates(date(2015, 1, 1), date(2040, 1, 1))


@given(DAYS, some.sampled_from(ZONES))
def test_days_follow_each_other_without_gap_or_overlap(day: date, zone: str) -> None:
    start, end = clock.start_of(day, zone), clock.start_of(day + timedelta(days=1), zone)
    assert clock.business_day(start, zone) == day
    assert clock.business_day(end - 1, zone) == day
    assert clock.business_day(start - 1, zone) == day - timedelta(days=1)
    assert 22 * 60 * clock.MINUTE < end - start < 26 * 60 * clock.MINUTE


def test_days_of_23_and_25_hours_are_whole(shop: Shop) -> None:
    hours = [
        (clock.start_of(date(2026, *after), "Europe/Berlin")
         - clock.start_of(date(2026, *day), "Europe/Berlin")) // (60 * clock.MINUTE)
        for day, after in [((3, 29), (3, 30)), ((10, 25), (10, 26)), ((6, 1), (6, 2))]
    ]  # fmt: skip
    assert hours == [23, 25, 24]


@given(some.dates())
def test_a_day_is_kept_as_a_number_that_people_can_read(day: date) -> None:
    assert clock.day_of(clock.day_key(day)) == day
    assert str(clock.day_key(day)) == f"{day.year}{day:%m%d}"


def test_the_repeated_hour_is_told_apart_by_sequence_not_by_time(
    shop: Shop, clock: SetClock
) -> None:
    session.current.zone = "Europe/Berlin"
    product = a_product()
    clock.moment = int(
        datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Berlin")).timestamp() * 1000
    )
    first = an_order(product)
    clock.forward(minutes=60)  # it is half past two again
    second = an_order(product)
    assert (order_row(first.id)["hour"], order_row(second.id)["hour"]) == (2, 2)
    assert (first.number, second.number) == (1, 2)
