"""Damages copies of a shop as disks and people do, and leads each back to a shop that verifies.

    nice python -m tests.faults.damage FOLDER --copies 100 --orders 2000 --seed 1

One line of JSON for each copy, and a summary: what was done, whether the data changed, whether
that was said, and what brought the shop back. Leading back takes several times as long as looking:
in large shops `--led 5` does it with every fifth copy only.
"""

import argparse
import json
import shutil
import sys
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

from gui.words.finding_texts import can_be_put_back, finding_sentence, what_to_do
from gui.words.formatting import Formatting
from models.demo import demo
from models.errors import ShopError
from models.shop import backup, mend, rebuild
from models.shop.opening import open_shop
from models.shop.verify import verify
from models.storage import database
from models.storage.sqlite_driver import FAILURES, connect, connect_read_only, damaged_texts
from models.storage.tables import TABLES

_SEALED = """
    SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'journal_sealed%'
"""
_PAGE = 4096
#: What another program may do to a file without any table in mind.
_OTHERS = (
    "DROP TRIGGER product_touched_update",
    "DROP TRIGGER journal_sealed_delete",
    "CREATE TRIGGER greedy AFTER INSERT ON payment BEGIN DELETE FROM stock; END",
    "DROP INDEX orders_open",
    "CREATE TABLE phones (number TEXT)",
    "DELETE FROM journal WHERE sequence > (SELECT MAX(sequence) - 5 FROM journal)",
    "UPDATE counter SET value = value - 3 WHERE name = 'journal'",
    "UPDATE journal_head SET hash = 'x'",
)


def edits(path: Path, chance: Random) -> list[str]:
    """Three edits of every table that has a row: a column changed, a row taken out, one put in."""
    told = []
    with closing(connect(path)) as file:
        for table in (one._meta.table_name for one in TABLES):
            facts = file.execute(f'PRAGMA table_info("{table}")').fetchall()
            names = [fact[1] for fact in facts]
            keys = [fact[1] for fact in sorted(facts, key=lambda x: x[5]) if fact[5]]
            (count,) = file.execute(f'SELECT COUNT(*) FROM "{table}"').fetchone()
            if not count:
                continue
            where = f"LIMIT 1 OFFSET {chance.randrange(count)}"
            found = file.execute(f'SELECT * FROM "{table}" {where}').fetchone()
            row = dict(zip(names, found, strict=True))
            this = " AND ".join(f'"{key}" = {_sql(row[key])}' for key in keys)
            column = chance.choice([x for x in names if x not in keys] or keys)
            told.append(f'UPDATE "{table}" SET "{column}" = {_other(row[column])} WHERE {this}')
            told.append(f'DELETE FROM "{table}" WHERE {this}')
            new = row | {keys[-1]: _plain(row[keys[-1]])}
            new |= {name: f"{new[name]}9" for name in ("request_id", "sku") if new.get(name)}
            values = ", ".join(_sql(value) for value in new.values())
            told.append(f'INSERT INTO "{table}" VALUES ({values})')
    return told


def _sql(value: Any) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, bytes):
        return f"x'{value.hex()}'"
    return str(value) if isinstance(value, int) else "'" + str(value).replace("'", "''") + "'"


def _other(value: Any) -> str:
    if isinstance(value, int):
        return str(1 - value if value in (0, 1) else value + 1)
    return "x'00'" if isinstance(value, bytes) else _sql(f"{value or ''}x")


def _plain(value: Any) -> Any:
    """A key that no row has."""
    return value + 9_000_000 if isinstance(value, int) else f"{value}9"


def edit(path: Path, statement: str) -> None:
    """Does it as somebody who knows about the seals of the journal, and puts them on again."""
    with closing(connect(path)) as file:
        seals = file.execute(_SEALED).fetchall() if "journal" in statement else []
        if statement.startswith("DROP"):
            seals = []
        for name, _ in seals:
            file.execute(f"DROP TRIGGER {name}")
        file.execute("PRAGMA foreign_keys = 0")
        file.execute("PRAGMA ignore_check_constraints = 1")
        file.execute(statement)
        for _, sql in seals:
            file.execute(sql)


def spoil(path: Path, chance: Random) -> str:
    """Flips bits, loses pages or cuts the end off; how."""
    content = bytearray(path.read_bytes())
    how = chance.choice(["flip", "flip", "flips", "page", "pages", "tail"])
    pages = len(content) // _PAGE
    if how in ("flip", "flips"):
        for _ in range(1 if how == "flip" else 20):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    elif how in ("page", "pages"):
        for _ in range(1 if how == "page" else 8):
            start = chance.randrange(pages) * _PAGE
            content[start : start + _PAGE] = bytes(_PAGE)
    else:
        del content[chance.randrange(len(content) // 2, len(content)) :]
    path.write_bytes(content)
    return how


def contents(path: Path) -> object:
    """Every row of a file; None where they cannot be read."""
    try:
        with closing(connect_read_only(path)) as file, damaged_texts(file):
            schema = sorted(map(repr, file.execute("SELECT type, name, sql FROM sqlite_master")))
            names = [one._meta.table_name for one in TABLES]
            return schema, [
                sorted(map(repr, file.execute(f'SELECT * FROM "{name}"'))) for name in names
            ]
    except FAILURES:
        return None


def lead_back(path: Path, folder: Path, *, is_led: bool = True) -> tuple[list[str], str]:
    """What is said of a damaged shop, and what made it whole again; empty where nothing did."""
    words = Formatting("en")
    said: list[str] = []
    try:
        with open_shop(str(path)):
            verdict = verify([folder])
            said = [finding_sentence(finding, words) for finding in verdict.findings]
            if verdict.is_whole:
                return said, "nothing"
            said.append(what_to_do(verdict.findings))
            if not is_led:
                return said, "not led"
            if can_be_put_back(verdict.findings):
                mend.put_back()
                if verify([folder]).is_whole:
                    return said, "put back"
            rebuild.rebuild([folder])
            if verify([folder]).is_whole:
                return said, "rebuild"
    except ShopError as error:
        said.append(f"{type(error).__name__}: {error}")
    if not is_led:
        return said, "not led"
    return said, _from_outside(path, folder)


def _from_outside(path: Path, folder: Path) -> str:
    """A shop that cannot even be opened."""
    database.bind(str(path), station="1")
    try:
        rebuild.rebuild([folder])
        database.database.close()
        with open_shop(str(path)):
            if verify([folder]).is_whole:
                return "rebuild, closed"
    except ShopError as error:
        return f"{type(error).__name__}: {error}"
    return ""


def copies(
    whole: Path, folder: Path, numbers: range, seed: int, led: int = 1
) -> Iterator[dict[str, Any]]:
    """Damages copy after copy, every second one by an edit, each kind in turn; what came of it.
    Every `led`-th copy is led back."""
    content, before = whole.read_bytes(), contents(whole)
    path = whole.with_name("damaged.sqlite3")
    kinds = [*edits(whole, Random(seed)), *_OTHERS]
    for number in numbers:
        for left in path.parent.glob("damaged*"):
            left.unlink()
        path.write_bytes(content)
        chance = Random(seed * 1_000_000 + number)
        try:
            if number % 2:
                how = kinds[number // 2 % len(kinds)]
                edit(path, how)
            else:
                how = spoil(path, chance)
            changed = contents(path) != before
            said, way = lead_back(path, folder, is_led=number % led == 0)
            yield {
                "copy": number, "how": how[:100], "changed": changed, "said": len(said), "way": way,
                "first": said[0][:100] if said else "",
            }  # fmt: skip
        except FAILURES:  # the file itself does not take it
            yield {"copy": number, "how": how[:100], "changed": False, "said": 0, "way": "refused"}
        except Exception:  # noqa: BLE001 - a traceback is what is looked for
            yield {"copy": number, "how": how[:100], "traceback": traceback.format_exc()}


def a_shop(path: Path, orders: int, seed: int) -> Path:
    """A closed shop with so many orders and a backup of it; the folder of the backup."""
    folder = path.parent / "backups"
    with open_shop(str(path)):
        demo.make_demo(days=max(1, orders // demo.ORDERS_A_DAY), seed=seed)
        backup.back_up_into(folder)
        database.database.execute_sql("PRAGMA journal_mode = delete")
    return folder


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--copies", type=int, default=100)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--orders", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--led", type=int, default=1)
    wanted = parser.parse_args(arguments)
    shutil.rmtree(wanted.folder, ignore_errors=True)
    wanted.folder.mkdir(parents=True)
    whole = wanted.folder / "whole.sqlite3"
    folder = a_shop(whole, wanted.orders, wanted.seed)
    numbers = range(wanted.first, wanted.first + wanted.copies)
    found = Counter[str]()
    for result in copies(whole, folder, numbers, wanted.seed, wanted.led):
        print(json.dumps(result), flush=True)
        kind = "edit" if result["copy"] % 2 else "random"
        found[f"{kind}: copies"] += 1
        if "traceback" in result:
            found[f"{kind}: traceback"] += 1
            continue
        found[f"{kind}: changed"] += result["changed"]
        found[f"{kind}: changed and said"] += bool(result["changed"] and result["said"])
        found[f"{kind}: way: {result['way']}"] += 1
    print(json.dumps(found, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
