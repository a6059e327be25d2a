"""A card of the warehouse's wall: an open order, what is left to do of it, and how late it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from models.stages import Stage


class Lateness(IntEnum):
    """How long an order has been waiting, by the shop's two limits."""

    NORMAL = 0
    WARN = 1
    LATE = 2


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line of a card; quantities in thousandths, `seen` is what the warehouse was last told.

    `asked` of it wait for the counter's answer since `asked_at` (UTC ms); `answer` is what the
    counter said last, until the warehouse acknowledges it (see `models.fulfilment.questions`).
    """

    line: int
    product_id: int
    sku: str
    name: str
    unit: str
    ordered: int
    picked: int
    short: int
    cancelled: int
    seen: int
    note: str
    asked: int = 0
    asked_at: int | None = None
    answer: str = ""
    category: str = ""

    @property
    def wanted(self) -> int:
        """What the customer still wants of it."""
        return self.ordered - self.cancelled

    @property
    def open(self) -> int:
        """What is still to be picked."""
        return self.ordered - self.picked - self.short - self.cancelled

    @property
    def done(self) -> bool:
        """Whether nothing is left to do."""
        return self.open == 0


@dataclass(frozen=True, slots=True)
class Card:
    """An open order as the warehouse sees it; moments are UTC ms.

    `changed_at` is when the counter last changed it, None once that was acknowledged;
    `promised_at` is when it shall be ready, if the customer was told a time; `starts_at` when an
    order that is wanted later comes to the wall. `paid` of `total` rupiah are in the till.
    """

    id: int
    number: int
    placed_at: int
    station: str
    note: str
    stage: Stage
    rush: bool
    changed: bool
    claimed_by: str | None
    ready_at: int | None
    lines: tuple[CardLine, ...]
    changed_at: int | None = None
    promised_at: int | None = None
    starts_at: int | None = None
    total: int = 0
    paid: int = 0

    @property
    def due(self) -> int:
        """The rupiah still to be paid; below zero what is to be given back."""
        return self.total - self.paid

    @property
    def since(self) -> int:
        """When it came to the warehouse."""
        return self.placed_at if self.starts_at is None else self.starts_at

    @property
    def done(self) -> int:
        """How many of the lines need nothing more."""
        return sum(1 for line in self.lines if line.done)

    @property
    def question(self) -> CardLine | None:
        """The line that waits longest for the counter's answer."""
        asked = [line for line in self.lines if line.asked_at is not None]
        return min(asked, key=lambda line: line.asked_at or 0, default=None)

    def is_later(self, now: int) -> bool:
        """Whether it still waits for its time."""
        return self.starts_at is not None and self.starts_at > now

    def lateness(self, now: int, limits: "Limits") -> Lateness:
        """How late it is at `now` (UTC ms); a ready order is late no more."""
        return limits.lateness(self.stage, self.thresholds(limits), now)

    def thresholds(self, limits: "Limits") -> tuple[int, int]:
        """When (UTC ms) it becomes almost late, and late."""
        return limits.thresholds(self.since, self.promised_at, len(self.lines) - self.done)


@dataclass(frozen=True, slots=True)
class Limits:
    """After how many ms an order is almost late, and late; `per_line` is the shop's pace.

    An order with a promise goes by that instead. Whoever says *late* asks here.
    """

    warn: int
    late: int
    per_line: int = 0

    def thresholds(self, since: int, promised_at: int | None, lines_left: int) -> tuple[int, int]:
        """When (UTC ms) an order that came at `since` becomes almost late, and late.

        With a promise: when what is still open would just be done in time at the shop's pace (or a
        quarter of the promised time is left), and when the promise is broken.
        """
        if promised_at is None:
            return since + self.warn, since + self.late
        quarter = (promised_at - since) // 4
        return promised_at - max(self.per_line * lines_left, quarter), promised_at

    def lateness(self, stage: Stage, thresholds: tuple[int, int], now: int) -> Lateness:
        """How late an order with these turns is at `now` (UTC ms); a ready one is late no more."""
        warn_at, late_at = thresholds
        if stage >= Stage.READY or now < warn_at:
            return Lateness.NORMAL
        return Lateness.LATE if now >= late_at else Lateness.WARN


def in_working_order(cards: Iterable[Card], now: int, limits: Limits) -> list[Card]:
    """Cards in the order in which they should be worked on: late, then rush, then oldest first."""
    cards = list(cards)
    # Clocks jump, ids do not; an order that was wanted later stands behind those that came before.
    came = [(card.placed_at, card.id) for card in cards if card.starts_at is None]

    def place(card: Card) -> tuple[int, int]:
        if card.starts_at is None:
            return card.id, 0
        return max((id_ for at, id_ in came if at <= card.starts_at), default=0), card.id

    def urgency(card: Card) -> tuple[bool, bool, tuple[int, int]]:
        return card.lateness(now, limits) != Lateness.LATE, not card.rush, place(card)

    return sorted(cards, key=urgency)
