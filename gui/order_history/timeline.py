"""What happened to an order, from the journal, in words."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject

from gui.formatting import Formatting
from gui.order_history.words import answer_text, channel_text, method_text, short_reason_text
from gui.station_names import counter_name, with_staff
from models import events
from models.events import Event
from models.order_history import OrderSheet

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
    return told


def title_of(kind: str) -> str:
    """What was done, in a word or two."""
    titles = {
        events.PLACED: translate("order_history", "Ordered"),
        events.CHANGED: translate("order_history", "Changed"),
        events.ASKED: translate("order_history", "The counter was asked"),
        events.ANSWERED: translate("order_history", "The counter answered"),
        events.CANCELLED: translate("order_history", "Cancelled"),
        events.PAID: translate("order_history", "Payment received"),
        events.REFUNDED: translate("order_history", "Money given back"),
        events.RETURNED: translate("order_history", "Goods came back"),
        events.CLAIMED: translate("order_history", "Claimed"),
        events.RELEASED: translate("order_history", "Given back to the queue"),
        events.PICKED: translate("order_history", "Picked"),
        events.UNPICKED: translate("order_history", "Put down again"),
        events.SHORTED: translate("order_history", "Short"),
        events.READIED: translate("order_history", "Ready"),
        events.HANDED_OVER: translate("order_history", "Handed over"),
        events.RUSHED: translate("order_history", "Rush"),
        events.PULLED_FORWARD: translate("order_history", "Pulled forward"),
        events.ACKNOWLEDGED: translate("order_history", "Change seen by the warehouse"),
        events.UNDONE: translate("order_history", "Taken back"),
    }
    return titles.get(kind, kind)


class _Teller(QObject):
    """Says what one entry of the journal is about."""

    def __init__(self, sheet: OrderSheet, words: Formatting) -> None:
        super().__init__()
        self._words = words
        self._names = {line.line: (line.name, line.unit) for line in sheet.lines}

    def tell(self, event: Event) -> Moment:
        icon = _ICONS.get(event.kind, "circle-small")
        who = with_staff(counter_name(event.station), event.staff)
        return Moment(event.at, event.kind, icon, self._title(event), self._detail(event), who)

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
            return ", ".join(self._payments(payload.get("payments", ())))
        if event.kind == events.CANCELLED:
            reason = payload.get("order", {}).get("cancel_reason", ["", ""])
            return str(reason[1])
        if event.kind == events.UNDONE:
            return title_of(payload.get("facts", {}).get("kind", ""))
        if event.kind == events.ANSWERED:
            return self._answer(payload)
        if event.kind in (events.SHORTED, events.ASKED):
            return self._short(payload)
        parts = self._lines(payload.get("lines", {}), event.kind)
        if event.kind == events.CHANGED:
            parts += self._bill(payload.get("order", {}))
            parts += [str(x) for x in (payload.get("facts", {}).get("reason"),) if x]
        return ", ".join([*parts, *self._payments(payload.get("payments", ()))])

    def _placed(self, payload: dict[str, Any]) -> str:
        lines, order = payload["lines"], payload["order"]
        count = len(lines)
        text = self.tr("%n line(s)", "", count)
        parts = [text, self._words.money(order["total"]), channel_text(order["channel"])]
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
        return f"{answer_text(str(facts.get('answer', '')))} ({name})"

    def _payments(self, payments: Iterable[dict[str, Any]]) -> list[str]:
        return [
            f"{self._words.money(payment['amount'])} {method_text(payment['method'])}"
            for payment in payments
        ]

    def _lines(self, lines: dict[str, Any], kind: str) -> list[str]:
        parts = []
        for number, changes in lines.items():
            name, unit = self._names.get(int(number), ("", ""))
            if text := self._line(changes, kind, unit):
                parts.append(f"{text} {name}".strip())
        return parts

    def _bill(self, changes: dict[str, list[Any]]) -> list[str]:
        """The order's own discount and note, where they are other ones now."""
        parts = []
        if "discount" in changes:
            parts.append(self._discount(*changes["discount"]))
        if "note" in changes:
            note = changes["note"][1] or "\u2013"
            parts.append(translate("order_history", "Note: {note}").format(note=note))
        return parts

    def _discount(self, before: int, after: int) -> str:
        text = translate("order_history", "Discount {before} \u2192 {after}")
        return text.format(before=self._words.money(before), after=self._words.money(after))

    def _line(self, changes: dict[str, list[Any]], kind: str, unit: str) -> str:
        words = self._words
        if kind in (events.CHANGED, events.RETURNED):
            ordered, cut = changes.get("ordered"), changes.get("cancelled")
            back = changes.get("returned")
            if back:
                return f"{words.quantity(back[1] - (back[0] or 0))} {unit}"
            if ordered and ordered[0] is None:
                return f"+{words.quantity(ordered[1])} {unit}"
            if ordered:
                return f"{words.quantity(ordered[0])} \u2192 {words.quantity(ordered[1])} {unit}"
            if cut:
                return f"\u2212{words.quantity(cut[1] - cut[0])} {unit}"
            if discount := changes.get("discount"):
                return self._discount(*discount)
            return changes["note"][1] if "note" in changes else ""
        picked = changes.get("picked")
        if kind in _TOGETHER and picked:
            return f"{words.quantity(abs(picked[1] - picked[0]))} {unit}"
        return ""
