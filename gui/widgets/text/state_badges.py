"""The state of an order and of its payment as a plate: never colour alone."""

from gui.widgets.text.chip import Badge
from gui.words.state_words import paid_text, stage_text
from models.stages import Paid, Stage

_STAGE_LOOKS = {
    Stage.WAITING: ("neutral", "clock-outline"),
    Stage.PICKING: ("info", "package-variant"),
    Stage.READY: ("done", "check-bold"),
    Stage.HANDED_OVER: ("ready", "check-circle-outline"),
    Stage.CANCELLED: ("danger", "close-circle-outline"),
}
_PAID_LOOKS = {
    Paid.UNPAID: ("warn", "cash-clock"),
    Paid.PART: ("warn", "cash-minus"),
    Paid.PAID: ("ready", "cash-check"),
    Paid.REFUNDED: ("neutral", "cash-refund"),
    Paid.OVER: ("info", "cash-refund"),
}


def stage_badge(stage: Stage) -> Badge:
    return Badge(stage_text(stage), *_STAGE_LOOKS[stage])


def payment_badge(paid: Paid, stage: Stage) -> Badge | None:
    """What is paid; nothing for an order that was cancelled without money."""
    if stage == Stage.CANCELLED and paid in (Paid.UNPAID, Paid.PAID):
        return None
    return Badge(paid_text(paid), *_PAID_LOOKS[paid])
