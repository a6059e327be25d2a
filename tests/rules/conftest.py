"""Rules about windows need a context, as the tests of windows do."""

from gui.first_run.policy_page import PolicyPage
from tests.gui.conftest import context, language, said

__all__ = ["context", "language", "said"]


def read_and_tick(page: PolicyPage) -> None:
    """The policy was read to its end and agreed to: the first run may go on."""
    bar = page.text.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.tick.setChecked(True)
