"""A shop with the products of a real minimarket, dirt included."""

import csv
from pathlib import Path

from models.storage.database import transaction
from models.storage.tables import Product


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
