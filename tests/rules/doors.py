"""A contract for import-linter: whoever comes from outside enters a package by its doors only."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


@dataclass(frozen=True, slots=True)
class Doors:
    """Modules of `package` that everybody may import, and those that only its own root may."""

    package: str
    for_all: frozenset[str]
    for_its_root: frozenset[str]


class DoorsField(fields.Field[Doors]):
    """Reads `models.orders: cart payments | record`; what only `models` may stands last."""

    def parse(self, raw_data: str | list[str]) -> Doors:
        package, _, named = str(raw_data).partition(":")
        for_all, _, for_its_root = named.partition("|")
        return Doors(package.strip(), frozenset(for_all.split()), frozenset(for_its_root.split()))


class DoorsContract(Contract):
    """Each package in `roots`, however deep, is entered by its doors; one not listed has none.

    A door that nobody uses breaks the contract, and so does a module that is entered and is no
    door.
    """

    type_name = "doors"

    roots = fields.ListField(subfield=fields.StringField())
    doors = fields.ListField(subfield=DoorsField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        told: list[str] = []
        # What a field has read stands in its place.
        listed = {doors.package: doors for doors in cast("list[Doors]", self.doors)}
        roots = cast("list[str]", self.roots)
        there = {package for root in roots for package in _packages_in(graph, root)}
        told += [f"{name} is no package" for name in sorted(set(listed) - there)]
        for package in sorted(there):
            told += _broken(graph, listed.get(package, Doors(package, frozenset(), frozenset())))
        return ContractCheck(kept=not told, metadata={"told": told})

    def render_broken_contract(self, check: ContractCheck) -> None:
        for sentence in check.metadata["told"]:
            output.print_error(f"- {sentence}")


def _packages_in(graph: ImportGraph, package: str) -> Iterator[str]:
    for child in graph.find_children(package):
        if graph.find_children(child):
            yield child
            yield from _packages_in(graph, child)


def _broken(graph: ImportGraph, doors: Doors) -> Iterator[str]:
    root = doors.package.partition(".")[0]
    used: set[str] = set()
    for module in sorted(graph.find_children(doors.package)):
        name = module.rpartition(".")[2]
        for user in sorted(graph.find_modules_that_directly_import(module, as_package=True)):
            if user.startswith(f"{doors.package}."):
                continue
            used.add(name)
            is_of_root = name in doors.for_its_root and user.startswith(f"{root}.")
            if name not in doors.for_all and not is_of_root:
                yield f"{user} enters {doors.package} by {name}, which is no door for it"
    for name in sorted((doors.for_all | doors.for_its_root) - used):
        yield f"{doors.package}.{name} is a door that nobody uses"
