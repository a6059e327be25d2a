"""The stations of a shop on a server: who is there, since when the others were not, and how new."""

from operator import attrgetter

from gui.shell.app_context import AppContext
from gui.widgets.containers.card import Card
from gui.widgets.rows.rows import Column, RowsView
from gui.words.station_names import station_name
from models.shop.places.stations import StationSeen, stations

_ROW = 36  # px


class StationsCard(Card):
    """Asks when the section is seen."""

    def __init__(self, context: AppContext) -> None:
        theme, px = context.theme, context.theme.px
        super().__init__(theme)
        self._context = context
        column = self.column_under(self.tr("Stations of this shop"))
        columns = (
            Column(self.tr("Station"), _name, width=240),
            Column(self.tr("Now"), self._now, token="text_muted"),
            Column(self.tr("Last entry"), self._last, width=220),
            Column(self.tr("Version"), attrgetter("version"), align="right", width=140),
        )
        self.list = RowsView(theme, columns, key=attrgetter("name"), row_height=_ROW)
        self.list.setAccessibleName(self.tr("Stations of this shop"))
        self.list.setMinimumHeight(px(_ROW + _ROW * 4))
        column.addWidget(self.list)

    def refresh(self) -> None:
        """Shows who is there now."""
        self._context.background.ask(stations, self._show, owner=self)

    def _show(self, found: list[StationSeen]) -> None:
        self.list.rows.show(found)

    def _now(self, station: StationSeen) -> str:
        return self.tr("connected") if station.version else self.tr("away")

    def _last(self, station: StationSeen) -> str:
        return self._context.format.date_and_time(station.last_at) if station.last_at else ""


def _name(station: StationSeen) -> str:
    return station_name(station.name)
