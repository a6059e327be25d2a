"""Messages that wait: each is read at one counter, whatever stops in between."""

import pytest

from models.errors import UnknownMessage
from models.orders import held_carts
from models.orders.cart import Cart
from models.shop.opening import Shop
from models.shopping_list import inbox, shopping_list
from models.shopping_list.inbox import Incoming
from models.storage.database import database, rows
from models.storage.tables import Journal, Message
from tests.readable import a_product, asked_for, at_station, findings, pcs


def came(*texts: str) -> int:
    return inbox.put([Incoming(text, f"test {at}") for at, text in enumerate(texts)]).value


def waiting() -> list[str]:
    return [one.content for one in inbox.inbox().messages if one.taken_by is None]


def test_messages_wait_in_the_order_in_which_they_came(shop: Shop) -> None:
    assert came("bear brand 2\naqua 3", "korek 1", "  \n") == 2
    kept = inbox.inbox()
    assert [(one.content, one.lines) for one in kept.messages] == [
        ("bear brand 2\naqua 3", 2), ("korek 1", 1),
    ]  # fmt: skip
    assert (kept.waiting, kept.oldest_at) == (2, kept.messages[0].at)


def test_the_same_message_comes_once_and_the_same_words_of_another_again(shop: Shop) -> None:
    first, other = Incoming("korek 1", "chat.txt 1"), Incoming("korek 1", "chat.txt 2")
    assert inbox.put([first, first]).value == 1
    assert inbox.put([first]).sequence is None
    assert inbox.put([first, other]).value == 1
    taken = inbox.take(None, "").value
    assert taken is not None
    inbox.finish(taken.id, "")
    assert inbox.put([first]).value == 0, "also when it was dealt with"


def test_no_other_counter_waits_while_messages_are_cleaned(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    cleaned, is_held = shopping_list.cleaned, []

    def watched(text: str) -> str:
        is_held.append(database.in_transaction())
        return cleaned(text)

    monkeypatch.setattr(shopping_list, "cleaned", watched)
    assert came("korek 1", "bear brand 2") == 2
    assert is_held == [False, False]


def test_nobody_s_data_is_kept_and_nothing_of_what_was_dealt_with(shop: Shop) -> None:
    came("[09.15, 12/3/2026] Bu Ani: korek 2\nke 0812-3456-7890 ya")
    assert waiting() == ["korek 2\nke ▮ ya"]
    taken = inbox.take(None, "").value
    assert taken is not None
    inbox.finish(taken.id, "")
    assert rows(Message.select(Message.content, Message.done), lambda *row: row) == [("", True)]
    told = " ".join(rows(Journal.select(Journal.payload), str))
    assert "korek" not in told, "the journal tells how many came, not what"


def test_what_is_taken_at_one_counter_is_gone_at_the_others(shop: Shop) -> None:
    came("korek 1", "bear brand 2")
    first = inbox.take(None, "").value
    assert first is not None
    with at_station("2"):
        assert waiting() == ["bear brand 2"]
        with pytest.raises(UnknownMessage):
            inbox.take(first.id, "")
        with pytest.raises(UnknownMessage):
            inbox.finish(first.id, "")
        assert getattr(inbox.take(None, "").value, "content", "") == "bear brand 2"
        assert inbox.take(None, "").sequence is None


def test_asked_twice_it_is_taken_once(shop: Shop) -> None:
    came("korek 1", "bear brand 2")
    with asked_for("one"):
        first = inbox.take(None, "")
    with asked_for("one"):
        again = inbox.take(None, "")
    assert first == again
    assert waiting() == ["bear brand 2"]


def test_what_a_counter_left_behind_waits_again(shop: Shop) -> None:
    came("korek 1", "bear brand 2")
    inbox.take(None, "2")
    assert inbox.taken_here() == ["2"]
    assert inbox.give_back([inbox.seat("1")]).sequence is None
    assert inbox.give_back([inbox.seat("2")]).value == 1
    assert waiting() == ["korek 1", "bear brand 2"]


def test_what_is_no_list_is_dismissed_where_nobody_reads_it(shop: Shop) -> None:
    came("halo kak", "korek 1")
    first, other = inbox.inbox().messages
    inbox.dismiss(first.id)
    assert waiting() == ["korek 1"]
    inbox.take(other.id, "")
    with pytest.raises(UnknownMessage):
        inbox.dismiss(other.id)


def test_what_became_of_it_is_in_the_cart_in_the_same_moment(shop: Shop) -> None:
    came("korek 1")
    taken = inbox.take(None, "3").value
    assert taken is not None
    cart = Cart().add(a_product("Korek"), pcs(1))
    inbox.finish(taken.id, "3", cart)
    kept = held_carts.draft("3")
    assert kept is not None
    assert kept.lines == cart.lines
    with pytest.raises(UnknownMessage):
        inbox.finish(taken.id, "3", cart)
    assert findings() == ()
