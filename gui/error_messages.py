"""The one place where an error becomes a sentence: what happened, what was lost, what to do.

Every class of `models.errors` has an entry; a test sees to it.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from gui.error_reasons import (
    bad_money,
    bad_qris,
    bad_quantity,
    printer_failed,
    short,
    unreadable,
    wrong_pin,
)
from gui.field_names import field_name
from gui.formatting import Formatting
from gui.marked import marked
from gui.station_names import station_name
from models import errors
from models.errors import ShopError

translate = QCoreApplication.translate
Builder = Callable[[Any, Formatting], str]


def sentence(error: BaseException, format: Formatting | None = None) -> str:
    """What a person is told about `error`, in the language of the screen."""
    shown = format or Formatting()
    for kind in type(error).__mro__:
        if kind in _SENTENCES:
            return _SENTENCES[kind](error, shown)
    return translate("errors", "Something went wrong in the program. Your data is safe.")


def has_sentence(kind: type[BaseException]) -> bool:
    """Whether this very class has its own sentence."""
    return kind in _SENTENCES


def _plain(text: str) -> Builder:
    def build(error: Any, format: Formatting) -> str:
        return translate("errors", text)

    return build


def _with(text: str, /, **facts: Callable[[Any, Formatting], str]) -> Builder:
    def build(error: Any, format: Formatting) -> str:
        values = {name: fact(error, format) for name, fact in facts.items()}
        return translate("errors", text).format(**values)

    return build


def _text(name: str) -> Callable[[Any, Formatting], str]:
    return lambda error, format: short(str(getattr(error, name)))


def _station(error: Any, format: Formatting) -> str:
    return station_name(short(error.station))


def _money(name: str) -> Callable[[Any, Formatting], str]:
    return lambda error, format: format.money(getattr(error, name))


def _quantity(name: str) -> Callable[[Any, Formatting], str]:
    return lambda error, format: format.quantity(getattr(error, name))


def _count(name: str) -> Callable[[Any, Formatting], str]:
    return lambda error, format: format.number(getattr(error, name))


def _number(name: str) -> Callable[[Any, Formatting], str]:
    return lambda error, format: format.order_number(getattr(error, name))


def _time(name: str) -> Callable[[Any, Formatting], str]:
    return lambda error, format: format.time(getattr(error, name))


def _field(error: Any, format: Formatting) -> str:
    return field_name(error.field)


_SENTENCES: dict[type[BaseException], Builder] = {
    ShopError: _plain(marked("errors", "That cannot be done. Nothing was changed.")),
    # What was typed, scanned or read
    errors.NotANumber: _with(
        marked("errors", "\u201c{text}\u201d is not a number. Nothing was changed."),
        text=_text("text"),
    ),
    errors.UnclearNumber: _with(
        marked(
            "errors", "\u201c{text}\u201d could be {one} or {other}. Type it without that mark."
        ),
        text=_text("text"),
        one=_quantity("one"),
        other=_quantity("other"),
    ),
    errors.OtherUnit: _with(
        marked(
            "errors",
            "\u201c{text}\u201d: how much is that in {unit}? This is sold by {unit}."
            " Nothing was changed.",
        ),
        text=_text("text"),
        unit=_text("unit"),
    ),
    errors.BadTime: _with(
        marked("errors", "\u201c{text}\u201d is no time. Nothing was changed."),
        text=_text("text"),
    ),
    errors.BadQuantity: bad_quantity,
    errors.NotInParts: _with(
        marked(
            "errors",
            "\u201c{name}\u201d is sold in whole pieces; only goods with a unit such as kg come in"
            " parts. Nothing was changed.",
        ),
        name=_text("name"),
    ),
    errors.BadMoney: bad_money,
    errors.TextTooLong: _with(
        marked("errors", "{field} is too long: {length} characters, at most {limit}."),
        field=_field,
        length=_count("length"),
        limit=_count("limit"),
    ),
    errors.TextMissing: _with(marked("errors", "Please fill in: {field}."), field=_field),
    errors.BadChoice: _with(
        marked("errors", "\u201c{value}\u201d is not possible for {field}. Nothing was changed."),
        value=_text("value"),
        field=_field,
    ),
    errors.DiscountTooLarge: _with(
        marked("errors", "A discount of {discount} is more than {limit}. Nothing was changed."),
        discount=_money("discount"),
        limit=_money("limit"),
    ),
    # The counter
    errors.EmptyCart: _plain(marked("errors", "The cart is empty. Scan or type a product first.")),
    errors.TooManyLines: _with(
        marked(
            "errors", "One order can have at most {limit} lines. Start another order for the rest."
        ),
        limit=_count("limit"),
    ),
    errors.UnknownCode: _with(
        marked(
            "errors", "No product has the code {code}. Type its name, or add it to the catalogue."
        ),
        code=_text("code"),
    ),
    errors.BrokenCheckDigit: _with(
        marked("errors", "The code {code} was misread. Nothing was added; please scan it again."),
        code=_text("code"),
    ),
    errors.UnreadableLabel: _with(
        marked(
            "errors",
            "The label {code} does not say clearly how much it is. Nothing was added; type it in.",
        ),
        code=_text("code"),
    ),
    errors.NoUnitPrice: _with(
        marked(
            "errors", "{name} has no price in the catalogue; its label cannot be counted with it."
        ),
        name=_text("name"),
    ),
    errors.UnknownOrder: _with(
        marked("errors", "There is no order {order}. Check the number and the day."),
        order=_text("order"),
    ),
    errors.UnknownProduct: _plain(
        marked("errors", "This product is not in the catalogue any more. Nothing was changed.")
    ),
    errors.UnknownCart: _plain(
        marked("errors", "This held cart was resumed or discarded at another station.")
    ),
    errors.NotSold: _with(
        marked("errors", "{name} is not sold any more. Activate it in the catalogue to sell it."),
        name=_text("name"),
    ),
    errors.NotEnoughStock: _with(
        marked("errors", "{name}: {asked} wanted, only {available} left. The cart is as it was."),
        name=_text("name"),
        asked=_quantity("asked"),
        available=_quantity("available"),
    ),
    errors.NothingToPay: _with(
        marked("errors", "Order {number} has nothing left to pay."), number=_number("number")
    ),
    errors.PaidTooMuch: _with(
        marked("errors", "{amount} is more than the {due} due, and this method gives no change."),
        amount=_money("amount"),
        due=_money("due"),
    ),
    errors.TenderTooSmall: _with(
        marked(
            "errors", "{tendered} is less than the {amount} to be paid. The order is unchanged."
        ),
        tendered=_money("tendered"),
        amount=_money("amount"),
    ),
    errors.OrderIsPaid: _with(
        marked("errors", "Order {number} is paid. Refund it first, then cancel it."),
        number=_number("number"),
    ),
    errors.NothingToReturn: _with(
        marked("errors", "{name}: {quantity} is more than the {limit} the customer has."),
        name=_text("name"),
        quantity=_quantity("quantity"),
        limit=_quantity("limit"),
    ),
    errors.DrawerIsOpen: _with(
        marked("errors", "The drawer of this station has been open since {time}."),
        time=_time("since"),
    ),
    errors.DrawerIsClosed: _plain(
        marked(
            "errors", "The till of this station is not open. Open it with its opening float first."
        )
    ),
    errors.NotInDrawer: _with(
        marked("errors", "{amount} cannot be taken out: only {expected} should be in the drawer."),
        amount=_money("amount"),
        expected=_money("expected"),
    ),
    # The warehouse
    errors.ClaimedByOther: _with(
        marked("errors", "Order {number} is being picked at {station}. Take it over with M first."),
        number=_number("number"),
        station=_station,
    ),
    errors.ChangedMeanwhile: _with(
        marked(
            "errors", "Order {number} was changed elsewhere first. Look at it again, then repeat."
        ),
        number=_number("number"),
    ),
    errors.AlreadyPlaced: _with(
        marked(
            "errors",
            "This cart is stored already as order {number}, as it was before it was changed. "
            "Change that order, and discard this cart.",
        ),
        number=_number("number"),
    ),
    errors.WrongStage: _with(
        marked("errors", "Order {number} is at another step by now. Nothing was changed."),
        number=_number("number"),
    ),
    errors.MoreThanOpen: _with(
        marked(
            "errors", "{name}: {quantity} is more than the {limit} possible. Nothing was changed."
        ),
        name=_text("name"),
        quantity=_quantity("quantity"),
        limit=_quantity("limit"),
    ),
    errors.QuestionOpen: _with(
        marked(
            "errors",
            "Order {number} waits for the counter's answer about {name}. Nothing was changed.",
        ),
        number=_number("number"),
        name=_text("name"),
    ),
    errors.NoQuestion: _with(
        marked(
            "errors", "The question about order {number} is settled already. Nothing was changed."
        ),
        number=_number("number"),
    ),
    errors.NothingToUndo: _plain(marked("errors", "There is nothing left to undo.")),
    errors.CannotUndo: _plain(
        marked("errors", "This cannot be undone: it was changed again since. Nothing was changed.")
    ),
    # The catalogue
    errors.CodeTaken: _with(
        marked("errors", "The code {code} belongs to {name} already. Nothing was changed."),
        code=_text("code"),
        name=_text("name"),
    ),
    errors.UnreadableFile: unreadable,
    errors.ImportStopped: _plain(marked("errors", "The import was stopped. Nothing was written.")),
    # Paper
    errors.PrinterFailed: printer_failed,
    errors.BadQris: bad_qris,
    # Staff and privacy
    errors.WrongPin: wrong_pin,
    errors.UnknownStaff: _with(
        marked("errors", "There is no staff code {code}. Ask the owner to add it."),
        code=_text("code"),
    ),
    errors.PolicyNotAccepted: _plain(
        marked("errors", "The privacy policy has not been accepted for this shop yet.")
    ),
    errors.BadPin: _with(
        marked("errors", "A PIN has {shortest} to {longest} digits. Nothing was changed."),
        shortest=_count("shortest"),
        longest=_count("longest"),
    ),
    errors.StaffLocked: _with(
        marked("errors", "{code} is locked after too many wrong PINs. Ask the owner to unlock it."),
        code=_text("code"),
    ),
    errors.StaffCodeTaken: _with(
        marked("errors", "There is a staff code {code} already. Nothing was changed."),
        code=_text("code"),
    ),
    errors.LastOwner: _with(
        marked("errors", "{code} is the only owner and stays in use. Add another owner first."),
        code=_text("code"),
    ),
    errors.NotEmpty: _plain(
        marked("errors", "The demo is made only in an empty shop. Yours was not changed.")
    ),
    errors.NotADemo: _plain(
        marked("errors", "This is not a demo shop, so it was not removed. Nothing was lost.")
    ),
    # The machine
    errors.StorageError: _plain(
        marked("errors", "The shop could not be written. What was saved before is safe; try again.")
    ),
    errors.DiskFull: _plain(
        marked("errors", "The disk is full. Nothing was lost, but make room before going on.")
    ),
    errors.ReadOnly: _plain(
        marked(
            "errors", "The shop's folder cannot be written to. Nothing was lost; check its rights."
        )
    ),
    errors.Damaged: _plain(
        marked("errors", "The shop's file is damaged. Stop here and restore the last backup.")
    ),
    errors.NotAShop: _plain(
        marked("errors", "This file is not a shop of BotBelanja. It was not changed.")
    ),
    errors.NotStorable: _plain(
        marked("errors", "This number or text cannot be stored or looked for. Nothing was changed.")
    ),
    errors.Busy: _plain(
        marked("errors", "Another program is holding the shop. Nothing was changed; try again.")
    ),
    errors.ConnectionLost: _plain(
        marked(
            "errors", "The database cannot be reached. What was saved is safe; check the network."
        )
    ),
    errors.CannotOpen: _plain(
        marked("errors", "The shop cannot be opened. Check that the folder exists and may be read.")
    ),
    errors.FileGone: _plain(
        marked(
            "errors",
            "The shop's file was moved, deleted or replaced. "
            "Nothing more is stored until it is back.",
        )
    ),
    errors.NetworkPlace: _plain(
        marked(
            "errors",
            "A shop on a network drive can be damaged. Keep it on this computer, or share it "
            "through PostgreSQL.",
        )
    ),
    errors.NewerShop: _plain(
        marked(
            "errors", "This shop was written by a newer BotBelanja. Update the program to open it."
        )
    ),
    errors.UnfitSqlite: _with(
        marked(
            "errors", "SQLite {detail} can damage a shop. Reinstall the program for a newer one."
        ),
        detail=_text("detail"),
    ),
    errors.MissingDriver: _plain(
        marked(
            "errors",
            "The driver for PostgreSQL is missing. Install the extra \u201cpostgres\u201d.",
        )
    ),
    errors.JournalBroken: _with(
        marked(
            "errors", "The journal does not verify: {detail}. Keep the file and tell the owner."
        ),
        detail=_text("detail"),
    ),
}
