"""Every command of the program, once: what it is called, which key does it, which icon it wears.

Buttons, the key help (F1) and the palette (Ctrl+K) are made from this table, so they cannot
disagree. A group is a page that is in front by itself: keys must be unique within a group together
with those of `everywhere`. Texts are translated when they are shown (contexts `commands`, `groups`).
"""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Command:
    """`keys` are portable names, the first one is shown; `group` is the page it belongs to."""

    id: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    group: str = "everywhere"


def _table(group: str, *rows: tuple[str, str, str, str]) -> tuple[Command, ...]:
    """Rows are id, text, keys separated by blanks, icon."""
    return tuple(Command(id, text, tuple(keys.split()), icon, group) for id, text, keys, icon in rows)


GROUPS: dict[str, str] = {
    "everywhere": QT_TRANSLATE_NOOP("groups", "Everywhere"),
    "home": QT_TRANSLATE_NOOP("groups", "Home"),
    "order_entry": QT_TRANSLATE_NOOP("groups", "Order entry"),
    "payment": QT_TRANSLATE_NOOP("groups", "Payment"),
    "shopping_list": QT_TRANSLATE_NOOP("groups", "Shopping list"),
    "fulfilment": QT_TRANSLATE_NOOP("groups", "Fulfilment"),
    "ready_board": QT_TRANSLATE_NOOP("groups", "Ready board"),
    "statistics": QT_TRANSLATE_NOOP("groups", "Statistics"),
    "catalogue": QT_TRANSLATE_NOOP("groups", "Catalogue"),
    "import": QT_TRANSLATE_NOOP("groups", "Import"),
    "order_history": QT_TRANSLATE_NOOP("groups", "All orders"),
    "settings": QT_TRANSLATE_NOOP("groups", "Settings"),
}

_T = QT_TRANSLATE_NOOP

COMMANDS: tuple[Command, ...] = (
    *_table(
        "everywhere",
        ("window.home", _T("commands", "Home"), "Ctrl+0", "home-outline"),
        ("window.order_entry", _T("commands", "Order entry"), "Ctrl+1", "cart-outline"),
        ("window.fulfilment", _T("commands", "Fulfilment"), "Ctrl+2", "package-variant"),
        ("window.statistics", _T("commands", "Statistics"), "Ctrl+3", "chart-bar"),
        ("window.catalogue", _T("commands", "Catalogue"), "Ctrl+4", "tag-multiple-outline"),
        ("window.order_history", _T("commands", "All orders"), "Ctrl+5", "history"),
        ("window.ready_board", _T("commands", "Ready board"), "Ctrl+6", "view-column-outline"),
        ("window.settings", _T("commands", "Settings"), "Ctrl+,", "cog-outline"),
        (
            "own_window.order_entry",
            _T("commands", "Order entry in its own window"),
            "Ctrl+Shift+1",
            "open-in-new",
        ),
        (
            "own_window.fulfilment",
            _T("commands", "Fulfilment in its own window"),
            "Ctrl+Shift+2",
            "open-in-new",
        ),
        (
            "own_window.statistics",
            _T("commands", "Statistics in its own window"),
            "Ctrl+Shift+3",
            "open-in-new",
        ),
        (
            "own_window.catalogue",
            _T("commands", "Catalogue in its own window"),
            "Ctrl+Shift+4",
            "open-in-new",
        ),
        (
            "own_window.ready_board",
            _T("commands", "Ready board in its own window"),
            "Ctrl+Shift+6",
            "open-in-new",
        ),
        ("edit.undo", _T("commands", "Undo"), "Ctrl+Z", "undo-variant"),
        ("edit.redo", _T("commands", "Redo"), "Ctrl+Shift+Z", "redo-variant"),
        ("window.palette", _T("commands", "Find a command"), "Ctrl+K", "magnify"),
        ("window.keys", _T("commands", "List of keys"), "F1 Ctrl+?", "help-circle-outline"),
        ("window.full_screen", _T("commands", "Full screen"), "F11", "fullscreen"),
        ("window.lock", _T("commands", "Lock"), "Ctrl+L", "lock-outline"),
        ("window.close", _T("commands", "Close the window"), "Ctrl+W", "close"),
    ),
    *_table(
        "home",
        ("home.remove_demo", _T("commands", "Remove the demo"), "", "delete-sweep-outline"),
    ),
    *_table(
        "order_entry",
        ("order.box", _T("commands", "Scan or type"), "F2", "barcode-scan"),
        ("order.note", _T("commands", "Note"), "F3", "note-text-outline"),
        ("order.hold", _T("commands", "Hold this cart"), "F4", "pause"),
        ("order.held", _T("commands", "Held carts"), "F5", "clipboard-clock-outline"),
        ("order.quantity", _T("commands", "Quantity"), "F6", "numeric"),
        ("order.price_check", _T("commands", "Price check"), "F7", "tag-search-outline"),
        ("order.discount", _T("commands", "Discount"), "F8", "percent-circle-outline"),
        ("order.pay", _T("commands", "Pay"), "F9 Ctrl+Return Ctrl+Enter", "cash-register"),
        ("order.send", _T("commands", "Send, pay later"), "F10", "send-outline"),
        ("order.paste", _T("commands", "Paste a shopping list"), "Ctrl+V", "clipboard-list-outline"),
        ("order.more", _T("commands", "One more"), "+", "plus"),
        ("order.less", _T("commands", "One less"), "-", "minus"),
        ("order.remove", _T("commands", "Remove"), "Del", "trash-can-outline"),
        ("order.last_line", _T("commands", "Edit the line added last"), "PgDown", "pencil-outline"),
        ("order.arrange", _T("commands", "Arrange favourites"), "", "pencil-outline"),
    ),
    *_table(
        "payment",
        ("payment.cash", _T("commands", "Cash"), _T("shortcuts", "C"), "cash"),
        ("payment.qris", _T("commands", "QRIS"), _T("shortcuts", "Q"), "qrcode-scan"),
        ("payment.debit", _T("commands", "Debit"), _T("shortcuts", "D"), "credit-card-outline"),
        ("payment.transfer", _T("commands", "Transfer"), _T("shortcuts", "R"), "bank-transfer"),
        ("payment.part", _T("commands", "Pay in part"), _T("shortcuts", "S"), "call-split"),
        ("payment.print", _T("commands", "Print the receipt"), "Ctrl+P", "printer-outline"),
        ("payment.suggestion_1", _T("commands", "First amount"), "Alt+1", ""),
        ("payment.suggestion_2", _T("commands", "Second amount"), "Alt+2", ""),
        ("payment.suggestion_3", _T("commands", "Third amount"), "Alt+3", ""),
        ("payment.suggestion_4", _T("commands", "Fourth amount"), "Alt+4", ""),
        ("payment.suggestion_5", _T("commands", "Fifth amount"), "Alt+5", ""),
        ("payment.suggestion_6", _T("commands", "Sixth amount"), "Alt+6", ""),
        ("payment.take", _T("commands", "Take the money"), "Return Enter", "check-bold"),
        ("payment.back", _T("commands", "Back"), "Esc", "arrow-left"),
    ),
    *_table(
        "shopping_list",
        ("list.accept", _T("commands", "Into the cart"), "Ctrl+Return Ctrl+Enter", "cart-plus"),
        ("list.next", _T("commands", "Next question"), "Tab", "arrow-down"),
        ("list.skip", _T("commands", "Skip"), "0", "skip-next-outline"),
        ("list.change", _T("commands", "Change the text"), "F2", "pencil-outline"),
        ("list.cancel", _T("commands", "Cancel"), "Esc", "close"),
    ),
    *_table(
        "fulfilment",
        ("queue.pick", _T("commands", "Pick the line"), "Space", "check"),
        ("queue.next", _T("commands", "Next step"), "Return Enter", "arrow-right-bold-outline"),
        ("queue.more", _T("commands", "One more picked"), "+", "plus"),
        ("queue.less", _T("commands", "One less picked"), "-", "minus"),
        ("queue.part", _T("commands", "Part of the line"), "* F6", "numeric"),
        ("queue.short", _T("commands", "Short"), "S", "package-variant-remove"),
        ("queue.rush", _T("commands", "Rush"), "R", "lightning-bolt"),
        ("queue.claim", _T("commands", "Claim / give back"), "M", "account-check-outline"),
        ("queue.number", _T("commands", "Call a number"), "0", "pound"),
        ("queue.recall", _T("commands", "Recall"), "U Backspace", "history"),
        ("queue.all_day", _T("commands", "All-day totals"), "A", "sigma"),
        ("queue.batch", _T("commands", "Batch pick"), "B", "checkbox-multiple-outline"),
        ("queue.put_back", _T("commands", "Back to the shelf"), "K", "package-up"),
        ("queue.filter", _T("commands", "Filter"), "F", "filter-outline"),
        ("queue.sound", _T("commands", "Sound on / off"), "V", "volume-high"),
        ("queue.larger", _T("commands", "Larger cards"), "Ctrl++ Ctrl+=", "magnify-plus-outline"),
        ("queue.smaller", _T("commands", "Smaller cards"), "Ctrl+-", "magnify-minus-outline"),
    ),
    *_table(
        "statistics",
        ("statistics.save", _T("commands", "Save CSV"), "Ctrl+S", "file-download-outline"),
        ("statistics.print", _T("commands", "Print"), "Ctrl+P", "printer-outline"),
        ("statistics.refresh", _T("commands", "Count again"), "F5", "refresh"),
    ),
    *_table(
        "catalogue",
        ("catalogue.find", _T("commands", "Find a product"), "F2 Ctrl+F", "magnify"),
        ("catalogue.new", _T("commands", "New product"), "Ctrl+N", "plus"),
        ("catalogue.import", _T("commands", "Import"), "Ctrl+I", "file-import-outline"),
        ("catalogue.save", _T("commands", "Save"), "Ctrl+S", "content-save-outline"),
        ("catalogue.stock", _T("commands", "Adjust stock"), "", "package-variant-closed-plus"),
        ("catalogue.deactivate", _T("commands", "Deactivate"), "", "eye-off-outline"),
        ("catalogue.activate", _T("commands", "Activate"), "", "eye-outline"),
    ),
    *_table(
        "import",
        ("import.run", _T("commands", "Import"), "Ctrl+Return Ctrl+Enter", "file-import-outline"),
        ("import.other_file", _T("commands", "Another file"), "Ctrl+O", "folder-open-outline"),
        ("import.save_rejected", _T("commands", "Save rejected rows"), "Ctrl+S", "file-download-outline"),
        ("import.cancel", _T("commands", "Cancel"), "Esc", "close"),
    ),
    *_table(
        "order_history",
        ("orders.find", _T("commands", "Find an order"), "F2 Ctrl+F", "magnify"),
        ("orders.print", _T("commands", "Reprint"), "Ctrl+P", "printer-outline"),
        ("orders.refund", _T("commands", "Refund"), "", "cash-refund"),
        ("orders.pay", _T("commands", "Pay"), "F9", "cash-register"),
        ("orders.reorder", _T("commands", "Order again"), "Ctrl+N", "cart-plus"),
        ("orders.cancel", _T("commands", "Cancel the order"), "", "close-circle-outline"),
    ),
    *_table(
        "settings",
        ("settings.back_up", _T("commands", "Back up now"), "Ctrl+S", "database-check-outline"),
    ),
)
