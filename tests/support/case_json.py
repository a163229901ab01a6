"""A case as the JSON of its export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.exchange.json.case_export import write_json
from companion.exchange.redaction import Audience, for_audience

if TYPE_CHECKING:
    from companion.domain.case import Case


def export_json(case: Case, audience: Audience = Audience.ME) -> bytes:
    """Return a case as JSON for an audience."""
    return write_json(for_audience(case, audience))
