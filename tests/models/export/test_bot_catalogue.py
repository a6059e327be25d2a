"""The catalogue as bots read it, and as it comes back from them."""

import csv
from pathlib import Path

from models.catalogue import catalogue
from models.catalogue_import import catalogue_import
from models.export import export
from models.shop.opening import Shop
from tests.models.conftest import postgres_in_the_long_run
from tests.readable import a_product, product_with_code

pytestmark = postgres_in_the_long_run


def test_it_says_what_customers_may_know_and_comes_back(shop: Shop, tmp_path: Path) -> None:
    tea = a_product("Teh Celup", 5_000, sku="0012", category="Minuman", unit="ktk", cost=4_000)
    for name in ("teh; manis", "teh, sari", "es teh"):
        catalogue.add_alias(tea.id, name)
    gone = a_product("=Lama", 1_000, sku="L")
    catalogue.change_product(gone.id, active=False)
    path = export.write_bot_catalogue(tmp_path / "catalogue.bot.csv")
    with path.open(encoding="utf-8", newline="") as file:
        heads, first, second = csv.reader(file)
    assert heads == ["sku", "category", "name", "unit", "price", "keywords", "active"]
    assert first[:5] == ["0012", "Minuman", "Teh Celup", "ktk", "5000"]
    assert first[6] == "1"
    assert (second[0], second[6]) == ("L", "0")
    assert catalogue_import.preview(path).to_write == 0
    with path.open("a", encoding="utf-8") as file:
        file.write('K1,Minuman,Kopi Susu,gls,15000,"kopsus, es kopi|kopi;  susu ",1\n')
    assert catalogue_import.run(path).value.created == 1
    sheet = catalogue.sheet(product_with_code("K1").id)
    assert sorted(sheet.aliases) == ["es kopi", "kopi", "kopsus", "susu"]
    assert sheet.product.price == 15_000
