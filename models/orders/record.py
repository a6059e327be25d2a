"""An order taken out of the drawer, changed, and put back in one movement.

Every verb on a placed order is: take the record inside a transaction, change its rows, `save`.
Saving writes only what differs, on the condition that nobody else wrote in between; derives the
stage; lets stock, bill and sums follow the lines; and writes the one journal entry, whose payload
is the difference itself. Undo is the same difference backwards.
"""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from models import clock, events, session
from models.catalogue import stock
from models.errors import (
    CannotUndo,
    ChangedMeanwhile,
    DetailRemoved,
    NotClaimedHere,
    UnknownOrder,
    WaitsForServer,
)
from models.journal import journal
from models.orders import pricing
from models.orders.tickets import OWN_IDS, is_in_hand
from models.stages import Stage, open_of, stage_of
from models.storage.database import Statement, bind_param, database
from models.storage.tables import Order, OrderLine, PutBack
from models.sums import bill_changes, rollups, tallies

Row = dict[str, Any]

ORDER_COLUMNS = tuple(f.column_name for f in Order._meta.sorted_fields)
LINE_COLUMNS = tuple(f.column_name for f in OrderLine._meta.sorted_fields)

NEW_ORDER, NEW_LINE = Order.defaults(), OrderLine.defaults()

#: Columns of a line that follow from the others, and from the order's discount.
_DERIVED = ("total", "net")

_ORDER = Statement(lambda: Order.select().where(Order.id == bind_param("id")))
_LINES = Statement(
    lambda: OrderLine.select().where(OrderLine.order == bind_param("id")).order_by(OrderLine.line)
)
INSERT_LINE = Statement(
    lambda: OrderLine.insert({getattr(OrderLine, name): bind_param(name) for name in LINE_COLUMNS})
)


class Record:
    """An order's row and its lines (by line number) as they are now, free to be changed."""

    def __init__(self, order_id: int, *, in_hand: bool = False) -> None:
        """Reads them. Raises `UnknownOrder` (`DetailRemoved`), and `WaitsForServer` for one of a
        server that is away; with `in_hand` only `NotClaimedHere`, for one that is not."""
        is_there = database.is_own and order_id < OWN_IDS
        if is_there and not in_hand:
            raise WaitsForServer
        row = _ORDER.run({"id": order_id}).fetchone()
        if row is None:
            raise WaitsForServer if is_there else unknown(order_id)
        self.id = order_id
        self.moment = clock.now()
        self.order: Row = dict(zip(ORDER_COLUMNS, row, strict=True))
        if not is_in_hand(order_id, self.order["claimed_by"]):
            raise NotClaimedHere(self.number)
        self.lines: dict[int, Row] = {}
        for row in _LINES.run({"id": order_id}).fetchall():
            line = dict(zip(LINE_COLUMNS, row, strict=True))
            self.lines[line["line"]] = line
        self._order_before = dict(self.order)
        self._lines_before = deepcopy(self.lines)
        if self.order["discount"]:
            pricing.complete(self.lines.values())

    @property
    def number(self) -> int:
        """The number that is called out."""
        return int(self.order["number"])

    @property
    def done_at(self) -> int:
        """When (UTC ms) it is done: now, or while the server was away."""
        asked = session.request()
        if asked is None or asked.done_at is None:
            return self.moment
        return max(asked.done_at, int(self.order["placed_at"]))

    @property
    def stage(self) -> Stage:
        """Where the order stood when it was read."""
        return Stage(self._order_before["stage"])

    def line(self, number: int) -> Row:
        """The line with this number. Raises `UnknownOrder`."""
        if number not in self.lines:
            raise UnknownOrder(f"{self.number}/{number}")
        return self.lines[number]

    def add_line(self, row: Row) -> None:
        """Puts a new line under the others; its number and order are given here."""
        number = max(self.lines, default=0) + 1
        self.lines[number] = row | {"line": number, "order": self.id}

    def save(
        self, kind: str, facts: Mapping[str, Any] | None = None, payments: Sequence[Row] = ()
    ) -> int:
        """Puts the order back as it now is, with one journal entry of `kind`; its sequence.

        `payments` are rows already stored that belong to the entry.

        Raises `ChangedMeanwhile`; nothing is then stored.
        """
        self._settle()
        self._check_rights(kind, facts or {})
        self.order["version"] += 1
        payload = self._differences()
        if facts:
            payload["facts"] = dict(facts)
        if payments:
            payload["payments"] = list(payments)
        self._write(payload)
        self._move_stock()
        here = session.current
        when = bill_changes.when_counted(self.order, self.moment)
        after: dict[Any, dict[str, int]] = {}
        for counted in (
            rollups.contribution(self.order, self.lines.values(), when),
            tallies.of_work(kind, payload, self.moment, (here.station, here.staff)),
            self._note_changes(kind, payload),
        ):
            tallies.merge(after, counted)
        before = rollups.contribution(self._order_before, self._lines_before.values(), when)
        rollups.move(before, after)
        return journal.append(kind, payload, order_id=self.id, at=self.moment)

    def _check_rights(self, kind: str, facts: Mapping[str, Any]) -> None:
        """Passes what the counter did to the bill, if who did it may."""
        if kind in (events.CHANGED, events.CANCELLED, events.EXCHANGED):
            pricing.check_lowered(self._order_before, self.order)
        step = events.step_of(kind, {"facts": facts})
        if step in events.BILL_CHANGES and not (kind == events.UNDONE and self._stood(facts)):
            pricing.check_discount(self.lines.values(), self._lines_before)

    def _stood(self, undoing: Mapping[str, Any]) -> bool:
        """Whether the undoing leads back to a bill that stood, for nothing changed it since."""
        entries = journal.for_order(self.id)
        gone = journal.undone_sequences(entries)
        return not any(
            x.sequence > undoing["undone"] and x.kind in events.BILL_CHANGES
            for x in entries
            if x.sequence not in gone
        )

    def _note_changes(self, kind: str, payload: Row) -> tallies.Contribution:
        """Notes what is other on the bill; what counts as brought back."""
        changes = self._bill_changes(kind, payload)
        bill_changes.note(changes)
        reason = payload.get("facts", {}).get("note", "")
        return bill_changes.of_returns(changes, reason, self.lines)

    def _bill_changes(self, kind: str, payload: Row) -> list[Row]:
        return bill_changes.of_entry(
            kind, payload, self.moment, self.order, self._lines_before, self.lines
        )

    def revert(self, event: events.Event) -> int:
        """Undoes `event` by writing its difference backwards, if that still stands; the entry.

        An undoing is undone by doing once more what it took back. Raises `CannotUndo` when
        something it changed was changed again.
        """
        off, shares_stand = pricing.shared(self.lines.values()), True
        for number, changes in event.payload.get("lines", {}).items():
            if "line" in changes:
                continue  # what becomes of a line that was added is for the verb to say
            row = self.lines[int(number)]
            for column, (old, new) in changes.items():
                if column in _DERIVED or (column == "answer" and new and not row[column]):
                    continue  # an answer goes when it is acknowledged
                if column == "share" and (old is None or row[column] != new):
                    shares_stand = False
                    continue
                if row[column] != new:
                    raise CannotUndo(event.kind)
                row[column] = old
            if open_of(row) < 0 or not row["returned"] <= row["handed"] <= row["picked"]:
                raise CannotUndo(event.kind)
        self._restore_order(event)
        self._restore_shares(event, off, shares_stand)
        if event.kind in events.COUNTER_CHANGES and any(map(_is_news, self.lines.values())):
            self.order["changed"] = True  # what is undone was acknowledged before
        kind, facts = events.UNDONE, event.undoing()
        if event.kind == events.UNDONE and event.undone is not None:
            first = journal.entry(event.undone)
            assert first is not None
            kind, facts = first.kind, first.payload.get("facts", {}) | {"undone": event.sequence}
        return self.save(kind, facts | self._uncorrected(event))

    def _restore_shares(self, event: events.Event, off: int, stand: bool) -> None:
        """A sum that was shared out otherwise since, or before shares were kept, is so anew."""
        is_other = "discount" in event.payload.get("order", {})
        lines = event.payload.get("lines", {}).values()
        if stand and not (is_other and not any("share" in changes for changes in lines)):
            return
        pricing.share_out(self.lines.values(), self.order["discount"] if is_other else off)

    def _uncorrected(self, event: events.Event) -> Row:
        """Takes corrections of the stock back, unless the shelf was counted since; the facts."""
        corrections = event.payload.get("facts", {}).get("corrections")
        if not corrections:
            return {}
        counted = stock.counted_since(event.sequence)
        back = [
            {"product": x["product"], "change": -x["change"]}
            for x in corrections
            if x["product"] not in counted
        ]
        for correction in back:
            stock.move(correction["product"], correction["change"], "undone", order=self.id)
        return {"corrections": back}

    def _restore_order(self, event: events.Event) -> None:
        # What is derived from the lines is derived anew; a claim stays while work on it stays, and
        # an order that is worked on stays on the wall. Who works on it now may change hands.
        changes: Mapping[str, list[Any]] = event.payload.get("order", {})
        changed_hands = event.step in (events.CLAIMED, events.RELEASED)
        changed_hands = changed_hands and "claimed_by" in changes and "claimed_at" not in changes
        if changed_hands and self.order["claimed_by"] != changes["claimed_by"][1]:
            raise CannotUndo(event.kind)
        begun = stage_of(self.lines.values()) != Stage.WAITING and not changed_hands
        for column, (old, new) in changes.items():
            claims = column in ("claimed_by", "claimed_at") and old is None
            later = column == "starts_at" and old is not None and old > self.moment
            stays = begun and (claims or later)
            if later and self.order["claimed_by"] is not None:
                stays = True
            if column != "version" and self.order[column] == new and not stays:
                self.order[column] = old

    def _settle(self) -> None:
        """Derives what follows from the lines: stage, moments of the stage, and the bill."""
        order, lines = self.order, list(self.lines.values())
        for line in lines:
            _shrink_question(line)
        stage = stage_of(lines)
        order["stage"] = int(stage)
        for column, since in (("ready_at", Stage.READY), ("handed_at", Stage.HANDED_OVER)):
            reached = since <= stage < Stage.CANCELLED
            if not reached:
                order[column] = None
            elif order[column] is None:
                order[column] = self.done_at
        if stage != Stage.CANCELLED:
            order["cancelled_at"] = None
        elif order["cancelled_at"] is None:
            order["cancelled_at"] = self.moment
        self.charge()

    def charge(self) -> None:
        """Computes the bill anew from the lines as they now are."""
        lines = list(self.lines.values())
        charges = [pricing.charge_of(line) for line in lines]
        order = self.order
        due = pricing.bill(charges, order["discount_rate"], tax_included=order["tax_included"])
        order["subtotal"], order["tax"], order["total"] = due.subtotal, due.tax, due.total
        order["lines"] = sum(1 for c in charges if c.billed)
        for line, total, net in zip(lines, due.line_totals, due.line_nets, strict=True):
            line["total"], line["net"] = total, net

    def _differences(self) -> Row:
        payload: Row = {}
        if changes := _difference(self._order_before, self.order):
            payload["order"] = changes
        lines = {
            str(number): changes
            for number, line in self.lines.items()
            if (changes := _difference(self._lines_before.get(number, {}), line))
        }
        if lines:
            payload["lines"] = lines
        return payload

    def _write(self, payload: Row) -> None:
        order = {column: new for column, (_, new) in payload["order"].items()}
        won = (
            Order.update({getattr(Order, column): value for column, value in order.items()})
            .where(Order.id == self.id, Order.version == self._order_before["version"])
            .execute()
        )
        if not won:
            raise ChangedMeanwhile(self.number)
        for number, changes in payload.get("lines", {}).items():
            values = {getattr(OrderLine, column): new for column, (_, new) in changes.items()}
            if int(number) not in self._lines_before:
                INSERT_LINE.run(self.lines[int(number)])
                continue
            OrderLine.update(values).where(
                OrderLine.order == self.id, OrderLine.line == int(number)
            ).execute()

    def _move_stock(self) -> None:
        for number, line in self.lines.items():
            before = self._lines_before.get(number)
            promised = open_of(line) - (open_of(before) if before else 0)
            if promised:
                stock.reserve([{"product": line["product"], "quantity": promised}])
            taken = line["picked"] - (before["picked"] if before else 0)
            stock.move(
                line["product"], -taken, "picked" if taken > 0 else "returned", order=self.id
            )

    def add_restock_task(self, line: Row, quantity: int) -> None:
        """Notes that `quantity` of a line, picked and now cancelled, must go back to the shelf."""
        PutBack.insert(
            order=self.id, product=line["product"], name=line["name"], unit=line["unit"],
            quantity=quantity, at=clock.now(),
        ).execute()  # fmt: skip


def unknown(order_id: int) -> UnknownOrder:
    """Why there is no order with this id: there never was one, or its detail was removed."""
    told = journal.for_order(order_id)
    kind = DetailRemoved if told and told[0].is_removed else UnknownOrder
    return kind(str(order_id))


def _is_news(line: Row) -> bool:
    """Whether the warehouse was told something else about the line last."""
    return bool(line["answer"]) or line["seen"] != line["ordered"] - line["cancelled"]


def _shrink_question(line: Row) -> None:
    """What was found after all, or is not wanted any more, need not be asked about."""
    if line["asked"] > (left := open_of(line)):
        line["asked"] = left
        if not left:
            close_question(line)


def close_question(line: Row) -> None:
    """Nothing about the line is asked any more."""
    line["asked"], line["asked_at"], line["asked_by"] = 0, None, ""


def _difference(before: Row, after: Row) -> Row:
    if before == after:  # most lines of most orders, in one look
        return {}
    return {
        column: [before.get(column), value]
        for column, value in after.items()
        if before.get(column) != value
    }
