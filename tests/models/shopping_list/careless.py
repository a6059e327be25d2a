"""Answers to what is asked of lists, given as a hurried person gives them."""

import random
from collections.abc import Sequence

from models.catalogue import learned
from models.shopping_list.shopping_list import Proposal, Verdict, learn, read_list


def careless_answers_change_only_their_lines(texts: Sequence[str], count: int) -> None:
    """Learns so many answers, right and wrong ones: no line is read otherwise but by its own."""
    dice = random.Random(13)
    before = {text: read_list(text).proposals for text in texts}
    asked = [p for found in before.values() for p in found if p.verdict is Verdict.ASK]
    sources = [p.source for found in before.values() for p in found]
    answered: set[tuple[str, str]] = set()
    for _ in range(count):
        proposal = dice.choice(asked)
        if dice.random() < 0.7:
            product = dice.choice(proposal.choices)
        else:  # looked up by hand, and wrong
            product = dice.choice(dice.choice(asked).choices)
        amount = proposal.amount_of(product)
        quantity = None if amount.is_sure else dice.choice([1_000, 12_000, 40_000])
        learn(proposal.source, product.id, quantity)
        answered.update((a.phrase, a.unit) for a in learned.answers_of(product.id))
    assert answered
    after = {text: read_list(text).proposals for text in texts}
    assert sources == [p.source for found in after.values() for p in found]
    for text in texts:
        for old, new in zip(before[text], after[text], strict=True):
            if new.said_as in answered:
                continue
            assert new.verdict is old.verdict, old.source
            assert _said(new) == _said(old)


def _said(proposal: Proposal) -> tuple[object, ...]:
    return proposal.source, proposal.quantity, proposal.choices[:1] and proposal.choices[0].id
