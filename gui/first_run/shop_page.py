"""The shop's set-up: name, zone, where it is kept, this computer, and the owner's PIN if wanted."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gui.first_run.answers import OWNER_CODE
from gui.first_run.station_field import StationField
from gui.look.theme import Theme
from gui.place.place_form import Kind, PlaceFacts, PlaceForm
from gui.widgets.fields.form import add_field, heading, pin_field
from gui.widgets.fields.zone_box import zone_box
from gui.widgets.text.labels import Label
from gui.words.formatting import Formatting
from models.settings import station_names
from models.settings.staff import PIN_DIGITS
from models.shop.gate import ShopInfo
from models.storage import locations


@dataclass(frozen=True, slots=True)
class ShopFacts:
    """What the page was told."""

    name: str = ""
    zone: str = "Asia/Jakarta"
    place: PlaceFacts = field(default_factory=PlaceFacts)
    pin: str = ""
    pin_again: str = ""
    station: str = station_names.USUAL
    is_named: bool = False  # by the person; else the name is the one that was proposed


class ShopPage(QWidget):
    """`here` is where the shop's file will be, `folder` where this station keeps what is its own;
    `fixed` a database given on the command line."""

    #: Something was typed or chosen.
    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        words: Formatting,
        facts: ShopFacts,
        here: str,
        folder: Path,
        fixed: str = "",
    ) -> None:
        super().__init__()
        self._theme = theme
        self._is_named = facts.is_named
        kind = Kind.SERVER if locations.is_postgres(fixed) else Kind.HERE
        self.place = PlaceForm(
            theme, words, facts.place, here, folder, fixed=kind if fixed else None
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        grid.setHorizontalSpacing(theme.px(32))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.name = QLineEdit(facts.name or self.tr("My shop"))
        self.name.setMaxLength(80)
        self.zone = zone_box(facts.zone)
        self.pin, self.pin_again = pin_field(facts.pin), pin_field(facts.pin_again)
        left = QVBoxLayout()
        left.setSpacing(theme.px(6))
        add_field(theme, left, self.tr("Name of the shop"), self.name)
        add_field(theme, left, self.tr("Time zone"), self.zone)
        add_field(theme, left, self.tr("Owner's PIN (optional)"), self.pin, self._pin_hint())
        add_field(theme, left, self.tr("The PIN again"), self.pin_again)
        left.addWidget(heading(theme, self.tr("Currency")))
        left.addWidget(Label(theme, self.tr("Rupiah (IDR), without decimals")))
        left.addStretch(1)
        grid.addLayout(left, 0, 0)
        grid.addLayout(self._right(facts), 0, 1)
        self.setFocusProxy(self.name)
        self.name.textChanged.connect(self._typed)
        self.station.textChanged.connect(self._typed)
        self.pin.textChanged.connect(self._typed)
        self.pin_again.textChanged.connect(self._typed)
        self.pin.returnPressed.connect(self.pin_again.setFocus)
        self.place.changed.connect(self._chose)
        self.name.selectAll()
        self._chose()

    def facts(self) -> ShopFacts:
        return ShopFacts(
            self.name.text().strip(),
            self.zone.currentData(),
            self.place.facts(),
            self.pin.text(),
            self.pin_again.text(),
            self.station.name(),
            self._is_named or self.name.isModified(),
        )

    def waits_for(self) -> str:
        """Why one cannot go on yet; empty when one can."""
        facts = self.facts()
        if self.place.kind is Kind.BACKUP:
            return self.place.waits_for() or self.station.waits_for()
        if not facts.name:
            return self.tr("The shop needs a name")
        if facts.pin and len(facts.pin) < PIN_DIGITS[0]:
            return self.tr("A PIN has at least {count} digits").format(count=PIN_DIGITS[0])
        if facts.pin != facts.pin_again:
            return self.tr("The two PINs are not the same")
        return self.place.waits_for() or self.station.waits_for()

    @property
    def sign(self) -> ShopInfo | None:
        """The shop that was found where this one is to be."""
        return self.place.sign

    def _right(self, facts: ShopFacts) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(8))
        column.addWidget(heading(self._theme, self.tr("Where the shop is kept")))
        column.addWidget(self.place)
        column.addSpacing(self._theme.px(10))
        self.station = StationField(facts.station, ())
        title = self.tr("Name of this station")
        add_field(self._theme, column, title, self.station, self.station.hint())
        column.addStretch(1)
        return column

    def _pin_hint(self) -> str:
        text = self.tr(
            "{low} to {high} digits. It unlocks a station as staff code {code} and is kept only "
            "as a hash."
        )
        return text.format(low=PIN_DIGITS[0], high=PIN_DIGITS[1], code=OWNER_CODE)

    def _chose(self) -> None:
        """A shop from a backup brings its name, zone and PINs along."""
        for own in (self.name, self.zone, self.pin, self.pin_again):
            own.setEnabled(self.place.kind is not Kind.BACKUP)
        self.changed.emit()

    def _typed(self, text: str) -> None:
        self.changed.emit()
