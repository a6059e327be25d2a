"""Files in the shapes of other tills, with all that can become of a sale: exact to the rupiah.

A shop is lived through by `_Day`, and each till's file is written from it; what is right is counted
from the day itself, not from the file.
"""

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from models import clock
from models.errors import SalesUnclear
from models.past_sales import past_sales
from models.past_sales.columns import Reading
from models.past_sales.past_file import PastFile, read
from models.shop.opening import Shop
from models.storage.database import database
from tests.models.conftest import postgres_in_the_long_run
from tests.readable import findings, kept_sums, sums_anew

pytestmark = postgres_in_the_long_run

ZONE = "Asia/Jakarta"
GOODS = [("K1", "Kopi Susu", 15_000), ("R2", "Roti Bakar", 12_000), ("T3", "Teh Botol", 6_500),
         ("N4", "Nasi Goreng", 23_500), ("A5", "Air Mineral", 4_000)]  # fmt: skip


@dataclass
class Line:
    code: str
    name: str
    price: int
    quantity: int
    discount: int = 0

    @property
    def gross(self) -> int:
        return self.price * self.quantity

    @property
    def net(self) -> int:
        return self.gross - self.discount


@dataclass
class Sale:
    number: str
    at: datetime
    lines: list[Line]
    discount: int = 0  # on the whole order
    state: str = "sold"  # sold · cancelled · pending · refunded · part
    refunded: int = 0
    refund_at: datetime | None = None
    back: list[Line] = field(default_factory=list)

    @property
    def total(self) -> int:
        return sum(line.net for line in self.lines) - self.discount

    @property
    def kept(self) -> int:
        if self.state in ("cancelled", "pending", "refunded"):
            return 0
        return self.total - self.refunded


def lived(seed: int, *, order_discounts: bool, percents: bool = False) -> list[Sale]:
    """Eighty sales, of which some came to nothing."""
    random = Random(seed)
    sales = []
    at = datetime(2026, 2, 26, 8, 0)
    for number in range(1001, 1081):
        at += timedelta(minutes=random.randint(7, 190))
        goods = random.sample(GOODS, random.randint(1, 4))
        lines = [Line(*each, random.randint(1, 5)) for each in goods]
        for line in lines:
            if random.random() < 0.25:
                part = random.choice([5, 10, 25])
                line.discount = line.gross * part // 100 if percents else part * 100
        sale = Sale(f"{number}", at, lines)
        if order_discounts and random.random() < 0.3:
            sale.discount = random.choice([1_000, 2_500, 777])
        sale.state = random.choices(
            ["sold", "cancelled", "pending", "refunded", "part"], [70, 8, 5, 8, 9]
        )[0]
        if sale.state == "part" and lines[0].net > sale.total:
            sale.state = "sold"  # nobody gets more back than was paid
        if sale.state == "part":
            first = lines[0]
            one = Line(first.code, first.name, first.price, 1, first.discount // first.quantity)
            sale.back, sale.refunded = [one], one.net
        if sale.state == "refunded":
            sale.back = lines
            sale.refunded = sale.total
        sale.refund_at = at + timedelta(hours=random.choice([1, 30, 200]))
        sales.append(sale)
    return sales


def table(heads: str, rows: Iterator[dict[str, object]], mark: str = ",") -> str:
    names = next(csv.reader(io.StringIO(heads)))
    text = io.StringIO()
    out = csv.DictWriter(text, names, delimiter=mark, restval="")
    out.writeheader()
    out.writerows(rows)
    return text.getvalue()


PEOPLE = {"Customer name": "Budi Santoso", "Cashier name": "Siti", "Email": "budi@contoh.id",
          "Billing Name": "Budi Santoso", "Customer Name": "Budi Santoso", "cashier": "Siti",
          "Phone": "0812 3456 7890", "First Name (Billing)": "Budi"}  # fmt: skip


def people(heads: str) -> dict[str, object]:
    names = next(csv.reader(io.StringIO(heads)))
    return {name: PEOPLE[name] for name in names if name in PEOPLE}


# --- the tills -----------------------------------------------------------------------------------

LOYVERSE = """Date,Receipt number,Receipt type,Category,SKU,Item,Variant,Modifiers applied,\
Quantity,Gross sales,Discounts,Net sales,Cost of goods,Gross profit,Taxes,Dining option,POS,Store,\
Cashier name,Customer name,Customer contacts,Comment,Status"""


def loyverse(sales: list[Sale], hours: str = "%Y-%m-%d %H:%M:%S") -> str:
    def rows() -> Iterator[dict[str, object]]:
        for sale in sales:
            status = "Cancelled" if sale.state in ("cancelled", "pending") else "Closed"
            yield from receipt(sale.number, "Sale", sale.at, sale.lines, status, 1)
        for sale in sales:
            if sale.back and sale.refund_at:
                number = f"9-{sale.number}"
                yield from receipt(number, "Refund", sale.refund_at, sale.back, "Closed", -1)

    def receipt(
        number: str, kind: str, at: datetime, lines: list[Line], status: str, sign: int
    ) -> Iterator[dict[str, object]]:
        for line in lines:
            yield people(LOYVERSE) | {
                "Date": at.strftime(hours), "Receipt number": number, "Receipt type": kind,
                "Category": "Menu", "SKU": line.code, "Item": line.name,
                "Quantity": sign * line.quantity, "Gross sales": sign * line.gross,
                "Discounts": sign * line.discount, "Net sales": sign * line.net,
                "Cost of goods": 0, "Gross profit": sign * line.net, "Taxes": 0, "POS": "POS 1",
                "Store": "Toko", "Status": status,
            }  # fmt: skip

    return table(LOYVERSE, rows())


SHOPIFY = """Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,\
Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,\
Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,\
Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Notes,\
Cancelled at,Payment Method,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Id,\
Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Phone,Receipt Number"""
SHOPIFY_STATES = {"sold": "paid", "cancelled": "voided", "pending": "pending",
                  "refunded": "refunded", "part": "partially_refunded"}  # fmt: skip


def shopify(sales: list[Sale]) -> str:
    def rows() -> Iterator[dict[str, object]]:
        for sale in reversed(sales):
            at = sale.at.strftime("%Y-%m-%d %H:%M:%S +0700")
            off = sale.discount + sum(line.discount for line in sale.lines)
            head = people(SHOPIFY) | {
                "Financial Status": SHOPIFY_STATES[sale.state], "Paid at": at,
                "Fulfillment Status": "fulfilled", "Currency": "IDR",
                "Subtotal": sale.total, "Shipping": 0, "Taxes": 0, "Total": sale.total,
                "Discount Amount": off, "Created at": at, "Payment Method": "manual",
                "Cancelled at": at if sale.state == "cancelled" else "",
                "Refunded Amount": sale.refunded, "Id": f"55{sale.number}", "Source": "pos",
            }  # fmt: skip
            for line in sale.lines:
                yield head | {
                    "Name": f"#{sale.number}", "Lineitem quantity": line.quantity,
                    "Lineitem name": line.name, "Lineitem price": f"{line.price}.00",
                    "Lineitem sku": line.code, "Lineitem discount": "0.00",
                    "Lineitem fulfillment status": "fulfilled", "Vendor": "Toko",
                }  # fmt: skip
                head = {"Email": head["Email"], "Phone": ""}

    return table(SHOPIFY, rows())


SQUARE = """Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,\
Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Device Name,Notes,Details,\
Event Type,Location,Dining Option,Customer ID,Customer Name,Customer Reference ID,Unit,Count,GTIN,\
Itemization Type,Commission,Employee,Fulfillment Note,Channel,Token,Card Brand,PAN Suffix"""


def square(sales: list[Sale], sign: str = "Rp") -> str:
    def money(amount: int) -> str:
        text = f"{sign}{abs(amount):,}.00"
        return f"-{text}" if amount < 0 else text

    def rows() -> Iterator[dict[str, object]]:
        for sale in sales:
            if sale.state in ("cancelled", "pending"):
                continue  # are not in such a file
            yield from event(sale.number, "Payment", sale.at, sale.lines, 1)
            if sale.back and sale.refund_at:
                yield from event(f"R{sale.number}", "Refund", sale.refund_at, sale.back, -1)

    def event(
        number: str, kind: str, at: datetime, lines: list[Line], way: int
    ) -> Iterator[dict[str, object]]:
        for line in lines:
            yield people(SQUARE) | {
                "Date": at.strftime("%m/%d/%y"), "Time": at.strftime("%H:%M:%S"),
                "Time Zone": "Jakarta", "Category": "Menu", "Item": line.name,
                "Qty": f"{way * line.quantity}.0", "Price Point Name": "Regular",
                "SKU": line.code, "Gross Sales": money(way * line.gross),
                "Discounts": money(-way * line.discount), "Net Sales": money(way * line.net),
                "Tax": money(0), "Transaction ID": number, "Payment ID": f"p{number}",
                "Event Type": kind, "Customer ID": "C-77", "Unit": "ea", "Count": line.quantity,
                "Itemization Type": "Physical Good", "Details": "https://squareup.com/x",
            }  # fmt: skip

    return table(SQUARE, rows())


WOO = '''"Order Number","Order Status","Order Date","Customer Note","First Name (Billing)",\
"City (Billing)","Email (Billing)","Phone (Billing)","Item #","SKU","Name","Product Variation",\
"Quantity","Quantity (- Refund)","Item Cost","Order Line (w/o tax)","Order Line Tax",\
"Order Line Total","Order Line Total Refunded","Order Line Total (- Refund)","Image URL",\
"Coupon Code","Discount Amount","Discount Amount Tax","Payment Method Title","Coupons Used",\
"Cart Discount Amount","Order Subtotal Amount","Order Tax Amount","Order Shipping Amount",\
"Order Refund Amount","Order Total Amount","Order Total Tax Amount","Total items",\
"Total products"'''
WOO_STATES = {"sold": "Completed", "cancelled": "Cancelled", "pending": "On hold",
              "refunded": "Refunded", "part": "Completed"}  # fmt: skip


def woocommerce(sales: list[Sale]) -> str:
    def rows() -> Iterator[dict[str, object]]:
        for sale in sales:
            for place, line in enumerate(sale.lines, start=1):
                back = sale.back[0] if sale.state == "part" and place == 1 else None
                refunded = back.net if back else 0
                if sale.state == "refunded":
                    refunded = line.net
                gone = back.quantity if back else line.quantity if refunded else 0
                yield people(WOO) | {
                    "Order Number": sale.number, "Order Status": WOO_STATES[sale.state],
                    "Order Date": sale.at.strftime("%Y-%m-%d %H:%M"), "Item #": place,
                    "SKU": line.code, "Name": line.name, "Quantity": line.quantity,
                    "Quantity (- Refund)": line.quantity - gone,
                    "Item Cost": f"{line.net / line.quantity:.2f}",
                    "Order Line (w/o tax)": line.net, "Order Line Tax": 0,
                    "Order Line Total": line.net, "Order Line Total Refunded": refunded,
                    "Order Line Total (- Refund)": line.net - refunded,
                    "Discount Amount": sale.discount, "Payment Method Title": "Transfer",
                    "Cart Discount Amount": sale.discount,
                    "Order Subtotal Amount": sum(x.net for x in sale.lines),
                    "Order Tax Amount": 0, "Order Shipping Amount": 0,
                    "Order Refund Amount": sale.refunded, "Order Total Amount": sale.total,
                    "Total items": sum(x.quantity for x in sale.lines),
                }  # fmt: skip

    return table(WOO, rows())


ODOO = '''"date_order","name","note","config_id/name","state","cashier","lines/full_product_name",\
"lines/product_id/barcode","lines/product_id/categ_id","lines/customer_note","lines/qty",\
"lines/tax_ids","lines/price_unit","lines/discount","lines/price_subtotal_incl","amount_total",\
"lines/currency_id/display_name"'''
ODOO_STATES = {"cancelled": "cancel", "pending": "draft"}


def odoo(sales: list[Sale]) -> str:
    def rows() -> Iterator[dict[str, object]]:
        for place, sale in enumerate(sales):
            state = ODOO_STATES.get(sale.state, ("paid", "done", "invoiced")[place % 3])
            yield from order(f"Toko/{sale.number}", sale.at, sale.lines, state, 1)
            if sale.back and sale.refund_at:
                name = f"Toko/{sale.number} REFUND"
                yield from order(name, sale.refund_at, sale.back, "paid", -1)

    def order(
        name: str, at: datetime, lines: list[Line], state: str, sign: int
    ) -> Iterator[dict[str, object]]:
        head: dict[str, object] = people(ODOO) | {
            "date_order": at.strftime("%Y-%m-%d %H:%M:%S"), "name": name, "state": state,
            "config_id/name": "Toko", "amount_total": sign * sum(x.net for x in lines),
        }  # fmt: skip
        for line in lines:
            yield head | {
                "lines/full_product_name": line.name, "lines/product_id/barcode": line.code,
                "lines/product_id/categ_id": "Menu", "lines/qty": sign * line.quantity,
                "lines/price_unit": line.price,
                "lines/discount": line.discount * 100 / line.gross,
                "lines/price_subtotal_incl": sign * line.net,
                "lines/currency_id/display_name": "IDR",
            }  # fmt: skip
            head = {}

    return table(ODOO, rows())


INDONESIAN = """No. Nota;Tanggal;Jam;Kode Barang;Nama Barang;Qty;Harga Satuan;Diskon;Subtotal;\
Status;Nama Pelanggan;Kasir"""
INDONESIAN_STATES = {"sold": "Selesai", "cancelled": "Dibatalkan", "pending": "Belum Dibayar",
                     "refunded": "Dikembalikan", "part": "Selesai"}  # fmt: skip


def indonesian(sales: list[Sale]) -> str:
    def rupiah(amount: int) -> str:
        return f"Rp {amount:,}".replace(",", ".")

    def rows() -> Iterator[dict[str, object]]:
        for sale in sales:
            whole = [(line, 1) for line in sale.lines]
            part = [(line, -1) for line in sale.back] if sale.state == "part" else []
            for line, sign in whole + part:
                yield {
                    "No. Nota": sale.number, "Tanggal": sale.at.strftime("%d/%m/%Y"),
                    "Jam": sale.at.strftime("%H.%M"), "Kode Barang": line.code,
                    "Nama Barang": line.name, "Qty": sign * line.quantity,
                    "Harga Satuan": rupiah(line.price), "Diskon": rupiah(line.discount),
                    "Subtotal": rupiah(sign * line.net), "Status": INDONESIAN_STATES[sale.state],
                    "Nama Pelanggan": "Budi Santoso", "Kasir": "Siti",
                }  # fmt: skip

    return table(INDONESIAN.replace(";", ","), rows(), ";")


TILLS: dict[str, tuple[Callable[[list[Sale]], str], bool, bool]] = {
    # writes the file; orders have discounts of their own; discounts are whole percentages
    "loyverse": (loyverse, False, False),
    "loyverse of twelve hours": (lambda s: loyverse(s, "%m/%d/%y %I:%M %p"), False, False),
    "shopify": (shopify, True, False),
    "square": (square, False, False),
    "woocommerce": (woocommerce, True, False),
    "odoo": (odoo, False, True),
    "indonesian": (indonesian, False, False),
}


#: Their refunds do not say of which sale they are.
UNLINKED = ("loyverse", "loyverse of twelve hours", "square")


def told(tmp_path: Path, content: str) -> PastFile:
    path = tmp_path / "sales.csv"
    path.write_text(content, encoding="utf-8")
    return read(path, Reading({}, 0, ZONE))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("till", TILLS)
def test_every_till_is_read_without_help_to_the_rupiah(
    tmp_path: Path, till: str, seed: int
) -> None:
    write, order_discounts, percents = TILLS[till]
    sales = lived(seed, order_discounts=order_discounts, percents=percents)
    file = told(tmp_path, write(sales))
    assert sum(past.total for past in file.orders) == sum(sale.kept for sale in sales)
    found = {past.id.removeprefix("#").removeprefix("Toko/"): past for past in file.orders}
    for sale in sales:
        past = found.get(sale.number)
        if till in UNLINKED and sale.state not in ("cancelled", "pending"):
            continue
        assert (past.total if past else 0) == sale.kept, (sale, past)
        if past and sale.state == "sold":
            assert sum(line.quantity for line in past.lines) == 1000 * sum(
                line.quantity for line in sale.lines
            )
            assert clock.local(past.at, ZONE).strftime("%d %H:%M") == sale.at.strftime("%d %H:%M")
            off = sale.discount + sum(line.discount for line in sale.lines)
            if till != "woocommerce":  # its item cost is after the discount
                assert past.discount + sum(x.before - x.total for x in past.lines) == off
    assert not {"Budi Santoso", "Siti"} & {past.id for past in file.orders}


@pytest.mark.parametrize("till", TILLS)
def test_what_came_of_it_is_in_the_shop_and_no_name_of_anybody(
    shop: Shop, tmp_path: Path, till: str
) -> None:
    write, order_discounts, percents = TILLS[till]
    sales = lived(7, order_discounts=order_discounts, percents=percents)
    path = tmp_path / "sales.csv"
    path.write_text(write(sales), encoding="utf-8")
    report = past_sales.run(path, past_sales.reading())
    kept = sum(sale.kept for sale in sales)
    assert report.total == kept
    paid, total = database.execute_sql("SELECT SUM(paid), SUM(total) FROM orders").fetchone()
    assert (int(paid), int(total)) == (kept, kept)
    assert findings() == ()
    assert kept_sums() == sums_anew()
    for name in ("journal", "orders", "order_line", "product", "payment"):
        for row in database.execute_sql(f"SELECT * FROM {name}").fetchall():
            text = str(row)
            assert not any(word in text for word in ("Budi", "Siti", "0812 3456", "contoh.id"))
    again = past_sales.run(path, past_sales.reading())
    assert (again.orders, {p.reason for p in again.problems} & {"there"}) == (0, set())


MOKA = """Outlet,Date,Time,Gross Sales,Discounts,Refunds,Net Sales,Gratuity,Tax,Total Collected,\
Total Amount,Other Note (Optional),Receipt Number,Collected By,Served By,Customer,Customer Phone,\
Items,Payment Method,Event Type,Reason of Refund"""


@pytest.mark.parametrize("items", ["Kopi Susu x 2, Roti Bakar", "Kopi Susu"])
def test_a_row_that_is_a_whole_receipt_is_refused_with_that_reason(
    tmp_path: Path, items: str
) -> None:
    content = f"""{MOKA}
Toko,12-01-2026,10:00:00,42000,0,0,42000,0,0,42000,42000,,A1,Siti,,Budi,0812,"{items}",Cash,Payment,
Toko,12-01-2026,11:00:00,15000,0,0,15000,0,0,15000,15000,,A2,Siti,,,,Kopi Susu,Cash,Payment,
"""
    with pytest.raises(SalesUnclear) as refused:
        told(tmp_path, content)
    assert refused.value.reason == "whole_receipts"


def test_refunds_count_on_their_day(shop: Shop, tmp_path: Path) -> None:
    sales = lived(3, order_discounts=False)
    path = tmp_path / "sales.csv"
    path.write_text(loyverse(sales), encoding="utf-8")
    past_sales.run(path, past_sales.reading())
    expected: Counter[date] = Counter()
    for sale in sales:
        if sale.back and sale.refund_at and sale.state not in ("cancelled", "pending"):
            expected[sale.refund_at.date()] += sale.refunded
    query = "SELECT day, -SUM(amount) FROM payment WHERE amount < 0 GROUP BY day"
    found = {clock.day_of(day): int(total) for day, total in database.execute_sql(query).fetchall()}
    assert found == dict(expected)
