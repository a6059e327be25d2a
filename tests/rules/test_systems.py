"""What only one system has is asked in one place each: the program runs on three of them."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.rules.source import PROGRAM

#: Modules and names of Python that Windows has not, or that mean something else there.
_MODULES = {"crypt", "fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty"}
_OF_OS = {
    "chmod", "chown", "chroot", "fork", "forkpty", "getegid", "geteuid", "getgid", "getgroups",
    "getpgid", "getuid", "kill", "killpg", "mkfifo", "mknod", "nice", "openpty", "posix_spawn",
    "sched_getaffinity", "setgid", "setsid", "setuid", "statvfs", "sysconf", "uname", "wait",
    "waitpid",
}  # fmt: skip
_OF_SIGNAL = {"SIGALRM", "SIGCHLD", "SIGHUP", "SIGKILL", "SIGPIPE", "SIGUSR1", "SIGUSR2", "alarm"}
_OF_PATHS = {"chmod", "is_mount", "lchmod"}
_PLACES = ("/dev/", "/etc/", "/proc/", "/run/", "/sys/", "/tmp/", "/usr/", "/var/")

#: Where it may stand; each of these asks first which system it is on.
_MAY = {
    "models/storage/own_files.py": {"chmod", "kill", "mode"},
    "models/storage/mounts.py": {"/dev/", "/proc/mounts"},
    "gui/runtime/screen.py": {"/usr/bin/apt"},
    "models/shop/prove.py": {"nice"},
}


def of_one_system(source: str) -> Iterator[tuple[int, str]]:
    """The lines of a source with what only some systems have."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                found = [name.name for name in names if name.name in _MODULES]
            case ast.ImportFrom(module=str(module)) if module in _MODULES:
                found = [module]
            case ast.Attribute(value=ast.Name(id="os"), attr=name) if name in _OF_OS:
                found = [name]
            case ast.Attribute(value=ast.Name(id="signal"), attr=name) if name in _OF_SIGNAL:
                found = [name]
            case ast.Call(func=ast.Attribute(attr=name)) if name in _OF_PATHS:
                found = [name]
            case ast.keyword(arg="mode", value=ast.Constant(value=int())):
                found = ["mode"]
            case ast.Constant(value=str(text)) if text.startswith(_PLACES):
                found = [text]
            case _:
                found = []
        yield from ((getattr(node, "lineno", 0), name) for name in found)


def test_what_one_system_has_is_asked_in_one_place() -> None:
    seen = [
        f"{place}:{line}: {name}"
        for path in PROGRAM
        for place in [path.relative_to(ROOT).as_posix()]
        for line, name in of_one_system(path.read_text("utf-8"))
        if name not in _MAY.get(place, ())
    ]
    assert seen == []


def test_what_may_stand_there_stands_there() -> None:
    for place, names in _MAY.items():
        assert {name for _, name in of_one_system((ROOT / place).read_text("utf-8"))} == names


@pytest.mark.parametrize(
    "breach",
    [
        "import fcntl",
        "from pwd import getpwuid",
        "os.geteuid()",
        "os.kill(process, signal.SIGTERM)",
        "signal.signal(signal.SIGHUP, stop)",
        "path.chmod(0o600)",
        "folder.mkdir(parents=True, mode=0o700)",
        "Path('/dev/null').open()",
    ],
)
def test_the_rule_sees_a_breach(breach: str) -> None:
    assert [*of_one_system(breach)]


def test_what_every_system_has_is_no_breach() -> None:
    harmless = "os.replace(a, b); signal.signal(signal.SIGINT, stop); path.open(mode='w')"
    assert [*of_one_system(harmless)] == []


def test_sources_are_named_as_every_system_can() -> None:
    """No two names that differ by their letters' size alone, none that Windows keeps for itself."""
    names = [path.relative_to(ROOT).as_posix() for path in PROGRAM]
    assert len({name.casefold() for name in names}) == len(names)
    stems = {part.partition(".")[0] for name in names for part in Path(name).parts}
    assert stems & {"aux", "con", "nul", "prn"} == set()
