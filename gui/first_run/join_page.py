"""A shop that others have set up: it is shown, not asked for; only this computer is new in it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.first_run.station_field import StationField
from gui.look.theme import Theme
from gui.widgets.containers.card import Card
from gui.widgets.fields.form import add_field, explanation
from gui.widgets.fields.zone_box import zone_words
from gui.widgets.text.labels import Label
from models.shop.gate import ShopInfo


class JoinPage(QWidget):
    """`sign` is the shop, `place` where it is kept, `station` the name that is proposed; `held`
    what is in it, if that is known."""

    #: Something was typed.
    changed = Signal()

    def __init__(
        self, theme: Theme, sign: ShopInfo, place: str, station: str, held: str = ""
    ) -> None:
        super().__init__()
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, px(8))
        column.setSpacing(px(6))
        shop = Card(theme, "surface_alt", "border", 10)
        facts = QVBoxLayout(shop)
        facts.setContentsMargins(px(20), px(16), px(20), px(16))
        facts.setSpacing(px(8))
        facts.addWidget(Label(theme, sign.name, "page_title", icon="storefront-outline"))
        facts.addWidget(Label(theme, zone_words(sign.zone), icon="clock-outline"))
        if held:
            facts.addWidget(Label(theme, held, icon="receipt-text-outline"))
        facts.addWidget(Label(theme, place, "second", "text_muted", icon="database-outline"))
        column.addWidget(shop)
        column.addSpacing(px(10))
        self.station = StationField(station, sign.stations, sign.gone)
        title = self.tr("Name of this station")
        add_field(theme, column, title, self.station, self.station.hint())
        self.meaning = explanation(theme, "")
        self.meaning.setStyleSheet(f"color: {theme.hex('on_warn_soft')};")
        column.addWidget(self.meaning)
        column.addStretch(1)
        self.setFocusProxy(self.station)
        self.station.selectAll()
        self.station.textChanged.connect(self._typed)

    def waits_for(self) -> str:
        """Why one cannot go on yet; empty when one can."""
        return self.station.waits_for()

    def _typed(self, text: str) -> None:
        meaning = self.station.meaning()
        self.meaning.setText(meaning)
        self.station.setAccessibleDescription(meaning)
        self.changed.emit()
