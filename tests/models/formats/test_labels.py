"""Labels of scales and digits that prove the others: true for any label, not only for ours."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.amounts import ONE
from models.catalogue.catalogue import Product
from models.errors import BrokenCheckDigit
from models.formats import label_patterns
from models.formats.check_digits import check_digit, is_true, upc_a_of
from models.formats.label_patterns import LabelPattern, trouble
from models.orders.cart import Cart
from models.search.scanned_codes import Scan

AQUA = "8991002101630"


def with_check(digits: str) -> str:
    return digits + check_digit(digits)


# --- check digits ----------------------------------------------------------------------------


@pytest.mark.parametrize("code", [AQUA, "036000291452", "96385074", "10012345678902"])
def test_real_codes_prove_themselves(code: str) -> None:
    assert is_true(code)


@given(st.text("0123456789", min_size=7, max_size=13), st.data())
def test_one_wrong_digit_is_always_seen(digits: str, data: st.DataObject) -> None:
    if len(digits) not in (11, 12, 13):  # eight digits may also be an UPC-E
        digits = digits.ljust(11, "7")[:11]
    code = with_check(digits)
    at = data.draw(st.integers(0, len(code) - 1))
    wrong = data.draw(st.sampled_from("0123456789").filter(lambda digit: digit != code[at]))
    assert is_true(code)
    assert not is_true(code[:at] + wrong + code[at + 1 :])


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("04252614", "042100005264"),
        ("01234565", "012345000065"),
        ("06397126", "063200009716"),
        ("07283403", ""),
    ],
)
def test_an_upc_e_stands_for_an_upc_a(short: str, whole: str) -> None:
    assert upc_a_of(short) == whole


# --- price labels ---------------------------------------------------------------------------


@given(
    price=st.integers(1, 10**7),
    labels=st.lists(st.integers(1, 99_999), min_size=1, max_size=6),
    plain=st.lists(st.integers(1, 5000), max_size=3),
)
def test_labels_add_up_to_the_rupiah(price: int, labels: list[int], plain: list[int]) -> None:
    product = Product(
        1, "P1", "Ayam", "", "", "kg", price, None, 0, "allow", None, None, True, None, None
    )
    cart = Cart()
    due = 0
    for label in labels:
        quantity, discount = Scan("", product, 0, label).line()
        cart.add(product, quantity, discount=discount)
        due += label
    for weight in plain:
        cart.add(product, weight)
        due += (2 * price * weight + ONE) // (2 * ONE)
    assert cart.bill().total == due


@given(st.integers(1, 10**6), st.integers(1, 99_999), st.sampled_from([2, 3, 5]))
def test_five_times_a_price_label_is_five_times_its_price(price: int, label: int, n: int) -> None:
    product = Product(
        1, "P1", "Ayam", "", "", "kg", price, None, 0, "allow", None, None, True, None, None
    )
    quantity, discount = Scan("", product, 0, label).line(n * ONE)
    assert Cart().add(product, quantity, discount=discount).subtotal == n * label


@given(st.integers(0, 99_999), st.integers(0, 12), st.integers(1, 9))
def test_a_misread_price_is_never_another_price(price: int, at: int, off: int) -> None:
    code = with_check(f"2398765{price:05d}")
    wrong = code[:at] + str((int(code[at]) + off) % 10) + code[at + 1 :]
    with suppress(BrokenCheckDigit):
        assert label_patterns.read(wrong, label_patterns.DEFAULTS) is None


# --- patterns -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "kind", "why"),
    [
        ("21.....{NNDDD}", "weight", ""),
        ("02.....{NNNNN}", "price", ""),
        ("2....{DD}", "weight", "start"),
        ("20...{DD}", "weight", ""),
        ("899....{NNNNN}", "price", "start"),
        ("21.....{NNDDDD}", "weight", "length"),
        ("21...{NNNDDDD}", "weight", "decimals"),
        ("21.....{}", "weight", "number"),
        ("21.....NNDDD", "weight", "shape"),
        ("21.....{DDNNN}", "weight", "shape"),
        ("21.....{NNDDD}", "colour", "shape"),
        ("22{NN}", "discount", ""),
        ("22{NN}", "price", "length"),
    ],
)
def test_a_pattern_says_what_is_wrong_with_it(pattern: str, kind: str, why: str) -> None:
    assert trouble(LabelPattern(pattern, kind)) == why
