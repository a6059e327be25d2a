"""The choice of the shop's time zone: Indonesia's three first, then every other one."""

from zoneinfo import available_timezones

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox

translate = QCoreApplication.translate


def zone_box(chosen: str) -> QComboBox:
    """A box whose `currentData()` is an IANA name; `chosen` is shown first."""
    box = QComboBox()
    box.setMaxVisibleItems(12)
    for name, text in (
        ("Asia/Jakarta", translate("zones", "Western Indonesia, Jakarta (WIB)")),
        ("Asia/Makassar", translate("zones", "Central Indonesia, Makassar (WITA)")),
        ("Asia/Jayapura", translate("zones", "Eastern Indonesia, Jayapura (WIT)")),
    ):
        box.addItem(text, name)
    box.insertSeparator(box.count())
    for name in sorted(available_timezones()):
        if "/" in name and not name.startswith(("Etc/", "SystemV/")) and box.findData(name) < 0:
            box.addItem(name.replace("_", " "), name)
    if box.findData(chosen) < 0:
        box.addItem(chosen, chosen)
    box.setCurrentIndex(box.findData(chosen))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(20)
    box.view().setTextElideMode(Qt.TextElideMode.ElideRight)
    return box
