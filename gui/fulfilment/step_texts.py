"""What the steps of the warehouse are called when they are taken back, and why goods are short."""

from PySide6.QtCore import QCoreApplication

from models import events

translate = QCoreApplication.translate


def step_text(kind: str) -> str:
    """What the warehouse did, as a part of a sentence."""
    return {
        events.CLAIMED: translate("fulfilment", "the claim"),
        events.RELEASED: translate("fulfilment", "the giving back"),
        events.PICKED: translate("fulfilment", "what was picked"),
        events.UNPICKED: translate("fulfilment", "what was taken out"),
        events.SHORTED: translate("fulfilment", "the short"),
        events.ASKED: translate("fulfilment", "the question to the counter"),
        events.READIED: translate("fulfilment", "all ready"),
        events.HANDED_OVER: translate("fulfilment", "the handing over"),
        events.RUSHED: translate("fulfilment", "the rush"),
        events.PULLED_FORWARD: translate("fulfilment", "prepare it now"),
        events.ACKNOWLEDGED: translate("fulfilment", "the change that was noted"),
        events.PUT_BACK: translate("fulfilment", "back on the shelf"),
        events.UNDONE: translate("fulfilment", "the recall"),
    }[kind]
