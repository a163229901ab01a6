"""The parser: CommonMark without HTML and images, with limits; it counts lists it drops.

markdown-it-py is quadratic on a few inputs (a page of `[`, fifty lists on one line). Size, lines
and the length of one paragraph are capped before; the rest is caught by a time limit that the
parser's own rules check, so that no file can hold the program up. A thread with a time limit would
not do: it cannot be ended.
"""

from __future__ import annotations

import functools
import re
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_inline import link as link_rule
from mdit_py_plugins.front_matter import front_matter_plugin

from companion.words import markdown as words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

MAXIMUM_BYTES = 256 * 1024
"""Largest text read, in bytes of UTF-8."""
MAXIMUM_LINES = 5_000
MAXIMUM_PARAGRAPH = 16_000
"""Longest paragraph, in characters: the steps after the inline rules have no time limit."""
MAXIMUM_NESTING = 100
"""Deepest nesting of the parser's tokens; a list takes two levels."""
EVERY = 16
"""Of so many looks one reads the clock."""
SECONDS = 1.0
"""Longest time for one text."""
_MAPPING = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*[A-Za-z_][\w -]{0,80}:(?:\s|$)")
_BREAK = re.compile(r"(?<![ \t])[ \t]*\\?\n[ \t]*")
_COMMENT = re.compile(r"[ \t]{0,8}<!--[^<>]{0,400}?-->")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9.+-]{1,31}:[^\s<>]*)>")
_WATCHED_BLOCKS = ["paragraph", "reference", "blockquote", "list"]


class TextRefusedError(ValueError):
    """A text that is refused.

    Attributes:
        sentence: What is wrong and what to do.
        line: The line where it was noticed, from 1.
    """

    def __init__(self, sentence: str, line: int = 1) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.line = line


@dataclass(slots=True)
class Watch:
    """Time limit of one text."""

    clock: Callable[[], float] = time.thread_time
    """Processor seconds of this thread: a busy laptop refuses nothing."""
    seconds: float = SECONDS
    """How long the text may take."""
    ends_at: float = field(init=False)
    """When, on that clock, the time is over."""
    looks: int = 0
    """How often it was asked; the clock itself takes a quarter of the time of a usual text."""

    def __post_init__(self) -> None:
        self.ends_at = self.clock() + self.seconds

    def look(self) -> None:
        """Refuse the text if its time is over.

        Raises:
            TextRefusedError: The time is over.
        """
        self.looks += 1
        if self.looks % EVERY == 1 and self.clock() > self.ends_at:
            raise TextRefusedError(words.TOO_TANGLED)


def _check_size(text: str) -> None:
    """Refuse a text that is too large before it is parsed.

    Raises:
        TextRefusedError: It has too many bytes or lines.
    """
    if len(text) > MAXIMUM_BYTES or len(text.encode("utf-8", "replace")) > MAXIMUM_BYTES:
        raise TextRefusedError(words.too_big(MAXIMUM_BYTES // 1024))
    if text.count("\n") > MAXIMUM_LINES:
        raise TextRefusedError(words.too_many_lines(MAXIMUM_LINES), MAXIMUM_LINES + 1)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parsed text."""

    tokens: Sequence[Token]
    """markdown-it's tokens; `map` counts lines from 0."""
    front: str
    """The YAML between the two `---`; may be empty."""
    body_line: int
    """First line after the front matter, from 1."""
    dropped: tuple[tuple[int, int], ...]
    """Ranges of lines nested too deep to be read, from 0, ends excluded."""
    lines: Sequence[str]


class _Blocks(ParserBlock):
    """Block rules that remember which lines were dropped as nested too deep."""

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        """Tokenize lines, or remember that they are nested too deep."""
        if state.level >= state.md.options.maxNesting:
            state.env["dropped"].append((startLine, endLine))
        super().tokenize(state, startLine, endLine)


class _Parser(MarkdownIt):
    """CommonMark with addresses unchanged."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        """Return the address as written: it is shown, never opened."""
        return url


def _watch(state: StateBlock | StateInline, *_: int) -> bool:
    state.env["watch"].look()
    return False


def _check_paragraphs(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and len(token.content) > MAXIMUM_PARAGRAPH:
            sentence = words.paragraph_too_long(MAXIMUM_PARAGRAPH)
            raise TextRefusedError(sentence, (token.map or [0])[0] + 1)


def _link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Parse a link, and remember where in the source it and its words are."""
    start, before = state.pos, len(state.tokens)
    if not link_rule(state, silent):
        return False
    if not silent:
        label_end = state.md.helpers.parseLinkLabel(state, start, True)
        opened = next(token for token in state.tokens[before:] if token.type == "link_open")
        opened.meta = {"start": start, "label_end": label_end, "end": state.pos}
    return True


@functools.cache
def _parser(*, with_front_matter: bool) -> MarkdownIt:
    parser = _Parser("commonmark")
    parser.block = _Blocks()
    parser.configure("commonmark", {"html": False, "maxNesting": MAXIMUM_NESTING})
    parser.disable("image")
    parser.inline.ruler.at("link", _link)
    if with_front_matter:
        parser.use(front_matter_plugin)
    parser.block.ruler.before("code", "watch", _watch, {"alt": _WATCHED_BLOCKS})
    parser.inline.ruler.before("text", "watch", _watch)
    parser.core.ruler.before("inline", "paragraphs", _check_paragraphs)
    return parser


def _tokens(
    text: str, watch: Watch, *, with_front_matter: bool
) -> tuple[list[Token], tuple[tuple[int, int], ...]]:
    env: dict[str, object] = {"watch": watch, "dropped": []}
    tokens = _parser(with_front_matter=with_front_matter).parse(text, env)
    dropped = env["dropped"]
    return tokens, tuple(dropped) if isinstance(dropped, list) else ()


def parse(text: str, watch: Watch | None = None) -> Parsed:
    """Parse a text.

    A first line of dashes opens front matter only if a `name:` follows; a list between two rules
    stays a list.

    Raises:
        TextRefusedError: The text is too large, or takes too long.
    """
    _check_size(text)
    watch = watch or Watch()
    text = text.replace("\r\n", "\n").replace("\r", "\n") + "\n"
    lines = text.split("\n")
    if text.startswith("---"):
        tokens, dropped = _tokens(text, watch, with_front_matter=True)
        first = tokens[0] if tokens else None
        if first and first.type == "front_matter" and _is_mapping(first.content):
            body_line = (first.map or [0, 0])[1] + 1
            return Parsed(tokens, first.content, body_line, dropped, lines)
    tokens, dropped = _tokens(text, watch, with_front_matter=False)
    return Parsed(tokens, "", 1, dropped, lines)


def _is_mapping(front: str) -> bool:
    return not front.strip() or _MAPPING.match(front) is not None


# Tokens as text


def without_comments(text: str) -> str:
    """Return the text without `<!-- … -->`."""
    return _COMMENT.sub("", text)


def written_text(token: Token) -> str:
    """Return an inline token's own source on one line, links as `text (address)`."""
    source, position, parts = token.content, 0, list[str]()
    for link in token.children or ():
        if link.type != "link_open" or "start" not in link.meta or link.meta["start"] < position:
            continue
        parts.append(source[position : link.meta["start"]])
        label = source[link.meta["start"] + 1 : link.meta["label_end"]]
        parts.append(_with_address(label, str(link.attrs.get("href", ""))))
        position = link.meta["end"]
    parts.append(source[position:])
    return _BREAK.sub(" ", _AUTOLINK.sub(r"\1", "".join(parts))).strip()


def plain_text(children: Sequence[Token]) -> str:
    """Return inline tokens as plain text: no emphasis, links as `text (address)`."""
    parts: list[str] = []
    links: list[tuple[str, int]] = []
    for token in children:
        if token.type == "link_open":
            links.append((str(token.attrs.get("href", "")), len(parts)))
        elif token.type == "link_close" and links:
            address, begun = links.pop()
            parts[begun:] = [_with_address("".join(parts[begun:]), address)]
        elif token.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
        else:
            parts.append(token.content)
    return "".join(parts).strip()


def _with_address(words: str, address: str) -> str:
    if not address or address in {words, f"mailto:{words}"}:
        return words
    return f"{words} ({address})" if words else address
