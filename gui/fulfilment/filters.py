"""Which of the open orders are shown: all to be prepared, or those in one state."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from models.fulfilment_queue import Card, Lateness, Wall
from models.stages import Stage

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Filter:
    """A state with its count over the wall; `fill` and `ink` are colours of the theme."""

    name: str
    icon: str
    fill: str
    ink: str


FILTERS = (
    Filter("waiting", "clock-outline", "card_head", "on_card_head"),
    Filter("picking", "package-variant", "info_soft", "on_info_soft"),
    Filter("late", "alarm-light", "danger", "on_danger"),
    Filter("ready", "check-circle", "ready", "on_ready"),
)


def text_of(name: str) -> str:
    return {
        "waiting": translate("fulfilment", "Waiting"),
        "picking": translate("fulfilment", "Being picked"),
        "late": translate("fulfilment", "Late"),
        "ready": translate("fulfilment", "Ready"),
    }[name]


def chosen(wall: Wall, name: str, now: int) -> list[Card]:
    """The cards of a filter in working order; without a name all that are to be prepared."""
    if name == "ready":
        return wall.ready
    if name == "late":
        limits = wall.limits
        return [card for card in wall.waiting if card.lateness(now, limits) == Lateness.LATE]
    if name == "waiting":
        return [card for card in wall.waiting if not _begun(card)]
    if name == "picking":
        return [card for card in wall.waiting if _begun(card)]
    return wall.waiting


def following(name: str) -> str:
    """The filter that F shows next; the last one is followed by all."""
    names = ["", *(kind.name for kind in FILTERS)]
    return names[(names.index(name) + 1) % len(names)]


def next_limit(wall: Wall, now: int) -> int:
    """When the next card becomes almost late or late (UTC ms); 0 when none will."""
    moments = (moment for card in wall.waiting for moment in card.turns(wall.limits))
    return min((moment for moment in moments if moment > now), default=0)


def _begun(card: Card) -> bool:
    return card.claimed_by is not None or card.stage == Stage.PICKING
