"""What a card says, in words and colours by meaning; drawing it is `card_painting`'s work.

Kept apart from the drawing so that tests and screen readers read the very same card.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from gui.words.formatting import Formatting
from gui.words.state_words import lateness_text, stage_text
from gui.words.station_names import station_name
from models import session
from models.fulfilment.cards import Card, CardLine, Lateness, Limits
from models.stages import Stage

translate = QCoreApplication.translate
_PIECE = "pcs"
#: Looks of lines that need nothing more.
SETTLED = ("done", "missing", "cancelled")


@dataclass(frozen=True, slots=True)
class Shown:
    """What all cards of a wall have in common: the shop's limits, and what is to be stressed.

    `fresh` are the ids of the orders that just came in; lines that are not of `category` stand
    back, if there is one; `open_lines` and `restock_tasks` are counted over all orders.
    """

    limits: Limits
    now: int
    fresh: frozenset[int] = frozenset()
    category: str | None = None
    open_lines: int = 0
    restock_tasks: int = 0


@dataclass(frozen=True, slots=True)
class LineFace:
    """A line as it is drawn.

    `before` is the number before the counter changed it, `part` what is picked of it so far;
    `look` is one of open, done, missing (short, and none is in the box), part, cancelled. `tag` is
    a word at the right; `aside` when it is not what is looked for.
    """

    line: int
    before: str
    part: str
    quantity: str
    name: str
    unit: str
    note: str
    look: str
    tag: str
    tag_kind: str
    aside: bool = False

    @property
    def words(self) -> str:
        """As it is read out."""
        amount = f"{self.part}/{self.quantity}" if self.part else self.quantity
        if self.before:
            amount = f"{self.before} → {amount}"
        parts = (f"{amount} {self.unit}".strip(), self.name, self.note, self.tag)
        return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class HeadFace:
    """The head of a card: `fill` and `ink` are colours of the theme, `edge` that of the card."""

    number: str
    fill: str
    ink: str
    edge: str
    icon: str
    word: str
    rush: bool


@dataclass(frozen=True, slots=True)
class FootFace:
    """Who is at work; `ink` is a colour of the theme. `unpaid` while money is due."""

    icon: str
    who: str
    ink: str
    done: int
    all: int
    unpaid: bool


def head_of(card: Card, limits: Limits, now: int, form: Formatting, is_new: bool) -> HeadFace:
    """The head at `now` (UTC ms); `is_new` for some seconds after the order came in."""
    number = form.order_number(card.number)
    edge = "text" if card.rush else ""
    if card.stage == Stage.READY:
        parts = (stage_text(card.stage), day_of_another(card.placed_at, now, form))
        word = " \u00b7 ".join(part for part in parts if part)
        return HeadFace(number, "ready", "on_ready", "ready", "check-circle", word, card.rush)
    late = card.lateness(now, limits)
    if late == Lateness.LATE:
        word = lateness_text(late)
        return HeadFace(
            number, "danger", "on_danger", edge or "danger_edge", "alarm-light", word, card.rush
        )
    if late == Lateness.WARN:
        word = lateness_text(late)
        icon = "clock-alert-outline"
        return HeadFace(number, "warn", "on_warn", edge or "warn", icon, word, card.rush)
    if is_new:
        word = translate("fulfilment", "Just came in")
        icon = "bell-ring-outline"
        return HeadFace(number, "accent_soft", "text", edge or "accent", icon, word, card.rush)
    word = "" if card.rush else due(card, now, form)
    return HeadFace(
        number, "card_head", "on_card_head", edge or "border", "clock-outline", word, card.rush
    )


def day_of_another(placed_at: int, now: int, form: Formatting) -> str:
    """The day of an order that was not placed today: its number may be another's by now."""
    day = form.business_day(placed_at)
    return "" if day == form.business_day(now) else form.short_date(day)


def due(card: Card, now: int, form: Formatting) -> str:
    """When it was promised, else when it came in."""
    text, moment = translate("fulfilment", "since {time}"), card.since
    if card.promised_at is not None:
        text, moment = translate("fulfilment", "for {time}"), card.promised_at
    return text.format(time=form.time_on_day(moment, form.day_of(now)))


def waited(card: Card, now: int) -> int:
    """The ms on the card's watch: since it was placed, or since it is ready."""
    since = card.ready_at if card.stage == Stage.READY and card.ready_at else card.since
    return max(0, now - since)


def lines_of(card: Card, form: Formatting, category: str | None = None) -> list[LineFace]:
    """The lines to be drawn: a line that was cancelled goes when the change is acknowledged."""
    return [_line_face(line, form, category) for line in shown_lines(card)]


def news_of(card: Card) -> set[int]:
    """The lines that the counter changed, or answered about, and nobody acknowledged yet."""
    if not card.changed:
        return set()
    return {line.line for line in shown_lines(card) if line.seen != line.wanted or line.answer}


def shown_lines(card: Card) -> list[CardLine]:
    return [line for line in card.lines if line.wanted or line.seen]


def unit_shown(unit: str) -> str:
    """Pieces go without saying."""
    return "" if unit == _PIECE else unit


def _line_face(line: CardLine, form: Formatting, category: str | None) -> LineFace:
    tag, kind = _tag(line, form)
    is_changed = 0 < line.wanted != line.seen > 0
    is_part = 0 < line.picked != line.wanted > 0
    return LineFace(
        line=line.line,
        before=form.quantity(line.seen) if is_changed else "",
        part=form.quantity(line.picked) if is_part else "",
        quantity=form.quantity(line.wanted or line.seen),
        name=line.name,
        unit=unit_shown(line.unit),
        note=line.note,
        look=_look(line),
        tag=tag,
        tag_kind=kind,
        aside=category is not None and line.category != category,
    )


def _look(line: CardLine) -> str:
    if not line.wanted:
        return "cancelled"
    if line.done:
        return "done" if line.picked else "missing"
    return "part" if line.picked else "open"


def _tag(line: CardLine, form: Formatting) -> tuple[str, str]:
    """The word at the right of the line, and its colour."""
    if not line.wanted:
        return stage_text(Stage.CANCELLED), "danger"
    if line.asked:
        word = translate("fulfilment", "{quantity} asked")
        return word.format(quantity=form.quantity(line.asked)), "info"
    if line.answer == "wait":
        return translate("fulfilment", "Wait for it"), "info"
    if line.short:
        word = translate("fulfilment", "Short {quantity}")
        return word.format(quantity=form.quantity(line.short)), "warn"
    if not line.seen:
        return translate("fulfilment", "New"), "warn"
    return "", ""


def answers_of(card: Card) -> str:
    """What the counter answered and nobody here has acknowledged yet."""
    words = {
        "send": translate("fulfilment", "send what there is"),
        "substitute": translate("fulfilment", "another product instead"),
        "wait": translate("fulfilment", "the customer waits"),
        "drop": translate("fulfilment", "without this line"),
    }
    answered = [line for line in card.lines if line.answer]
    return ", ".join(f"{words[line.answer]} ({line.name})" for line in answered)


def foot_of(card: Card) -> FootFace:
    """Who works on it, how many of its lines need nothing more, and whether money is due."""
    lines = [line for line in card.lines if line.wanted]
    done = sum(1 for line in lines if line.done)
    return FootFace(*_who(card), done, len(lines), card.due > 0)


def _who(card: Card) -> tuple[str, str, str]:
    """Icon, words and colour."""
    if card.stage == Stage.READY:
        word = translate("fulfilment", "To be handed over")
        return "hand-extended-outline", word, "on_ready_soft"
    if card.claimed_by == session.current.station:
        # Not *you*: another window, and another person, may share the station.
        word = translate("fulfilment", "This station is on it")
        return "account-check-outline", word, "on_accent_soft"
    if card.claimed_by is not None:
        word = translate("fulfilment", "{station} is on it")
        return "lock", word.format(station=station_name(card.claimed_by)), "text"
    if card.stage == Stage.PICKING:
        return "account-off-outline", translate("fulfilment", "Started, unclaimed"), "text_muted"
    return "clock-outline", stage_text(card.stage), "text_muted"


def money_of(total: int, paid: int, form: Formatting) -> str:
    """What is due of an order, or goes back; empty when neither is."""
    if paid > total:
        text, sum_ = translate("fulfilment", "Paid too much: {sum} go back"), paid - total
    elif paid < total:
        unpaid, part = (
            translate("fulfilment", "Unpaid: {sum}"),
            translate("fulfilment", "Still due: {sum}"),
        )
        text, sum_ = part if paid else unpaid, total - paid
    else:
        return ""
    return text.format(sum=form.money(sum_))


def spoken(card: Card, limits: Limits, now: int, form: Formatting) -> str:
    """The whole card as a screen reader says it."""
    head, foot = head_of(card, limits, now, form, False), foot_of(card)
    parts = [head.number, head.word, form.stopwatch(waited(card, now))]
    if card.rush:
        parts.append(translate("fulfilment", "RUSH"))
    if card.question is not None:
        parts.append(translate("fulfilment", "The counter is asked"))
    if card.changed:
        parts.append(answers_of(card) or translate("fulfilment", "Changed by the counter"))
    parts += [money_of(card.total, card.paid, form)]
    parts += [foot.who, f"{foot.done}/{foot.all}", card.note]
    parts += [line.words for line in lines_of(card, form)[:12]]
    return ", ".join(part for part in parts if part)
