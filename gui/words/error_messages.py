"""The one place where an error becomes a sentence: what happened, what was lost, what to do.

Every class of `models.errors` has an entry; a test sees to it.
"""

from PySide6.QtCore import QCoreApplication

from gui.words.error_facts import (
    Builder,
    count,
    day,
    field,
    filled,
    money,
    number,
    plain,
    quantity,
    rate,
    stage,
    station,
    text,
    time,
)
from gui.words.error_reasons import (
    backup_failed,
    bad_money,
    bad_qris,
    bad_quantity,
    bad_template,
    not_a_number,
    not_allowed,
    not_whole,
    pin_too_soon,
    printer_failed,
    staff_locked,
    unknown_badge,
    unreadable,
    unusable_folder,
    wrong_pin,
)
from gui.words.formatting import Formatting
from gui.words.marked import marked
from gui.words.unclear_sales import columns_unclear, sales_unclear
from models import errors
from models.errors import ShopError

translate = QCoreApplication.translate


def sentence(error: BaseException, format: Formatting | None = None) -> str:
    """What a person is told about `error`, in the language of the screen."""
    shown = format or Formatting()
    for kind in type(error).__mro__:
        if kind in _SENTENCES:
            return _SENTENCES[kind](error, shown)
    return translate("errors", "Something went wrong in the program. Your data is safe.")


def personal_data_removed() -> str:
    """Said when something by which a person can be found was taken out of a text."""
    return translate(
        "errors", "Personal data was taken out of what you wrote: the policy allows none."
    )


def has_sentence(kind: type[BaseException]) -> bool:
    """Whether this very class has its own sentence."""
    return kind in _SENTENCES


_SENTENCES: dict[type[BaseException], Builder] = {
    ShopError: plain(marked("errors", "That cannot be done. Nothing was changed.")),
    # What was typed, scanned or read
    errors.NotANumber: not_a_number,
    errors.NotWhole: not_whole,
    errors.UnclearNumber: filled(
        marked(
            "errors", "\u201c{text}\u201d could be {one} or {other}. Type it without that mark."
        ),
        text=text("text"),
        one=quantity("one"),
        other=quantity("other"),
    ),
    errors.HardlyMeant: filled(
        marked("errors", "{quantity} {unit}, so many? The same once more takes it."),
        quantity=quantity("quantity"),
        unit=text("unit"),
    ),
    errors.OtherUnit: filled(
        marked(
            "errors",
            "\u201c{text}\u201d: how much is that in {unit}? This is sold by {unit}."
            " Nothing was changed.",
        ),
        text=text("text"),
        unit=text("unit"),
    ),
    errors.BadTime: filled(
        marked("errors", "\u201c{text}\u201d is no time. Nothing was changed."),
        text=text("text"),
    ),
    errors.TimeIsPast: filled(
        marked("errors", "\u201c{text}\u201d is over. Nothing was changed."), text=text("text")
    ),
    errors.UnclearTime: filled(
        marked("errors", "\u201c{text}\u201d could be {one} or {other}. Type one of the two."),
        text=text("text"),
        one=time("one"),
        other=time("other"),
    ),
    errors.BadDay: filled(
        marked("errors", "\u201c{text}\u201d is no day. Nothing was changed."), text=text("text")
    ),
    errors.DayTooLate: filled(
        marked("errors", "{day} is too late; the last day can be {last}. Nothing was changed."),
        day=day("day"),
        last=day("last"),
    ),
    errors.BadQuantity: bad_quantity,
    errors.NotInParts: filled(
        marked(
            "errors",
            "Counted in \u201c{unit}\u201d it comes in whole pieces; only goods with a unit such"
            " as kg come in parts. Nothing was changed.",
        ),
        unit=text("unit"),
    ),
    errors.BadMoney: bad_money,
    errors.TextTooLong: filled(
        marked("errors", "{field} is too long: {length} characters, at most {limit}."),
        field=field,
        length=count("length"),
        limit=count("limit"),
    ),
    errors.TextMissing: filled(marked("errors", "Please fill in: {field}."), field=field),
    errors.BadChoice: filled(
        marked("errors", "\u201c{value}\u201d is not possible for {field}. Nothing was changed."),
        value=text("value"),
        field=field,
    ),
    errors.RateTooLarge: filled(
        marked("errors", "A discount of {rate} is more than everything. Nothing was changed."),
        rate=rate("rate"),
    ),
    errors.DiscountTooLarge: filled(
        marked("errors", "A discount of {discount} is more than {limit}. Nothing was changed."),
        discount=money("discount"),
        limit=money("limit"),
    ),
    # The counter
    errors.EmptyCart: plain(marked("errors", "The cart is empty. Scan or type a product first.")),
    errors.TooManyLines: filled(
        marked(
            "errors", "One order can have at most {limit} lines. Start another order for the rest."
        ),
        limit=count("limit"),
    ),
    errors.UnknownCode: filled(
        marked(
            "errors", "No product has the code {code}. Type its name, or add it to the catalogue."
        ),
        code=text("code"),
    ),
    errors.BrokenCheckDigit: filled(
        marked("errors", "The code {code} was misread. Nothing was done; please scan it again."),
        code=text("code"),
    ),
    errors.UnreadableLabel: filled(
        marked(
            "errors",
            "The label {code} does not say clearly how much it is. Nothing was added; type it in.",
        ),
        code=text("code"),
    ),
    errors.EmptyLabel: filled(
        marked("errors", "The label {code} is one of nothing. Weigh it once more."),
        code=text("code"),
    ),
    errors.NotByWeight: filled(
        marked(
            "errors",
            "{name} is sold by {unit}, which no scale weighs. Scan or type the product itself.",
        ),
        name=text("name"),
        unit=text("unit"),
    ),
    errors.NoUnitPrice: filled(
        marked(
            "errors", "{name} has no price in the catalogue; its label cannot be counted with it."
        ),
        name=text("name"),
    ),
    errors.UnknownOrder: filled(
        marked("errors", "There is no order {order}. Check the number and the day."),
        order=text("order"),
    ),
    errors.DetailRemoved: plain(
        marked(
            "errors",
            "This order was finished long ago, and its details were removed by the owner’s wish. "
            "Nothing of it can be changed, returned or undone.",
        )
    ),
    errors.DetailGone: filled(
        marked(
            "errors",
            "Of the orders of before {before} only the sums are kept, by the owner’s wish. What "
            "needs the orders themselves is not known any more, and none are taken over.",
        ),
        before=day("before"),
    ),
    errors.UnknownProduct: plain(
        marked("errors", "This product is not in the catalogue any more. Nothing was changed.")
    ),
    errors.UnknownCart: plain(
        marked("errors", "This held cart was resumed or discarded at another station.")
    ),
    errors.UnknownMessage: plain(marked("errors", "This message was taken at another station.")),
    errors.NotSold: filled(
        marked("errors", "{name} is not sold any more. Activate it in the catalogue to sell it."),
        name=text("name"),
    ),
    errors.NotEnoughStock: filled(
        marked("errors", "{name}: {asked} wanted, only {available} left. The cart is as it was."),
        name=text("name"),
        asked=quantity("asked"),
        available=quantity("available"),
    ),
    errors.NothingToPay: filled(
        marked("errors", "Order {number} has nothing left to pay."), number=number("number")
    ),
    errors.PaidTooMuch: filled(
        marked("errors", "{amount} is more than the {due} due, and this method gives no change."),
        amount=money("amount"),
        due=money("due"),
    ),
    errors.TenderTooSmall: filled(
        marked(
            "errors", "{tendered} is less than the {amount} to be paid. The order is unchanged."
        ),
        tendered=money("tendered"),
        amount=money("amount"),
    ),
    errors.OrderIsPaid: filled(
        marked("errors", "Order {number} is paid. Refund it first, then cancel it."),
        number=number("number"),
    ),
    errors.NothingToReturn: filled(
        marked("errors", "{name}: {quantity} is more than the {limit} the customer has."),
        name=text("name"),
        quantity=quantity("quantity"),
        limit=quantity("limit"),
    ),
    errors.DrawerIsOpen: filled(
        marked("errors", "The drawer of this station has been open since {time}."),
        time=time("since"),
    ),
    errors.DrawerIsClosed: plain(
        marked(
            "errors", "The till of this station is not open. Open it with its opening float first."
        )
    ),
    errors.NoDrawerOpen: plain(
        marked(
            "errors",
            "No till is open at this station. Open it now? Its report will name this cash.",
        )
    ),
    errors.NotInDrawer: filled(
        marked("errors", "{amount} cannot be taken out: only {expected} should be in the drawer."),
        amount=money("amount"),
        expected=money("expected"),
    ),
    # The warehouse
    errors.ClaimedByOther: filled(
        marked("errors", "Order {number} is being picked at {station}. Take it over with M first."),
        number=number("number"),
        station=station,
    ),
    errors.ChangedMeanwhile: filled(
        marked(
            "errors", "Order {number} was changed elsewhere first. Look at it again, then repeat."
        ),
        number=number("number"),
    ),
    errors.AlreadyPlaced: filled(
        marked(
            "errors",
            "This cart is stored already as order {number}, as it was before it was changed. "
            "Change that order, and discard this cart.",
        ),
        number=number("number"),
    ),
    errors.WrongStage: filled(
        marked("errors", "Order {number} is at another step by now: {stage}. Nothing was changed."),
        number=number("number"),
        stage=stage,
    ),
    errors.MoreThanOpen: filled(
        marked(
            "errors", "{name}: {quantity} is more than the {limit} possible. Nothing was changed."
        ),
        name=text("name"),
        quantity=quantity("quantity"),
        limit=quantity("limit"),
    ),
    errors.QuestionOpen: filled(
        marked(
            "errors",
            "Order {number} waits for the counter's answer about {name}. Nothing was changed.",
        ),
        number=number("number"),
        name=text("name"),
    ),
    errors.NoQuestion: filled(
        marked(
            "errors", "The question about order {number} is settled already. Nothing was changed."
        ),
        number=number("number"),
    ),
    errors.NothingToUndo: plain(marked("errors", "There is nothing left to undo.")),
    errors.NothingToRedo: plain(marked("errors", "There is nothing to do again.")),
    errors.AlreadyDone: plain(marked("errors", "This was done already.")),
    errors.CannotUndo: plain(
        marked("errors", "This cannot be undone: it was changed again since. Nothing was changed.")
    ),
    # The catalogue
    errors.CodeTaken: filled(
        marked("errors", "The code {code} belongs to {name} already. Nothing was changed."),
        code=text("code"),
        name=text("name"),
    ),
    errors.UnreadableFile: unreadable,
    errors.UnusableFolder: unusable_folder,
    errors.ColumnsUnclear: columns_unclear,
    errors.SalesUnclear: sales_unclear,
    errors.ImportStopped: plain(marked("errors", "The import was stopped. Nothing was written.")),
    errors.ImportPaused: filled(
        marked(
            "errors",
            "The import was stopped after {written} of {orders} orders. They stay; the same import "
            "goes on where it stopped.",
        ),
        written=count("written"),
        orders=count("orders"),
    ),
    # Paper
    errors.PrinterFailed: printer_failed,
    errors.BadQris: bad_qris,
    errors.BadTemplate: bad_template,
    # Staff and privacy
    errors.WrongPin: wrong_pin,
    errors.PinTooSoon: pin_too_soon,
    errors.UnknownStaff: filled(
        marked("errors", "There is no staff code {code}. Ask the owner to add it."),
        code=text("code"),
    ),
    errors.NotAnOwner: filled(
        marked("errors", "{code} may not approve this; an owner may. Nothing was changed."),
        code=text("code"),
    ),
    errors.NoShop: filled(
        marked(
            "errors",
            "There is no shop at {place} yet, and none was made. Open the program with it first: it"
            " asks for the privacy policy and sets the shop up.",
        ),
        place=lambda error, format: str(error.place),  # whole: it may have to be mended
    ),
    errors.ShopMoved: filled(
        marked(
            "errors",
            "This shop was taken to {place}. Go on there; what stands here is only what it was.",
        ),
        place=lambda error, format: str(error.place),
    ),
    errors.PlaceTaken: filled(
        marked("errors", "There is another shop at {place}. Nothing was changed there or here."),
        place=lambda error, format: str(error.place),
    ),
    errors.GrewMeanwhile: plain(
        marked(
            "errors",
            "Something was done in the shop while it was copied. It stays where it is; close the "
            "program on all other computers and try again.",
        )
    ),
    errors.CopyDiffers: filled(
        marked(
            "errors",
            "What was copied is not what stands here ({what}). The shop stays where it is.",
        ),
        what=text("what"),
    ),
    errors.CopyStopped: filled(
        marked(
            "errors",
            "Stopped: {done} of {of} rows are copied. The shop stays where it is; the next time it"
            " goes on from there.",
        ),
        done=count("done"),
        of=count("of"),
    ),
    errors.PolicyNotAccepted: plain(
        marked("errors", "The privacy policy has not been accepted for this shop yet.")
    ),
    errors.Undecided: plain(
        marked(
            "errors",
            "The proof of the shop found something that is not as it was written. Nothing is "
            "changed until it is decided what becomes of it (Settings, Database and backup).",
        )
    ),
    errors.NotSignedIn: plain(marked("errors", "Sign in first: this program is locked.")),
    errors.NotAllowed: not_allowed,
    errors.OwnerPinFirst: plain(
        marked("errors", "The first PIN is an owner's. Give the owner one, then the others.")
    ),
    errors.WrongRecoveryCode: plain(
        marked("errors", "This is not the recovery code, or it was used already.")
    ),
    errors.PinMissing: filled(marked("errors", "Type the PIN of {code}."), code=text("code")),
    errors.OwnerWithoutPin: filled(
        marked("errors", "{code} has no PIN yet. An owner who has one gives it one in Settings."),
        code=text("code"),
    ),
    errors.BadPin: filled(
        marked("errors", "A PIN has {shortest} to {longest} digits. Nothing was changed."),
        shortest=count("shortest"),
        longest=count("longest"),
    ),
    errors.StaffLocked: staff_locked,
    errors.BadBadge: filled(
        marked(
            "errors",
            "A badge is a code of {low} to {high} signs, and none that is on goods. Nothing was "
            "changed.",
        ),
        low=count("shortest"),
        high=count("longest"),
    ),
    errors.BadgeTaken: filled(
        marked("errors", "This badge is the one of {code}. Nothing was changed."),
        code=text("code"),
    ),
    errors.UnknownBadge: unknown_badge,
    errors.StaffCodeTaken: filled(
        marked("errors", "There is a staff code {code} already. Nothing was changed."),
        code=text("code"),
    ),
    errors.LastOwner: filled(
        marked("errors", "{code} is the only owner and stays in use. Add another owner first."),
        code=text("code"),
    ),
    errors.NotEmpty: plain(
        marked("errors", "The demo is made only in an empty shop. Yours was not changed.")
    ),
    errors.NotADemo: plain(
        marked("errors", "This is not a demo shop, so it was not removed. Nothing was lost.")
    ),
    # The machine
    errors.StorageError: plain(
        marked("errors", "The shop could not be written. What was saved before is safe; try again.")
    ),
    errors.DiskFull: plain(
        marked("errors", "The disk is full. Nothing was lost, but make room before going on.")
    ),
    errors.ServerDiskFull: plain(
        marked(
            "errors",
            "The server's disk is full. Nothing was lost: try again when whoever runs the server "
            "has made room.",
        )
    ),
    errors.OnlyPlayed: plain(
        marked("errors", "This is a copy to play with, and nothing was changed. End it first.")
    ),
    errors.CannotErase: plain(
        marked(
            "errors",
            "This role may not drop the shop's tables on the server; nothing was erased. Whoever"
            " made the database there can drop it.",
        )
    ),
    errors.JournalIsOwners: plain(
        marked(
            "errors",
            "Only the owner of the tables on the server may do that, and that login is not theirs. "
            "Nothing was changed.",
        )
    ),
    errors.BackupElsewhere: plain(
        marked(
            "errors",
            "A backup is made first, and this station makes none. Do it at the station that makes "
            "the backups of this shop, or press “Make them here” first. Nothing was changed.",
        )
    ),
    errors.DetailDiffers: filled(
        marked(
            "errors",
            "Something is not as the journal says ({row}), and is not sealed as if it were. Verify "
            "the shop first (Settings, Database and backup). What was removed so far stays so.",
        ),
        row=text("row"),
    ),
    errors.ReadOnly: plain(
        marked(
            "errors", "The shop's folder cannot be written to. Nothing was lost; check its rights."
        )
    ),
    errors.Damaged: plain(
        marked("errors", "The shop's file is damaged. Stop here and restore the last backup.")
    ),
    errors.BackupNotWhole: filled(
        marked(
            "errors",
            "The backup {name} is not whole and was not taken. Nothing was changed here; choose an "
            "earlier one.",
        ),
        name=text("name"),
    ),
    errors.NotAShop: plain(
        marked("errors", "This file is not a shop of BotBelanja. It was not changed.")
    ),
    errors.NotStorable: plain(
        marked("errors", "This number or text cannot be stored or looked for. Nothing was changed.")
    ),
    errors.Busy: plain(
        marked("errors", "Another program is holding the shop. Nothing was changed; try again.")
    ),
    errors.ConnectionLost: plain(
        marked(
            "errors", "The database cannot be reached. What was saved is safe; check the network."
        )
    ),
    errors.NoSuchHost: filled(
        marked("errors", "There is no computer called {host}. Check its name, and the network."),
        host=text("host"),
    ),
    errors.NobodyListens: filled(
        marked(
            "errors",
            "{host} is there, but no PostgreSQL answers at port {port}. Check the port, and whether"
            " the server listens for other computers.",
        ),
        host=text("host"),
        port=text("port"),
    ),
    errors.NoAnswer: filled(
        marked(
            "errors",
            "{host} does not answer at port {port}. It is off, or a firewall lets nothing through.",
        ),
        host=text("host"),
        port=text("port"),
    ),
    errors.ServerNotReady: plain(
        marked(
            "errors",
            "The server takes nobody in just now: it is starting, stopping or full. What was saved "
            "is safe; try again in a moment.",
        )
    ),
    errors.WrongPassword: filled(
        marked("errors", "The server does not take the name {user} with this password."),
        user=text("user"),
    ),
    errors.NotLetIn: plain(
        marked(
            "errors",
            "The server lets nobody in from this computer with this name and database. Whoever runs"
            " it adds a line to its pg_hba.conf.",
        )
    ),
    errors.NotEncrypted: plain(
        marked(
            "errors",
            "The connection cannot be encrypted as you want it: the server does not offer it, or "
            "its certificate is not known here. Nothing was sent.",
        )
    ),
    errors.NoSuchDatabase: filled(
        marked(
            "errors",
            "The server has no database {database}. Check its name, or have it made there.",
        ),
        database=text("database"),
    ),
    errors.NoServerRights: plain(
        marked(
            "errors",
            "This user name may not do what is needed in the database. “botbelanja server-setup” "
            "prints what whoever runs the server grants.",
        )
    ),
    errors.OwnerWanted: filled(
        marked(
            "errors",
            "A shop is taken there by the owner's name, {owner}: type it with its password. "
            "{user} is for every day, once the shop is there.",
        ),
        owner=text("owner"),
        user=text("user"),
    ),
    errors.StandbyServer: plain(
        marked(
            "errors",
            "This server is a standby copy and takes nothing in. Name the one it copies, or both of"
            " them: host=a,b and target_session_attrs=read-write.",
        )
    ),
    errors.ServerTooOld: filled(
        marked(
            "errors",
            "This is PostgreSQL {version}; 13 or a newer one is needed. Nothing was changed.",
        ),
        version=text("version"),
    ),
    errors.BadAddress: plain(
        marked(
            "errors",
            "This address cannot be read. In a URL, @ : / # % and blanks of a password are written "
            "as %40 %3A %2F %23 %25 %20; in the fields they stand as they are.",
        )
    ),
    errors.BadPort: filled(
        marked(
            "errors",
            "“{port}” is no port: it is a number from 1 to 65535. Left empty it is 5432, that of "
            "most servers.",
        ),
        port=text("port"),
    ),
    errors.OtherDatabase: plain(
        marked(
            "errors",
            "This database is that of another program. It was not changed; name an empty one.",
        )
    ),
    errors.ServerAway: plain(
        marked(
            "errors",
            "The server cannot be reached. Sell on, and pick the cards that are yours: all of it "
            "waits here and is sent when it is back.",
        )
    ),
    errors.WaitsForServer: plain(
        marked(
            "errors",
            "This waits until the server can be reached again. Selling goes on meanwhile; "
            "nothing was changed.",
        )
    ),
    errors.NotClaimedHere: filled(
        marked(
            "errors",
            "Order {number} was not claimed here before the server went away: another computer may "
            "be on it. Go on with your own cards.",
        ),
        number=number("number"),
    ),
    errors.CannotOpen: plain(
        marked("errors", "The shop cannot be opened. Check that the folder exists and may be read.")
    ),
    errors.ShopFileMoved: plain(
        marked(
            "errors",
            "The shop's file was moved, deleted or replaced. "
            "Nothing more is stored until it is back.",
        )
    ),
    errors.NetworkPlace: plain(
        marked(
            "errors",
            "A shop on a network drive can be damaged. Keep it on this computer, or share it "
            "through PostgreSQL.",
        )
    ),
    errors.NewerShop: plain(
        marked(
            "errors", "This shop was written by a newer BotBelanja. Update the program to open it."
        )
    ),
    errors.UnfitSqlite: filled(
        marked(
            "errors", "SQLite {detail} can damage a shop. Reinstall the program for a newer one."
        ),
        detail=text("detail"),
    ),
    errors.MissingDriver: plain(
        marked(
            "errors",
            "The driver for PostgreSQL is missing. \u201cuv run --no-dev --extra postgres "
            "main.py\u201d brings it.",
        )
    ),
    errors.BackupFailed: backup_failed,
    errors.JournalBroken: filled(
        marked(
            "errors", "The journal does not verify: {detail}. Keep the file and tell the owner."
        ),
        detail=text("detail"),
    ),
}
