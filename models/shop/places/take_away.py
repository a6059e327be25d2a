"""Everything the shop keeps, in one folder that can be taken away and read without the program."""

import shutil
from pathlib import Path

from models.export import export
from models.journal import rights
from models.settings import data_inventory
from models.shop import backup
from models.storage import own_files
from models.storage.database import translated_errors

#: What stands in the folder: one line of the README for each.
FILES = (
    "README.txt", "orders.csv", "payments.csv", "products.csv", "orders.jsonl", "shop.sqlite3",
    "shop.sqlite3.head", "data_inventory.csv",
)  # fmt: skip


@rights.checked("export")
def save_everything(into: Path, readme: str) -> Path:
    """Writes `FILES` into a new folder in `into`, named by the shop and the moment; that folder.

    `readme` explains each file to who finds it. The folder is its owner's alone, and whole or not
    there. Raises the `StorageError` that fits when the place cannot be written.
    """
    with translated_errors():
        folder = into / backup.free_name(into, "")
        into.resolve(strict=True)  # a stick that is gone is not made
        own_files.make_folder(folder)
    try:
        export.write_document(folder / "README.txt", readme.encode())
        export.export_folder(folder)
        data_inventory.save(folder / "data_inventory.csv")
        backup.back_up(folder / "shop.sqlite3")
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder
