"""Which tests reach which lines: `python -m pytest -p tests.reached --reached FOLDER tests/models`.

FOLDER gets `lines`, data of Coverage in which the context of a line is the test that runs it, and
`seconds.json`, how long each test took that passed. What several tests stand on (an import, a
fixture of a module) has for context what their names begin with: nothing, or the module. What is
run in other processes is not seen.
"""

import json
from collections.abc import Generator
from pathlib import Path

import pytest
from coverage import Coverage

followed = Coverage(config_file=False, data_file=None, source=["models"])
followed.start()  # before anything of the program is imported
contexts = [""]
seconds: dict[str, float] = {}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--reached", type=Path, required=True)


def _within(context: str) -> Generator[None, object, object]:
    contexts.append(context)
    followed.switch_context(context)
    try:
        return (yield)
    finally:
        contexts.pop()
        followed.switch_context(contexts[-1])


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    return (yield from _within(item.nodeid))


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(request: pytest.FixtureRequest) -> Generator[None, object, object]:
    return (yield from _within(request.node.nodeid))


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.when == "call" and report.passed:
        seconds[report.nodeid] = round(report.duration, 3)


def pytest_sessionfinish(session: pytest.Session) -> None:
    followed.stop()
    folder: Path = session.config.getoption("--reached")
    (folder / "lines").write_bytes(followed.get_data().dumps())
    (folder / "seconds.json").write_text(json.dumps(seconds), "utf-8")
