"""The policy: its very words, who accepted them, and what changed in them."""

import hashlib
import os
import stat
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from models import events, session
from models.catalogue.catalogue import add_product
from models.errors import PolicyNotAccepted
from models.journal import journal, rights
from models.journal.rights import RIGHTS
from models.journal.verbs import VERBS
from models.orders.cart import Cart
from models.orders.orders import place
from models.settings import data_inventory, privacy
from models.settings.privacy import Change, Piece, Policy
from models.shop.opening import Shop
from tests.conftest import ROOT, SetClock
from tests.readable import a_product, all_entries, cart_of
from tests.rules.source import import_all

FOLDER = ROOT / "resources" / "policy"


def older(text: str = "") -> Policy:
    """The policy as it might have been a year before."""
    now = privacy.policy()
    return Policy(text or now.text, "2023-02-09.00000000", now.effective, "0" * 64, "en")


@pytest.mark.parametrize("language", privacy.LANGUAGES)
def test_the_policy_is_the_file_to_the_last_byte(language: str) -> None:
    kept = (FOLDER / f"privacy_policy.{language}.txt").read_bytes()
    shown = privacy.policy(language)
    assert shown.text.encode() == kept
    assert shown.sha256 == hashlib.sha256(kept).hexdigest()


def test_the_english_text_is_the_one_that_was_given() -> None:
    assert privacy.policy().sha256 == (
        "dc635790fc68174dd9e8994cc7578b9ad3d53fbb39d1cb43e03feb1fb598bdf9"
    )


def test_it_is_effective_from_the_moment_it_names() -> None:
    jakarta = timezone(timedelta(hours=7))
    assert privacy.policy().effective == datetime(2024, 2, 9, 21, tzinfo=jakarta)


def test_the_translation_says_that_it_is_one_and_has_the_same_parts() -> None:
    english, indonesian = privacy.policy("en"), privacy.policy("id")
    assert indonesian.version == english.version
    lines = indonesian.text.splitlines()
    assert lines[2].startswith("Terjemahan")
    assert lines[2].endswith("teks bahasa Inggris yang berlaku.")
    starts = [[line[:6] for line in text.splitlines() if line[:1].isdigit() or line[:3] == "   "]
              for text in (english.text, indonesian.text)]  # fmt: skip
    assert [s[:3] for s in starts[0]] == [s[:3] for s in starts[1]]


def test_a_language_without_a_policy_is_refused() -> None:
    with pytest.raises(ValueError, match="nl"):
        privacy.policy("nl")


def test_a_new_shop_needs_an_acceptance(shop: Shop) -> None:
    assert privacy.needed()
    assert privacy.accepted() is None
    privacy.accept(privacy.policy("id"))
    assert not privacy.needed()


def test_an_acceptance_keeps_what_was_accepted(shop: Shop, clock: SetClock) -> None:
    shown = privacy.policy("id")
    session.current.station = "Kasir 1"
    privacy.accept(shown, at=clock.now() - 5000)
    (kept,) = privacy.acceptances()
    assert (kept.version, kept.sha256, kept.text) == (shown.version, shown.sha256, shown.text)
    assert kept.effective == "2024-02-09T21:00:00+07:00"
    assert (kept.language, kept.station) == ("id", "Kasir 1")
    assert kept.accepted_at == clock.now() - 5000
    assert kept.program == session.PROGRAM_VERSION
    (entry,) = [e for e in all_entries() if e.kind == events.POLICY_ACCEPTED]
    assert entry.payload["policy"]["sha256"] == shown.sha256


def test_a_new_version_asks_again_and_shows_the_accepted_words(shop: Shop) -> None:
    privacy.accept(older("These are the old words."))
    assert privacy.needed()
    accepted = privacy.accepted()
    assert accepted is not None
    assert accepted.text == "These are the old words."
    privacy.accept(privacy.policy())
    assert not privacy.needed()


def test_withdrawing_asks_again(shop: Shop, clock: SetClock) -> None:
    privacy.accept(privacy.policy("en"))
    privacy.accept(privacy.policy("id"))
    clock.forward(3)
    privacy.withdraw()
    assert privacy.needed()
    assert privacy.accepted() is None
    assert {a.withdrawn_at for a in privacy.acceptances()} == {clock.now()}
    before = journal.newest()
    privacy.withdraw()  # nothing stands any more
    assert journal.newest() == before


def test_nothing_is_done_while_it_is_withdrawn(shop: Shop) -> None:
    import_all()
    rice = a_product("Beras")
    assert rights.withdrawn_policy() == ""
    privacy.accept(privacy.policy())
    assert rights.withdrawn_policy() == ""
    privacy.withdraw()
    assert rights.withdrawn_policy() == privacy.policy().version
    before = journal.newest()
    for name, verb in VERBS.items():
        if RIGHTS[name].consented:
            with pytest.raises(PolicyNotAccepted):
                verb()
    assert journal.newest() == before
    privacy.accept(privacy.policy())
    place(cart_of(rice))


def test_the_difference_names_what_was_removed_and_added() -> None:
    old = "We may change this at any time.\nWrite to us."
    new = "We may change this once a year.\nWrite or call us."
    pieces = privacy.difference(old, new)
    assert Piece(Change.REMOVED, "at any time.\n") in pieces
    assert Piece(Change.ADDED, "once a year.\n") in pieces
    for other, text in ((Change.ADDED, old), (Change.REMOVED, new)):
        assert "".join(p.text for p in pieces if p.change is not other) == text


def test_texts_that_are_the_same_do_not_differ() -> None:
    text = privacy.policy().text
    assert privacy.difference(text, text) == [Piece(Change.KEPT, text)]


def test_the_inventory_counts_what_is_there(shop: Shop) -> None:
    tea = add_product("Teh", 5000).value
    place(Cart().add(tea).set_note("Pisahkan"))
    place(Cart().add(tea))
    inventory = data_inventory.data_inventory()
    rows = {(held.table, held.columns[0]): held.rows for held in inventory.holdings}
    assert rows["orders", "id"] == 2
    assert rows["orders", "note"] == 1
    assert rows["product", "id"] == 1
    assert rows["policy_acceptance", "id"] == 0
    assert inventory.columns > 150


def test_the_inventory_is_saved_for_its_owner_only(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "inventory.csv"
    data_inventory.save(path)
    lines = path.read_text("utf-8-sig").splitlines()
    assert lines[0] == "table,columns,category,purpose,policy,rows"
    assert len(lines) == 1 + len(data_inventory.DECLARED)
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
