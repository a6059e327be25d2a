"""What a station is called: the demo's *Gudang 2* is *Warehouse 2* for who reads English."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def station_name(name: str) -> str:
    """The name as it is shown; what the owner chose himself stands as it is."""
    kind, _, number = name.partition(" ")
    if not number.isdigit():
        kinds = {"Kantor": translate("stations", "Office")}
        return kinds.get(name, name)
    kinds = {
        "Kasir": translate("stations", "Counter {number}"),
        "Gudang": translate("stations", "Warehouse {number}"),
    }
    return kinds[kind].format(number=number) if kind in kinds else name
