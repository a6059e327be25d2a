"""Where a person can be in the program: each state with the way there, by hand, from the start.

A state begins with a shop (the demo's, after the `deeds` of others), goes through the window that
the program is started in, and ends where `reach` has brought the person. Commands are tried there.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from models.catalogue import catalogue
from models.formats.check_digits import check_digit
from models.fulfilment import fulfilment, fulfilment_queue, questions
from models.orders import drawer, order_history, orders, payments
from models.orders.cart import Cart
from models.orders.orders import PlacedOrder
from models.orders.payments import Tender
from models.shopping_list import inbox
from models.shopping_list.inbox import Incoming
from tests.desktop.person import Person
from tests.desktop.sight import Sight
from tests.readable import at_station

Deed = Callable[[], object]

PRICES = """sku,name,category,unit,cost,price,stock
BARU-1,Susu Kental Manis 370 g,Susu,pcs,9800,12500,24
BARU-2,Kecap Manis 520 ml,Bumbu,botol,14000,17.5OO,12
"""
LIST = "teh, kerupuk, aqua 600ml 6"
TALK = "teh, aqua 600ml 6, terima kasih ya"
#: Codes of the demo.
GOODS = ("MIE001", "MNM001")
UNKNOWN = "899000000000" + check_digit("899000000000")


@dataclass(frozen=True, slots=True)
class State:
    """`window` is what `--window` says; `deeds` are what others did in the shop before."""

    name: str
    window: str
    reach: Callable[[Person], object]
    deeds: tuple[Deed, ...] = ()
    #: What this station chose before.
    habits: Mapping[str, str] = field(default_factory=dict)


STATES: dict[str, State] = {}
Reach = Callable[[Person], object]


def _state(
    window: str, *deeds: Deed, habits: Mapping[str, str] | None = None
) -> Callable[[Reach], Reach]:
    def keep(reach: Reach) -> Reach:
        name = reach.__name__.lstrip("_")
        STATES[name] = State(name, window, reach, deeds, habits or {})
        return reach

    return keep


def has(kind: str) -> Callable[[Sight], bool]:
    """Whether something of this class can be seen."""
    return lambda sight: bool(sight.kind(kind))


def offers(id: str) -> Callable[[Sight], bool]:
    """Whether this command can be done."""
    return lambda sight: id in sight.offered


# --- what others did in the shop ------------------------------------------------------------


def _placed(**how: object) -> PlacedOrder:
    """An order of this counter for three of three favourites."""
    cart = Cart()
    for product in catalogue.favourites()[:3]:
        cart.add(product, 3000)
    return orders.place(cart, **how).value  # type: ignore[arg-type]


def _empty_wall() -> None:
    """All that was to do is done and gone."""
    for card in fulfilment_queue.waiting():
        with at_station(card.claimed_by or "1"):
            fulfilment.make_ready(card.id)
            fulfilment.hand_over(card.id)
    for order in order_history.find(limit=20):
        if order.stage.name == "READY":
            fulfilment.hand_over(order.id)


def _one_waiting() -> None:
    _placed()


def _one_picking() -> None:
    placed = _placed()
    fulfilment.claim(placed.id)
    fulfilment.pick(placed.id, 1, 1000)


def _one_changed() -> None:
    placed = _placed()
    fulfilment.claim(placed.id)
    fulfilment.pick(placed.id, 1)
    orders.change(placed.id, {1: 2000, 2: 5000})


def _counter_asked() -> None:
    placed = _placed()
    with at_station("Gudang 1"):
        fulfilment.claim(placed.id)
        questions.ask(placed.id, 2)


def _one_paid() -> None:
    placed = _placed()
    payments.pay(placed.id, Tender("cash", placed.total))
    fulfilment.make_ready(placed.id)
    fulfilment.hand_over(placed.id)


def _first_not_sold() -> None:
    catalogue.change_product(catalogue.favourites()[0].id, active=False)


def _messages_wait() -> None:
    for at, text in enumerate((LIST, "teh 2")):
        inbox.put([Incoming(text, f"{at}")])


def _message_is_read_elsewhere() -> None:
    _messages_wait()
    with at_station("2"):
        inbox.take(None, "")


def _drawer_was_used() -> None:
    drawer.open_drawer(100_000)
    drawer.close_drawer(100_000)


def _drawer_is_open() -> None:
    drawer.open_drawer(100_000)


# --- everywhere ------------------------------------------------------------------------------


@_state("home")
def home(person: Person) -> None:
    person.until("the doors", has("PageTile"))


# --- the counter -----------------------------------------------------------------------------


@_state("order_entry")
def counter(person: Person) -> None:
    person.until("the box", lambda sight: sight.focus and sight.focus.kind == "EntryField")


@_state("order_entry")
def cart(person: Person) -> None:
    counter(person)
    for lines, code in enumerate(GOODS, 1):
        person.type_in(code)
        person.until("the code", typed(code))
        person.press("Return")
        person.until("the line", rows("RowList", lines))


def rows(kind: str, count: int) -> Callable[[Sight], bool]:
    """Whether this list has so many rows."""
    return lambda sight: len(sight.rows(kind)) == count


def typed(text: str) -> Callable[[Sight], bool]:
    """Whether this stands in the field with the cursor."""
    return lambda sight: sight.focus is not None and sight.focus.value == text


@_state("order_entry")
def hits(person: Person) -> None:
    counter(person)
    person.type_in("indomie")
    person.until("the hits", lambda sight: len(sight.rows("RowList")) > 1)


@_state("order_entry")
def unknown(person: Person) -> None:
    counter(person)
    person.scan(UNKNOWN)
    person.sees(UNKNOWN)


@_state("order_entry")
def held(person: Person) -> None:
    counter(person)
    person.press("F5")
    person.until("the held carts", lambda sight: len(sight.rows("RowList")) > 1)


@_state("order_entry")
def tiles(person: Person) -> None:
    counter(person)
    person.press("Ctrl+T")
    person.until("the tiles", has("TileList"))


@_state("order_entry")
def arranging(person: Person) -> None:
    counter(person)
    person.press("Ctrl+R")
    person.until("the tiles", has("TileList"))


@_state("order_entry", _counter_asked)
def asked(person: Person) -> None:
    counter(person)
    person.until("the question", has("QuestionCard"))


@_state("order_history", _one_waiting)
def changing(person: Person) -> None:
    order_waiting(person)
    person.press("Ctrl+E")
    person.until("the order in hand", has("ChangeBar"))


@_state("order_entry")
def payment(person: Person) -> None:
    cart(person)
    person.press("F9")
    person.until("the payment", has("PaymentPanel"))


@_state("order_entry")
def payment_by_card(person: Person) -> None:
    payment(person)
    person.click_command("payment.debit")
    person.until("debit", lambda sight: sight.of_command("payment.debit")[0].checked)


@_state("order_entry")
def payment_large(person: Person) -> None:
    """A note is in hand."""
    payment(person)
    person.press("Alt+4")
    person.until("change", lambda sight: "Rp0" not in sight.kind("BigSum")[-1].words)


@_state("order_entry", habits={"printing/way": "pdf"})
def payment_printing(person: Person) -> None:
    payment(person)


@_state("order_entry")
def undone(person: Person) -> None:
    cart(person)
    person.press("Ctrl+Z")
    person.until("one line", rows("RowList", 1))


@_state("order_entry")
def removed(person: Person) -> None:
    """A line was taken off; the bar says so."""
    cart(person)
    person.press("Del")
    person.until("what was done", has("UndoBar"))


@_state("order_entry")
def placed(person: Person) -> None:
    cart(person)
    person.press("F10")
    person.until("the number", has("PlacedNotice"))


@_state("order_entry")
def copied(person: Person) -> None:
    """A shopping list is in the clipboard."""
    counter(person)
    person.type_in(LIST)
    person.until("the list", typed(LIST))
    person.press("Ctrl+A", "Ctrl+X")
    person.until("an empty box", typed(""))


@_state("order_entry")
def review(person: Person) -> None:
    copied(person)
    person.press("Ctrl+V")
    person.until("the review", has("ReviewPanel"))


@_state("order_entry")
def review_with_talk(person: Person) -> None:
    """A list with words that were set aside."""
    counter(person)
    person.type_in(TALK)
    person.until("the list", typed(TALK))
    person.press("Ctrl+A", "Ctrl+X")
    person.until("an empty box", typed(""))
    person.press("Ctrl+V")
    person.until("the review", has("ReviewPanel"))


@_state("order_entry")
def review_answered(person: Person) -> None:
    review(person)
    for _ in 2 * LIST.split(","):  # which product, and how much of it
        if "list.accept" not in person.look().offered:
            person.press("1")
    person.until("nothing to ask", offers("list.accept"))


# --- the warehouse ---------------------------------------------------------------------------


@_state("fulfilment")
def wall_taken(person: Person) -> None:
    """The first card is another station's."""
    person.until("the cards", has("CardView"))


@_state("fulfilment")
def wall_larger(person: Person) -> None:
    wall_taken(person)
    before = person.look().kind("CardView")[0].box
    person.press("Ctrl++")
    person.until("larger cards", lambda sight: sight.kind("CardView")[0].box != before)


@_state("fulfilment", _empty_wall, _one_waiting)
def wall_waiting(person: Person) -> None:
    person.until("the card", offers("queue.next"))


@_state("fulfilment", _empty_wall, _one_waiting)
def wall_full(person: Person) -> None:
    """With room for all buttons."""
    wall_waiting(person)
    person.press("F11")
    person.until("the whole screen", lambda s: s.front is not None and s.front.full_screen)


@_state("fulfilment", _empty_wall, _one_picking)
def wall_picking(person: Person) -> None:
    person.until("the card", offers("queue.less"))


@_state("fulfilment", _empty_wall, _one_changed)
def wall_changed(person: Person) -> None:
    person.until("the card", offers("queue.next"))


@_state("fulfilment", _empty_wall)
def wall_empty(person: Person) -> None:
    person.until("nothing to do", has("EmptyState"))


@_state("ready_board")
def board(person: Person) -> None:
    person.until("the board", has("ReadyBoardPage"))


# --- the owner -------------------------------------------------------------------------------


@_state("statistics")
def figures(person: Person) -> None:
    person.until("the figures", offers("statistics.save_panel"))


@_state("statistics")
def more_figures(person: Person) -> None:
    figures(person)
    person.press("Ctrl+D")
    person.until("the second page", offers("statistics.back"))


@_state("catalogue")
def products(person: Person) -> None:
    person.until("the products", lambda sight: len(sight.rows("ProductTable")) > 3)
    person.press("Down")
    person.until("a product", offers("catalogue.edit"))


@_state("catalogue")
def new_product(person: Person) -> None:
    products(person)
    person.press("Ctrl+N")
    person.until("the form", has("ProductForm"))


@_state("catalogue")
def product_typed(person: Person) -> None:
    new_product(person)
    person.type_in("Barang Uji")
    person.press("Tab")
    person.type_in("1500")
    person.until("a price", lambda sight: sight.says("1500"))


@_state("catalogue", _first_not_sold)
def product_inactive(person: Person) -> None:
    person.until("the products", lambda sight: len(sight.rows("ProductTable")) > 3)
    person.touch(next(p for p in person.look().kind("Button") if p.object == "inactive"))
    person.press("Down")
    person.until("a product", offers("catalogue.activate"))


@_state("catalogue")
def preview(person: Person) -> None:
    """A price list was chosen; one of its rows cannot be taken."""
    products(person)
    (person.home / "list.csv").write_text(PRICES)
    person.press("Ctrl+I")
    person.until("a file to choose", lambda s: s.front is not None and s.front.modal)
    person.type_in(str(person.home / "list.csv"))
    person.press("Return")
    person.until("the preview", offers("import.run"))


@_state("order_history")
def all_orders(person: Person) -> None:
    person.until("the orders", lambda sight: len(sight.rows("OrdersTable")) > 3)


@_state("order_history", _one_waiting)
def order_waiting(person: Person) -> None:
    all_orders(person)
    person.press("Down")
    person.until("the order", offers("orders.change"))


@_state("order_history", _one_paid)
def order_paid(person: Person) -> None:
    all_orders(person)
    person.press("Down")
    person.until("the order", offers("orders.refund"))


@_state("order_history", _one_changed)
def order_changed(person: Person) -> None:
    all_orders(person)
    person.press("Down")
    person.until("the order", offers("orders.slip"))


@_state("order_entry", _messages_wait)
def counter_with_messages(person: Person) -> None:
    person.until("messages", offers("order.inbox"))


@_state("inbox", _messages_wait)
def messages(person: Person) -> None:
    person.until("the messages", offers("inbox.read"))


@_state("inbox", _message_is_read_elsewhere)
def messages_elsewhere(person: Person) -> None:
    person.until("the message", offers("inbox.release"))


@_state("order_entry")
def messages_copied(person: Person) -> None:
    """A list is in the clipboard, and the inbox in front."""
    copied(person)
    person.press("Ctrl+8")
    person.until("the inbox", offers("inbox.paste"))


@_state("drawer", _drawer_was_used)
def drawer_closed(person: Person) -> None:
    person.until("the drawer", offers("drawer.report"))


@_state("drawer", _drawer_was_used)
def drawer_float_typed(person: Person) -> None:
    drawer_closed(person)
    person.type_in("100000")
    person.until("a float", typed("100000"))


@_state("drawer", _drawer_is_open)
def drawer_open(person: Person) -> None:
    person.until("the drawer", offers("drawer.count"))


@_state("drawer", _drawer_is_open)
def drawer_typed(person: Person) -> None:
    drawer_open(person)
    person.type_in("5000")
    person.press("Tab")
    person.type_in("es")
    person.until("a reason", typed("es"))


@_state("drawer", _drawer_is_open)
def drawer_counted(person: Person) -> None:
    drawer_open(person)
    person.press("F6")
    person.until("the count", lambda sight: sight.focus and sight.focus.kind == "_Count")
    person.type_in("1")
    person.until("a sum", offers("drawer.close"))


def _section(name: str) -> None:
    def reach(person: Person) -> None:
        def button(sight: Sight) -> bool:
            return any(piece.object == name and piece.checked for piece in sight.kind("NavButton"))

        person.until("settings", has("NavButton"))
        for _ in range(12):
            if button(person.look()):
                break
            person.press("Down")
        person.until(f"the section {name}", button)

    reach.__name__ = f"settings_{name}"
    _state("settings")(reach)


for _name in (
    "shop", "station", "scanner", "printing", "sounds", "staff", "lateness", "storage",
    "appearance", "keys", "privacy", "about",
):  # fmt: skip
    _section(_name)
