"""What somebody did today, for those who may see their own figures and not the shop's."""

from PySide6.QtCore import QCoreApplication

from gui.home.tile import Fact
from gui.words.formatting import Formatting
from models.journal import rights
from models.statistics.today import OwnDay

translate = QCoreApplication.translate


def own_day(own: OwnDay, words: Formatting) -> tuple[str, str, tuple[Fact, ...]]:
    """The large figure of the tile, what it is, and the small ones below it."""
    if own.role == rights.WAREHOUSE:
        text = translate("home", "lines picked by {code} today")
        number = words.number(own.one_by_one + own.in_bulk)
        icon, facts = (
            "package-variant",
            (
                (translate("home", "Orders made ready"), own.ready),
                (translate("home", "Lines one by one"), own.one_by_one),
                (translate("home", "Lines with their card"), own.in_bulk),
            ),
        )
    else:
        text = translate("home", "sold by {code} today")
        number = words.money(own.revenue)
        icon, facts = (
            "receipt-text-outline",
            (
                (translate("home", "Orders"), own.orders),
                (translate("home", "Lines"), own.lines),
                (translate("home", "Orders cancelled"), own.cancelled),
            ),
        )
    small = tuple(Fact(icon, name, words.number(count)) for name, count in facts)
    return number, text.format(code=own.staff), small
