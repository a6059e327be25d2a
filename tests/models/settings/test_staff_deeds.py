"""What somebody did is looked up by the owner, and by nobody else."""

from collections.abc import Iterator

import pytest

from models import events, session
from models.catalogue import catalogue
from models.errors import NotAllowed
from models.orders.orders import place
from models.settings import staff, staff_deeds
from models.shop.opening import Shop
from tests.readable import a_product, cart_of


@pytest.fixture
def people(shop: Shop) -> Iterator[None]:
    staff.add("P1", staff.OWNER, "2718")
    staff.add("K1", staff.COUNTER)
    yield
    staff.sign_out()


@pytest.mark.usefixtures("people")
def test_deeds_are_told_newest_first_with_who_approved() -> None:
    rice = a_product("Beras", 10_000)
    staff.sign_in("K1")
    number = place(cart_of(rice)).value.number
    asked = session.new_request()
    staff.approve(asked, "P1", "2718")
    with session.acting_for(asked):
        catalogue.change_product(rice.id, price=12_000)
    with pytest.raises(NotAllowed):
        staff_deeds.deeds("K1")
    staff.sign_in("P1", "2718")
    told = [(x.kind, x.number, x.approved_by) for x in staff_deeds.deeds("K1")]
    assert told == [(events.PRODUCT_CHANGED, None, "P1"), (events.PLACED, number, "")]
    assert staff_deeds.deeds("P1")[0].kind == events.PRODUCT_CHANGED, "it was approved"
    assert staff_deeds.deeds("K1' OR 1=1") == []
