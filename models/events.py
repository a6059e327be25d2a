"""What the journal records: one event for each thing that was done in the shop."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

# The counter
PLACED = "placed"
CHANGED = "changed"
ANSWERED = "answered"
CANCELLED = "cancelled"
PAID = "paid"
REFUNDED = "refunded"
HELD = "held"
RESUMED = "resumed"
DISCARDED = "discarded"
RETURNED = "returned"
EXCHANGED = "exchanged"
INBOX_CHANGED = "inbox_changed"
DRAWER_OPENED = "drawer_opened"
DRAWER_MOVED = "drawer_moved"
DRAWER_CLOSED = "drawer_closed"
# The warehouse
CLAIMED = "claimed"
RELEASED = "released"
PICKED = "picked"
UNPICKED = "unpicked"
SHORTED = "shorted"
ASKED = "asked"
READIED = "readied"
HANDED_OVER = "handed_over"
RUSHED = "rushed"
PULLED_FORWARD = "pulled_forward"
ACKNOWLEDGED = "acknowledged"
PUT_BACK = "put_back"
UNDONE = "undone"
# Paper
PRINT_ASKED = "print_asked"
PRINTED = "printed"
PRINT_FAILED = "print_failed"
PRINT_RETRIED = "print_retried"
PRINT_FORGOTTEN = "print_forgotten"
# The owner
PRODUCT_ADDED = "product_added"
PRODUCT_CHANGED = "product_changed"
FAVOURITES_ARRANGED = "favourites_arranged"
STOCK_ADJUSTED = "stock_adjusted"
CATALOGUE_IMPORTED = "catalogue_imported"
ALIAS_LEARNED = "alias_learned"
ALIAS_FORGOTTEN = "alias_forgotten"
LIST_LEARNED = "list_learned"
LIST_FORGOTTEN = "list_forgotten"
PREFERENCE_CHANGED = "preference_changed"
OCCASION_CHANGED = "occasion_changed"
STAFF_CHANGED = "staff_changed"
POLICY_ACCEPTED = "policy_accepted"
POLICY_WITHDRAWN = "policy_withdrawn"
DEMO_MADE = "demo_made"
RESTORED = "restored"
CLOCK_SET_BACK = "clock_set_back"
# The shop's file
MIGRATED = "migrated"
ROWS_KEPT = "rows_kept"
DETAIL_REMOVED = "detail_removed"
COPIED = "copied"
SECOND_FOLDER = "second_folder"
TRAINING_BEGUN = "training_begun"

#: After these a station may have to ask for the policy.
ABOUT_POLICY = frozenset({POLICY_ACCEPTED, POLICY_WITHDRAWN})
#: What only an owner does, and takes back.
OWNERS_ALONE = frozenset({PREFERENCE_CHANGED, OCCASION_CHANGED, STAFF_CHANGED})

#: Events after which an order, its lines or its payments look different.
ORDER_KINDS = frozenset(
    {
        PLACED, CHANGED, ANSWERED, CANCELLED, PAID, REFUNDED, RETURNED, EXCHANGED, CLAIMED,
        RELEASED, PICKED, UNPICKED, SHORTED, ASKED, READIED, HANDED_OVER, RUSHED,
        PULLED_FORWARD, ACKNOWLEDGED, UNDONE,
    }
)  # fmt: skip
#: What the counter does to a placed order, for the warehouse to acknowledge.
COUNTER_CHANGES = frozenset({CHANGED, ANSWERED, CANCELLED})
#: By which goods come back from the customer.
GOODS_BACK = frozenset({RETURNED, EXCHANGED})
#: By which the counter changes what a placed order comes to.
BILL_CHANGES = COUNTER_CHANGES | GOODS_BACK
#: Events after which the catalogue or what the search shows looks different.
CATALOGUE_KINDS = frozenset(
    {
        PRODUCT_ADDED, PRODUCT_CHANGED, FAVOURITES_ARRANGED, STOCK_ADJUSTED, CATALOGUE_IMPORTED,
        ALIAS_LEARNED, ALIAS_FORGOTTEN, LIST_LEARNED, LIST_FORGOTTEN, DEMO_MADE, RESTORED,
    }
)  # fmt: skip
#: Events after which the list of papers that wait for a printer looks different.
PAPER_KINDS = frozenset({PRINT_ASKED, PRINTED, PRINT_FAILED, PRINT_RETRIED, PRINT_FORGOTTEN})
#: Steps of the warehouse that can be undone one at a time.
FULFILMENT_KINDS = frozenset(
    {
        CLAIMED, RELEASED, PICKED, UNPICKED, SHORTED, ASKED, READIED, HANDED_OVER, RUSHED,
        PULLED_FORWARD, ACKNOWLEDGED,
    }
)  # fmt: skip
#: Those that a station does with an order in its hand also while the server is away.
DONE_ALONE = frozenset({CLAIMED, PICKED, UNPICKED, SHORTED, READIED, ACKNOWLEDGED})


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the journal.

    `sequence` orders everything that happened in the shop, `at` is UTC ms, `order_id` is None
    for events that concern no order, `payload` holds what changed (see `models.journal.journal`).
    """

    sequence: int
    at: int
    station: str
    staff: str
    kind: str
    order_id: int | None
    payload: dict[str, Any]

    @property
    def undone(self) -> int | None:
        """The entry that this one took back; None for one that took nothing back."""
        facts: dict[str, Any] = self.payload.get("facts") or self.payload
        return facts.get("undone") or facts.get("redone")

    @property
    def step(self) -> str:
        """Its kind, or that of what it undid (`step_of`)."""
        return step_of(self.kind, self.payload)

    @property
    def is_removed(self) -> bool:
        """Whether its order was put away: what it changed is told by nobody any more."""
        return "removed_by" in self.payload

    def undoing(self) -> dict[str, Any]:
        """The facts of the undoing of this one."""
        return {"undone": self.sequence, "kind": self.kind}


def step_of(kind: str, payload: Mapping[str, Any]) -> str:
    """What was done by an entry, or by an undoing on an order undone."""
    return str(payload.get("facts", {}).get("kind", kind) if kind == UNDONE else kind)


Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Receipt(Generic[Value]):
    """What every verb returns: `sequence` is that of the journal entry it wrote, by which
    `models.shop.undo` takes it back; `value` is there where the caller needs one.

    When there was nothing to do, nothing was written, and `sequence` is None.
    """

    sequence: int | None
    value: Value = None  # type: ignore[assignment]
