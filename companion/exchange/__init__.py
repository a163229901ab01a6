"""Values to bytes, and bytes to values: exports, imports, the JSON Schema.

Nothing here opens a file; services hand the bytes to `files`.
"""

from __future__ import annotations
