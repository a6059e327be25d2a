"""Whoever is new at the till plays with a copy; the shop hears nothing of it."""

import os
from pathlib import Path

from gui.printing.document_texts import sheet_of
from gui.runtime.station import Station
from gui.words.formatting import Formatting
from models import session
from models.orders import order_history
from models.print_spool import PrintRequest
from models.printing import receipt
from models.settings import privacy
from models.shop import set_up
from models.shop.opening import Shop, open_shop
from models.shop.set_up import Wanted
from tests.journeys.conftest import Machine
from tests.journeys.person import Person
from tests.readable import a_product, an_order


def test_training_begins_in_a_frame_and_leaves_nothing(machine: Machine) -> None:
    machine.folder.mkdir()
    with open_shop(str(machine.shop)):
        wanted = Wanted("Toko Maju", "Asia/Jakarta", "P1")
        set_up.begin(privacy.policy(), at=1, wanted=wanted)
        an_order(a_product("Beras"))
    station = Station(machine.folder)
    station.keep_consent(str(machine.shop), privacy.policy().version)
    station.close()
    copy = machine.folder / f"training-{os.getpid()}" / "shop.sqlite3"

    async def story(person: Person) -> None:
        await person.sees("Order entry")
        await person.press("Ctrl+,")
        await person.sees("Late orders")
        await person.click("This station")
        await person.tab_to("Begin training")  # below what is in sight
        await person.press("Space")
        await person.sees("End training", "Training: nothing here is real")
        assert copy.exists()
        await person.press("Ctrl+1")
        await person.type_in("Beras")
        await person.press("Return", "F10")
        await person.sees("002")
        await person.click("End training")
        await person.sees("Take orders, take payment")
        assert not copy.parent.exists()
        await person.press("Ctrl+W")

    assert machine.run(story, "en") == 0
    with open_shop(str(machine.shop), make=False):
        assert len(order_history.find()) == 1
    assert not list(machine.folder.glob("training*"))


def test_every_paper_is_marked(shop: Shop, tmp_path: Path) -> None:
    order = an_order(a_product("Beras"))
    paper = receipt.paper_of(PrintRequest("receipt", order.id))
    words = Formatting("en")
    real = sheet_of(paper, words).pieces
    session.current.is_training = True
    try:
        played = sheet_of(paper, words).pieces
    finally:
        session.current.is_training = False
    assert played[2:-2] == real
    assert [piece.text for piece in (played[0], played[-2])] == ["TRAINING"] * 2
