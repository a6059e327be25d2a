"""Whatever three stations do to the orders, in any order: everything still adds up.

Days are played from a seed, with their diary in the failure; and by hypothesis, deed by deed, so
that a failure shrinks to the few deeds that it needs.
"""

from random import Random

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as some
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from models.shop.opening import Shop, open_shop
from tests.models.a_day import Day
from tests.models.conftest import Fresh, postgres_in_the_long_run


def play(seed: int, steps: int) -> None:
    day = Day(Random(seed))
    try:
        day.play(steps)
        day.cash_up()
    except Exception as error:
        error.add_note("\n".join(day.diary))
        raise


@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(seed, marks=postgres_in_the_long_run) for seed in range(1, 6))]
)
def test_any_day_adds_up(shop: Shop, seed: int) -> None:
    play(seed, 80)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 600))
def test_hundreds_of_days_add_up(shop: Shop, seed: int) -> None:
    play(seed, 150)


CHANCE = some.randoms(use_true_random=False)


class Stations(RuleBasedStateMachine):
    """Each rule is one deed of one of the stations; what must hold is asked after every one."""

    fresh: Fresh  # the URL of an empty shop

    def __init__(self) -> None:
        super().__init__()
        self.shop = open_shop(type(self).fresh())

    @initialize(chance=CHANCE)
    def open_up(self, chance: Random) -> None:
        self.day = Day(chance)

    def do(self, deed: str, chance: Random) -> None:
        self.day.chance = chance
        getattr(self.day, deed)()

    @rule(chance=CHANCE)
    def place(self, chance: Random) -> None:
        self.do("place", chance)

    @precondition(lambda self: self.day.orders)
    @rule(chance=CHANCE, deed=some.sampled_from(["change", "bring_back", "money", "owner", "undo"]))
    def counter(self, chance: Random, deed: str) -> None:
        self.do(deed, chance)

    @precondition(lambda self: self.day.orders)
    @rule(chance=CHANCE, deed=some.sampled_from(["warehouse", "warehouse", "ask", "answer"]))
    def warehouse(self, chance: Random, deed: str) -> None:
        self.do(deed, chance)

    @invariant()
    def all_adds_up(self) -> None:
        if hasattr(self, "day"):
            self.day.check()

    def teardown(self) -> None:
        if hasattr(self, "day"):
            self.day.cash_up()
        self.shop.close()


def explore(fresh: Fresh, days: int, steps: int) -> None:
    machine = type("Stations", (Stations,), {"fresh": staticmethod(fresh)})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=days,
            stateful_step_count=steps,
            suppress_health_check=list(HealthCheck),
        ),
    )


@postgres_in_the_long_run
def test_whatever_three_stations_do_adds_up(fresh: Fresh) -> None:
    explore(fresh, 6, 25)


@pytest.mark.long
def test_ten_thousand_steps_of_three_stations_add_up(fresh: Fresh) -> None:
    explore(fresh, 200, 50)
