"""What a station is called: *Counter 2* where it has only a number, or as the owner named it."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def station_name(name: str) -> str:
    """`2` and *Kasir 2* are *Counter 2*, *Gudang 2* is *Warehouse 2* for who reads English, and
    the other way round; any other name stands as the owner chose it."""
    kind, _, number = ("Kasir", "", name) if name.isdigit() else name.partition(" ")
    if not number.isdigit():
        return translate("stations", "Office") if name in ("Kantor", "Office") else name
    if kind in ("Kasir", "Counter"):
        return translate("stations", "Counter {number}").format(number=number)
    if kind in ("Gudang", "Warehouse"):
        return translate("stations", "Warehouse {number}").format(number=number)
    return name


def with_staff(station: str, staff: str) -> str:
    """`Counter 2 · K1`; the name alone while nobody is signed in."""
    return " \u00b7 ".join(part for part in (station, staff) if part)
