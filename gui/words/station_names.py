"""What a station is called: as typed, or in the words of the screen where the program named it."""

from PySide6.QtCore import QCoreApplication

from models.settings.station_names import GIVEN

translate = QCoreApplication.translate


def station_name(name: str) -> str:
    """`2`, or *Kasir 2* as the program gave it, is *Counter 2* for who reads English; what a
    person typed stands as it was typed."""
    kind, given, number = ("Kasir", GIVEN, name) if name.isdigit() else name.partition(GIVEN)
    if not given:
        return name
    words = {
        "Kasir": translate("stations", "Counter {number}"),
        "Gudang": translate("stations", "Warehouse {number}"),
        "Kantor": translate("stations", "Office"),
    }
    return words.get(kind, name).format(number=number)


def with_staff(station: str, staff: str) -> str:
    """`Counter 2 · K1`; the name alone while nobody is signed in."""
    return " \u00b7 ".join(part for part in (station, staff) if part)
