"""Every command declares what is seen when it is done, so that the walk does it by itself."""

from gui.input.commands import COMMANDS
from tests.desktop.outcomes import OUTCOMES, WITHOUT_BUTTON
from tests.desktop.states import STATES


def test_every_command_declares_its_outcome() -> None:
    assert {command.id for command in COMMANDS} == set(OUTCOMES)


def test_every_outcome_is_looked_for_in_a_state_that_there_is() -> None:
    assert {outcome.state for outcome in OUTCOMES.values()} <= set(STATES)
    assert {outcome.button for outcome in OUTCOMES.values()} - {""} <= set(STATES)


def test_every_command_can_be_done_by_something_that_is_shown() -> None:
    assert {command.id for command in COMMANDS if not command.keys} & WITHOUT_BUTTON == set()
