"""What rests on what, and what stands against what, as plain dictionaries: version 1 of the JSON (docs/shell.md)."""

from __future__ import annotations

from explorer.export.records import ref_record, statement_record
from explorer.store.disputes import Dispute
from explorer.store.rows import Claim

TYPE_CHECKING = False
if TYPE_CHECKING:
    from explorer.export.records import Record


def owned_record(claim: Claim) -> Record:
    """FACT or LINK with the entity that states it; a link's other end, which is `entity` elsewhere, is `to` here."""
    record = statement_record(claim)
    to = {"to": record["entity"]} if claim.part == "link" else {}
    return {**record, **to, "entity": ref_record(claim.entity)}


def dispute_record(dispute: Dispute) -> Record:
    """TROUBLE, with the entity that states each of its claims as `in`."""
    return {
        "kind": dispute.kind,
        "entity": {"id": dispute.entity.id, "name": dispute.entity.name},
        "about": dispute.about or None,
        "claims": [{**statement_record(claim), "in": ref_record(claim.entity)} for claim in dispute.claims],
        "text": "; ".join(dispute.texts),
    }
