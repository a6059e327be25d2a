"""What can go wrong in the shop, as facts; the sentences for people are in `gui.error_messages`.

Every class carries the values a sentence needs and nothing else. Two families:
`ShopError` is somebody's input or a rule of the shop; `StorageError` is the machine's fault.
"""

from dataclasses import dataclass, fields


@dataclass(eq=False)
class ShopError(Exception):
    """A fault that people can be told in a sentence; nothing was stored."""

    def __str__(self) -> str:
        facts = ", ".join(f"{f.name}={getattr(self, f.name)!r}" for f in fields(self))
        return f"{type(self).__name__}({facts})"


# --- what was typed, scanned or read -------------------------------------------------------


@dataclass(eq=False)
class NotANumber(ShopError):
    """`text` was typed where a quantity or a sum of money belongs."""

    text: str


@dataclass(eq=False)
class BadTime(ShopError):
    """`text` was typed where a time belongs."""

    text: str


@dataclass(eq=False)
class BadQuantity(ShopError):
    """A quantity (thousandths) that is zero, negative or above `limit`."""

    quantity: int
    limit: int


@dataclass(eq=False)
class BadMoney(ShopError):
    """A sum of money (smallest cash unit) that is negative or above `limit`."""

    amount: int
    limit: int


@dataclass(eq=False)
class TextTooLong(ShopError):
    """A text longer than its field may be, in characters."""

    field: str
    length: int
    limit: int


@dataclass(eq=False)
class TextMissing(ShopError):
    """A field that needs a text is empty."""

    field: str


@dataclass(eq=False)
class BadChoice(ShopError):
    """A value that is none of those a field can take."""

    field: str
    value: str


@dataclass(eq=False)
class BadQris(ShopError):
    """A code that is no static QRIS: `form`, `checksum`, `not_qris` or `not_static`."""

    reason: str


@dataclass(eq=False)
class DiscountTooLarge(ShopError):
    """A discount above the sum it is taken from."""

    discount: int
    limit: int


# --- the counter ---------------------------------------------------------------------------


@dataclass(eq=False)
class EmptyCart(ShopError):
    """An order needs at least one line."""


@dataclass(eq=False)
class TooManyLines(ShopError):
    """More lines than one order may have."""

    lines: int
    limit: int


@dataclass(eq=False)
class UnknownCode(ShopError):
    """No product has this SKU or barcode."""

    code: str


@dataclass(eq=False)
class BrokenCheckDigit(ShopError):
    """The last digit of a code does not prove the others: something was misread or mistyped."""

    code: str


@dataclass(eq=False)
class UnreadableLabel(ShopError):
    """A code that says how much or at what price, but not in a way that can be sold."""

    code: str


@dataclass(eq=False)
class NoUnitPrice(ShopError):
    """A label tells a price, but the product has none to tell the quantity from it."""

    name: str


@dataclass(eq=False)
class UnknownOrder(ShopError):
    """There is no order with this id or number."""

    order: str


@dataclass(eq=False)
class UnknownProduct(ShopError):
    """There is no product with this id."""

    product: int


@dataclass(eq=False)
class UnknownCart(ShopError):
    """The held cart was resumed or discarded by somebody else in the meantime."""

    cart: int


@dataclass(eq=False)
class NotSold(ShopError):
    """The product was taken out of sale."""

    name: str


@dataclass(eq=False)
class NotEnoughStock(ShopError):
    """A product that may not be oversold has less left (thousandths) than was asked for."""

    name: str
    asked: int
    available: int


@dataclass(eq=False)
class NothingToPay(ShopError):
    """The order is paid already, or the sum is zero."""

    number: int


@dataclass(eq=False)
class PaidTooMuch(ShopError):
    """More than is due, by a method that gives no change."""

    amount: int
    due: int


@dataclass(eq=False)
class TenderTooSmall(ShopError):
    """Less cash was handed over than this payment is worth."""

    tendered: int
    amount: int


@dataclass(eq=False)
class NothingToReturn(ShopError):
    """More of a line (thousandths) was to be taken back than the customer has."""

    name: str
    quantity: int
    limit: int


@dataclass(eq=False)
class DrawerIsOpen(ShopError):
    """This station's drawer is open already, since a moment (UTC ms)."""

    since: int


@dataclass(eq=False)
class DrawerIsClosed(ShopError):
    """There is no open drawer at this station."""


@dataclass(eq=False)
class NotInDrawer(ShopError):
    """More cash was to be taken out than should be in the drawer."""

    amount: int
    expected: int


@dataclass(eq=False)
class OrderIsPaid(ShopError):
    """An order with money in it is refunded before it is cancelled."""

    number: int


# --- the warehouse -------------------------------------------------------------------------


@dataclass(eq=False)
class ClaimedByOther(ShopError):
    """Another station is working on this order."""

    number: int
    station: str


@dataclass(eq=False)
class ChangedMeanwhile(ShopError):
    """Somebody else changed this order first; what it looks like now is on the screen."""

    number: int


@dataclass(eq=False)
class WrongStage(ShopError):
    """The order is past (or before) the step that was asked for."""

    number: int
    stage: int


@dataclass(eq=False)
class MoreThanOpen(ShopError):
    """More (thousandths) was ticked than the line still needs, or unticked than was picked."""

    name: str
    quantity: int
    limit: int


@dataclass(eq=False)
class QuestionOpen(ShopError):
    """The counter was asked about a line (`name`) of the order and has not answered yet."""

    number: int
    name: str


@dataclass(eq=False)
class NoQuestion(ShopError):
    """What the warehouse asked about the order is answered or settled already."""

    number: int


@dataclass(eq=False)
class NothingToUndo(ShopError):
    """There is no step left to take back."""


@dataclass(eq=False)
class CannotUndo(ShopError):
    """What the step changed was changed again since."""

    kind: str


# --- the catalogue -------------------------------------------------------------------------


@dataclass(eq=False)
class CodeTaken(ShopError):
    """The SKU or barcode belongs to another product already."""

    code: str
    name: str


@dataclass(eq=False)
class UnreadableFile(ShopError):
    """The file is not what it should be; `reason` is one of `not_text`, `not_csv`, `not_xlsx`,
    `empty`, `no_columns`, `missing`, `too_large`, `not_a_shop`."""

    path: str
    reason: str


@dataclass(eq=False)
class ImportStopped(ShopError):
    """The person stopped an import before it wrote anything."""


# --- paper ---------------------------------------------------------------------------------


@dataclass(eq=False)
class PrinterFailed(ShopError):
    """A paper did not come out of `printer` (a name, an address or a folder).

    `reason` is one of `missing`, `no_answer`, `broke_off`, `interrupted`, `folder`, `extra`,
    `gone` (what the paper is about).
    """

    reason: str
    printer: str


# --- staff and privacy ---------------------------------------------------------------------


@dataclass(eq=False)
class WrongPin(ShopError):
    """The PIN does not fit; `wait` is the number of seconds until the next try."""

    wait: int


@dataclass(eq=False)
class BadPin(ShopError):
    """A PIN is digits, between `shortest` and `longest` of them."""

    shortest: int
    longest: int


@dataclass(eq=False)
class StaffLocked(ShopError):
    """Too many wrong PINs: an owner has to unlock this code."""

    code: str


@dataclass(eq=False)
class StaffCodeTaken(ShopError):
    """There is a staff code like this already."""

    code: str


@dataclass(eq=False)
class LastOwner(ShopError):
    """The only owner's code cannot be taken out of use."""

    code: str


@dataclass(eq=False)
class UnknownStaff(ShopError):
    """There is no such staff code, or it was taken out of use."""

    code: str


@dataclass(eq=False)
class PolicyNotAccepted(ShopError):
    """The privacy policy in force has not been accepted for this shop."""

    version: str


# --- the demo ------------------------------------------------------------------------------


@dataclass(eq=False)
class NotEmpty(ShopError):
    """The demo is made only in a shop that has no products and no orders."""


@dataclass(eq=False)
class NotADemo(ShopError):
    """Only a demo shop in a file of its own can be thrown away."""


# --- the machine ---------------------------------------------------------------------------


@dataclass(eq=False)
class StorageError(ShopError):
    """The place where the shop is kept failed; `detail` is for the log."""

    detail: str


@dataclass(eq=False)
class DiskFull(StorageError):
    """No space is left."""


@dataclass(eq=False)
class ReadOnly(StorageError):
    """The folder or file may be read only."""


@dataclass(eq=False)
class Damaged(StorageError):
    """The file is damaged."""


@dataclass(eq=False)
class NotAShop(StorageError):
    """The file is no database, or the database is not one of ours."""


@dataclass(eq=False)
class NotStorable(StorageError):
    """A number or a text that no database takes."""


@dataclass(eq=False)
class Busy(StorageError):
    """Another program holds the shop for longer than we wait."""


@dataclass(eq=False)
class ConnectionLost(StorageError):
    """The database server cannot be reached."""


@dataclass(eq=False)
class CannotOpen(StorageError):
    """The file or folder cannot be opened or made."""


@dataclass(eq=False)
class NetworkPlace(StorageError):
    """SQLite is not safe on a network drive; `detail` is the kind of file system."""


@dataclass(eq=False)
class NewerShop(StorageError):
    """The shop was written by a newer version of the program."""


@dataclass(eq=False)
class UnfitSqlite(StorageError):
    """This SQLite has the WAL-reset fault; `detail` is its version."""


@dataclass(eq=False)
class MissingDriver(StorageError):
    """PostgreSQL was asked for but its driver is not installed."""


@dataclass(eq=False)
class JournalBroken(StorageError):
    """The journal does not verify; `detail` names the first bad entry."""
