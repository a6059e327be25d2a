"""The main job by mouse or finger, in Indonesian; letters only where a text is asked for."""

from PySide6.QtWidgets import QTextEdit

from gui.fulfilment.cards.card_view import CardView
from gui.words.formatting import Formatting
from models.catalogue import catalogue
from models.fulfilment import fulfilment_queue
from models.orders import order_history
from models.shop.opening import open_shop
from models.stages import Stage
from models.statistics import statistics
from tests.journeys.conftest import SPOILED, List, Machine, today
from tests.journeys.person import Person
from tests.readable import findings, order_with_number, product_with_code

FORM = Formatting("id")


def test_a_shop_is_set_up_and_run_by_mouse_alone(machine: Machine, price_list: List) -> None:
    """Every control that is needed is seen, and large enough for a finger."""

    async def story(person: Person) -> None:
        await accept_the_policy(person, machine)
        await set_the_shop_up(person, price_list)
        await import_the_price_list(person, price_list)
        totals = await enter_three_orders(person, price_list)
        await fulfil_two(person)
        await read_the_figures(person, sum(totals))
        person.front.close()

    assert machine.run(story, "") == 0
    with open_shop(str(machine.shop)):
        assert findings() == ()
        assert statistics.dashboard(today(), today()).now.sums.orders == 3


async def accept_the_policy(person: Person, machine: Machine) -> None:
    await person.click("Bahasa Indonesia")
    await person.sees("Kebijakan privasi", "Baca sampai akhir dulu")
    text = person.seen(QTextEdit)[0]
    while not person.says("Anda sudah sampai di akhir."):
        await person.wheel_down(text, 10)
    assert not person.button("Setuju dan lanjut").isEnabled()
    await person.click("Saya telah membaca kebijakan ini dan menyetujuinya")
    await person.click("Setuju dan lanjut")
    await person.sees("Toko Anda")
    assert machine.files == []


async def set_the_shop_up(person: Person, price_list: List) -> None:
    await person.click("Lanjut")
    await person.click("Impor produk saya")
    await person.click_into("Berkas katalog")
    await person.type_in(str(price_list.path))
    await person.click("Buka toko")


async def import_the_price_list(person: Person, price_list: List) -> None:
    number = FORM.number
    await person.sees(f"Impor {number(price_list.good)} baris")
    person.front.resize(1920, 1080)
    await person.click(f"Ditolak {len(SPOILED)}")
    refused = {row[2]: row[-1] for row in person.table("Baris-baris berkas")}
    assert refused == {
        "X00001": "Harga jual “12.5OO” berisi huruf O, bukan angka 0",
        "X00002": "Nama kosong",
        "X00003": "Harga jual “-1500” di bawah nol",
    }
    await person.click(f"Impor {number(price_list.good)} baris")
    await person.sees(f"Semua {number(price_list.good)}")


async def enter_three_orders(person: Person, price_list: List) -> list[int]:
    second, third = (product_with_code(code) for code in list(price_list.codes)[:2])
    shelf = catalogue.categories()[0]
    first = catalogue.by_category(shelf)[0]
    await person.click("Kasir")
    await person.click(shelf)  # from the tiles
    await person.click_row("Favorit", first.name)
    await person.click_row("Favorit", first.name)
    await person.sees(FORM.money(2 * first.price))
    await person.click("Bayar")
    await person.click("Selesai, uang pas")
    await person.sees("Pesanan 001 masuk gudang")
    await person.click_into("Pindai, atau ketik nama atau kode")  # by its name
    await person.type_in(second.name.lower())
    await person.sees(second.name)
    await person.click_row("Produk yang ditemukan", second.name)
    await person.sees(FORM.money(second.price))
    await person.click("Proses, bayar nanti")
    await person.sees("Pesanan 002 masuk gudang")
    await person.click_into("Pindai, atau ketik nama atau kode")  # paid with the largest note
    await person.type_in(third.name.lower())
    await person.sees(third.name)
    await person.click_row("Produk yang ditemukan", third.name)
    await person.click("Bayar")
    await person.click("QRIS")
    await person.click(f"{FORM.money(third.price)} sudah diterima")
    await person.sees("Pesanan 003 masuk gudang")
    totals = [2 * first.price, second.price, third.price]
    assert [row.total for row in reversed(order_history.find())] == totals
    assert [row.paid for row in reversed(order_history.find())] == [totals[0], 0, totals[2]]
    return totals


async def fulfil_two(person: Person) -> None:
    await person.click("Gudang")
    await prepare_and_hand_over(person, 1, "Ambil barang", is_unpaid=False)
    await prepare_and_hand_over(person, 2, "Semua siap", is_unpaid=True)
    assert [card.number for card in fulfilment_queue.waiting()] == [3]


async def prepare_and_hand_over(
    person: Person, number: int, last_step: str, *, is_unpaid: bool
) -> None:
    name = FORM.order_number(number)
    await person.sees(f"{name}, ")
    card = next(v for v in person.seen(CardView) if v.accessibleName().startswith(name))
    await person.touch(card, card.rect())
    await person.click("Kerjakan")
    await person.sees("Anda menyiapkan")
    await person.click(last_step)
    await person.until(f"{name} is ready", lambda: stage(number) == Stage.READY)
    await person.click("Siap 1")  # shows only what can be handed over
    await person.sees(f"{name}, Siap")
    await person.click("Serahkan")
    if is_unpaid:
        await person.click("Tetap serahkan")
    await person.until(f"{name} is out", lambda: stage(number) == Stage.HANDED_OVER)


async def read_the_figures(person: Person, revenue: int) -> None:
    await person.click("Beranda")
    await person.click("Statistik")
    await person.click("Hari ini")
    await person.sees(f"Penjualan: {FORM.money(revenue)} ", "Pesanan: 3 ", "Barang terjual: 4 ")


def stage(number: int) -> Stage:
    return order_with_number(number).stage
