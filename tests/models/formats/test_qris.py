"""The shop's QRIS: checked when it is pasted, and given the amount to pay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import BadChoice, BadMoney, BadQris
from models.formats import qris
from models.journal import journal
from models.settings import preferences
from models.settings.preferences import QRIS
from tests.readable import STATIC_QRIS as STATIC

FOR_20_000 = (
    "00020101021226580015COM.EXAMPLE.WWW011893600000000000000002060000010303UMI51440014ID.CO.QRIS."
    "WWW0215ID10200211817450303UMI5204581253033605405200005802ID5913WARUNG CONTOH6007JAKARTA610510"
    "11063043AA6"
)


def closed(text: str) -> str:
    """A payload without its checksum, and with it."""
    return f"{text}6304{qris.checksum(f'{text}6304')}"


def reason(payload: str) -> str:
    with pytest.raises(BadQris) as refused:
        qris.merchant(payload)
    return refused.value.reason


def test_who_is_paid_is_read_from_the_code() -> None:
    assert qris.merchant(STATIC) == qris.Merchant("WARUNG CONTOH", "JAKARTA", "ID1020021181745")


def test_the_amount_is_put_in_at_its_place_and_the_checksum_is_made_anew() -> None:
    assert qris.with_amount(STATIC, 20_000) == FOR_20_000


@given(amount=st.integers(1, qris.AMOUNT_LIMIT))
def test_a_code_with_an_amount_differs_in_kind_amount_and_checksum_alone(amount: int) -> None:
    made = qris.with_amount(STATIC, amount)
    asked = f"54{len(str(amount)):02d}{amount}"
    assert made[:-4].replace(asked, "", 1).replace("010212", "010211", 1) == STATIC[:-4]
    assert reason(made) == "not_static"


@given(
    place=st.integers(0, len(STATIC) - 1), put=st.characters(min_codepoint=32, max_codepoint=126)
)
def test_no_wrong_character_is_overlooked(place: int, put: str) -> None:
    wrong = STATIC[:place] + put + STATIC[place + 1 :]
    # The four digits of the checksum may be written small.
    assert qris.is_static(wrong) == (wrong.upper() == STATIC and wrong[:-4] == STATIC[:-4])


@given(st.text(max_size=600))
def test_any_other_text_is_refused_with_a_reason(text: str) -> None:
    assert not qris.is_static(text)


@pytest.mark.parametrize("cut", [0, 1, 3, 60, len(STATIC) - 1])
def test_a_code_that_was_not_copied_to_its_end_is_refused(cut: int) -> None:
    assert reason(STATIC[:cut]) in ("form", "checksum")


def test_other_codes_are_told_apart() -> None:
    body = STATIC[:-8]
    assert reason(STATIC[:-1] + "F") == "checksum"
    assert reason(closed(body.replace("5303360", "5303702"))) == "not_qris"
    assert reason(closed(body.replace("5802ID", "5802SG"))) == "not_qris"
    assert reason(closed(body.replace("010211", "010212"))) == "not_static"
    assert reason(closed(body + "6105")) == "form"
    assert reason(closed(body + "610510110")) == "form"
    assert reason("https://example.com/pay") == "form"
    assert not qris.is_static(None)


@pytest.mark.parametrize("amount", [0, -1, qris.AMOUNT_LIMIT + 1, True])
def test_an_amount_that_cannot_be_asked_for_is_refused(amount: int) -> None:
    with pytest.raises(BadMoney):
        qris.with_amount(STATIC, amount)


@pytest.mark.usefixtures("shop")
def test_the_shop_keeps_its_code_to_the_letter() -> None:
    two_blanks = closed(STATIC[:-8].replace("WARUNG CONTOH", "WARUNG  KOPI1"))
    preferences.put(QRIS, two_blanks)
    assert preferences.get(QRIS) == two_blanks
    with pytest.raises(BadChoice):
        preferences.put(QRIS, STATIC[:-1])
    assert preferences.get(QRIS) == two_blanks
    preferences.put(QRIS, "")
    assert preferences.get(QRIS) == ""
    assert journal.verify().intact
