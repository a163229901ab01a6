"""Sentences about settings, and about the user's own keys."""

from __future__ import annotations

UNUSED_SETTINGS = "Your settings can't be used: see companion self-check."
UNUSED_KEYS = "Not all your keys work: see companion self-check."


def settings_broken(path: str) -> str:
    """The file has no settings that can be read."""
    return (
        f"{path} can't be read as settings, so Companion uses its usual ones; the file is kept, "
        "and set aside once you choose something new."
    )


def cannot_be_used(path: str, reason: str) -> str:
    """The disk refuses the file."""
    return f"{path} can't be read: {reason}; Companion uses its usual ones, and the file stays."


def no_such_country(path: str) -> str:
    """The locale that is named there names no country."""
    return f"{path} names a locale without a country, so dates and times are shown as usual here."


def no_such_colors(path: str) -> str:
    """The colors that are named there do not exist."""
    return f"{path} names colors that Companion doesn't have, so the usual ones are shown."


# The user's own keys.

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
