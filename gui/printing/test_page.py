"""A short paper to see whether the printer is set up well."""

from PySide6.QtCore import QCoreApplication

from gui.printing.document import Code, Document, Gap, Pair, Rule, Text
from gui.words.formatting import Formatting
from models import clock, session
from models.settings import preferences

translate = QCoreApplication.translate


def trial_sheet(words: Formatting) -> Document:
    """The name of the shop, the width from edge to edge, letters, sums and bars."""
    title = translate("printing", "Test print")
    shop, station = preferences.get(preferences.SHOP_NAME), session.current.station
    pieces = (
        Text(shop, "center", "large", bold=True),
        Text(title, "center", bold=True, boxed=True),
        Pair(translate("printing", "Station"), station),
        Pair(translate("printing", "Printed"), words.date_and_time(clock.now())),
        Rule(),
        Text(translate("printing", "The line reaches from edge to edge, the bars can be scanned.")),
        Pair(translate("printing", "TOTAL"), words.money(1_234_567), "large", bold=True),
        Gap(),
        Code("BB-12345678"),
    )
    return Document(title, pieces)
