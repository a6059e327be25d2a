"""Every page of the program, once: the command line, Home, the menu and the keys are made from it.

Nothing is imported here, so that the command line is read, and a counter opened, before anything
else is loaded.
"""

from dataclasses import dataclass

from gui.words.marked import marked


@dataclass(frozen=True, slots=True)
class Page:
    """`module` and `kind` say where its `Room` is; it is imported when it is first opened.

    `own_text` and `own_key` are for a window of its own, empty where that is of no use.
    """

    name: str
    module: str
    kind: str
    text: str
    key: str
    icon: str
    own_text: str = ""
    own_key: str = ""


PAGES: dict[str, Page] = {
    page.name: page
    for page in (
        Page(
            "home", "gui.home.page", "HomeWindow",
            marked("commands", "Home"), "Ctrl+0", "home-outline",
        ),
        Page(
            "order_entry", "gui.order_entry.page", "OrderEntryWindow",
            marked("commands", "Order entry"), "Ctrl+1", "cart-outline",
            marked("commands", "Order entry in its own window"), "Ctrl+Shift+1",
        ),
        Page(
            "fulfilment", "gui.fulfilment.page", "FulfilmentWindow",
            marked("commands", "Fulfilment"), "Ctrl+2", "package-variant",
            marked("commands", "Fulfilment in its own window"), "Ctrl+Shift+2",
        ),
        Page(
            "statistics", "gui.statistics.page", "StatisticsWindow",
            marked("commands", "Statistics"), "Ctrl+3", "chart-bar",
            marked("commands", "Statistics in its own window"), "Ctrl+Shift+3",
        ),
        Page(
            "catalogue", "gui.catalogue.page", "CatalogueWindow",
            marked("commands", "Catalogue"), "Ctrl+4", "tag-multiple-outline",
            marked("commands", "Catalogue in its own window"), "Ctrl+Shift+4",
        ),
        Page(
            "order_history", "gui.order_history.page", "OrderHistoryWindow",
            marked("commands", "All orders"), "Ctrl+5", "history",
        ),
        Page(
            "ready_board", "gui.ready_board.page", "ReadyBoardWindow",
            marked("commands", "Ready board"), "Ctrl+6", "view-column-outline",
            marked("commands", "Ready board in its own window"), "Ctrl+Shift+6",
        ),
        Page(
            "drawer", "gui.drawer.page", "DrawerWindow",
            marked("commands", "Cash drawer"), "Ctrl+7", "cash-register",
        ),
        Page(
            "settings", "gui.settings.page", "SettingsWindow",
            marked("commands", "Settings"), "Ctrl+,", "cog-outline",
        ),
    )
}  # fmt: skip
#: Those that are opened in a window of their own, beside another one.
OWN_WINDOWS = tuple(page.name for page in PAGES.values() if page.own_key)
