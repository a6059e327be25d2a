"""The catalogue as customers read it: what there is, in messages that a chat can show."""

from dataclasses import replace

from gui.answers.answer_text import AnswerStyle
from gui.answers.price_list_text import messages_of
from models.catalogue import stock
from models.catalogue.catalogue import Product, product
from models.shop.opening import Shop
from tests.readable import a_product, pcs

STYLE = AnswerStyle("Toko Maju")


def written(products: list[Product], style: AnswerStyle = STYLE, length: int = 3_000) -> list[str]:
    return messages_of(products, style, "IDR", "Asia/Jakarta", length)


def test_what_is_in_stock_stands_under_its_category(shop: Shop) -> None:
    gone = a_product("Teh Botol", 4_000, category="Minuman", unit="btl", on_hand=pcs(1))
    stock.adjust(gone.id, 0)
    products = [
        a_product("Korek Batik", 2_000, unit="pcs"),
        a_product("Susu Ultra", 6_500, category="Minuman", unit="ktk", on_hand=pcs(3)),
        product(gone.id),
        a_product("Air Galon", 0, category="Minuman"),
        replace(a_product("Kopi Lama", 1_000, category="Minuman"), active=False),
        a_product("Aqua", 3_000, category="minuman", unit="btl"),
        a_product("Indomie", 3_500, category="Makanan", unit="bks"),
    ]
    (message,) = written(products)
    assert message == (
        "*Harga di Toko Maju*\n"
        "\n*Makanan*\n- Indomie: Rp3.500/bks\n"
        "\n*minuman*\n- Aqua: Rp3.000/btl\n- Susu Ultra: Rp6.500/ktk\n"
        "\n*Lainnya*\n- Korek Batik: Rp2.000/pcs"
    )
    english = written(products[:1], AnswerStyle("Toko Maju", "en", is_marked=False))
    assert english == ["Prices at Toko Maju\n\nMore\n- Korek Batik: Rp2.000/pcs"]
    assert written(products[2:4]) == []


def test_a_long_one_is_cut_between_products_and_says_the_category_again(shop: Shop) -> None:
    products = [
        a_product(f"{kind} {number:03}", 1_000, category=kind, unit="pcs")
        for kind in ("Kopi", "Teh")
        for number in range(40)
    ]
    messages = written(products, length=500)
    assert all(len(text) <= 500 for text in messages)
    count = len(messages)
    for at, text in enumerate(messages, 1):
        head, empty, title, *_ = text.split("\n")
        assert head == f"*Harga di Toko Maju* ({at}/{count})"
        assert (empty, title in ("*Kopi*", "*Teh*")) == ("", True)
    lines = [line for text in messages for line in text.split("\n") if line.startswith("- ")]
    assert lines == [f"- {one.name}: Rp1.000/pcs" for one in products]
