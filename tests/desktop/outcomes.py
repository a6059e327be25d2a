"""What is seen when a command is done: one entry for each command of the table.

The walk does each command in the state that is named here, by its key and by its button, and waits
until the outcome is seen. A command without an entry fails `tests/rules/test_outcomes.py`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from gui.pages import OWN_WINDOWS, PAGES
from tests.desktop.sight import Piece, Sight

#: Given what was seen before and what is seen now: whether the outcome is there.
Sees = Callable[[Sight, Sight], bool]


@dataclass(frozen=True, slots=True)
class Outcome:
    """`state` is where it is tried; `button` another one, where the command has its button."""

    state: str
    sees: Sees
    button: str = ""
    #: The class of its button, where that is called by something else than the command.
    face: str = ""
    #: The keys that bring back what was there, when it can be brought back.
    back: tuple[str, ...] = ("Esc",)
    #: The program ends by it.
    ends: bool = False


def page(name: str) -> Sees:
    """The page is in front."""
    return lambda before, now: now.front is not None and now.front.page == name


def own_window(name: str) -> Sees:
    """The page is in front, in a window besides those that were there."""
    return lambda before, now: page(name)(before, now) and len(now.windows) > len(before.windows)


def window(kind: str) -> Sees:
    """A dialog or a menu of this class is in front."""
    return lambda before, now: now.front is not None and now.front.kind == kind


def asks(before: Sight, now: Sight) -> bool:
    """A question is in front that must be answered."""
    return now.front is not None and now.front.modal


def shows(kind: str) -> Sees:
    """Something of this class is seen that was not."""
    return lambda before, now: len(now.kind(kind)) > len(before.kind(kind))


def hides(kind: str) -> Sees:
    """What was seen of this class is gone."""
    return lambda before, now: bool(before.kind(kind)) and not now.kind(kind)


def focus(kind: str) -> Sees:
    """The cursor is in something of this class, where it was not."""

    def sees(before: Sight, now: Sight) -> bool:
        at = now.focus
        return at is not None and kind in at.kinds and not _same(before.focus, at)

    return sees


def changes(kind: str) -> Sees:
    """What stands on things of this class is not what it was: words, values, sizes."""

    def faces(sight: Sight) -> list[object]:
        return [(p.words, p.value, p.checked, p.cells, p.box) for p in sight.kind(kind)]

    return lambda before, now: bool(now.kind(kind)) and faces(before) != faces(now)


def checks(command: str) -> Sees:
    """Its button is chosen, and was not."""

    def chosen(sight: Sight) -> bool:
        return any(piece.checked for piece in sight.of_command(command))

    return lambda before, now: chosen(now) and not chosen(before)


def says(before: Sight, now: Sight) -> bool:
    """A deed is told at the foot of the page that was not."""
    return bool(now.kind("UndoBar")) and _told(before) != _told(now)


def refuses(before: Sight, now: Sight) -> bool:
    """What is missing is told: the demo has no QRIS."""
    return shows("Notice")(before, now)


def in_cart(before: Sight, now: Sight) -> bool:
    """There are goods in the cart."""
    return any(table.cells for table in now.kind("RowList") if "CartCard" in table.within)


def anything(before: Sight, now: Sight) -> bool:
    """Something looks otherwise than before: what stands there, what is marked, what is open."""
    ticking = ("Label", "CardView", "Wall", "RestView", "QuestionCard", "HeldRail")

    def faces(sight: Sight) -> list[object]:
        return [
            (p.kind, p.words if p.kind not in ticking else (), p.value, p.checked, p.focus, p.cells)
            for p in sight.pieces
        ]

    return before.windows != now.windows or faces(before) != faces(now)


def both(*all_of: Sees) -> Sees:
    """All of them."""
    return lambda before, now: all(sees(before, now) for sees in all_of)


def _told(sight: Sight) -> list[Piece]:
    return [piece for piece in sight.kind("Label") if "UndoBar" in piece.within]


def _same(one: Piece | None, other: Piece) -> bool:
    return one is not None and (one.kind, one.name, one.box) == (other.kind, other.name, other.box)


def _full_screen(before: Sight, now: Sight) -> bool:
    return now.front is not None and now.front.full_screen


#: Done by key or palette alone.
WITHOUT_BUTTON = {
    "order.box", "order.more", "order.less", "order.last_line", "order.favourite", "list.skip",
    "catalogue.find", "orders.find", "orders.ticket", "orders.slip", "drawer.count",
    "settings.back_up", "edit.redo", "window.full_screen", "window.close", "statistics.back",
    "statistics.refresh", "statistics.copy", "statistics.save_panel", "order.copy_other",
    "order.copy_qris", "catalogue.copy_other", "list.copy_other", "orders.copy_other",
    "orders.copy_qris",
    *(f"own_window.{name}" for name in OWN_WINDOWS),
}  # fmt: skip
_in_hand = both(page("order_entry"), shows("ChangeBar"))
_form_closed = both(hides("ProductForm"), says)

OUTCOMES: dict[str, Outcome] = {
    "window.home": Outcome("counter", page("home")),
    **{
        f"window.{name}": Outcome("home", page(name), back=("Ctrl+0",))
        for name in PAGES
        if name != "home"
    },
    **{
        f"own_window.{name}": Outcome("home", own_window(name), back=("Ctrl+W",))
        for name in OWN_WINDOWS
    },
    "edit.undo": Outcome("cart", changes("BigSum"), button="removed", back=("Ctrl+Shift+Z",)),
    "edit.redo": Outcome("undone", changes("BigSum")),
    "window.palette": Outcome("home", window("CommandPalette")),
    "window.keys": Outcome("home", window("GuideWindow")),
    "window.full_screen": Outcome("home", _full_screen, back=("F11",)),
    "window.lock": Outcome("home", shows("LockScreen")),
    "window.close": Outcome("home", lambda before, now: False, ends=True),
    "home.remove_demo": Outcome("home", asks),
    # --- the counter
    "order.box": Outcome("held", hides("Plate")),
    "order.note": Outcome("cart", shows("Plate")),
    "order.hold": Outcome("cart", shows("Plate")),
    "order.held": Outcome("counter", shows("ChoiceList")),
    "order.quantity": Outcome("cart", shows("Plate")),
    "order.price_check": Outcome("counter", shows("Plate")),
    "order.discount": Outcome("cart", shows("Plate")),
    "order.later": Outcome("cart", shows("Plate")),
    "order.pay": Outcome("cart", shows("PaymentPanel")),
    "order.send": Outcome("cart", shows("PlacedNotice")),
    "order.paste": Outcome("copied", shows("ReviewPanel")),
    "order.inbox": Outcome("counter_with_messages", shows("ReviewPanel")),
    "order.copy": Outcome("cart", says),
    "order.copy_other": Outcome("cart", says),
    "order.copy_qris": Outcome("cart", refuses),
    "order.more": Outcome("cart", changes("BigSum"), back=("-",)),
    "order.less": Outcome("cart", changes("BigSum"), back=("Ctrl+Z",)),
    "order.remove": Outcome("cart", both(changes("BigSum"), says)),
    "order.last_line": Outcome("cart", shows("Plate")),
    "order.answer": Outcome("asked", focus("QuestionCard")),
    "order.create": Outcome("unknown", shows("ProductForm")),
    "order.leave": Outcome("changing", hides("ChangeBar")),
    "order.tiles": Outcome("counter", shows("TileList"), back=("Ctrl+T",)),
    "order.favourite": Outcome("cart", says),
    "order.arrange": Outcome("counter", shows("ArrangeBar"), button="tiles"),
    # --- the payment
    "payment.cash": Outcome("payment_by_card", checks("payment.cash"), back=("D",)),
    **{
        f"payment.{way}": Outcome("payment", checks(f"payment.{way}"), back=("C",))
        for way in ("qris", "debit", "transfer")
    },
    "payment.part": Outcome("payment", changes("_Digits"), back=("C",)),
    "payment.print": Outcome("payment_printing", changes("ActionButton"), back=("Ctrl+P",)),
    "payment.suggestion_1": Outcome("payment_large", changes("_Digits"), back=("Alt+4",)),
    **{
        f"payment.suggestion_{number}": Outcome("payment", changes("_Digits"), back=("C",))
        for number in range(2, 7)
    },
    "payment.take": Outcome("payment", shows("PlacedNotice")),
    "payment.back": Outcome("payment", hides("PaymentPanel")),
    # --- the shopping list
    "list.accept": Outcome("review_answered", both(hides("ReviewPanel"), in_cart)),
    "list.next": Outcome("review", changes("RowList")),
    "list.search": Outcome("review", focus("QLineEdit")),
    "list.skip": Outcome("review", changes("RowList")),
    "list.take_up": Outcome("review_with_talk", changes("RowList")),
    "list.copy": Outcome("review", says),
    "list.copy_other": Outcome("review", says),
    "list.change": Outcome("review", focus("QPlainTextEdit")),
    "list.cancel": Outcome("review", hides("ReviewPanel")),
    # --- the warehouse
    "queue.pick": Outcome("wall_waiting", says),
    "queue.next": Outcome("wall_waiting", says),
    "queue.more": Outcome("wall_waiting", says),
    "queue.less": Outcome("wall_picking", says),
    "queue.part": Outcome("wall_waiting", shows("PartPrompt")),
    "queue.short": Outcome("wall_waiting", shows("ShortPrompt")),
    "queue.ask": Outcome("wall_waiting", shows("ShortPrompt")),
    "queue.rush": Outcome("wall_waiting", says, back=("R",)),
    "queue.claim": Outcome("wall_waiting", says),
    "queue.number": Outcome("wall_waiting", shows("NumberPrompt")),
    "queue.ready": Outcome("wall_taken", changes("CountChip"), back=("H",)),
    "queue.recall": Outcome("wall_waiting", shows("Recall")),
    "queue.all_day": Outcome("wall_waiting", shows("AllDay")),
    "queue.batch": Outcome("wall_waiting", shows("Batch")),
    "queue.print": Outcome("wall_waiting", window("Preview")),
    "queue.put_back": Outcome("wall_waiting", shows("RestockTasks")),
    "queue.filter": Outcome("wall_waiting", shows("FilterPrompt")),
    "queue.later": Outcome("wall_waiting", shows("Later")),
    "queue.sound": Outcome("wall_waiting", changes("Plate"), back=("V",)),
    "queue.larger": Outcome("wall_taken", changes("CardView"), back=("Ctrl+-",)),
    "queue.smaller": Outcome("wall_larger", changes("CardView"), back=("Ctrl++",)),
    # --- the owner
    "statistics.more": Outcome("figures", shows("ReportsView")),
    "statistics.save": Outcome("figures", window("QFileDialog")),
    "statistics.print": Outcome("figures", window("QFileDialog")),
    "statistics.compare": Outcome("figures", window("QMenu"), face="CompareButton"),
    "statistics.copy": Outcome("figures", says),
    "statistics.save_panel": Outcome("figures", window("QFileDialog")),
    "statistics.back": Outcome("more_figures", hides("ReportsView"), back=("Ctrl+D",)),
    "statistics.refresh": Outcome("figures", says),
    "catalogue.find": Outcome("products", focus("QLineEdit")),
    "catalogue.new": Outcome("products", both(shows("ProductForm"), focus("QLineEdit"))),
    "catalogue.import": Outcome("products", window("QFileDialog")),
    "catalogue.export": Outcome("products", window("QFileDialog")),
    "catalogue.copy": Outcome("products", says),
    "catalogue.copy_other": Outcome("products", says),
    "catalogue.save": Outcome("product_typed", _form_closed),
    "catalogue.cancel": Outcome("new_product", hides("ProductForm")),
    "catalogue.edit": Outcome("products", shows("ProductForm")),
    "catalogue.labels": Outcome("products", window("Preview")),
    "catalogue.favourite": Outcome("products", says),
    "catalogue.stock": Outcome("products", shows("StockForm")),
    "catalogue.deactivate": Outcome("products", says),
    "catalogue.activate": Outcome("product_inactive", says),
    "import.run": Outcome("preview", hides("ImportView")),
    "import.other_file": Outcome("preview", window("QFileDialog")),
    "import.save_rejected": Outcome("preview", window("QFileDialog")),
    "import.cancel": Outcome("preview", hides("ImportView")),
    "orders.find": Outcome("order_waiting", focus("QLineEdit")),
    "orders.print": Outcome("order_paid", window("Preview")),
    "orders.copy": Outcome("order_waiting", says),
    "orders.copy_other": Outcome("order_waiting", says),
    "orders.copy_qris": Outcome("order_waiting", refuses),
    "orders.ticket": Outcome("order_waiting", window("Preview")),
    "orders.slip": Outcome("order_changed", window("Preview")),
    "orders.refund": Outcome("order_paid", shows("RefundForm")),
    "orders.pay": Outcome("order_waiting", shows("PaymentPanel")),
    "orders.change": Outcome("order_waiting", _in_hand),
    "orders.take_back": Outcome("order_paid", shows("ReturnForm")),
    "orders.reorder": Outcome("order_paid", both(page("order_entry"), in_cart)),
    "orders.cancel": Outcome("order_waiting", shows("CancelForm")),
    "inbox.read": Outcome("messages", shows("ReviewPanel")),
    "inbox.paste": Outcome("messages_copied", says),
    "inbox.open": Outcome("messages", window("QFileDialog")),
    "inbox.release": Outcome("messages_elsewhere", changes("RowsView")),
    "inbox.dismiss": Outcome("messages", asks),
    "drawer.open": Outcome("drawer_float_typed", both(shows("CountPanel"), says)),
    "drawer.put_in": Outcome("drawer_typed", says),
    "drawer.take_out": Outcome("drawer_typed", says),
    "drawer.count": Outcome("drawer_open", focus("_Count")),
    "drawer.close": Outcome("drawer_counted", both(hides("CountPanel"), says)),
    "drawer.print": Outcome("drawer_open", window("Preview")),
    "drawer.report": Outcome("drawer_closed", window("Preview")),
    "settings.back_up": Outcome("settings_shop", shows("StorageSection")),
}
