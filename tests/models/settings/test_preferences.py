"""What the owner chooses for the shop is kept, checked, and told to everybody."""

from typing import Any

import pytest

from models import session
from models.errors import BadChoice
from models.journal import journal
from models.settings import preferences
from models.settings.preferences import ALL, LATE_AFTER, SHOP_NAME, ZONE, Preference
from models.shop.opening import Shop
from models.storage.database import database


@pytest.mark.parametrize("preference", ALL, ids=lambda preference: preference.key)
def test_every_preference_has_an_allowed_default(shop: Shop, preference: Preference[Any]) -> None:
    assert preferences.get(preference) == preference.default
    assert preference.allowed(preference.default)


def test_a_choice_is_kept_and_entered_once(shop: Shop) -> None:
    preferences.put(SHOP_NAME, "Toko Bu Sri")
    preferences.put(SHOP_NAME, "Toko Bu Sri")
    assert preferences.get(SHOP_NAME) == "Toko Bu Sri"
    assert [event.kind for event in journal.since(0)] == ["preference_changed"]


@pytest.mark.parametrize(
    ("preference", "value"),
    [
        (ZONE, "Mars/Olympus"),
        (LATE_AFTER, 0),
        (LATE_AFTER, 601),
        (LATE_AFTER, True),
        (LATE_AFTER, "10"),
        (SHOP_NAME, "x" * 1_000),
        (SHOP_NAME, 7),
        (preferences.DEMO, 1),
        (preferences.CURRENCY, "BTC"),
    ],
)
def test_what_cannot_be_is_refused(shop: Shop, preference: Preference[Any], value: Any) -> None:
    with pytest.raises(BadChoice):
        preferences.put(preference, value)
    assert journal.newest() == 0


@pytest.mark.parametrize("stored", ["600000", '"ten"', "null", "not json", "[1]"])
def test_what_somebody_wrote_into_the_file_does_not_stop_the_shop(shop: Shop, stored: str) -> None:
    database.execute_sql(f"INSERT INTO preference VALUES ('late_after', '{stored}')")
    assert preferences.get(LATE_AFTER) == LATE_AFTER.default


def test_another_zone_counts_from_now_on(shop: Shop) -> None:
    preferences.put(ZONE, "Asia/Jayapura")
    assert session.current.zone == "Asia/Jayapura"
