"""Writes the tables of the owner's window to the file that was chosen."""

from collections.abc import Sequence
from pathlib import Path

from models import export
from models.export import Sheet


def write(path: str, sheets: Sequence[Sheet]) -> str:
    """A workbook for `.xlsx`, otherwise CSV; gives the file's name."""
    place = Path(path)
    if place.suffix.lower() == ".xlsx":
        export.write_xlsx(place, sheets)
    else:
        export.write_csv_blocks(place, sheets)
    return place.name
