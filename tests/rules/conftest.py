"""Rules about windows need a desk, as the tests of windows do."""

from tests.gui.conftest import desk, language, said

__all__ = ["desk", "language", "said"]
