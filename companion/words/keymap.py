"""Sentences about the user's own keys."""

from __future__ import annotations

NO_COLON = "There's no colon; write a command, a colon and its keys, like this: app.help: f1"


def unknown_command(name: str) -> str:
    """A line names no command."""
    return f"There's no command called {name}; `companion keys` lists them all."


def not_a_key(name: str) -> str:
    """A line names no key."""
    return f"{name} isn't a key; write keys like f8, ctrl+n or pagedown."


def needs_a_key(command: str) -> str:
    """Help and quit must have a key."""
    return f"{command} must keep a key, so its usual key stays."


def key_taken(key: str, command: str, other: str) -> str:
    """Two commands of one room want the same key."""
    return f"{key} is already used for {other}, so {command} keeps its usual key."


def report(path: str, line: int, sentence: str) -> str:
    """One problem, with file and line."""
    return f"{path}:{line}: {sentence}"
