"""The installed program. In a wheel this is `botbelanja/__init__.py`: one name among all others.

Beside it lie `gui`, `models`, `resources` and `main.py` as they do in the source, and are imported
by the same names.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))


def main() -> int:
    from main import main as run

    return run()
