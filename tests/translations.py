"""Refreshes the translation files from the program: `python -m tests.translations [page …]`.

One file per page and language, if there is anything to say in it. `shell` is everything that no
page has for itself. English holds only texts with a singular and a plural, the others hold all.
"""

import subprocess
import sys
from pathlib import Path

from gui.words.language import LANGUAGES

ROOT = Path(__file__).parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
#: Packages below the pages.
SHARED = ("input", "look", "runtime", "shell", "widgets", "words")


def pages() -> dict[str, list[Path]]:
    """The source files of each translation file, by its name."""
    found = {"shell": sorted((ROOT / "gui").glob("*.py"))}
    for folder in sorted((ROOT / "gui").iterdir()):
        if (folder / "__init__.py").exists():
            name = "shell" if folder.name in SHARED else folder.name
            found.setdefault(name, []).extend(_sources(folder))
    return found


def refresh(page: str, sources: list[Path], language: str, target: Path) -> None:
    """Brings `target` up to date with `sources`; what is translated already stays."""
    target.parent.mkdir(exist_ok=True)
    command = [
        "pyside6-lupdate", "-silent", "-no-obsolete", "-locations", "none",
        "-tr-function-alias", "QT_TRANSLATE_NOOP+=marked",
        "-source-language", "en", "-target-language", language,
        *(["-pluralonly"] if language == "en" else []),
        *[str(path) for path in sources],
        "-ts", str(target),
    ]  # fmt: skip
    command[0] = str(Path(sys.executable).parent / command[0])
    subprocess.run(command, check=True, cwd=ROOT)
    if "<message" not in target.read_text("utf-8"):
        target.unlink()


def _sources(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def main(wanted: list[str]) -> None:
    for page, sources in pages().items():
        if sources and (not wanted or page in wanted):
            for language in LANGUAGES:
                refresh(page, sources, language, TRANSLATIONS / language / f"{page}.ts")


if __name__ == "__main__":
    main(sys.argv[1:])
