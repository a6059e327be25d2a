"""What each kind of entry in the journal is called, in a list of what somebody did."""

from PySide6.QtCore import QCoreApplication

from gui.words.marked import marked
from models import events

translate = QCoreApplication.translate

_WORDS = {
    events.PLACED: marked("deeds", "Order sent"),
    events.CHANGED: marked("deeds", "Order changed"),
    events.ANSWERED: marked("deeds", "Question answered"),
    events.CANCELLED: marked("deeds", "Order cancelled"),
    events.PAID: marked("deeds", "Payment taken"),
    events.REFUNDED: marked("deeds", "Refund"),
    events.HELD: marked("deeds", "Cart held"),
    events.RESUMED: marked("deeds", "Cart taken up"),
    events.DISCARDED: marked("deeds", "Held cart discarded"),
    events.RETURNED: marked("deeds", "Goods taken back"),
    events.EXCHANGED: marked("deeds", "Goods exchanged"),
    events.INBOX_CHANGED: marked("deeds", "Inbox filled or read"),
    events.DRAWER_OPENED: marked("deeds", "Till opened"),
    events.DRAWER_MOVED: marked("deeds", "Cash put in or taken out"),
    events.DRAWER_CLOSED: marked("deeds", "Till closed"),
    events.CLAIMED: marked("deeds", "Order claimed"),
    events.RELEASED: marked("deeds", "Order released"),
    events.PICKED: marked("deeds", "Picked"),
    events.UNPICKED: marked("deeds", "Taken out again"),
    events.SHORTED: marked("deeds", "Not there"),
    events.ASKED: marked("deeds", "Counter asked"),
    events.READIED: marked("deeds", "Made ready"),
    events.HANDED_OVER: marked("deeds", "Order handed over"),
    events.RUSHED: marked("deeds", "Urgent or no more"),
    events.PULLED_FORWARD: marked("deeds", "Pulled forward"),
    events.ACKNOWLEDGED: marked("deeds", "Change acknowledged"),
    events.PUT_BACK: marked("deeds", "Goods put back"),
    events.UNDONE: marked("deeds", "Step undone"),
    events.PRINT_ASKED: marked("deeds", "Print asked for"),
    events.PRINTED: marked("deeds", "Printed"),
    events.PRINT_FAILED: marked("deeds", "Print failed"),
    events.PRINT_RETRIED: marked("deeds", "Print tried again"),
    events.PRINT_FORGOTTEN: marked("deeds", "Print given up"),
    events.PRODUCT_ADDED: marked("deeds", "Product added"),
    events.PRODUCT_CHANGED: marked("deeds", "Product or price changed"),
    events.FAVOURITES_ARRANGED: marked("deeds", "Favourites arranged"),
    events.STOCK_ADJUSTED: marked("deeds", "Stock counted or changed"),
    events.CATALOGUE_IMPORTED: marked("deeds", "Import"),
    events.ALIAS_LEARNED: marked("deeds", "Other name added"),
    events.ALIAS_FORGOTTEN: marked("deeds", "Other name removed"),
    events.LIST_LEARNED: marked("deeds", "List answer learned"),
    events.LIST_FORGOTTEN: marked("deeds", "List answer removed"),
    events.PREFERENCE_CHANGED: marked("deeds", "Setting changed"),
    events.OCCASION_CHANGED: marked("deeds", "Occasion changed"),
    events.STAFF_CHANGED: marked("deeds", "Staff code or PIN changed"),
    events.POLICY_ACCEPTED: marked("deeds", "Policy accepted"),
    events.POLICY_WITHDRAWN: marked("deeds", "Policy withdrawn"),
    events.DEMO_MADE: marked("deeds", "Demo made"),
    events.RESTORED: marked("deeds", "Restored or put back"),
    events.CLOCK_SET_BACK: marked("deeds", "Clock set back"),
    events.MIGRATED: marked("deeds", "Shop brought up to date"),
    events.ROWS_KEPT: marked("deeds", "Rows entered"),
    events.DETAIL_REMOVED: marked("deeds", "Old orders removed"),
    events.COPIED: marked("deeds", "The whole shop copied elsewhere"),
    events.SECOND_FOLDER: marked("deeds", "Second folder for backups chosen"),
    events.TRAINING_BEGUN: marked("deeds", "Training begun"),
}


def deed_word(kind: str) -> str:
    """`kind` itself where it has no word."""
    return translate("deeds", _WORDS[kind]) if kind in _WORDS else kind
