"""Imports and exports: values to bytes, and bytes to values.

Nothing here opens a file; services hand the bytes to `files`.
"""

from __future__ import annotations
