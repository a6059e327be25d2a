"""Cash that no till has is asked about, once, when the customer has gone."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from gui.shell.app_context import AppContext
from gui.words.error_messages import sentence
from models.errors import NoDrawerOpen, ShopError

translate = QCoreApplication.translate


def ask_for_till(context: AppContext, odd: ShopError | None) -> None:
    """`odd` is what was odd about the cash before it was moved (`drawer.doubt`)."""
    if isinstance(odd, NoDrawerOpen):
        remedy = (translate("payment", "Open the till"), partial(context.open, "drawer"))
        context.notice(sentence(odd, context.format), "warn", remedy)
