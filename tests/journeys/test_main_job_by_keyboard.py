"""The main job by keys alone: policy, set-up, price list, three orders, two fulfilled, charts."""

from gui.fulfilment.overlays.confirm_prompt import ConfirmPrompt
from gui.words.formatting import Formatting
from models.catalogue import catalogue
from models.fulfilment import fulfilment_queue
from models.orders import order_history
from models.settings import privacy
from models.shop.opening import open_shop
from models.stages import Stage
from models.statistics import statistics
from tests.journeys.conftest import SPOILED, List, Machine, today
from tests.journeys.person import Person
from tests.readable import findings, order_with_number, product_with_code


def test_a_shop_is_set_up_and_run_by_keys_alone(machine: Machine, price_list: List) -> None:
    """Nothing but key presses and a scanner, from the first start to the owner's figures."""

    async def story(person: Person) -> None:
        await accept_the_policy(person, machine)
        await set_the_shop_up(person, price_list)
        await import_the_price_list(person, price_list)
        totals = await enter_three_orders(person, price_list)
        await fulfil_two(person)
        await read_the_figures(person, price_list, totals)
        await person.press("Ctrl+W")

    assert machine.run(story, "en") == 0
    the_shop_is_sound(machine)


def test_who_declines_finds_nothing_on_the_machine(machine: Machine) -> None:
    async def story(person: Person) -> None:
        await person.sees("Privacy policy")
        await person.press("End", "Space", "Escape")

    assert machine.run(story, "en") == 0
    assert machine.files == []


async def accept_the_policy(person: Person, machine: Machine) -> None:
    await person.sees("Privacy policy")
    await person.press("Return")
    assert person.says("Read to the end first")
    await person.press("Space", "Return")
    assert person.says("Read to the end first")
    await person.press("Space", "End")
    await person.sees("You have reached the end.")
    await person.press("Return")
    assert person.says("Tick the box first")
    await person.press("Space", "Return")
    await person.sees("Your shop")
    assert machine.files == []


async def set_the_shop_up(person: Person, price_list: List) -> None:
    await person.type_in("Toko Makmur")
    await person.press("Return")
    await person.sees("Products")
    await person.press("Up")  # from the empty shop to the own products
    await person.tab_to("File with the catalogue")
    await person.type_in(str(price_list.path))
    await person.press("Return")


async def import_the_price_list(person: Person, price_list: List) -> None:
    rows = price_list.good + len(SPOILED)
    await person.sees(f"{price_list.path.name} · {rows:,} rows", f"Import {price_list.good:,} rows")
    await person.tab_to(f"All {rows:,}")
    await person.tab_to(f"Rejected {len(SPOILED)}", "Right")
    refused = {row[2]: row[-1] for row in person.table("Rows of the file")}
    assert refused == {
        "X00001": "Price “12.5OO” contains the letter O, not the digit 0",
        "X00002": "The name is empty",
        "X00003": "Price “-1500” is below zero",
    }
    await person.press("Ctrl+Return")
    await person.until("the import", lambda: len(catalogue.categories()) > 0)
    await person.sees(f"All {price_list.good:,}")


async def enter_three_orders(person: Person, price_list: List) -> list[int]:
    codes, prices = list(price_list.codes), list(price_list.codes.values())
    await person.press("Ctrl+1")
    await person.sees("Nothing in the cart yet")
    for code in codes[:2]:  # one order of two products, paid in cash
        await person.scan(code)
        await person.sees(product_with_code(code).name)
    await person.press("F9")
    await person.sees("Done, exact sum")
    await person.press("Return")
    await person.sees("Order 001 sent")
    await person.type_in("5*")  # five of one, to be paid later
    await person.scan(codes[2])
    await person.sees(product_with_code(codes[2]).name)
    await person.press("F10")
    await person.sees("Order 002 sent")
    await person.scan(codes[3])  # the same twice, paid with a note
    await person.scan(codes[3])
    await person.sees(product_with_code(codes[3]).name)
    await person.press("Ctrl+Return", "Alt+2")
    await person.sees("Done, ")
    await person.press("Return")
    await person.sees("Order 003 sent")
    totals = [prices[0] + prices[1], 5 * prices[2], 2 * prices[3]]
    assert [row.total for row in reversed(order_history.find())] == totals
    assert [row.paid for row in reversed(order_history.find())] == [totals[0], 0, totals[2]]
    return totals


async def fulfil_two(person: Person) -> None:
    await person.press("Ctrl+2")
    await person.sees("001", "002", "003")
    await person.press("1", "Return")  # mine
    await person.sees("This station is on it")
    await person.press("Space", "Space")
    await person.until("001 is ready", lambda: stage(1) == Stage.READY)
    await person.sees("001 is ready")
    await person.press("0")
    await person.type_in("1")
    await person.press("Return")
    await person.until("001 is with its customer", lambda: stage(1) == Stage.HANDED_OVER)
    await person.press("1", "Return")
    await person.sees("This station is on it")
    await person.press("Return")
    await person.until("002 is ready", lambda: stage(2) == Stage.READY)
    await person.press("0")
    await person.type_in("2")
    await person.press("Return")
    await person.sees("002 · Unpaid: ")
    await person.until(
        "the second of two keys is past", lambda: all(q.listens for q in person.seen(ConfirmPrompt))
    )
    await person.press("Return")
    await person.until("002 is with its customer", lambda: stage(2) == Stage.HANDED_OVER)
    assert [card.number for card in fulfilment_queue.waiting()] == [3]


async def read_the_figures(person: Person, price_list: List, totals: list[int]) -> None:
    await person.press("Ctrl+3")
    await person.sees("Revenue: ")
    # This shop has no day before: it opens on today.
    await person.until("Today is chosen", person.button("Today").isChecked)
    for key, period in (("Right", "7 days"), ("Left", "Today")):
        await person.press(key)
        await person.until(f"{period} is chosen", person.button(period).isChecked)
    money = Formatting("en").money
    await person.sees(f"Revenue: {money(sum(totals))} ", "Orders: 3 ", "Items sold: 9 ")
    best = max(totals[1:])
    code = list(price_list.codes)[1 + totals.index(best)]
    await person.tab_to("Top products")
    await person.sees(f"{product_with_code(code).name}, {money(best)}")


def stage(number: int) -> Stage:
    return order_with_number(number).stage


def the_shop_is_sound(machine: Machine) -> None:
    """What a shop must be after any day, seen from outside the windows."""
    with open_shop(str(machine.shop)):
        assert findings() == ()
        assert len(privacy.acceptances()) == 1
        stages = [row.stage for row in order_history.find()]
        assert stages == [Stage.WAITING, Stage.HANDED_OVER, Stage.HANDED_OVER]
        assert statistics.dashboard(today(), today()).now.sums.orders == 3
    assert list((machine.folder / "backups").glob("BotBelanja *.sqlite3"))
