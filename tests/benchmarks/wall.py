"""The other process of `news`: the queue window, saying when it heard and painted an order."""

import sys
import time

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from gui.application import Application
from gui.fulfilment.page import FulfilmentPage
from models import events
from models.events import Event
from models.shop.opening import open_shop


class Witness(QObject):
    """Watches the news and the cards being painted; a wall that just asked may paint first."""

    def __init__(self, page: FulfilmentPage) -> None:
        super().__init__()
        self._page = page
        self._heard: dict[int, int] = {}
        self._painted: dict[int, int] = {}
        self._numbers: dict[int, int] = {}

    def hear(self, news: list[Event]) -> None:
        for event in news:
            if event.kind == events.PLACED and event.order_id is not None:
                self._heard[event.order_id] = time.monotonic_ns()
                self._tell(event.order_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            for view in self._page.wall.views:
                card = view.card
                if view is watched and card is not None and card.id not in self._painted:
                    self._painted[card.id] = time.monotonic_ns()
                    self._numbers[card.id] = card.number
                    self._tell(card.id)
        return False

    def _tell(self, order: int) -> None:
        if order in self._heard and order in self._painted:
            number = self._numbers[order]
            sys.stdout.write(f"{number} {self._heard[order]} {self._painted[order]}\n")
            sys.stdout.flush()


def main(path: str) -> None:
    qt = QApplication(sys.argv[:1])
    with open_shop(path, station="Gudang 1") as shop:
        application = Application(qt, shop, None, "id", "dark")
        main_window = application.start("fulfilment")
        main_window.resize(1920, 1080)
        page = main_window.page
        assert isinstance(page, FulfilmentPage)
        witness = Witness(page)
        application.context.feed.happened.connect(witness.hear)
        qt.installEventFilter(witness)
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        qt.exec()
        application.close()


if __name__ == "__main__":
    main(sys.argv[1])
