"""What was done to one product, undone: columns, barcodes, other names, what was learned."""

from models import events
from models.catalogue import catalogue, learned
from models.errors import CannotUndo, CodeTaken
from models.events import Event, Receipt
from models.journal import journal


def added(event: Event) -> Receipt[None]:
    """The product is not sold after all. Raises `CannotUndo` when it is not sold any more."""
    return _write(event, {"active": [False, True]})


def changed(event: Event) -> Receipt[None]:
    """Its columns or its barcode are as before. Raises `CannotUndo`."""
    if "fields" in event.payload:
        return _write(event, event.payload["fields"])
    product_id, (gone, new) = event.payload["product"], event.payload["barcode"]
    codes = {x.code: x.quantity for x in catalogue.sheet(product_id).codes}
    if new is not None and codes.get(new["code"]) != new["quantity"]:
        raise CannotUndo(event.kind)
    if gone is not None:
        _refuse_taken(event, gone["code"])
    return catalogue.replace_barcode(product_id, new, gone, undone=event.sequence)


def named(event: Event) -> Receipt[None]:
    """It is known by that name no more, or once more. Raises `CannotUndo`."""
    product_id, phrase = event.payload["product"], event.payload["phrase"]
    known = event.kind == events.ALIAS_FORGOTTEN
    turned = catalogue.set_alias(product_id, phrase, known=known, undone=event.sequence)
    if turned.sequence is None:
        raise CannotUndo(event.kind)
    return turned


def answered(event: Event) -> Receipt[None]:
    """What was kept for a customer's words is as before. Raises `CannotUndo`."""
    said = event.payload
    place = said["product"], said["phrase"], said["unit"]
    before, after = said["answer"]
    if learned.kept_answer(*place) != after:
        raise CannotUndo(event.kind)
    return learned.write(*place, before, undone=event.sequence)


def _refuse_taken(event: Event, code: str) -> None:
    try:
        catalogue.refuse_taken(code)
    except CodeTaken as taken:
        raise CannotUndo(event.kind) from taken


def _write(event: Event, fields: dict[str, list[object]]) -> Receipt[None]:
    """Gives columns, `[before, after]` each, their values of before."""
    product_id = event.payload["product"]
    now = catalogue.product(product_id)
    if any(getattr(now, name) != after for name, (_, after) in fields.items()):
        raise CannotUndo(event.kind)
    if "sku" in fields:
        _refuse_taken(event, str(fields["sku"][0]))
    after = {name: after for name, (_, after) in fields.items()}
    catalogue.write(product_id, after, {name: before for name, (before, _) in fields.items()})
    turned = {name: [after, before] for name, (before, after) in fields.items()}
    payload = {"product": product_id, "fields": turned, "undone": event.sequence}
    return Receipt(journal.append(events.PRODUCT_CHANGED, payload))
