"""Which of the open orders are shown: all, those in one state, or those that need a category."""

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from gui.words.state_words import lateness_text, stage_text
from models.fulfilment.cards import Card, CardLine, Lateness
from models.fulfilment.fulfilment_queue import Wall
from models.stages import Stage

translate = QCoreApplication.translate
MOST_OFFERED = 40


@dataclass(frozen=True, slots=True)
class Filter:
    """`kind` is state or category; empty: all orders that are to be prepared."""

    kind: str = ""
    value: str = ""


ALL = Filter()
READY = Filter("state", "ready")


@dataclass(frozen=True, slots=True)
class StateStyle:
    """How the count of a state stands over the wall; `fill` and `ink` are colours of the theme."""

    name: str
    icon: str
    fill: str
    ink: str


STATES = (
    StateStyle("waiting", "clock-outline", "card_head", "on_card_head"),
    StateStyle("picking", "package-variant", "info_soft", "on_info_soft"),
    StateStyle("late", "alarm-light", "danger", "on_danger"),
    StateStyle("ready", "check-circle", "ready", "on_ready"),
)
#: Counted beside the states; no filter, because these orders are not on the wall.
LATER = StateStyle("later", "calendar-clock", "sunken", "text")


@dataclass(frozen=True, slots=True)
class HiddenOrders:
    """Orders to be prepared that a filter hides: how many, how many of them late, and rush."""

    orders: int
    late: int
    rush: int


def text_of(filter: Filter) -> str:
    if filter.kind == "category":
        return filter.value or translate("fulfilment", "Without category")
    return state_text(filter.value)


def state_text(name: str) -> str:
    return {
        "waiting": stage_text(Stage.WAITING),
        "picking": stage_text(Stage.PICKING),
        "late": lateness_text(Lateness.LATE),
        "ready": stage_text(Stage.READY),
        "later": translate("fulfilment", "Later"),
    }[name]


def icon_of(filter: Filter) -> str:
    if filter.kind == "category":
        return "tag-outline"
    return next(style.icon for style in STATES if style.name == filter.value)


def chosen(wall: Wall, filter: Filter, now: int) -> list[Card]:
    """The cards that a filter shows, in working order."""
    if filter.kind == "category":
        return [card for card in wall.waiting if filter.value in needed(card)]
    match filter.value:
        case "ready":
            return wall.ready
        case "late":
            return [card for card in wall.waiting if _is_late(card, wall, now)]
        case "waiting":
            return [card for card in wall.waiting if card.stage == Stage.WAITING]
        case "picking":
            return [card for card in wall.waiting if card.stage == Stage.PICKING]
    return wall.waiting


def hidden_by(wall: Wall, filter: Filter, now: int) -> HiddenOrders:
    """What somebody who looks through the filter does not see."""
    seen = {card.id for card in chosen(wall, filter, now)}
    hidden = [card for card in wall.waiting if card.id not in seen]
    late = sum(1 for card in hidden if _is_late(card, wall, now))
    return HiddenOrders(len(hidden), late, sum(1 for card in hidden if card.rush))


def offered(wall: Wall, now: int) -> list[tuple[Filter, int]]:
    """All filters with how many orders each shows: the states, then the categories by name."""
    states = [Filter("state", style.name) for style in STATES]
    counts = Counter(category for card in wall.waiting for category in needed(card))
    most = [category for category, _ in counts.most_common(MOST_OFFERED)]
    return [
        *((filter, len(chosen(wall, filter, now))) for filter in states),
        *((Filter("category", name), counts[name]) for name in sorted(most, key=str.casefold)),
    ]


def needed(card: Card) -> set[str]:
    """The categories of which something is still to be picked."""
    return {line.category for line in card.lines if line.open}


def next_limit(wall: Wall, now: int) -> int:
    """When (UTC ms) the next card becomes almost late or late, or its time comes; 0: never."""
    moments = [moment for card in wall.waiting for moment in card.thresholds(wall.limits)]
    moments += [card.since for card in wall.later]
    return min((moment for moment in moments if moment > now), default=0)


def _is_late(card: Card, wall: Wall, now: int) -> bool:
    return card.lateness(now, wall.limits) == Lateness.LATE


def aside(card: Card, category: str | None) -> list[CardLine]:
    """The open lines of other categories than the one that is looked at."""
    return [line for line in card.lines if line.open and category not in (None, line.category)]
