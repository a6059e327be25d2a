"""What stands on a screen is read as it is: no sum is cut, and no number inside a name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.look.theme import Names, Theme, elided, kept_together, text_width
from gui.order_history.page import OrderHistoryPage
from gui.shell.app_context import AppContext
from tests.gui.order_entry.cashier import Cashier
from tests.readable import a_product, an_order, pcs

SIZES = [(1366, 743), (1280, 640), (960, 520), (1920, 1080)]


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that is painted from now on."""
    texts: list[str] = []
    draw = QPainter.drawText

    def spy(painter: QPainter, *given: object) -> object:
        texts.extend(part for part in given if isinstance(part, str))
        return draw(painter, *given)  # type: ignore[call-overload]

    monkeypatch.setattr(QPainter, "drawText", spy)
    return texts


def painted(window: QWidget, texts: list[str]) -> list[str]:
    texts.clear()
    window.grab()
    return list(texts)


def cut_sums(texts: list[str]) -> list[str]:
    return [text for text in texts if "Rp" in text and text.endswith("\u2026")]


# --- names ---------------------------------------------------------------------------------


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(["Kacang", "Rp6.137.400", "137", "3", "600ml", "merah"]), min_size=1),
    st.sampled_from(["", " 137 gram", " 2 x 5 kg", " \u00bd kg"]),
    st.integers(0, 400),
)
def test_what_is_left_of_a_text_has_only_numbers_that_are_in_it(
    qapp: QApplication, words: list[str], size: str, width: int
) -> None:
    text = " ".join(words) + size
    font = Theme("light").font("row")
    shown = elided(font, text, width)
    assert text_width(font, shown) <= width + 2 or len(shown) <= 1
    numbers = {word for word in text.split() if any(c.isdigit() for c in word)}
    left = {word for word in shown.split() if any(c.isdigit() or c == "\u00bd" for c in word)}
    assert {word.removesuffix("\u2026") for word in left} <= numbers | {"\u00bd"}


def test_a_name_gives_way_before_its_size(qapp: QApplication) -> None:
    font = Theme("light").font("row")
    assert elided(font, "Kacang Panjang Merah 137 gram", 160) == "Kacang P\u2026 137 gram"
    assert elided(font, "Kacang Panjang Merah 137 gram", 90) == "Kacang Pa\u2026"
    assert elided(font, "Rp6.137.400", 60) == "\u2026"
    assert kept_together("2 pcs Kacang 137 gram") == "2\u00a0pcs Kacang 137\u00a0gram"


@pytest.mark.parametrize("count", [3, 5])
def test_names_give_way_as_a_whole_and_those_that_are_left_are_counted(
    qapp: QApplication, count: int
) -> None:
    font = Theme("light").font("row")
    names = ["Minyak Goreng Minyakita 1 liter", "Teh Botol", "Saus Sambal 10 sct"]
    text = Names(names, count, str)
    for width in range(90, 500, 10):
        shown = elided(font, text, width)
        assert text_width(font, shown) <= width + 2
        said, _, more = shown.partition(" +")
        whole = said.split(", ")
        assert whole == names[: len(whole)] or (len(whole) == 1 and "\u2026" in said)
        assert len(whole) + int(more or 0) == count
    rest = " +2" if count == 5 else ""
    assert text == elided(font, text, 900) == ", ".join(names) + rest


# --- windows -------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
def test_the_table_of_orders(
    context: AppContext, qtbot: QtBot, written: list[str], size: tuple[int, int]
) -> None:
    an_order((a_product("Beras", 99_999_999), pcs(999)))
    an_order(a_product("Emas", 6_137_400))
    window = OrderHistoryPage(context)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    qtbot.waitUntil(lambda: not window.refresher.stale)
    texts = painted(window.table, written)
    assert {"Rp6.137.400", "Rp99.899.999.001"} <= set(texts)


OIL, SALT = "Minyak Goreng Minyakita 1 liter", "Garam Dapur 250 gram"


def contents(texts: list[str]) -> set[str]:
    """What is said of an order of oil, salt, vinegar and sauce."""
    return {text for text in texts if text.startswith("Min")}


@pytest.mark.parametrize("size", SIZES)
def test_contents_in_all_orders_and_of_held_carts_make_up_no_product(
    context: AppContext, qtbot: QtBot, written: list[str], size: tuple[int, int]
) -> None:
    names = (OIL, SALT, "Cuka Makan Dixi 150 ml", "Saus Sambal Indofood 10 sct")
    goods = [a_product(name, barcodes=[f"899100{at}"]) for at, name in enumerate(names)]
    an_order(*goods)
    window = OrderHistoryPage(context)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    qtbot.waitUntil(lambda: not window.refresher.stale)
    cashier = Cashier(context, qtbot, size)
    cashier.scan(*(f"899100{at}" for at in range(4)))
    cashier.press("F4", "Return")
    for shown in (painted(window.table, written), painted(cashier.window, written)):
        for text in contents(shown):
            said, _, more = text.partition(" +")
            whole = said.split(", ")
            assert len(whole) + int(more) == 4
            assert tuple(whole) == names[: len(whole)] or (len(whole) == 1 and "\u2026" in said)
    assert contents(painted(window.table, written))


@pytest.mark.parametrize("size", SIZES)
def test_a_cart_of_large_sums(
    context: AppContext, qtbot: QtBot, written: list[str], size: tuple[int, int]
) -> None:
    a_product("Kabel Tembaga Berlapis 137 meter", 99_999_999, unit="gulungan", barcodes=["8991001"])
    cashier = Cashier(context, qtbot, size)
    cashier.scan("8991001")
    cashier.press(context.actions.key("order.quantity"))
    cashier.enter("999")
    texts = painted(cashier.window, written)
    assert cut_sums(texts) == []
    assert {"Rp99.899.999.001", "999"} <= set(texts)
    assert any(text.startswith("Kab") and text.endswith("137 meter") for text in texts)
    whole = {"gulungan", "Rp99.999.999 / gulungan"} & set(texts)
    assert whole, "the unit is there, and whole"


@pytest.mark.parametrize("size", SIZES)
def test_a_list_of_large_sums(
    context: AppContext, qtbot: QtBot, written: list[str], size: tuple[int, int]
) -> None:
    a_product("Kabel Tembaga Berlapis", 99_999_999, unit="gulungan")
    cashier = Cashier(context, qtbot, size)
    cashier.paste("kabel tembaga berlapis 97\nkabel tembaga berlapis 3")
    cashier.press("1", "1")
    texts = painted(cashier.window, written)
    assert cut_sums(texts) == []
    assert {"Rp9.699.999.903", "Rp99.999.999", "gulungan"} <= set(texts)
