"""What can go wrong in the shop, as facts; its sentences are in `gui.words.error_messages`.

Every class carries the values a sentence needs and nothing else. Two families:
`ShopError` is somebody's input or a rule of the shop; `StorageError` is the machine's fault.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, dataclass_transform


@dataclass_transform(eq_default=False)
class ShopError(Exception):
    """A fault that people can be told in a sentence; nothing was stored.

    A subclass lists its facts as a dataclass does. It is none, because making sixty of them took
    a twentieth of the program's start.
    """

    facts: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        cls.facts += tuple(cls.__annotations__)

    def __init__(self, *values: object, **named: object) -> None:
        named |= zip(self.facts, values, strict=False)
        if len(values) > len(self.facts) or named.keys() != set(self.facts):
            raise TypeError(f"{type(self).__name__} needs {', '.join(self.facts) or 'nothing'}")
        super().__init__(*named.values())
        vars(self).update(named)

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.facts)
        return f"{type(self).__name__}({facts})"


# --- what was typed, scanned or read -------------------------------------------------------


class NotANumber(ShopError):
    """`text` was typed where a quantity or a sum of money belongs."""

    text: str


class NotWhole(NotANumber):
    """`text` is a sum with decimals, which rupiah has none of."""


class UnclearNumber(ShopError):
    """`text` could be either of two quantities (thousandths): 1.500 is 1,5 or 1500."""

    text: str
    one: int
    other: int


class HardlyMeant(ShopError):
    """So much (thousandths of `unit`) was said that it is asked once whether it is meant."""

    quantity: int
    unit: str


class OtherUnit(ShopError):
    """`text` names a unit that says nothing about goods sold by `unit`: bottles of rice."""

    text: str
    unit: str


class BadTime(ShopError):
    """`text` was typed where a time belongs."""

    text: str


class TimeIsPast(ShopError):
    """`text` says a time that is over; `tomorrow` (UTC ms) the same one, if it was today's."""

    text: str
    tomorrow: int | None = None


class UnclearTime(ShopError):
    """`text` could be either of two moments (UTC ms): in the morning or in the evening."""

    text: str
    one: int
    other: int


class BadDay(ShopError):
    """`text` was typed where a day belongs."""

    text: str


class DayTooLate(ShopError):
    """A day after `last` was typed where there can be none."""

    day: date
    last: date


class BadQuantity(ShopError):
    """A quantity (thousandths) that is zero, negative or above `limit`."""

    quantity: int
    limit: int


class NotInParts(ShopError):
    """A part was said of what is neither weighed nor measured, but counted in `unit`."""

    unit: str


class BadMoney(ShopError):
    """A sum of money (smallest cash unit) that is negative or above `limit`."""

    amount: int
    limit: int


class TextTooLong(ShopError):
    """A text longer than its field may be, in characters."""

    field: str
    length: int
    limit: int


class TextMissing(ShopError):
    """A field that needs a text is empty."""

    field: str


class BadChoice(ShopError):
    """A value that is none of those a field can take."""

    field: str
    value: str


class BadQris(ShopError):
    """A code that is no static QRIS: `form`, `checksum`, `not_qris` or `not_static`."""

    reason: str


class BadTemplate(ShopError):
    """A text for customers with `word` wrong at line and column (from 1); `reason` is `unknown`,
    `brace`, `missing` or `too_long`."""

    reason: str
    line: int
    column: int
    word: str


class RateTooLarge(ShopError):
    """A percentage below nothing or above everything, in basis points."""

    rate: int


class DiscountTooLarge(ShopError):
    """A discount above the sum it is taken from."""

    discount: int
    limit: int


# --- the counter ---------------------------------------------------------------------------


class EmptyCart(ShopError):
    """An order needs at least one line."""


class TooManyLines(ShopError):
    """More lines than one order may have."""

    lines: int
    limit: int


class UnknownCode(ShopError):
    """No product has this SKU or barcode."""

    code: str


class BrokenCheckDigit(ShopError):
    """The last digit of a code does not prove the others: something was misread or mistyped."""

    code: str


class UnreadableLabel(ShopError):
    """A code that says how much or at what price, but not in a way that can be sold."""

    code: str


class EmptyLabel(ShopError):
    """A scale's label of no weight, no price or no discount."""

    code: str


class NotByWeight(ShopError):
    """A scale's label of goods that are sold by something that no scale weighs."""

    name: str
    unit: str


class NoUnitPrice(ShopError):
    """A label tells a price, but the product has none to tell the quantity from it."""

    name: str


class UnknownOrder(ShopError):
    """There is no order with this id or number."""

    order: str


class DetailRemoved(UnknownOrder):
    """The order was finished long ago, and its detail was removed by the owner's wish."""


class DetailGone(ShopError):
    """Of orders of days `before` this one only the sums are kept: what needs more is not told, and
    none are taken over."""

    before: date


class UnknownProduct(ShopError):
    """There is no product with this id."""

    product: int


class UnknownCart(ShopError):
    """The held cart was resumed or discarded by somebody else in the meantime."""

    cart: int


class UnknownMessage(ShopError):
    """The message is being read at another counter, or was read already."""

    message: int


class NotSold(ShopError):
    """The product was taken out of sale."""

    name: str


class NotEnoughStock(ShopError):
    """A product that may not be oversold has less left (thousandths) than was asked for."""

    name: str
    asked: int
    available: int


class NothingToPay(ShopError):
    """The order is paid already, or the sum is zero."""

    number: int


class PaidTooMuch(ShopError):
    """More than is due, by a method that gives no change."""

    amount: int
    due: int


class TenderTooSmall(ShopError):
    """Less cash was handed over than this payment is worth."""

    tendered: int
    amount: int


class NothingToReturn(ShopError):
    """More of a line (thousandths) was to be returned than the customer has."""

    name: str
    quantity: int
    limit: int


class DrawerIsOpen(ShopError):
    """This station's drawer is open already, since a moment (UTC ms)."""

    since: int


class DrawerIsClosed(ShopError):
    """There is no open drawer at this station."""


class NoDrawerOpen(ShopError):
    """Cash comes in or goes out (negative) while no drawer is open that would have it."""

    amount: int


class NotInDrawer(ShopError):
    """More cash was to be taken out than should be in the drawer."""

    amount: int
    expected: int


class OrderIsPaid(ShopError):
    """An order with money in it is refunded before it is cancelled."""

    number: int


# --- the warehouse -------------------------------------------------------------------------


class ClaimedByOther(ShopError):
    """Another station is working on this order."""

    number: int
    station: str


class ChangedMeanwhile(ShopError):
    """Somebody else changed this order first; what it looks like now is on the screen."""

    number: int


class AlreadyPlaced(ShopError):
    """This cart is stored under that number, but it was changed since; both are kept as they are.

    Only where nobody could tell the counter in time that the order was stored.
    """

    number: int


class WrongStage(ShopError):
    """The order is past (or before) the step that was asked for."""

    number: int
    stage: int


class MoreThanOpen(ShopError):
    """More (thousandths) was ticked than the line still needs, or unticked than was picked."""

    name: str
    quantity: int
    limit: int


class QuestionOpen(ShopError):
    """The counter was asked about a line (`name`) of the order and has not answered yet."""

    number: int
    name: str


class NoQuestion(ShopError):
    """What the warehouse asked about the order is answered or settled already."""

    number: int


class NothingToUndo(ShopError):
    """There is no step left to undo."""


class NothingToRedo(ShopError):
    """No step was undone that could be redone."""


class CannotUndo(ShopError):
    """What the step changed was changed again since."""

    kind: str


# --- the catalogue -------------------------------------------------------------------------


class CodeTaken(ShopError):
    """The SKU or barcode belongs to another product already."""

    code: str
    name: str


class UnreadableFile(ShopError):
    """The file is not what it should be; `reason` is one of `not_text`, `not_csv`, `not_xlsx`,
    `password`, `empty`, `no_columns`, `no_name_column`, `missing`, `too_large`, `not_a_shop`,
    `not_json`, `alike_sheets` (of a workbook, with the same columns)."""

    path: str
    reason: str


class UnusableFolder(ShopError):
    """The folder from which messages are taken in cannot be read (`missing`) or written to
    (`not_writable`)."""

    folder: str
    reason: str


class ColumnsUnclear(ShopError):
    """Columns of a file of past sales that are not known: `found` as `name=heading`, `missing`
    as names, and all the `headings` there are."""

    path: str
    found: tuple[str, ...]
    missing: tuple[str, ...]
    headings: tuple[str, ...]


class SalesUnclear(ShopError):
    """A file of past sales that could mean several things, or is of another kind.

    `reason` is one of `dates`, `pivot`, `whole_receipts`, `days`, `products`, `price_of_line`,
    `quantity_is_sum`, `totals`, `total_of_order`, `total_before_or_after`, `discount`,
    `discount_of_order`, `order_totals`, `state`, `both_signs`, `currencies`, `currency`, `factor`,
    `not_numbers`, `unused` (a column that says something of sums or states), `tax`,
    `refund_of_order`, `extras`, `outlets`, `paid_in_parts`, `components`, `return_numbers`,
    `order_rounded`, `quantity_mark`, `money_rounded`, `money_marks`, `discount_mixed`,
    `state_twice`, `percentages`;
    `text` is what it is about.
    """

    path: str
    reason: str
    text: str


class ImportStopped(ShopError):
    """The person stopped an import before it wrote anything."""


class ImportPaused(ShopError):
    """The person stopped an import of past sales after `written` of `orders` orders."""

    written: int
    orders: int


class CopyStopped(ShopError):
    """The person stopped a move of the shop when `done` of `of` rows were copied."""

    done: int
    of: int


# --- paper ---------------------------------------------------------------------------------


class PrinterFailed(ShopError):
    """A paper did not come out of `printer` (a name, an address or a folder).

    `reason` is one of `missing`, `none` (there is no usual printer), `no_address`, `no_answer`,
    `broke_off`, `interrupted`, `folder`, `extra`, `gone` (what the paper is about).
    """

    reason: str
    printer: str


# --- staff and privacy ---------------------------------------------------------------------


class WrongPin(ShopError):
    """The PIN does not fit; `wait` is the number of seconds until the next try."""

    wait: int


class PinTooSoon(WrongPin):
    """No PIN is looked at for `wait` seconds, behind wrong ones; this may be the right one."""


class PinMissing(ShopError):
    """No PIN was typed for `code`; that is no wrong one."""

    code: str


class OwnerWithoutPin(ShopError):
    """Where rights hold, an owner's code opens nothing without a PIN."""

    code: str


class BadPin(ShopError):
    """A PIN is digits, between `shortest` and `longest` of them."""

    shortest: int
    longest: int


class StaffLocked(ShopError):
    """Too many wrong PINs: an owner has to unlock this code.

    An owner's own opens by the recovery code, or one more try is free in `wait` seconds.
    """

    code: str
    wait: int


class NotSignedIn(ShopError):
    """Rights hold here, and nobody is signed in at this station."""


class NotAllowed(ShopError):
    """`deed` is for `roles`; `can_be_approved`: an owner's PIN lifts it for this once.

    `details` are what is to be done: what a verb was given, or what the deed inside it comes to.
    """

    deed: str
    roles: tuple[str, ...]
    can_be_approved: bool
    details: Mapping[str, Any]


class OwnerPinFirst(ShopError):
    """The first PIN of a shop is an owner's."""


class WrongRecoveryCode(ShopError):
    """It is not the shop's recovery code, or that was used already."""


class BadBadge(ShopError):
    """A badge is a code of `shortest` to `longest` signs, and none that is on goods."""

    shortest: int
    longest: int


class BadgeTaken(ShopError):
    """The badge is that of `code` already."""

    code: str


class UnknownBadge(ShopError):
    """Nobody has this badge; `wait` is the number of seconds until the next try."""

    wait: int


class StaffCodeTaken(ShopError):
    """There is a staff code like this already."""

    code: str


class LastOwner(ShopError):
    """The only owner's code cannot be taken out of use."""

    code: str


class UnknownStaff(ShopError):
    """There is no such staff code, or it was taken out of use."""

    code: str


class NotAnOwner(UnknownStaff):
    """The staff code is somebody's, who may approve nothing."""


class NoShop(ShopError):
    """Nobody has set up a shop at `place` yet."""

    place: str


class ShopMoved(ShopError):
    """The shop that was here was taken to `place`."""

    place: str


class PlaceTaken(ShopError):
    """There is a shop at `place`, and it is not this one."""

    place: str


class GrewMeanwhile(ShopError):
    """Something was done in the shop while it was copied; what was copied is not the shop any
    more."""


class CopyDiffers(ShopError):
    """What was copied does not come to what is here: `what` is a table, or `verify`."""

    what: str


class PolicyNotAccepted(ShopError):
    """The privacy policy in force has not been accepted for this shop."""

    version: str


class OnlyPlayed(ShopError):
    """The open shop is a copy to play with; what was wanted is done in the shop itself."""


class CannotErase(ShopError):
    """The role that is used on the server may not drop the shop's tables."""


class JournalIsOwners(ShopError):
    """The login that is used on the server does not own the tables of this shop."""


class BackupElsewhere(ShopError):
    """The shop's backups are made at another station, or at none; one is made first."""


class DetailDiffers(ShopError):
    """A row of an order that is to be removed is not what the journal says."""

    row: str


# --- the demo ------------------------------------------------------------------------------


class NotEmpty(ShopError):
    """The demo is made only in a shop that has no products and no orders."""


class NotADemo(ShopError):
    """Only a demo shop in a file of its own can be thrown away."""


# --- the machine ---------------------------------------------------------------------------


class StorageError(ShopError):
    """The place where the shop is kept failed; `detail` is for the log."""

    detail: str


class AlreadyDone(StorageError):
    """What is asked for was done before, for the same request."""


class DiskFull(StorageError):
    """No space is left."""


class ServerDiskFull(DiskFull):
    """No space is left on the database server."""


class ReadOnly(StorageError):
    """The folder or file may be read only."""


class Damaged(StorageError):
    """The file is damaged."""


class BackupNotWhole(StorageError):
    """The backup `name` does not come back as it was written; it was not taken."""

    name: str


class NotAShop(StorageError):
    """The file is no database, or the database is not one of ours."""


class NotStorable(StorageError):
    """A number or a text that no database takes."""


class Busy(StorageError):
    """Another program holds the shop for longer than we wait."""


class ConnectionLost(StorageError):
    """The database server cannot be reached."""


class ServerAway(ConnectionLost):
    """The database server cannot be reached, and the station goes on alone."""


class Undecided(ShopError):
    """The proof found something in the shop, and nobody has said what shall be done about it."""


class WaitsForServer(ShopError):
    """The server is away, and this is not done without it."""


class NotClaimedHere(ShopError):
    """The server is away, and this station had not claimed the order: another may be picking it."""

    number: int


class CannotOpen(StorageError):
    """The file or folder cannot be opened or made."""


class NoSuchHost(ConnectionLost):
    """No computer is called `host`."""

    host: str


class NobodyListens(ConnectionLost):
    """There is the computer, but no database server at this port of it."""

    host: str
    port: str


class NoAnswer(ConnectionLost):
    """Nobody answers: the computer is off, or something between the two lets nothing through."""

    host: str
    port: str


class ServerNotReady(ConnectionLost):
    """The server is starting or stopping, putting itself right after a fall, or full."""


class WrongPassword(CannotOpen):
    """The server does not take the name `user` with this password."""

    user: str


class NotLetIn(CannotOpen):
    """The server's own list (pg_hba.conf) has no line for this computer, name and database."""


class NotEncrypted(CannotOpen):
    """The connection cannot be encrypted as it was asked for."""


class NoSuchDatabase(CannotOpen):
    """The server has no such database."""

    database: str


class NoServerRights(CannotOpen):
    """The name by which one came in may not do in the database what has to be done there."""


class OwnerWanted(NoServerRights):
    """A shop is taken to a database by the name `owner`, not by `user`."""

    owner: str
    user: str


class StandbyServer(ReadOnly):
    """The server is a copy of another one, and takes nothing in."""


class ServerTooOld(StorageError):
    """The server is of a `version` of PostgreSQL that the program does not know."""

    version: str


class BadAddress(ShopError):
    """No server can be read from what was typed. It is not repeated: it may hold a password."""


class BadPort(ShopError):
    """`port` is no number of a port."""

    port: str


class ShopFileMoved(StorageError):
    """The shop's file was moved, deleted or replaced while it was open."""


class NetworkPlace(StorageError):
    """SQLite is not safe on a network drive; `detail` is the kind of file system."""


class OtherDatabase(NotAShop):
    """The database on the server is that of another program."""


class NewerShop(StorageError):
    """The shop was written by a newer version of the program."""


class UnfitSqlite(StorageError):
    """This SQLite has the WAL-reset fault; `detail` is its version."""


class MissingDriver(StorageError):
    """PostgreSQL was asked for but its driver is not installed."""


class JournalBroken(StorageError):
    """The journal does not verify; `detail` names the first bad entry."""


class BackupFailed(ShopError):
    """No backup can be made in `folder`: the way back is missing.

    `reason` is `missing`, `not_a_folder`, `read_only`, `full`, `damaged`, `busy`, `away`, `other`.
    """

    folder: str
    reason: str
