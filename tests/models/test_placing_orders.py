"""A customer orders: the cart is stored, numbered, and the same cart is never stored twice."""

from models import orders
from models.shop import Shop
from tests.readable import a_product, cart_of, pcs


def test_the_first_order_of_the_day_is_number_one(shop: Shop) -> None:
    placed = orders.place(cart_of((a_product(price=3_500), pcs(2))))
    assert (placed.number, placed.total) == (1, 7_000)
