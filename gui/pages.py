"""Every page of the program, once: the command line, Home, the menu and the keys are made from it.

Nothing is imported here, so that the command line is read, and a counter opened, before anything
else is loaded.
"""

from dataclasses import dataclass

from gui.words.marked import marked


@dataclass(frozen=True, slots=True)
class PageRegistration:
    """`module` and `kind` say where its `Page` is; it is imported when it is first opened.

    `own_text` and `own_key` are for a window of its own, empty where that is of no use. `right` is
    the deed that who opens it may do (`models/journal/rights.py`).
    """

    name: str
    module: str
    kind: str
    text: str
    key: str
    icon: str
    own_text: str = ""
    own_key: str = ""
    right: str = "page"


PAGES: dict[str, PageRegistration] = {
    page.name: page
    for page in (
        PageRegistration(
            "home", "gui.home.page", "HomePage",
            marked("commands", "Home"), "Ctrl+0", "home-outline",
        ),
        PageRegistration(
            "order_entry", "gui.order_entry.page", "OrderEntryPage",
            marked("commands", "Order entry"), "Ctrl+1", "cart-outline",
            marked("commands", "Order entry in its own window"), "Ctrl+Shift+1",
        ),
        PageRegistration(
            "fulfilment", "gui.fulfilment.page", "FulfilmentPage",
            marked("commands", "Fulfilment"), "Ctrl+2", "package-variant",
            marked("commands", "Fulfilment in its own window"), "Ctrl+Shift+2",
        ),
        PageRegistration(
            "statistics", "gui.statistics.page", "StatisticsPage",
            marked("commands", "Statistics"), "Ctrl+3", "chart-bar",
            marked("commands", "Statistics in its own window"), "Ctrl+Shift+3", "statistics",
        ),
        PageRegistration(
            "catalogue", "gui.catalogue.page", "CataloguePage",
            marked("commands", "Catalogue"), "Ctrl+4", "tag-multiple-outline",
            marked("commands", "Catalogue in its own window"), "Ctrl+Shift+4",
        ),
        PageRegistration(
            "order_history", "gui.order_history.page", "OrderHistoryPage",
            marked("commands", "All orders"), "Ctrl+5", "history",
        ),
        PageRegistration(
            "ready_board", "gui.ready_board.page", "ReadyBoardPage",
            marked("commands", "Ready board"), "Ctrl+6", "view-column-outline",
            marked("commands", "Ready board in its own window"), "Ctrl+Shift+6",
        ),
        PageRegistration(
            "drawer", "gui.drawer.page", "DrawerPage",
            marked("commands", "Cash drawer"), "Ctrl+7", "cash-register",
            right="drawer.open_drawer",
        ),
        PageRegistration(
            "inbox", "gui.inbox.page", "InboxPage",
            marked("commands", "Inbox"), "Ctrl+8", "inbox-outline",
            right="inbox.take",
        ),
        PageRegistration(
            "settings", "gui.settings.page", "SettingsPage",
            marked("commands", "Settings"), "Ctrl+,", "cog-outline",
        ),
    )
}  # fmt: skip
#: Those that are opened in a window of their own, beside another one.
OWN_WINDOWS = tuple(page.name for page in PAGES.values() if page.own_key)
#: The page of the guide (`gui/shell/guide/guide_pages.py`) that F1 opens: by page, by what lies
#: over one (a group of commands), by section of the settings.
GUIDE = {
    "home": "index",
    "home.new": "first_hour",
    "order_entry": "counter",
    "payment": "payment",
    "shopping_list": "lists",
    "fulfilment": "warehouse",
    "statistics": "figures",
    "catalogue": "catalogue",
    "import": "import",
    "order_history": "orders",
    "ready_board": "board",
    "drawer": "drawer",
    "inbox": "inbox",
    "settings.shop": "owner",
    "settings.station": "running",
    "settings.scanner": "scanner",
    "settings.printing": "printers",
    "settings.sounds": "warehouse",
    "settings.staff": "staff",
    "settings.lateness": "warehouse",
    "settings.answers": "lists",
    "settings.storage": "backup",
    "settings.appearance": "owner",
    "settings.keys": "keys",
    "settings.privacy": "policy",
    "settings.about": "trouble",
}
