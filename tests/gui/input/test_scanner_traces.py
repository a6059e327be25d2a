"""Hours at many counters, key by key: every scan is caught, and nothing typed is taken for one."""

from collections.abc import Iterator
from random import Random

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from gui.input.scan_timing import ScanTiming
from gui.input.scanner import Scanner
from gui.input.scanner_settings import LEARN_FROM, LearnedLabel, learned
from gui.input.text_fields import for_numbers
from models.formats.check_digits import is_true
from tests.gui.keys_in_time import (
    Key,
    Keyboard,
    ScannerOnTheCounter,
    Typist,
    a_code,
    a_text,
)

#: Each is a person with a scanner; more of them in the long run.
FEW, MORE = range(5), range(5, 40)
some_people = pytest.mark.parametrize(
    "seeds", [FEW, pytest.param(MORE, marks=pytest.mark.long)], ids=["few", "more"]
)
SCANS, TEXTS = 50, 50
CAUGHT = 0.995


class Counter:
    """A field under a scanner's ears, and what arrived."""

    def __init__(self, scanner: Scanner, keyboard: Keyboard, field: QLineEdit) -> None:
        self.scanner, self.keyboard, self.field = scanner, keyboard, field
        self.codes: list[str] = []
        self.labels: list[LearnedLabel] = []
        scanner.scanned.connect(self.codes.append)
        scanner.heard.connect(self.labels.append)

    def play(self, keys: list[Key]) -> None:
        self.keyboard.play(self.field, keys)

    def rest(self) -> tuple[list[str], str]:
        """Nobody touches anything for a while; what has come since the last rest."""
        self.scanner.settle()
        self.keyboard.now += 1000
        codes, text = self.codes.copy(), self.field.text()
        self.codes.clear()
        self.field.clear()
        return codes, text

    def learn(self, device: ScannerOnTheCounter, random: Random) -> None:
        """The wizard: three labels, and the station knows its scanner."""
        self.scanner.learning = True
        for _ in range(LEARN_FROM):
            self.play(device.scan("8991002101630", random.randint(500, 900)))
            self.scanner.settle()
        self.scanner.learning = False
        hearing = learned(self.labels)
        assert hearing is not None
        self.scanner.hearing = hearing
        self.rest()


@pytest.fixture
def counter(qapp: QApplication, qtbot: QtBot) -> Iterator[Counter]:
    keyboard = Keyboard()
    scanner = Scanner(clock=keyboard.milliseconds)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    qapp.installEventFilter(scanner)
    yield Counter(scanner, keyboard, field)
    qapp.removeEventFilter(scanner)


def a_scanner(random: Random, slowest: float, fastest: float = 1) -> ScannerOnTheCounter:
    return ScannerOnTheCounter(
        random,
        random.uniform(fastest, slowest),
        jitter=random.uniform(0, 0.3),
        ending=random.choice("\r\r\r\r\t"),
        prefix=random.choice(("", "", "", "]E0", "~")),
    )


def scans_at(counter: Counter, random: Random, device: ScannerOnTheCounter) -> list[str]:
    """Fifty labels, some in the middle of typing; what was not caught as it was sent."""
    typist = Typist(random, random.randint(85, 200))
    missed = []
    for _ in range(SCANS):
        code, before, after = a_code(random), "", ""
        if random.random() < 0.1:
            before, after = "teh", "bot"
        counter.play(typist.type(before))
        pause = random.randint(5, 200) if before else 500
        counter.play(device.scan(code, pause))
        counter.play(typist.type(after))
        arrived = counter.rest()
        if arrived != ([code], before + after):
            missed.append(f"{code} came as {arrived}: {device}")
    return missed


@some_people
def test_scanners_as_they_come_out_of_the_box_are_caught(counter: Counter, seeds: range) -> None:
    missed = []
    for seed in seeds:
        random = Random(seed)
        device = a_scanner(random, slowest=25)
        counter.scanner.hearing = ScanTiming(prefix=device.prefix.strip("]E0"))
        missed += scans_at(counter, random, device)
    assert len(missed) <= (1 - CAUGHT) * len(seeds) * SCANS, "\n".join(missed)


@some_people
def test_slow_scanners_are_caught_when_the_station_has_learned_them(
    counter: Counter, seeds: range
) -> None:
    missed = []
    for seed in seeds:
        random = Random(seed)
        device = a_scanner(random, slowest=60, fastest=5)
        counter.labels.clear()
        counter.learn(device, random)
        assert counter.scanner.hearing.prefix == device.prefix.strip("]E0")
        missed += scans_at(counter, random, device)
    assert len(missed) <= (1 - CAUGHT) * len(seeds) * SCANS, "\n".join(missed)


@some_people
def test_slow_scanners_are_caught_by_what_they_read_before_any_learning(
    counter: Counter, seeds: range
) -> None:
    missed = []
    for seed in seeds:
        random = Random(100 + seed)
        device = a_scanner(random, slowest=60, fastest=30)
        counter.scanner.hearing = ScanTiming(prefix=device.prefix.strip("]E0"))
        for _ in range(SCANS):
            code = a_code(random)
            if is_true(code):
                counter.play(device.scan(code, 500))
                codes, rest = counter.rest()
                # Either the code, or what was typed: never a part of it.
                assert codes in ([code], []), (code, codes, device)
                missed += [] if codes else [(code, rest, device)]
    assert len(missed) <= 0.01 * len(seeds) * SCANS, missed


def texts_at(counter: Counter, random: Random) -> list[str]:
    """Fifty texts of one person; what did not arrive as it was typed."""
    typist = Typist(random, random.randint(75, 200))
    wrong = []
    for _ in range(TEXTS):
        text = a_text(random)
        keys = typist.type(text, keypad=random.random() < 0.7)
        if random.random() < 0.1:
            text = random.choice("0a ")
            times = random.randint(4, 30)
            keys, text = typist.hold(text, times, told=random.random() < 0.7), text * (times + 2)
        if random.random() < 0.5:
            keys.append(typist.enter())
        counter.play(keys)
        arrived = counter.rest()
        if arrived != ([], text):
            wrong.append(f"{text!r} came as {arrived}: {[key.after for key in keys]}")
    return wrong


@some_people
@pytest.mark.parametrize("gap", [10, 35, 50])
def test_nothing_typed_is_taken_for_a_scan(counter: Counter, gap: int, seeds: range) -> None:
    counter.scanner.hearing = ScanTiming(gap)
    wrong = [text for seed in seeds for text in texts_at(counter, Random(seed))]
    assert wrong == []


@some_people
@pytest.mark.parametrize("ending", ["enter", "tab", "none", "any"])
def test_not_even_where_the_scanner_is_as_slow_as_a_fast_typist(
    counter: Counter, ending: str, seeds: range
) -> None:
    counter.scanner.hearing = ScanTiming(82, ending)
    wrong = [text for seed in seeds for text in texts_at(counter, Random(1000 + seed))]
    assert wrong == []


def test_sums_typed_in_a_hurry_are_sums_where_a_number_is_typed(counter: Counter) -> None:
    """Two hundred sums at the pace of the quickest hands and of keys that a program sends."""
    for_numbers(counter.field)
    wrong = []
    for seed in range(200):
        random = Random(seed)
        text = str(random.randint(1, 4000) * random.choice((1, 500, 1000, 100_000)))
        keys = [Key(digit, random.randint(40, 60)) for digit in text]
        if random.random() < 0.7:
            keys.append(Key("\r", random.randint(40, 60)))
        counter.play(keys)
        codes, arrived = counter.rest()
        if (codes, arrived) != ([], text):
            wrong.append((text, codes, arrived))
    assert wrong == []


@some_people
def test_scanners_as_they_come_out_of_the_box_are_caught_where_a_number_is_typed(
    counter: Counter, seeds: range
) -> None:
    for_numbers(counter.field)
    missed = []
    for seed in seeds:
        random = Random(2000 + seed)
        device = a_scanner(random, slowest=25)
        counter.scanner.hearing = ScanTiming(prefix=device.prefix.strip("]E0"))
        for _ in range(SCANS):
            code = a_code(random)
            counter.play(device.scan(code, 500))
            if (arrived := counter.rest()) != ([code], ""):
                missed.append(f"{code} came as {arrived}: {device}")
    assert len(missed) <= (1 - CAUGHT) * len(seeds) * SCANS, "\n".join(missed)


def test_two_scans_within_fifty_milliseconds_are_two(counter: Counter) -> None:
    for seed in FEW:
        random = Random(seed)
        device = ScannerOnTheCounter(random, 1.5, loses_endings=0, stumbles=0)
        first, second = a_code(random), a_code(random)
        began = counter.keyboard.now
        counter.play(device.scan(first, 0))
        counter.play(device.scan(second, 2))
        assert counter.keyboard.now - began <= 100
        assert counter.rest() == ([first, second], "")
