"""The proof of a shop on one page: what was looked at, what was found, and what to do."""

from PySide6.QtCore import QCoreApplication

from gui.words.error_messages import sentence
from gui.words.finding_texts import finding_sentence, what_to_do
from gui.words.formatting import Formatting
from models.shop.prove import CopyProof, Proof
from models.shop.verify import Verdict

translate = QCoreApplication.translate

_LISTED = 20  # findings


def verdict_lines(verdict: Verdict, words: Formatting, most: int = _LISTED) -> list[str]:
    """Whether the shop is whole; else what is not, `most` of it, and the way out."""
    lines = []
    if verdict.anew:
        text = translate(
            "proof", "Not what the journal comes to, and made anew: {count} of the kept sums"
        )
        lines.append(text.format(count=words.number(len(verdict.anew))))
    if verdict.waiting:
        text = translate(
            "proof", "Orders, payments and picks that wait here to be sent to the server: {count}"
        )
        lines.append(text.format(count=words.number(verdict.waiting)))
    if verdict.own_damage:
        text = translate(
            "proof",
            "The file with which this computer goes on without the server is damaged. Keep it for "
            "whoever looks after the program: orders may wait in it. {detail}",
        )
        lines.append(text.format(detail=verdict.own_damage))
    if verdict.is_whole:
        text = translate(
            "proof", "The shop is intact: {entries} entries, and every table as they say"
        )
        return [text.format(entries=words.number(verdict.entries)), *lines]
    found = verdict.findings
    lines += [finding_sentence(finding, words) for finding in found[:most]]
    if (more := len(found) - most) > 0:
        lines.append(translate("proof", "… and {count} more").format(count=words.number(more)))
    return [*lines, what_to_do(found, is_on_server=verdict.is_on_server)]


def proof_lines(proof: Proof, words: Formatting) -> list[str]:
    """All of it, a sentence a line; the first says which shop, and when."""
    text = translate("proof", "“{shop}”, orders: {orders}, proven on {moment} in {seconds} s")
    return [
        text.format(
            shop=proof.here.name, orders=words.number(proof.here.orders),
            moment=words.date_and_time(proof.at), seconds=words.decimal(proof.took / 1000),
        ),
        *verdict_lines(proof.verdict, words),
        *_copy_lines(proof.copy, words),
        _kept(proof, words),
    ]  # fmt: skip


def _copy_lines(copy: CopyProof | None, words: Formatting) -> list[str]:
    if copy is None:
        return [translate("proof", "There is no backup yet: make one, or let the program close.")]
    facts = {"name": copy.name, "moment": words.date_and_time(copy.at)}
    if copy.origin is None or copy.verdict is None:
        text = translate("proof", "The backup {name} of {moment} cannot be put back:")
        return [text.format(**facts), sentence(copy.error, words) if copy.error else ""]
    facts["orders"] = words.number(copy.origin.orders)
    facts["entries"] = words.number(copy.verdict.entries)
    if copy.is_whole:
        text = translate(
            "proof",
            "The newest backup, {name} of {moment}, was put back into a file of its own: "
            "orders: {orders}, entries: {entries}, whole",
        )
        return [text.format(**facts)]
    text = translate("proof", "Put back, the newest backup, {name} of {moment}, is not whole:")
    return [text.format(**facts), *verdict_lines(copy.verdict, words)]


def _kept(proof: Proof, words: Formatting) -> str:
    inventory = proof.inventory
    tables = {holding.table for holding in inventory.holdings}
    text = translate(
        "proof",
        "What is kept: {columns} columns of {tables} tables, each with its purpose in the privacy "
        "policy; without one: {unlisted}",
    )
    return text.format(
        columns=words.number(inventory.columns), tables=words.number(len(tables)),
        unlisted=", ".join(inventory.unlisted) or words.number(0),
    )  # fmt: skip
