"""What every person's day on the desktop has in common: first run, language, evening."""

from datetime import timedelta
from pathlib import Path

from models import clock, session
from models.orders import drawer
from models.settings import staff
from models.shop.opening import open_shop
from models.statistics import statistics
from models.storage.database import rows
from models.storage.tables import HeldCart
from tests.desktop.conftest import Start, accept
from tests.desktop.person import Person
from tests.readable import findings

RICE, TEA, COFFEE, NOODLES, SUGAR = (
    "8990000000017", "8996006855794", "8991002101630", "8992753100101", "8990000000024",
)  # fmt: skip
PRICES = {RICE: 13_500, TEA: 4_500, COFFEE: 15_500, NOODLES: 3_500, SUGAR: 17_500}
PRICE_LIST = f"""kode,barcode,nama,kategori,satuan,harga_beli,harga_jual,stok
BRS,{RICE},Beras Pandan Wangi,Sembako,kg,11200,13500,50
TEH,{TEA},Teh Botol 350 ml,Minuman,btl,3900,4500,48
KOP,{COFFEE},Kopi Kapal Api 165 g,Minuman,bks,13900,15500,24
MIE,{NOODLES},Mie Goreng,Sembako,bks,2800,3500,100
GUL,{SUGAR},Gula Pasir,Sembako,kg,15900,17500,30
"""
WARUNG = "Warung Maju"


def do(person: Person, command: str) -> None:
    """Presses the key of a command, as soon as it is offered."""
    offer = person.until(command, lambda sight: sight.offered.get(command))
    person.press(offer.keys[0])


def go(person: Person, page: str) -> None:
    do(person, f"window.{page}")
    person.until(page, lambda sight: sight.page == page)


def first_run(
    start: Start,
    prices: Path,
    size: tuple[int, int],
    keyboard: str = "us",
    pin: str = "",
    arguments: tuple[str, ...] = (),
) -> Person:
    """From the policy to a shop with products, by keys; Enter before its time does nothing."""
    prices.write_text(PRICE_LIST)
    person = start(*arguments, size=size, keyboard=keyboard, language="")
    person.press("Return", "Return")
    assert person.look().kind("AcceptBox"), "nobody agreed to anything yet"
    accept(person)
    person.until("the shop", lambda sight: not sight.kind("AcceptBox") and sight.listens)
    person.type_in(WARUNG + "x")
    person.press("Backspace")
    if pin:
        type_pin(person, pin)
    person.press("Return")
    person.until("the products", lambda sight: sight.kind("ProductsPage") and sight.listens)
    person.press("Up", "Tab")  # from the empty shop to the own products
    person.type_in(f"{prices}\n")
    if pin:
        person.until("the recovery code", lambda sight: sight.kind("RecoveryCodeDialog"))
        person.press("Space")  # an Enter so soon before the next would make that one mean nothing
    person.until("the preview", lambda sight: len(sight.rows("PreviewTable")) >= 3)
    assert not person.home.joinpath("data", "BotBelanja", "demo.sqlite3").exists()
    do(person, "import.run")
    person.until("the products", lambda sight: len(sight.rows("ProductTable")) == len(PRICES))
    return person


def type_pin(person: Person, pin: str) -> None:
    """A slip in the second one is told before anything goes on."""
    person.press("Tab", "Tab")
    person.type_in(pin)
    person.press("Tab")
    person.type_in("999")
    person.press("Return")
    assert person.look().kind("ShopPage"), "the two PINs are not the same yet"
    person.press("Backspace", "Backspace", "Backspace")
    person.type_in(pin)


def speak_indonesian(person: Person) -> None:
    """In the middle of the day, by the settings."""
    go(person, "settings")
    person.click("Appearance")
    person.click("Bahasa Indonesia")
    person.until("another language", lambda sight: sight.buttons("Tampilan"))


def scan(person: Person, code: str, lines: int) -> None:
    """A label at the counter, after which the cart has so many lines."""
    person.scan(code)
    person.until("it is in the cart", lambda sight: len(sight.rows("RowList")) == lines)


def open_drawer(person: Person, sum_: int) -> None:
    go(person, "drawer")
    person.type_in(f"{sum_}7")
    person.press("Backspace", "Return")
    person.until("the open drawer", lambda sight: sight.kind("_Count"))


def close_drawer(person: Person, cash: int) -> None:
    """Counts the largest notes, takes the rest for coins, and closes."""
    go(person, "drawer")
    do(person, "drawer.count")
    person.until("the count", lambda sight: sight.focus and "_Count" in sight.focus.kinds)
    person.type_in(str(cash // 100_000))
    person.touch(person.look().kind("_Count")[-1])
    person.type_in(str(cash % 100_000))
    do(person, "drawer.close")
    person.until("the report", lambda sight: sight.front and sight.front.kind == "Preview")
    person.press("Escape")
    person.until("the closed drawer", lambda sight: sight.front and not sight.kind("_Count"))


def pull_the_plug(person: Person, lines: int, shop: str = "shop") -> None:
    """With so many lines in the cart, once they are kept: half a second may be lost, not more."""
    drafts = HeldCart.select(HeldCart.lines).where(HeldCart.draft_of.is_null(False))
    with open_shop(str(person.data / f"{shop}.sqlite3")):
        person.until("the cart is kept", lambda _: rows(drafts, int) == [lines])
    person.close()


def leave(person: Person) -> Path:
    """Closes the last window; the shop's file."""
    do(person, "window.close")
    assert person.ended() == 0
    return person.data / "shop.sqlite3"


def adds_up(shop: Path, *, orders: int, revenue: int, cash: int, pin: str = "") -> None:
    """In the evening: what was sold, what is in the drawer, and that nothing was changed."""
    with open_shop(str(shop), station="1"):
        if pin:
            staff.sign_in("P1", pin)
        today = clock.business_day(clock.now(), session.current.zone)
        # A day that ends while people are at work is two days.
        sold = statistics.dashboard(today - timedelta(days=1), today).now
        assert (sold.sums.orders, sold.sums.revenue) == (orders, revenue)
        counted = drawer.recent(1)[0]
        assert (counted.expected, counted.difference) == (cash, 0)
        assert findings() == ()
