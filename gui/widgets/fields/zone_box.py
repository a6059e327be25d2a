"""The choice of the shop's time zone: Indonesia's three first, then every other one."""

from functools import cache
from zoneinfo import available_timezones

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox

from gui.widgets.fields.boxes import ChoiceBox

translate = QCoreApplication.translate


def zone_box(chosen: str) -> ChoiceBox:
    """A box whose `currentData()` is an IANA name; `chosen` is shown first."""
    box = ChoiceBox()
    box.setMaxVisibleItems(12)
    near = _near()
    for name, text in near.items():
        box.addItem(text, name)
    box.insertSeparator(box.count())
    for name in sorted({*_zones(), chosen} - near.keys()):
        box.addItem(name.replace("_", " "), name)
    box.setCurrentIndex(box.findData(chosen))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(20)
    box.view().setTextElideMode(Qt.TextElideMode.ElideRight)
    return box


def zone_words(name: str) -> str:
    """What people call the zone with this IANA name."""
    return _near().get(name) or name.replace("_", " ")


def _near() -> dict[str, str]:
    return {
        "Asia/Jakarta": translate("zones", "Western Indonesia, Jakarta (WIB)"),
        "Asia/Makassar": translate("zones", "Central Indonesia, Makassar (WITA)"),
        "Asia/Jayapura": translate("zones", "Eastern Indonesia, Jayapura (WIT)"),
    }


@cache
def _zones() -> frozenset[str]:
    """Places on earth; the machine's own short cuts and clocks are left out."""
    return frozenset(
        name for name in available_timezones() if "/" in name and not name.startswith("Etc/")
    )
