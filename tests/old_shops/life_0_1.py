"""A quarter of a year in a shop of version 0.1, with every kind of deed that it knew.

It was lived with that version's own code and names; here it has those of today (see `make_0_1.py`).
"""

from datetime import date
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import TYPE_CHECKING
from unittest.mock import patch

from models import amounts, print_spool
from models import clock as shop_clock
from models.catalogue import catalogue, favourites, stock
from models.catalogue_import import catalogue_import
from models.errors import StaffLocked, WrongPin
from models.fulfilment import fulfilment, fulfilment_queue, questions
from models.journal import clock_watch, journal
from models.orders import drawer, held_carts, order_changes, orders, payments, returns
from models.orders.cart import Cart
from models.orders.payments import Tender, cash_tender
from models.past_sales import past_sales
from models.print_spool import PrintRequest
from models.settings import preferences, privacy, staff
from models.shopping_list import shopping_list
from models.statistics import occasions, statistics
from tests.conftest import SetClock
from tests.readable import STATIC_QRIS, a_product, at_station, cart_of, pcs

if TYPE_CHECKING:
    from collections.abc import Callable

OFFICE, FRONT, SIDE, BACK = ("Kantor", "P1"), ("1", "K1"), ("2", "K2"), ("Gudang", "G1")
PRICE_LIST = """kode,barcode,nama,kategori,satuan,harga_beli,harga_jual,stok
R1,8999909000011,Rinso Bubuk 770g,Rumah,pak,21000,24500,12
R2,8999909000028,Sapu Ijuk,Rumah,pcs,18000,25000,4
R3,,Gas 3kg,Rumah,tbg,19500,22000,6
"""
WRONG_LIST = """kode,nama,harga_jual
R1,Rinso Bubuk,2450
S9,Salah Cetak,100
"""
PAST_SALES = """nota,waktu,kode,jumlah,bayar,potong
A1,2025-11-03 09:10:00,BERAS,5,67500,0
A1,2025-11-03 09:10:00,TEH,2,8500,500
A2,2025-11-03 17:45:00,LAMA,1,12000,0
A3,2025-12-24 20:05:00,BERAS,10,135000,0
A4,2025-12-24 20:06:00,GULA,0.5,8750,0
"""


class Life:
    """The shop that is open, from its first morning to a busy half hour on 24 March 2026."""

    def __init__(self, clock: SetClock, folder: Path) -> None:
        self.clock, self.folder = clock, folder
        self.chance = Random(1)

    def live(self) -> None:
        self.found()
        for day in range(20):
            self.trade(date(2026, 1, 3).toordinal() + day * 4)
        self.clock.set(2026, 3, 23, 9)
        self.one_of_each()
        self.clock.set(2026, 3, 24, 10)
        self.leave_open()

    # --- the first day ------------------------------------------------------------------------

    def found(self) -> None:
        self.clock.set(2026, 1, 2, 8)
        with at_station(*OFFICE):
            privacy.accept(privacy.policy("en"))
            privacy.withdraw()
            privacy.accept(privacy.policy("id"))
            self.choose()
            self.people()
            self.shelves()
            self.lists()
        self.take_stock()

    def take_stock(self) -> None:
        found = catalogue.products_by_id(range(1, 100))
        self.goods = [found[product] for product in sorted(found)]

    def choose(self) -> None:
        preferences.put(preferences.ZONE, "Asia/Makassar")
        preferences.put(preferences.ZONE, "Asia/Jakarta")
        preferences.put(preferences.SHOP_NAME, "Toko Berkah")
        preferences.put(preferences.SHOP_ADDRESS, "Pasar Minggu, blok C")
        preferences.put(preferences.RECEIPT_FOOTER, "Terima kasih")
        preferences.put(preferences.WARN_AFTER, 6)
        preferences.put(preferences.LATE_AFTER, 14)
        preferences.put(preferences.QUESTION_AFTER, 3)
        preferences.put(preferences.BOARD_AFTER, 20)
        preferences.put(preferences.QRIS, STATIC_QRIS)
        feast = occasions.add("Lebaran", date(2026, 3, 19), date(2026, 3, 21))
        occasions.change(feast, "Idul Fitri", date(2026, 3, 20), date(2026, 3, 22))
        occasions.remove(occasions.add("Obral", date(2026, 2, 1), date(2026, 2, 7)))

    def people(self) -> None:
        staff.add("P1", "owner", "1234")
        for code, role, pin in (
            ("K1", "counter", "2345"), ("K2", "counter", ""), ("K3", "counter", "4567"),
            ("G1", "warehouse", ""), ("G2", "warehouse", "9876"),
        ):  # fmt: skip
            staff.add(code, role, pin)
        staff.set_pin("G1", "3456")
        staff.set_active("G2", False)
        staff.set_active("K3", False)
        staff.set_active("K3", True)
        for _ in range(20):
            self.clock.forward(15)
            try:
                staff.sign_in("K3", "0000")
            except WrongPin:
                continue
            except StaffLocked:
                break
        staff.unlock("K3")
        try:
            staff.sign_in("K3", "1111")
        except WrongPin:
            staff.sign_in("K1", "2345")
        staff.sign_out()

    def shelves(self) -> None:
        a_product("Beras Pandan", 13_500, sku="BERAS", unit="kg", category="Sembako", cost=11_200,
                  on_hand=pcs(900), reorder_at=pcs(25), favourite=1)  # fmt: skip
        a_product("Gula Pasir", 17_500, sku="GULA", unit="kg", category="Sembako", cost=15_900,
                  on_hand=pcs(400), favourite=2)  # fmt: skip
        a_product("Telur Ayam", 2_333, sku="TELUR", unit="btr", category="Sembako",
                  stock_policy="block", on_hand=pcs(2_000), favourite=3)  # fmt: skip
        tea = a_product("Teh Botol 350 ml", 4_500, sku="TEH", unit="btl", category="Minuman",
                        brand="Sosro", barcodes=["8996006855794"], tax_rate=1100,
                        on_hand=pcs(1_200), reorder_at=pcs(48))  # fmt: skip
        catalogue.add_barcode(tea.id, "18996006855791", pcs(24))
        catalogue.add_barcode(tea.id, "2000000000015")
        catalogue.remove_barcode(tea.id, "2000000000015")
        a_product("Rokok Filter 12", 28_000, sku="ROKOK", unit="bks", category="Lain",
                  tax_rate=1200, stock_policy="warn", on_hand=pcs(300))  # fmt: skip
        ice = a_product("Es Batu", 1_001, sku="ES", category="Minuman")
        coffee = a_product("Kopi Kapal 165g", 15_250, category="Minuman", brand="Kapal",
                           barcodes=["8991002101630"], on_hand=pcs(150))  # fmt: skip
        a_product("Minyak Goreng 2 l", 36_700, category="Sembako", on_hand=pcs(80))
        gone = a_product("Lilin", 2_000, category="Lain")
        catalogue.change_product(gone.id, active=False)
        catalogue.change_product(coffee.id, name="Kopi Kapal Api 165g", brand="Kapal Api")
        catalogue.change_product(coffee.id, price=15_500)
        catalogue.add_alias(coffee.id, "Kopi hitam")
        catalogue.add_alias(ice.id, "es kristal")
        catalogue.add_alias(ice.id, "batu")
        catalogue.remove_alias(ice.id, "batu")
        shopping_list.learn("wangi 5 kg", 1)
        shopping_list.learn("tolong endog 2 biji", 3)
        favourites.add(tea.id)
        favourites.move(tea.id, 1)
        favourites.undo(favourites.remove(2))
        favourites.remove(3)
        stock.adjust(ice.id, pcs(50), reason="counted")
        stock.stop_counting(ice.id)
        stock.adjust(coffee.id, pcs(140), reason="damaged")

    def lists(self) -> None:
        """Price lists and sales of before come from files; a wrong one is taken back."""
        catalogue_import.run(self.file("harga.csv", PRICE_LIST))
        wrong = catalogue_import.run(self.file("salah.csv", WRONG_LIST))
        assert wrong.sequence is not None
        catalogue_import.undo(wrong.sequence)
        how = past_sales.reading(
            "order=nota", "at=waktu", "product=kode", "quantity=jumlah", "total=bayar",
            "discount=potong",
        )  # fmt: skip
        past_sales.run(self.file("dulu.csv", PAST_SALES), how)

    def file(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    # --- any day ------------------------------------------------------------------------------

    def trade(self, ordinal: int) -> None:
        """A day on which nothing is remarkable: a drawer, three customers, a count."""
        day = date.fromordinal(ordinal)
        self.clock.set(day.year, day.month, day.day, 8)
        with at_station(*FRONT):
            drawer.open_drawer(200_000)
        for _ in range(3):
            self.clock.forward(self.chance.randint(20, 160))
            self.customer()
        with at_station(*FRONT):
            self.clock.forward(30)
            drawer.move(-50_000, "setor")
            now = drawer.current()
            assert now is not None
            drawer.close_drawer(now.expected + self.chance.choice([0, 0, -500, 1_000]), "pas")

    def customer(self) -> None:
        cart = Cart()
        for product in self.chance.sample(self.goods[:8], self.chance.randint(1, 3)):
            if product.active:
                cart.add(product, self.chance.choice([500, 1_000, 2_000, 3_000]))
        due = cart.bill().total
        method = self.chance.choice(payments.METHODS)
        given = -(-due // 5_000) * 5_000 if method == "cash" else due
        with at_station(*self.chance.choice([FRONT, SIDE])):
            order = orders.place(
                cart, channel=self.chance.choice(orders.CHANNELS),
                tenders=[Tender(method, due, given)],
                promised_at=self.clock.now() + 15 * shop_clock.MINUTE,
            ).id  # fmt: skip
        self.fulfil(order, one_by_one=self.chance.random() < 0.6)

    def fulfil(self, order: int, *, one_by_one: bool = True) -> None:
        with at_station(*BACK):
            self.clock.forward(self.chance.randint(1, 4))
            fulfilment.claim(order)
            for line in order_changes.open_order(order).numbers if one_by_one else ():
                self.clock.forward(1)
                fulfilment.pick(order, line)
            if not one_by_one:
                self.clock.forward(self.chance.randint(1, 9))
                fulfilment.make_ready(order)
            self.clock.forward(self.chance.randint(1, 6))
            fulfilment.hand_over(order)

    # --- a day on which everything happens -----------------------------------------------------

    def one_of_each(self) -> None:
        self.look()
        with at_station(*OFFICE):
            preferences.put(preferences.CASH_ROUNDING, 500)
            catalogue.change_product(1, price=14_000)
            catalogue.change_product(1, price=13_800)
        self.take_stock()
        with at_station(*FRONT):
            drawer.open_drawer(150_000)
        deeds: list[Callable[[], None]] = [
            self.discounts, self.changes, self.cancelled, self.short_lines, self.asked,
            self.second_thoughts, self.brought_back, self.brought_back_late, self.carts,
            self.papers, self.clock_set_back,
        ]  # fmt: skip
        for deed in deeds:
            self.clock.forward(7)
            deed()
        with at_station(*FRONT):
            drawer.move(25_000, "receh")
            drawer.close_drawer(300_000, "belum cocok")

    def order(self, *names: str, paid: str = "", station: tuple[str, str] = FRONT) -> int:
        """An order of two of each; paid by a method, or not."""
        cart = cart_of(*((self.named(name), pcs(2)) for name in names))
        due = cart.bill().total
        tender = cash_tender(due, due + 1_000) if paid == "cash" else Tender(paid, due)
        with at_station(*station):
            return orders.place(cart, tenders=[tender] if paid else []).id

    def named(self, name: str) -> catalogue.Product:
        return next(product for product in self.goods if product.name.startswith(name))

    def discounts(self) -> None:
        """Percent and sums, on lines and on the order, as 0.1 took them: in rupiah, at once."""
        rice, tea = self.named("Beras"), self.named("Teh")
        cart = Cart().add(rice, pcs(2.5)).add(tea, pcs(6)).set_note("dibungkus dua")
        cart.set_line_discount(0, amounts.percent_of(cart.lines[0].gross, 1_000))
        cart.set_line_discount(1, 1_500).set_line_note(1, "dingin")
        cart.set_discount(amounts.percent_of(cart.subtotal, 500))
        with at_station(*SIDE):
            order = orders.place(cart, channel="scanned", rush=True).id
            payments.pay(order, Tender("qris", 20_000))
            payments.pay(order, cash_tender(cart.bill().total - 20_000, 50_000))
        self.fulfil(order)
        whole = cart_of((self.named("Rokok"), pcs(3)))
        whole.tax_included = False
        whole.set_discount(4_000)
        with at_station(*FRONT):
            self.fulfil(orders.place(whole, tenders=[Tender("card", whole.bill().total)]).id)

    def changes(self) -> None:
        """More, less, something else, notes and discounts after placing, and one taken back."""
        order = self.order("Beras", "Teh", "Kopi")
        with at_station(*BACK):
            fulfilment.pick(order, 3)
        with at_station(*FRONT):
            opened = order_changes.open_order(order)
            cart = opened.cart.copy().set_quantity(0, pcs(3)).add(self.named("Telur"), pcs(10))
            cart.set_line_note(1, "jangan dingin").set_note("cepat")
            order_changes.send(opened, cart)
            orders.change(order, {3: pcs(0.5)}, discounts={1: 1_000}, discount=2_000)
            orders.change(order, {2: 0})
            orders.undo(journal.newest())
            orders.cancel_line(order, 2, "tidak jadi")
        with at_station(*BACK):
            fulfilment.acknowledge(order)
            fulfilment.restock(fulfilment_queue.open_restock_tasks()[0].id)
        with at_station(*SIDE):
            payments.pay(order, Tender("transfer", 30_000))
        self.fulfil(order, one_by_one=False)

    def cancelled(self) -> None:
        order = self.order("Beras", "Minyak")
        with at_station(*BACK):
            fulfilment.pick(order, 2)
        with at_station(*FRONT):
            orders.cancel(order, "batal")  # the oil waits to be put back
            other = self.order("Gula")
            orders.cancel(other, "salah pesan")
            orders.undo(journal.newest())
        self.fulfil(other)

    def short_lines(self) -> None:
        order = self.order("Beras", "Telur", paid="cash")
        with at_station(*BACK):
            fulfilment.short(order, 1, pcs(1), reason="damaged", on_shelf=pcs(40))
            fulfilment.short(order, 2, reason="not_found", on_shelf=pcs(1_500))
            fulfilment.undo_last_step(order)
        with at_station(*FRONT):
            payments.refund(order, 13_800, note="kurang satu")
        self.fulfil(order)

    def asked(self) -> None:
        """The warehouse asks four times and gets each of the four answers; one is taken back."""
        for choice in questions.ANSWERS:
            order = self.order("Gula", "Kopi", paid="transfer" if choice == "send" else "")
            with at_station(*BACK):
                questions.ask(order, 2, None, "sold_out", pcs(100))
                fulfilment.undo_last_step(order)
                questions.ask(order, 2, pcs(1), "damaged", pcs(100))
            other = cart_of(self.named("Teh")).lines[0] if choice == "substitute" else None
            with at_station(*FRONT):
                self.clock.forward(2)
                sequence = questions.answer(order, 2, choice, other)
                if choice == "send":
                    orders.undo(sequence)
                    questions.answer(order, 2, "send")
            with at_station(*BACK):
                fulfilment.acknowledge(order)
            self.fulfil(order, one_by_one=choice == "drop")

    def second_thoughts(self) -> None:
        """Steps of the warehouse that are given back, taken over, taken back and done again."""
        order = self.order("Teh", "Beras", station=SIDE)
        with at_station(*BACK):
            fulfilment.claim(order)
            fulfilment.release(order)
            fulfilment.claim(order)
        with at_station("Gudang 2"):
            fulfilment.claim(order, take_over=True)
            fulfilment.rush(order)
            fulfilment.rush(order, False)
            fulfilment.pick(order, 1, 500)
            fulfilment.unpick(order, 1)
            fulfilment.pick(order, 1)
            step = journal.newest()
            fulfilment.pick(order, 2)
            fulfilment.undo(step)
            fulfilment.make_ready(order)
            fulfilment.hand_over(order)
            fulfilment.undo_last_step(order)
            fulfilment.hand_over(order)
        with at_station(*FRONT):
            payments.pay(order, Tender("card", 36_600))

    def brought_back(self) -> None:
        """Goods that came back the same day: to the shelf, to the bin, and kept after all."""
        order = self.order("Kopi", "Teh", paid="cash")
        self.fulfil(order)
        with at_station(*FRONT):
            returns.return_goods(order, {1: pcs(1)}, note="penyok", restock=False)
            returns.return_goods(order, {2: pcs(2)}, "qris", note="salah rasa")
            returns.undo(journal.newest())
            payments.refund(order, 500, exact=True)

    def brought_back_late(self, *of: int) -> None:
        """Goods of days that are over and packed: noted beside the packs."""
        with at_station(*FRONT):
            for order in of or (8, 20):
                returns.return_goods(order, {1: 500}, note="dari bulan lalu")

    def look(self) -> None:
        """The owner looks at the figures, by which the days that are over are packed."""
        statistics.dashboard(date(2026, 3, 1), date(2026, 3, 31))

    def carts(self) -> None:
        with at_station(*SIDE):
            held = held_carts.hold(cart_of(self.named("Rinso")), "tunggu dompet")
            cart = held_carts.resume(held)
            held_carts.discard(held_carts.hold(cart))
            held_carts.save_draft(cart_of(self.named("Gas")), "3@0badcafe")
            held_carts.release_drafts(["3@0badcafe"])

    def papers(self) -> None:
        """Printed, printed again as a copy, failed, tried again, given up, forgotten."""
        order = self.order("Beras", paid="qris")
        with at_station(*FRONT):
            for error in ("", "", "no_answer", "paper"):
                print_spool.submit(PrintRequest("receipt", order))
                job = print_spool.take()
                assert job is not None
                print_spool.begin(job, "0" * 64)
                if error:
                    print_spool.fail(job, error)
                else:
                    print_spool.done(job)
            failed = [job.id for job in print_spool.outstanding()]
            print_spool.retry(failed)
            print_spool.forget(failed[:1])
            print_spool.take()
            self.clock.forward(5)
            print_spool.give_up_lost()
        self.fulfil(order)

    def clock_set_back(self) -> None:
        watched = SimpleNamespace(monotonic_ns=lambda: 0)
        with patch.object(clock_watch, "time", watched), at_station(*FRONT):
            watch = clock_watch.ClockWatch()
            self.clock.forward(-3)
            watch.look()
        self.fulfil(self.order("Telur", paid="cash"))

    # --- half past ten --------------------------------------------------------------------------

    def leave_open(self) -> None:
        """What is still to be done when the program is closed for the last time."""
        self.look()
        self.brought_back_late(12)
        with at_station(*FRONT):
            drawer.open_drawer(100_000)
        self.fulfil(self.order("Gula", "Teh", paid="cash"))
        ready = self.order("Beras", "Kopi")
        changed = self.order("Gula", "Telur", station=SIDE)
        asked = self.order("Minyak", "Teh", paid="cash")
        rushed = self.order("Es", paid="qris")
        later = cart_of(self.named("Rokok")).set_wanted(self.clock.now() + 5 * 60 * 60_000)
        for hours in (4, 28):
            with at_station(*SIDE):
                orders.place(
                    later.copy(), request_id=f"later-{hours}", promised_at=later.wanted_at,
                    starts_at=self.clock.now() + hours * 60 * shop_clock.MINUTE,
                )  # fmt: skip
                begins = journal.newest()
        forward = journal.entry(begins)
        assert forward is not None
        assert forward.order_id is not None
        with at_station(*BACK):
            fulfilment.pull_forward(forward.order_id)
            fulfilment.make_ready(ready)
            fulfilment.pick(changed, 1)
            self.clock.forward(2)
            questions.ask(asked, 1, pcs(1), "sold_out", pcs(79))
            fulfilment.rush(rushed)
        with at_station(*FRONT):
            orders.change(changed, {1: pcs(1), 2: pcs(12)}, note="ditunggu")
            print_spool.submit(PrintRequest("ticket", changed, station="Gudang"))
            print_spool.submit(PrintRequest("labels", labels=((1, 2), (4, 1))))
            held_carts.hold(cart_of(self.named("Kopi"), self.named("Es")).set_note("tamu"), "ibu")
            held_carts.save_draft(cart_of((self.named("Gula"), 250)).set_discount(300))
            held_carts.save_draft(cart_of(self.named("Teh")), "2@0badcafe")
        self.clock.forward(3)
