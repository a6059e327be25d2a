"""Taking over the sales of past years from a file, so that the figures begin before the program.

    seen = preview("sales.csv", reading("order=basket", "at=time", …))     # writes nothing
    report = run("sales.csv", …)                                          # the same, written

Every order comes at its own day and hour, paid and handed over; it moves no stock, and its steps
have no times. The id it had in the source keeps it from being taken twice.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from itertools import islice
from pathlib import Path

from models import amounts, clock, session
from models.catalogue.catalogue import Product
from models.catalogue_import import bulk_catalogue
from models.errors import BadChoice, ImportPaused, ImportStopped, UnreadableFile
from models.formats.spreadsheets import Watch
from models.journal import rights
from models.orders.bulk_orders import BulkOrders
from models.past_sales.columns import Reading
from models.past_sales.ledger import LEFT_OUT, PastLine, PastOrder, Problem
from models.past_sales.line_sums import MEANINGS
from models.past_sales.own import records
from models.past_sales.past_file import PastFile, read
from models.past_sales.states import SAID_STATES
from models.past_sales.writing import key_of, refund_key, unit_price, write_order
from models.settings import kept_detail
from models.storage.database import rows, transaction
from models.storage.tables import DayTotal, Order

_BATCH = 250  # orders in one transaction


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Rows of the file that are in no figure for this reason, and their money in rupiah."""

    reason: str
    rows: int
    total: int


@dataclass(frozen=True, slots=True)
class PastOrders:
    """What an import would do, or did. Money in rupiah, quantity in thousandths.

    `orders` are new with their `lines`, `there` were in the shop before; `products` are new.
    `returned` is what of `total` was given back since. `left_out` sums up the rows of `problems`
    that are in no figure, `lost` is what rounding took away. `changed` are days that had figures
    already and read otherwise by it. `words` say how the file was
    understood, as `reading` takes them, `unused` are headings of which nothing was taken; `sheet`
    is the one of a workbook's several that was read.
    """

    orders: int
    lines: int
    quantity: int
    total: int
    there: int
    products: int
    first_day: date | None
    last_day: date | None
    rows: int
    problems: tuple[Problem, ...]
    words: tuple[str, ...]
    sheet: str
    returned: int = 0
    left_out: tuple[LeftOut, ...] = ()
    lost: Decimal = Decimal(0)
    unused: tuple[str, ...] = ()
    changed: tuple[date, ...] = ()


def reading(*words: str) -> Reading:
    """How the file is read, from `name=column` words or one TOML file with the same names.

    Beside the columns: `factor` (cash units in one unit of the file's money), `zone` (of its
    clock, the shop's), `decimal` (`,` or `.`), `dates` (`dmy` or `mdy`), `products` (a file
    about the products), what amounts are (`discount_is=percent`, see `line_sums.MEANINGS`), and
    what words in a column of states mean (`sold=Beres+Oke`, `cancelled=`, `pending=`,
    `given_back=`). What is not said is found out. Raises `BadChoice`, `UnreadableFile`.
    """
    facts: dict[str, str] = {}
    for word in words:
        if word.endswith(".toml"):
            facts |= _of_file(Path(word))
            continue
        name, equals, column = word.partition("=")
        if not equals:
            raise BadChoice("mapping", word)
        facts[name.strip()] = column
    factor = facts.pop("factor", "0")
    if not factor.isdigit() or int(factor) > 10**6:
        raise BadChoice("factor", factor)
    products = facts.pop("products", "")
    zone = facts.pop("zone", session.current.zone)
    decimal, dates = facts.pop("decimal", ""), facts.pop("dates", "")
    about = Path(products) if products else None
    said = {name: facts.pop(name) for name in MEANINGS if name in facts}
    for name, meaning in said.items():
        if meaning not in MEANINGS[name]:
            raise BadChoice(name, meaning)
    states = {
        word.strip().casefold(): state
        for name, state in SAID_STATES.items()
        for word in facts.pop(name, "").split("+")
        if word.strip()
    }
    return Reading(facts, int(factor), zone, about, decimal, dates, states, said)


def _of_file(path: Path) -> dict[str, str]:
    try:
        facts = {name: str(value) for name, value in tomllib.loads(path.read_text()).items()}
    except OSError as error:
        raise UnreadableFile(str(path), "missing") from error
    except ValueError as error:
        raise UnreadableFile(str(path), "not_text") from error
    if "products" in facts:
        facts["products"] = str(path.parent / facts["products"])
    return facts


def preview(path: str | Path, how: Reading, progress: Watch | None = None) -> PastOrders:
    """What importing the file would do.

    Raises `UnreadableFile`, `ColumnsUnclear`, `SalesUnclear`, `BadChoice`, `ImportStopped`, and
    `DetailGone` where orders of those days were removed: nobody can tell which.
    """
    if records.is_ours(_beginning(path)):
        return _report_records(records.read(Path(path), progress))
    file = read(Path(path), how, progress)
    return _report(file, *_new(file))


@rights.checked("past_sales.run")
def run(path: str | Path, how: Reading, progress: Watch | None = None) -> PastOrders:
    """Writes what `preview` shows, some orders at a time; a second time it changes nothing.

    Stopped or broken off and begun again it goes on where it stopped. Raises what `preview`
    raises, and `StorageError`.
    """
    if records.is_ours(_beginning(path)):
        found = records.read(Path(path), progress)
        whole = _report_records(found)
        records.write(found)
        return whole
    file = read(Path(path), how, progress)
    new, there = _new(file)
    report = _report(file, new, there)
    with transaction():
        goods = _products(file, new)
    waiting, written = iter(new), 0
    while batch := list(islice(waiting, _BATCH)):
        if progress is not None and not progress(written, len(new)):
            raise ImportPaused(written, len(new)) if written else ImportStopped
        with transaction():
            book = BulkOrders(moves_stock=False)
            meanwhile = _there([key_of(past) for past in batch])
            for past in batch:
                if key_of(past) not in meanwhile:
                    write_order(book, past, goods)
            book.write()
        written += len(batch)
    return report


def _beginning(path: str | Path) -> bytes:
    try:
        with Path(path).open("rb") as file:
            return file.read(64)
    except OSError as error:
        raise UnreadableFile(str(path), "missing") from error


def _report_records(found: records.Records) -> PastOrders:
    facts = records.facts(found)
    if facts["first_day"] is not None:
        kept_detail.check(facts["first_day"])
    words, changed = (records.WORDS,), _with_figures(records.days(found))
    return PastOrders(**facts, problems=(), words=words, sheet="", changed=changed)


def _there(every: Sequence[str]) -> dict[str, int]:
    """The orders that are in the shop already, by their key, and what they come to."""
    found: dict[str, int] = {}
    for start in range(0, len(every), _BATCH):
        keys = every[start : start + _BATCH]
        query = Order.select(Order.request_id, Order.total).where(Order.request_id.in_(keys))
        found |= rows(query, lambda *row: row)
    return found


def _new(file: PastFile) -> tuple[list[PastOrder], dict[str, int]]:
    there = _there([key_of(past) for past in file.orders])
    _drop_counted(file.orders)
    new = [past for past in file.orders if key_of(past) not in there]
    if new:  # what it was is in the sums already, if it was there
        kept_detail.check(_day(min(map(_moment, new))))
    return sorted([*new, *_late_refunds(file.orders, there)], key=_moment), there


def _drop_counted(orders: Sequence[PastOrder]) -> None:
    """Takes off the sales what an earlier file, without them, told as lone refunds."""
    backs = {back.refund for past in orders for back in past.returned or () if back.refund}
    counted = _there([refund_key(*refund) for refund in backs])
    for past in orders if counted else ():
        past.returned = [
            back
            for back in past.returned or ()
            if back.refund is None or refund_key(*back.refund) not in counted
        ]


def _late_refunds(orders: Sequence[PastOrder], there: Mapping[str, int]) -> Iterable[PastOrder]:
    """What came back of sales that an earlier file brought, which did not know of it yet."""
    alone = {(past.day, past.id): past for past in orders if past.lone_refund}
    found: dict[tuple[int, str], PastOrder] = {}
    for past in orders:
        late = [back for back in past.returned or () if back.refund]
        more = sum(back.total for back in late)
        if not late or there.get(key_of(past)) != past.total + more:
            continue
        past.returned = [back for back in past.returned or () if not back.refund]
        for back in late:
            assert back.refund
            day, number = back.refund
            refund = alone.get(back.refund) or found.setdefault(
                back.refund,
                PastOrder(number, day, back.at, lone_refund=True, has_time=past.has_time),
            )
            line = past.lines[back.place]
            place = len(refund.lines)
            refund.lines.append(PastLine(line.row, line.product, *back[2:4], back.total))
            refund.returned = [*(refund.returned or ()), back._replace(place=place, refund=None)]
    return found.values()


def _moment(past: PastOrder) -> int:
    return past.at


def _report(file: PastFile, new: Sequence[PastOrder], there: dict[str, int]) -> PastOrders:
    days = [_day(past.at) for past in new]
    problems = sorted([*file.problems, *_others(file, there)], key=lambda problem: problem.row)
    backs = [back for past in new for back in past.returned or ()]
    sold = [past for past in new if not past.lone_refund]
    return PastOrders(
        orders=len(sold),
        lines=sum(len(past.lines) for past in sold),
        quantity=sum(past.quantity for past in new),
        total=sum(past.total for past in new),
        there=len(there),
        products=len(_unknown(file, new, _Shelf())),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        rows=file.rows,
        problems=tuple(problems),
        words=file.words,
        sheet=file.sheet,
        returned=sum(back.total for back in backs),
        left_out=_summed(problems),
        lost=file.lost,
        unused=file.unused,
        changed=_with_figures({*days, *(_day(back.at) for back in backs)}),
    )


def _day(moment: int) -> date:
    return clock.business_day(moment, *session.current.calendar)


def _with_figures(days: Iterable[date]) -> tuple[date, ...]:
    """Those of the days that have figures in the shop."""
    asked = set(days)
    if not asked:
        return ()
    between = DayTotal.day.between(*map(clock.day_key, (min(asked), max(asked))))
    is_some = (DayTotal.orders != 0) | (DayTotal.cancelled != 0) | (DayTotal.revenue != 0)
    found = map(clock.day_of, rows(DayTotal.select(DayTotal.day).where(between, is_some), int))
    return tuple(sorted(asked.intersection(found)))


def _summed(problems: Sequence[Problem]) -> tuple[LeftOut, ...]:
    often: Counter[str] = Counter()
    money: Counter[str] = Counter()
    for problem in problems:
        if problem.reason in LEFT_OUT:
            often[problem.reason] += 1
            money[problem.reason] += problem.total
    return tuple(LeftOut(name, often[name], money[name]) for name in LEFT_OUT if often[name])


def _others(file: PastFile, there: dict[str, int]) -> Iterator[Problem]:
    """Orders of the file that are in the shop, but not as the file tells them."""
    for past in file.orders:
        total = past.total
        if not past.lone_refund and there.get(key_of(past), total) != total:
            yield Problem(past.lines[0].row, "there", past.id, total)


class _Shelf:
    """The shop's products by SKU, barcode, or name."""

    def __init__(self) -> None:
        self._shop = bulk_catalogue.load_catalogue()
        self._by_name = {p.name.casefold(): p for p in self._shop.by_id.values()}
        self._by_small_sku = {sku.casefold(): p for sku, p in self._shop.by_sku.items()}

    def find(self, code: str, *, by_name: bool) -> Product | None:
        found = self._shop.by_sku.get(code) or self._shop.owner(code)
        if found is None and by_name:
            found = self._by_name.get(code.casefold())
        return found or self._by_small_sku.get(_sku(code).casefold())


def _sku(code: str) -> str:
    """The code itself, or for one that is too long a shorter one of its own."""
    if len(code) <= amounts.CODE_LIMIT:
        return code
    return f"{code[: amounts.CODE_LIMIT - 9]}-{sha256(code.encode()).hexdigest()[:8]}"


def _unknown(file: PastFile, new: Sequence[PastOrder], shelf: _Shelf) -> dict[int, Counter[int]]:
    """Products that the shop does not know, each with how often it had which price."""
    known: dict[int, bool] = {}
    prices: dict[int, Counter[int]] = {}
    for past in new:
        for line in past.lines:
            place = line.product
            if place not in known:
                known[place] = bool(_found(file, shelf, place))
            if not known[place]:
                # Of prices that were asked as often the newest is counted first.
                prices.setdefault(place, Counter())[unit_price(line.before, line.quantity)] += 1
    return prices


def _found(file: PastFile, shelf: _Shelf, place: int) -> Product | None:
    code = file.codes[place]
    names = file.products[place].get("name", code)
    return shelf.find(code, by_name=names == code)


def _products(file: PastFile, new: Sequence[PastOrder]) -> dict[int, Product]:
    """The product of every code; those the shop did not know are added, with their usual price."""
    unknown = _unknown(file, new, _Shelf())
    bulk_catalogue.insert(
        [_fields(file, place, _usual_price(prices)) for place, prices in unknown.items()]
    )
    shelf = _Shelf()
    places = {line.product for past in new for line in past.lines}
    found = {place: _found(file, shelf, place) for place in places}
    return {place: product for place, product in found.items() if product}


def _usual_price(prices: Counter[int]) -> int:
    most = max(prices.values())
    return [price for price, often in prices.items() if often == most][-1]


def _fields(file: PastFile, place: int, price: int) -> Mapping[str, object]:
    code, facts = file.codes[place], file.products[place]
    return {
        "sku": _sku(code),
        "name": facts.get("name") or code[: amounts.NAME_LIMIT],
        "category": facts.get("category", ""),
        "brand": facts.get("brand", ""),
        "unit": facts.get("unit") or "pcs",
        "price": price,
    }
