"""A shop with the products of a real minimarket, dirt included, and one with those of the demo."""

import csv
from pathlib import Path

from models.storage.database import transaction
from models.storage.tables import Alias, Product

_DEMO = Path(__file__).parents[3] / "resources" / "demo" / "catalogue.csv"


def fill(shared_data: Path) -> None:
    """Puts the 5,134 products of the catalogue into the open shop."""
    with (shared_data / "minimarket_catalogue_id.csv").open() as file:
        made = [
            {
                "sku": row["kode"], "name": row["nama"], "category": row["kategori"],
                "unit": row["satuan"], "price": int(row["harga_jual"] or 0), "added_at": 0,
            }
            for row in csv.DictReader(file)
        ]  # fmt: skip
    with transaction():
        for start in range(0, len(made), 1000):
            Product.insert_many(made[start : start + 1000]).execute()


def fill_as_demo() -> None:
    """Puts the 144 products of the demo into the open shop, with what else they are called."""
    with _DEMO.open(encoding="utf-8") as file, transaction():
        for row in csv.DictReader(file):
            product = Product.insert(
                sku=row["sku"], name=row["name"], unit=row["unit"], price=int(row["price"]),
                added_at=0,
            ).execute()  # fmt: skip
            Alias.insert_many(
                [{"phrase": name, "product": product} for name in row["keywords"].split(";")]
            ).execute()
