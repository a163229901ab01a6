"""The JSON Schema of the JSON export."""

from __future__ import annotations

from typing import Any

import msgspec

from companion.exchange.json.model import FORMAT, VERSION, CaseShape

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_NULL = {"type": "null"}


def _nullable(value: dict[str, Any]) -> dict[str, Any]:
    """Return the same, null allowed: every field but four may be null or missing."""
    value = {key: each for key, each in value.items() if key != "default"}
    choices = value.get("anyOf")
    if choices is None:
        return {"anyOf": [value, _NULL]}
    if _NULL not in choices:
        value["anyOf"] = [*choices, _NULL]
    return value


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) that every export fits."""
    schema = msgspec.json.schema(CaseShape)
    for shape in schema["$defs"].values():
        required = shape.get("required", [])
        for name, value in shape.get("properties", {}).items():
            if name not in required:
                shape["properties"][name] = _nullable(value)
    return {"$schema": DRAFT, "title": f"{FORMAT} {VERSION}", **schema}


def export_schema() -> bytes:
    """Return the JSON Schema as it is printed: UTF-8, LF at the end."""
    return msgspec.json.format(msgspec.json.encode(json_schema()), indent=2) + b"\n"
