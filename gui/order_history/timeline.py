"""What happened to an order, from the journal, in words."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject

from gui.order_history.order_texts import answer_text, channel_text, wanted_text
from gui.words.formatting import Formatting
from gui.words.state_words import method_text, short_reason_text, stage_text
from gui.words.station_names import station_name, with_staff
from models import events
from models.amounts import Discount
from models.events import Event
from models.orders.order_history import OrderSheet
from models.stages import Stage, handed_at_once

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened: when (UTC ms), what, with what, and at which station."""

    at: int
    kind: str
    icon: str
    title: str
    detail: str
    who: str


_ICONS = {
    events.PLACED: "cart-check",
    events.CHANGED: "pencil-outline",
    events.ASKED: "comment-question-outline",
    events.ANSWERED: "comment-check-outline",
    events.CANCELLED: "close-circle-outline",
    events.PAID: "cash-check",
    events.REFUNDED: "cash-refund",
    events.RETURNED: "keyboard-return",
    events.EXCHANGED: "swap-horizontal",
    events.CLAIMED: "account-check-outline",
    events.RELEASED: "account-arrow-left-outline",
    events.PICKED: "check",
    events.UNPICKED: "undo-variant",
    events.SHORTED: "package-variant-remove",
    events.READIED: "package-variant-closed-check",
    events.HANDED_OVER: "hand-coin-outline",
    events.RUSHED: "lightning-bolt",
    events.PULLED_FORWARD: "calendar-arrow-left",
    events.ACKNOWLEDGED: "eye-check-outline",
    events.PUT_BACK: "package-up",
    events.PRINT_ASKED: "printer-outline",
    events.PRINTED: "printer-check",
    events.PRINT_FAILED: "printer-alert",
    events.UNDONE: "undo-variant",
}
#: Steps that are told once when they follow each other at one station.
_TOGETHER = (events.PICKED, events.UNPICKED)


def story(sheet: OrderSheet, words: Formatting) -> list[Moment]:
    """Oldest first; lines picked one after the other are one moment."""
    told: list[Moment] = []
    teller = _Teller(sheet, words)
    for event in sheet.timeline:
        moment = teller.tell(event)
        last = told[-1] if told else None
        if (
            last is not None
            and moment.kind in _TOGETHER
            and (last.kind, last.who) == (moment.kind, moment.who)
        ):
            told[-1] = replace(last, at=moment.at, detail=f"{last.detail}, {moment.detail}")
        else:
            told.append(moment)
        if event.kind != events.CANCELLED and _cancels(event):
            told.append(_cancelled_by(moment))
    return told


def title_of(kind: str) -> str:
    """What was done, in a word or two."""
    titles = {
        events.PLACED: translate("order_history", "Ordered"),
        events.CHANGED: translate("order_history", "Changed"),
        events.ASKED: translate("order_history", "The counter was asked"),
        events.ANSWERED: translate("order_history", "The counter answered"),
        events.CANCELLED: stage_text(Stage.CANCELLED),
        events.PAID: translate("order_history", "Payment received"),
        events.REFUNDED: translate("order_history", "Money given back"),
        events.RETURNED: translate("order_history", "Goods came back"),
        events.EXCHANGED: translate("order_history", "Exchanged"),
        events.CLAIMED: translate("order_history", "Claimed"),
        events.RELEASED: translate("order_history", "Given back to the queue"),
        events.PICKED: translate("order_history", "Picked"),
        events.UNPICKED: translate("order_history", "Put down again"),
        events.SHORTED: translate("order_history", "Short"),
        events.READIED: stage_text(Stage.READY),
        events.HANDED_OVER: stage_text(Stage.HANDED_OVER),
        events.RUSHED: translate("order_history", "Rush"),
        events.PULLED_FORWARD: translate("order_history", "Pulled forward"),
        events.ACKNOWLEDGED: translate("order_history", "Change seen by the warehouse"),
        events.PUT_BACK: translate("order_history", "Back on the shelf"),
        events.PRINT_ASKED: translate("order_history", "Sent to the printer"),
        events.PRINTED: translate("order_history", "Printed"),
        events.PRINT_FAILED: translate("order_history", "Not printed"),
        events.UNDONE: translate("order_history", "Undone"),
    }
    return titles.get(kind, kind)


class _Teller(QObject):
    """Says what one entry of the journal is about."""

    def __init__(self, sheet: OrderSheet, words: Formatting) -> None:
        super().__init__()
        self._words = words
        self._names = {line.line: (line.name, line.unit) for line in sheet.lines}
        #: What the customer is to get of each line, as far as the story is told; thousandths.
        self._wanted: dict[int, int] = {}

    def tell(self, event: Event) -> Moment:
        icon = _ICONS.get(event.kind, "circle-small")
        who = with_staff(station_name(event.station), event.staff)
        detail = self._detail(event)
        if owner := event.payload.get("approved_by"):
            text = translate("order_history", "approved by {code}").format(code=owner)
            detail = ", ".join(filter(None, (detail, text)))
        self._remember(event)
        return Moment(event.at, event.kind, icon, self._title(event), detail, who)

    def _remember(self, event: Event) -> None:
        """Later changes are told against what this one made of the lines."""
        lines = event.payload.get("lines", {})
        if event.kind == events.PLACED:
            self._wanted = {line["line"]: line["ordered"] for line in lines}
        else:
            for number, changes in lines.items():
                self._wanted[int(number)] = self._wanted.get(int(number), 0) + _more(changes)

    def _title(self, event: Event) -> str:
        rush = event.payload.get("order", {}).get("rush")
        if event.kind == events.RUSHED and isinstance(rush, list) and not rush[1]:
            return translate("order_history", "No longer a rush")
        return title_of(event.kind)

    def _detail(self, event: Event) -> str:
        payload = event.payload
        if event.kind == events.PLACED:
            return self._placed(payload)
        if event.kind in (events.PAID, events.REFUNDED):
            why = payload.get("facts", {}).get("note", "")
            told = self._payments(payload.get("payments", ()))
            return ", ".join([*told, why] if why else told)
        if event.kind == events.CANCELLED:
            reason = payload.get("order", {}).get("cancel_reason", ["", ""])
            return str(reason[1])
        if event.kind == events.UNDONE:
            undone = title_of(payload.get("facts", {}).get("kind", ""))
            return ", ".join([undone, *self._payments(payload.get("payments", ()))])
        if event.kind == events.ANSWERED:
            return self._answer(payload)
        if event.kind in (events.SHORTED, events.ASKED):
            return self._short(payload)
        parts = self._lines(payload.get("lines", {}), event.kind)
        if event.kind == events.CHANGED:
            parts += self._bill(payload.get("order", {}))
        facts = payload.get("facts", {})
        if event.kind in (events.CHANGED, *events.GOODS_BACK):
            parts += [facts[why] for why in ("reason", "note") if facts.get(why)]
        return ", ".join([*parts, *self._payments(payload.get("payments", ()))])

    def _placed(self, payload: dict[str, Any]) -> str:
        lines, order = payload["lines"], payload["order"]
        count = len(lines)
        text = self.tr("%n line(s)", "", count)
        parts = [text, self._words.money(order["total"]), channel_text(order["channel"])]
        if order.get("starts_at") is not None:
            parts.append(wanted_text(order["promised_at"], self._words))
        if handed_at_once(order):
            parts.append(translate("order_history", "handed over at the counter"))
        return ", ".join([*parts, *self._payments(payload.get("payments", ()))])

    def _short(self, payload: dict[str, Any]) -> str:
        facts = payload.get("facts", {})
        name, unit = self._names.get(int(facts.get("line", 0)), ("", ""))
        text = f"{self._words.quantity(facts.get('quantity', 0))} {unit} {name}".strip()
        reason = short_reason_text(str(facts.get("reason", "")))
        return f"{text} ({reason})" if reason else text

    def _answer(self, payload: dict[str, Any]) -> str:
        facts = payload.get("facts", {})
        name, _ = self._names.get(int(facts.get("line", 0)), ("", ""))
        lines = payload.get("lines", {})
        added = {number: changes for number, changes in lines.items() if "line" in changes}
        told = f"{answer_text(str(facts.get('answer', '')))} ({name})"
        return ", ".join([told, *self._lines(added, events.CHANGED)])

    def _payments(self, payments: Iterable[dict[str, Any]]) -> list[str]:
        return [
            f"{self._words.money(payment['amount'])} {method_text(payment['method'])}"
            for payment in payments
        ]

    def _lines(self, lines: dict[str, Any], kind: str) -> list[str]:
        parts = []
        for number, changes in lines.items():
            name, unit = self._names.get(int(number), ("", ""))
            if text := self._line(int(number), changes, kind, unit):
                parts.append(f"{text} {name}".strip())
        return parts

    def _bill(self, changes: dict[str, list[Any]]) -> list[str]:
        """The order's own discount, note and time, where they are other ones now."""
        parts = []
        if text := self._discount(changes):
            parts.append(text)
        if "note" in changes:
            note = changes["note"][1] or "\u2013"
            parts.append(translate("order_history", "Note: {note}").format(note=note))
        if "promised_at" in changes:
            moment = changes["promised_at"][1]
            at_once = translate("order_history", "wanted at once")
            parts.append(at_once if moment is None else wanted_text(moment, self._words))
        return parts

    def _discount(self, changes: dict[str, list[Any]]) -> str:
        """What was taken off and what is now, if it is another discount."""
        # A rate or a sum: what is not said was nothing and stays that.
        pairs = [changes.get(column, (0, 0)) for column in ("discount", "discount_rate")]
        before, after = (Discount(*said) for said in zip(*pairs, strict=True))
        if before == after:
            return ""
        text = translate("order_history", "Discount {before} \u2192 {after}")
        said = self._words.discount
        return text.format(before=said(before), after=said(after))

    def _line(self, number: int, changes: dict[str, list[Any]], kind: str, unit: str) -> str:
        if kind == events.CHANGED or (kind == events.EXCHANGED and "line" in changes):
            return self._change(number, changes, unit)
        # What was done in one go, up or down.
        back = kind in events.GOODS_BACK
        column = "returned" if back else "picked" if kind in _TOGETHER else ""
        if column not in changes:
            return ""
        before, after = changes[column]
        less = "\u2212" if kind == events.EXCHANGED else ""
        return f"{less}{self._words.quantity(abs(after - before))} {unit}"

    def _change(self, number: int, changes: dict[str, list[Any]], unit: str) -> str:
        """A line as it is wanted now: a new one, more or less of it, or only its price or note."""
        words, before, more = self._words, self._wanted.get(number, 0), _more(changes)
        if "line" in changes:
            return f"+{words.quantity(more)} {unit}"
        if more > 0:
            return f"{words.quantity(before)} \u2192 {words.quantity(before + more)} {unit}"
        if more:
            return f"\u2212{words.quantity(-more)} {unit}"
        if discount := self._discount(changes):
            return discount
        return str(changes["note"][1]) if "note" in changes else ""


def _cancelled_by(moment: Moment) -> Moment:
    """What follows a step after which nothing was left of the order."""
    kind = events.CANCELLED
    return replace(moment, kind=kind, icon=_ICONS[kind], title=title_of(kind), detail="")


def _cancels(event: Event) -> bool:
    stages = event.payload.get("order", {}).get("stage")
    return isinstance(stages, list) and stages[1] == Stage.CANCELLED


def _more(changes: dict[str, list[Any]]) -> int:
    """How much more the customer wants of a line after these changes, thousandths."""
    signs = {"ordered": 1, "cancelled": -1, "short": -1}
    return sum(
        sign * (changes[column][1] - (changes[column][0] or 0))
        for column, sign in signs.items()
        if column in changes
    )
