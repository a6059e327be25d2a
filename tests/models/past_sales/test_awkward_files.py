"""Files that mean something else than they seem to: read right, to the rupiah, or asked about.

`awkward_files.txt` holds them one after the other: `=== name | what it comes to`, with the reasons
for which rows are left out, or what is asked.
"""

import re
from pathlib import Path

import pytest

from models.errors import ColumnsUnclear, SalesUnclear
from models.past_sales.columns import Reading
from models.past_sales.ledger import LEFT_OUT
from models.past_sales.past_file import read
from tests.conftest import SetClock

BLOCK = re.compile(r"^=== (.*?) \| (.*?)\n(.*?)(?=^=== |\Z)", re.MULTILINE | re.DOTALL)
FILES = BLOCK.findall((Path(__file__).parent / "awkward_files.txt").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("expected", "content"),
    [pytest.param(expected, content, id=name) for name, expected, content in FILES],
)
def test_a_file_is_read_right_or_asked_about(
    tmp_path: Path, clock: SetClock, expected: str, content: str
) -> None:
    clock.set(2026, 11, 30, 10)  # a day that has not been yet decides what 12-01-2026 is
    path = tmp_path / "sales.csv"
    path.write_text(content, encoding="utf-8")
    try:
        file = read(path, Reading({}, 0, "Asia/Jakarta"))
    except SalesUnclear as unclear:
        found = f"asked {unclear.reason}"
    except ColumnsUnclear as unclear:
        found = f"asked {' '.join(unclear.missing)}"
    else:
        left_out = sorted({str(p.reason) for p in file.problems if p.reason in LEFT_OUT})
        found = " ".join([str(sum(past.total for past in file.orders)), *left_out])
    assert found == expected
