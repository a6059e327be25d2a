"""Every command of the program, once: what it is called, which key does it, which icon it wears.

Buttons, the key help (F1) and the palette (Ctrl+K) are made from this table, so they cannot
disagree. A group is a page that is in front by itself: keys must be unique within a group
together with those of `everywhere`. Texts are translated when they are shown.
"""

from dataclasses import dataclass

from gui.pages import OWN_WINDOWS, PAGES
from gui.words.marked import marked


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
    return tuple(
        Command(id, text, tuple(keys.split()), icon, group) for id, text, keys, icon in rows
    )


#: The deed that a command comes to, at once or at the end of what it opens, and whose it is
#: (`models.journal.rights`): who may not do it is told at the door.
DEEDS: dict[str, str] = {
    **dict.fromkeys(
        (
            "order.pay", "order.send", "order.note", "order.discount", "order.later",
            "order.paste", "orders.reorder",
        ),
        "orders.place",
    ),
    "order.hold": "held_carts.hold",
    "order.held": "held_carts.resume",
    "order.answer": "questions.answer",
    "order.create": "catalogue.add_product",
    "order.favourite": "favourites.add",
    "order.arrange": "favourites.move",
    "order.inbox": "inbox.take",
    "orders.pay": "payments.pay",
    "orders.refund": "payments.refund",
    "orders.change": "orders.change",
    "orders.take_back": "returns.return_goods",
    "orders.cancel": "orders.cancel",
    "drawer.put_in": "drawer.move",
    "drawer.take_out": "drawer.move",
    "catalogue.new": "catalogue.add_product",
    "catalogue.import": "catalogue_import.run",
    "catalogue.export": "export",
    "catalogue.edit": "catalogue.change_product",
    "catalogue.deactivate": "catalogue.change_product",
    "catalogue.activate": "catalogue.change_product",
    "catalogue.favourite": "favourites.add",
}  # fmt: skip

GROUPS: dict[str, str] = {
    **{page.name: page.text for page in PAGES.values()},
    "everywhere": marked("commands", "Everywhere"),
    "payment": marked("commands", "Payment"),
    "shopping_list": marked("commands", "Shopping list"),
    "import": marked("commands", "Import"),
}


COMMANDS: tuple[Command, ...] = (
    *_table(
        "everywhere",
        *((f"window.{page.name}", page.text, page.key, page.icon) for page in PAGES.values()),
        *(
            (f"own_window.{name}", PAGES[name].own_text, PAGES[name].own_key, "open-in-new")
            for name in OWN_WINDOWS
        ),
        ("edit.undo", marked("commands", "Undo"), "Ctrl+Z", "undo-variant"),
        ("edit.redo", marked("commands", "Redo"), "Ctrl+Shift+Z", "redo-variant"),
        ("window.palette", marked("commands", "Find a command"), "Ctrl+K", "magnify"),
        (
            "window.keys",
            marked("commands", "Guide and keys"),
            "F1 Ctrl+?",
            "help-circle-outline",
        ),
        ("window.full_screen", marked("commands", "Full screen"), "F11", "fullscreen"),
        ("window.lock", marked("commands", "Lock"), "Ctrl+L", "lock-outline"),
        ("window.close", marked("commands", "Close the window"), "Ctrl+W", "close"),
    ),
    *_table(
        "home",
        ("home.remove_demo", marked("commands", "Remove the demo"), "", "delete-sweep-outline"),
    ),
    *_table(
        "order_entry",
        ("order.box", marked("commands", "Scan or type"), "F2", "barcode-scan"),
        ("order.note", marked("commands", "Note"), "F3", "note-text-outline"),
        ("order.hold", marked("commands", "Hold this cart"), "F4", "pause"),
        ("order.held", marked("commands", "Held carts"), "F5", "clipboard-clock-outline"),
        ("order.quantity", marked("commands", "Quantity"), "F6", "numeric"),
        ("order.price_check", marked("commands", "Price check"), "F7", "tag-search-outline"),
        ("order.discount", marked("commands", "Discount"), "F8", "percent-circle-outline"),
        ("order.later", marked("commands", "For later"), "Ctrl+U", "calendar-clock"),
        ("order.pay", marked("commands", "Pay"), "F9 Ctrl+Return Ctrl+Enter", "cash-register"),
        ("order.send", marked("commands", "Send now, pay later"), "F10", "send-outline"),
        (
            "order.paste",
            marked("commands", "Paste a shopping list"),
            "Ctrl+V",
            "clipboard-list-outline",
        ),
        (
            "order.inbox",
            marked("commands", "Read the oldest message"),
            "Ctrl+M",
            "inbox-arrow-down-outline",
        ),
        ("order.copy", marked("commands", "Copy as text"), "Ctrl+Shift+C", "content-copy"),
        (
            "order.copy_other",
            marked("commands", "Copy in the other language"),
            "Ctrl+Alt+C",
            "translate",
        ),
        ("order.copy_qris", marked("commands", "Copy QRIS as picture"), "Ctrl+Shift+Q", "qrcode"),
        ("order.more", marked("commands", "One more"), "+", "plus"),
        ("order.less", marked("commands", "One less"), "-", "minus"),
        ("order.remove", marked("commands", "Remove"), "Del", "trash-can-outline"),
        (
            "order.last_line",
            marked("commands", "Edit the line added last"),
            "PgDown",
            "pencil-outline",
        ),
        (
            "order.answer",
            marked("commands", "Answer the warehouse"),
            "F12",
            "comment-question-outline",
        ),
        ("order.create", marked("commands", "Create the product"), "Ctrl+N", "plus"),
        ("order.leave", marked("commands", "Leave as it was"), "Ctrl+D", "close"),
        ("order.tiles", marked("commands", "Favourites"), "Ctrl+T", "view-grid-outline"),
        (
            "order.favourite",
            marked("commands", "Add or remove favourite"),
            "Ctrl+B",
            "star-outline",
        ),
        ("order.arrange", marked("commands", "Arrange favourites"), "Ctrl+R", "cursor-move"),
    ),
    *_table(
        "payment",
        ("payment.cash", marked("commands", "Cash"), marked("shortcuts", "C"), "cash"),
        ("payment.qris", marked("commands", "QRIS"), marked("shortcuts", "Q"), "qrcode-scan"),
        (
            "payment.debit",
            marked("commands", "Debit"),
            marked("shortcuts", "D"),
            "credit-card-outline",
        ),
        (
            "payment.transfer",
            marked("commands", "Transfer"),
            marked("shortcuts", "R"),
            "bank-transfer",
        ),
        ("payment.part", marked("commands", "Pay in part"), marked("shortcuts", "S"), "call-split"),
        ("payment.print", marked("commands", "Print the receipt"), "Ctrl+P", "printer-outline"),
        ("payment.suggestion_1", marked("commands", "First amount"), "Alt+1", ""),
        ("payment.suggestion_2", marked("commands", "Second amount"), "Alt+2", ""),
        ("payment.suggestion_3", marked("commands", "Third amount"), "Alt+3", ""),
        ("payment.suggestion_4", marked("commands", "Fourth amount"), "Alt+4", ""),
        ("payment.suggestion_5", marked("commands", "Fifth amount"), "Alt+5", ""),
        ("payment.suggestion_6", marked("commands", "Sixth amount"), "Alt+6", ""),
        ("payment.take", marked("commands", "Take the money"), "Return Enter", "check-bold"),
        ("payment.back", marked("commands", "Back"), "Esc", "arrow-left"),
    ),
    *_table(
        "shopping_list",
        ("list.accept", marked("commands", "Into the cart"), "Ctrl+Return Ctrl+Enter", "cart-plus"),
        ("list.next", marked("commands", "Next question"), "Tab", "arrow-down"),
        ("list.search", marked("commands", "Look for it"), "F3", "magnify"),
        (
            "list.take_up",
            marked("commands", "Take up struck words"),
            "F4",
            "clipboard-plus-outline",
        ),
        ("list.skip", marked("commands", "Skip"), "0", "skip-next-outline"),
        ("list.copy", marked("commands", "Copy as text"), "Ctrl+Shift+C", "content-copy"),
        (
            "list.copy_other",
            marked("commands", "Copy in the other language"),
            "Ctrl+Alt+C",
            "translate",
        ),
        ("list.change", marked("commands", "Change the text"), "F2", "pencil-outline"),
        ("list.cancel", marked("commands", "Cancel"), "Esc", "close"),
    ),
    *_table(
        "fulfilment",
        ("queue.pick", marked("commands", "Pick the line"), "Space", "check"),
        ("queue.next", marked("commands", "Next step"), "Return Enter", "arrow-right-bold-outline"),
        ("queue.more", marked("commands", "One more picked"), "+", "plus"),
        ("queue.less", marked("commands", "One less picked"), "-", "minus"),
        ("queue.part", marked("commands", "Part of the line"), "* F6", "numeric"),
        ("queue.short", marked("commands", "Short"), "S", "package-variant-remove"),
        ("queue.ask", marked("commands", "Ask the counter"), "T", "comment-question-outline"),
        ("queue.rush", marked("commands", "Rush"), "R", "lightning-bolt"),
        ("queue.claim", marked("commands", "Claim / give back"), "M", "account-check-outline"),
        ("queue.number", marked("commands", "Go to a number"), "0", "pound"),
        ("queue.ready", marked("commands", "Ready orders"), "H", "check-circle-outline"),
        ("queue.recall", marked("commands", "Recall"), "U Backspace", "history"),
        ("queue.all_day", marked("commands", "All-day totals"), "A", "sigma"),
        ("queue.batch", marked("commands", "Batch pick"), "B", "checkbox-multiple-outline"),
        ("queue.print", marked("commands", "Print"), "P Ctrl+P", "printer-outline"),
        ("queue.put_back", marked("commands", "Back to the shelf"), "K", "package-up"),
        ("queue.filter", marked("commands", "Filter"), "F", "filter-outline"),
        ("queue.later", marked("commands", "For later"), "L", "calendar-clock"),
        ("queue.sound", marked("commands", "Sound on / off"), "V", "volume-high"),
        (
            "queue.larger",
            marked("commands", "Larger cards"),
            "Ctrl++ Ctrl+=",
            "magnify-plus-outline",
        ),
        ("queue.smaller", marked("commands", "Smaller cards"), "Ctrl+-", "magnify-minus-outline"),
    ),
    *_table(
        "statistics",
        ("statistics.more", marked("commands", "More figures"), "Ctrl+D", "chart-box-plus-outline"),
        ("statistics.save", marked("commands", "Save CSV"), "Ctrl+S", "file-download-outline"),
        ("statistics.print", marked("commands", "Save PDF"), "Ctrl+P", "file-pdf-box"),
        ("statistics.compare", marked("commands", "Compare with"), "Ctrl+B", "swap-horizontal"),
        (
            "statistics.copy",
            marked("commands", "Copy picture and table"),
            "Ctrl+C",
            "content-copy",
        ),
        (
            "statistics.save_panel",
            marked("commands", "Save this panel"),
            "Ctrl+E",
            "image-outline",
        ),
        ("statistics.back", marked("commands", "Back to the first page"), "Esc", "arrow-left"),
        ("statistics.refresh", marked("commands", "Count again"), "F5", "refresh"),
    ),
    *_table(
        "catalogue",
        ("catalogue.find", marked("commands", "Find a product"), "F2 Ctrl+F", "magnify"),
        ("catalogue.new", marked("commands", "New product"), "Ctrl+N", "plus"),
        ("catalogue.import", marked("commands", "Import"), "Ctrl+I", "file-import-outline"),
        ("catalogue.export", marked("commands", "Export"), "Ctrl+Shift+S", "file-export-outline"),
        (
            "catalogue.copy",
            marked("commands", "Copy prices for customers"),
            "Ctrl+Shift+C",
            "content-copy",
        ),
        (
            "catalogue.copy_other",
            marked("commands", "Copy in the other language"),
            "Ctrl+Alt+C",
            "translate",
        ),
        ("catalogue.save", marked("commands", "Save"), "Ctrl+S", "content-save-outline"),
        ("catalogue.cancel", marked("commands", "Cancel"), "Esc", "close"),
        ("catalogue.edit", marked("commands", "Edit product"), "Ctrl+E", "pencil-outline"),
        ("catalogue.labels", marked("commands", "Print labels"), "Ctrl+P", "printer-outline"),
        (
            "catalogue.favourite",
            marked("commands", "Add or remove favourite"),
            "Ctrl+B",
            "star-outline",
        ),
        ("catalogue.stock", marked("commands", "Adjust stock"), "", "package-variant-closed-plus"),
        ("catalogue.deactivate", marked("commands", "Deactivate"), "", "eye-off-outline"),
        ("catalogue.activate", marked("commands", "Activate"), "", "eye-outline"),
    ),
    *_table(
        "import",
        (
            "import.run",
            marked("commands", "Import"),
            "Ctrl+Return Ctrl+Enter",
            "file-import-outline",
        ),
        ("import.other_file", marked("commands", "Another file"), "Ctrl+O", "folder-open-outline"),
        (
            "import.save_rejected",
            marked("commands", "Save rejected rows"),
            "Ctrl+S",
            "file-download-outline",
        ),
        ("import.cancel", marked("commands", "Cancel"), "Esc", "close"),
    ),
    *_table(
        "order_history",
        ("orders.find", marked("commands", "Find an order"), "F2 Ctrl+F", "magnify"),
        ("orders.print", marked("commands", "Reprint"), "Ctrl+P", "printer-outline"),
        ("orders.ticket", marked("commands", "Show the pick ticket"), "Ctrl+T", "clipboard-text"),
        ("orders.copy", marked("commands", "Copy as text"), "Ctrl+Shift+C", "content-copy"),
        (
            "orders.copy_other",
            marked("commands", "Copy in the other language"),
            "Ctrl+Alt+C",
            "translate",
        ),
        ("orders.copy_qris", marked("commands", "Copy QRIS as picture"), "Ctrl+Shift+Q", "qrcode"),
        ("orders.slip", marked("commands", "Show the change slip"), "Ctrl+G", "file-compare"),
        ("orders.refund", marked("commands", "Refund"), "", "cash-refund"),
        ("orders.pay", marked("commands", "Pay"), "F9", "cash-register"),
        ("orders.change", marked("commands", "Change"), "Ctrl+E", "pencil-outline"),
        ("orders.take_back", marked("commands", "Take goods back"), "", "keyboard-return"),
        ("orders.reorder", marked("commands", "Order again"), "Ctrl+N", "cart-plus"),
        ("orders.cancel", marked("commands", "Cancel the order"), "", "close-circle-outline"),
    ),
    *_table(
        "drawer",
        ("drawer.open", marked("commands", "Open the till"), "Ctrl+O", "cash-register"),
        ("drawer.put_in", marked("commands", "Put cash in"), "F7", "cash-plus"),
        ("drawer.take_out", marked("commands", "Take cash out"), "F8", "cash-minus"),
        ("drawer.count", marked("commands", "Count the cash"), "F6", "cash-multiple"),
        ("drawer.close", marked("commands", "Close the till"), "F9", "cash-lock"),
        ("drawer.print", marked("commands", "Print interim report"), "Ctrl+P", "printer-outline"),
        ("drawer.report", marked("commands", "Print the report"), "Ctrl+R", "printer-outline"),
    ),
    *_table(
        "inbox",
        ("inbox.read", marked("commands", "Read at the counter"), "Return Enter", "cart-plus"),
        ("inbox.paste", marked("commands", "Paste a message"), "Ctrl+V", "clipboard-plus-outline"),
        ("inbox.open", marked("commands", "Open messages"), "Ctrl+O", "folder-open-outline"),
        ("inbox.release", marked("commands", "Back to the list"), "Ctrl+G", "undo-variant"),
        ("inbox.dismiss", marked("commands", "Take off the list"), "Del", "trash-can-outline"),
    ),
    *_table(
        "settings",
        ("settings.back_up", marked("commands", "Back up now"), "Ctrl+S", "database-check-outline"),
    ),
)
#: What a key that is held down does again and again; all else is done once for each press.
REPEATED = frozenset(
    {
        "order.more", "order.less", "queue.more", "queue.less", "queue.larger", "queue.smaller",
    }
)  # fmt: skip
#: What needs nothing on its page to be chosen or loaded first: the palette does it from anywhere.
ANYWHERE = frozenset(
    {
        "home.remove_demo", "order.box", "order.held", "order.price_check", "order.tiles",
        "catalogue.find", "catalogue.new", "catalogue.import", "catalogue.export", "orders.find",
        "settings.back_up",
    }
)  # fmt: skip
