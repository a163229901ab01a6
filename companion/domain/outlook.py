"""Whether a text speaks of living or dying, in the ways doctors and frightened people do.

Covering a text that need not be covered costs one key; leaving one open cannot be taken back. So
the rule is wide: some phrases always count, and so do the words of the guidance in all their forms.
A figure, a share of people or a stretch of months or years counts as well, unless its sentence says
that it is a dose, an age, an appointment, the past. So does every other word that is often said of
what is to come, unless its sentence names something of the day, the body or the household: what
nothing explains is covered. Texts are compared folded (`folded_text`), word by word, so that no
hyphen, accent or blank gets around it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from companion.domain.folded_text import folded
from companion.words import outlook as phrases

_PIECE = re.compile(r"[()\[\]/]|\.\.|[^\s()\[\]/]+")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[%/:$]")
_SENTENCES = re.compile(r"[.;!?\n](?!\d)|(?<!\d)[.;!?](?=\d)")
_NUMERAL = re.compile(rf"\d+|{phrases.PARTS['number'].replace('/', '|')}")
_LINE_BREAK = re.compile(r"\n(?! )")
_OUTWEIGHS = 4
"""Hints that count as much as one word that tells of something else."""
_SHORTEST = 3
"""Letters of a word that has forms."""
_GAP = r"(?:\w+ ){0,3}"
_FIGURE = r"\d+(?:[.,]\d+)* "


# Reading the phrases


class _Phrase:
    """Reads one phrase of the notation that `words.outlook` tells, as a pattern of words."""

    def __init__(self, line: str) -> None:
        self._pieces = iter(_PIECE.findall(line))

    def pattern(self) -> str:
        """Return the whole phrase: outside brackets `/` stands between two words."""
        atoms: list[str] = []
        for piece in self._pieces:
            if piece == "/":
                atoms[-1] = f"(?:{atoms[-1]}|{self._atom(next(self._pieces))})"
            else:
                atoms.append(self._atom(piece))
        return "".join(atoms)

    def _atom(self, piece: str) -> str:
        if piece == "(":
            return f"(?:{self._until(')')})"
        if piece == "[":
            return f"(?:{self._until(']')})?"
        if piece == "..":
            return _GAP
        if piece[0] == "{":
            return _part(piece[1:-1])
        return re.escape(piece).replace(r"\*", r"\w*") + " "

    def _until(self, end: str) -> str:
        """Alternatives in brackets: there `/` stands between whole phrases."""
        options = [""]
        for piece in self._pieces:
            if piece == end:
                break
            if piece == "/":
                options.append("")
            else:
                options[-1] += self._atom(piece)
        return "|".join(options)


@cache
def _part(name: str) -> str:
    made = {"number": _number, "stretch": _stretch, "percent": _percent}
    if name in made:
        return made[name]()
    return f"(?:{'|'.join(_Phrase(each).pattern() for each in phrases.PARTS[name].split('/'))})"


def _number() -> str:
    words = "|".join(f"{word} " for word in phrases.PARTS["number"].split("/"))
    return f"(?:{_FIGURE}|{words})"


def _percent() -> str:
    return f"(?:{_number()}+(?:% |percent |pct |per cent |p c ))"


def _stretch() -> str:
    """Some months or years: `five to eight good years`, `a few months`, `3 yrs`."""
    some = f"(?:{_number()}|{_part('vague')}|to |or |till |until |and )"
    return f"(?:{some}{{1,6}}{_part('years')})"


@cache
def _any_of(lines: str) -> re.Pattern[str]:
    patterns = (_Phrase(line).pattern() for line in _LINE_BREAK.split(lines.strip()))
    return re.compile(f"(?<= )(?:{'|'.join(patterns)})")


@cache
def _figures() -> re.Pattern[str]:
    """Return a percentage, so many of so many, a share of people, some months or years."""
    shares = _any_of(phrases.OF_PEOPLE).pattern.removeprefix("(?<= )")
    no_unit = rf"(?!{_part('weeks')}|{_part('years')}|minutes |min |mg |g |ml |tablets |/ |: )"
    of = f"{_number()}+(?:in |out of |of |from |/ )(?:every |a )?{_number()}+{no_unit}"
    bare = "(?:years |decades |months )"
    return re.compile(rf"(?<= )(?:{_percent()}|{of}|{shares}|{_stretch()}|{bare})")


@cache
def _only_a_day() -> re.Pattern[str]:
    """`In six months`, `for ten days`, and not a word more: when something is to be done."""
    some_weeks = rf"(?:{_number()}|to |or )+{_part('weeks')}"
    return re.compile(rf" (?:in (?:about )?{_stretch()}|(?:in |for |after |about )*{some_weeks})")


# Reading a text

_CONTRACTED = (
    (r"\bper cent\b", "percent"),
    (r"\bwo ?n'?t\b", "will not"),
    (r"\b(?:ca ?n'?t|cannot)\b", "can not"),
    (r"\bsha ?n'?t\b", "shall not"),
    (r"(?<=\w)n't\b", " not"),
    (r"\b(do|does|did|is|are|was|were|has|have|had|would|could|should)nt\b", r"\1 not"),
    (r"(?<=\w)'ll\b", " will"),
    (r"(?<=\w)'ve\b", " have"),
    (r"(?<=\w)'re\b", " are"),
    (r"(?<=\w)'d\b", " would"),
    (r"\bi'm\b", "i am"),
    (r"\b(he|she|it|that|what|there|who|time|here|how)'s\b", r"\1 is"),
    (r"(?<=\w)'s?\b|'", " "),
)


_IN_A_WORD = re.compile(r"(?<=[^\W\d_])-\s*(?=[^\W\d_])")
"""A hyphen in a word, at the end of a line too."""


def _readings(text: str) -> tuple[str, ...]:
    """Return a text folded, and once more as if its hyphens only divided words (`in-cur-able`)."""
    plain = folded(text)
    joined = _IN_A_WORD.sub("", plain)
    return (plain,) if joined == plain else (plain, joined)


def _sentences(text: str) -> list[str]:
    """Return each sentence as its words, a blank before and after each."""
    plain = text.replace("\n", ". ")
    for pattern, full in _CONTRACTED:
        plain = re.sub(pattern, full, plain)
    words = (_WORD.findall(sentence) for sentence in _SENTENCES.split(plain))
    return [f" {' '.join(each)} " for each in words if each]


@cache
def _forms(word: str) -> str:
    """A word of the guidance in its forms, its parts joined by a hyphen, a blank or nothing."""
    parts = _WORD.findall(folded(word))
    counted = bool(parts) and _NUMERAL.fullmatch(parts[0]) is not None
    inflected = (sorted({re.escape(part)} if counted else _inflected(part)) for part in parts)
    return " ?".join(f"(?:{'|'.join(forms)})" for forms in inflected) + " " if parts else ""


def _inflected(word: str) -> set[str]:
    """Return a word with the endings of English."""
    if not word.isalpha() or len(word) < _SHORTEST:
        return {re.escape(word)}
    forms = {word, *(word + ending for ending in ("s", "es", "ed", "d", "ing", "r", "rs"))}
    forms |= {word + word[-1] + ending for ending in ("ed", "ing")}
    if word.endswith("ie"):
        forms.add(f"{word[:-2]}ying")
    if word.endswith("e"):
        forms |= {word[:-1] + ending for ending in ("ing", "able", "ation")}
    if word.endswith("y"):
        forms |= {word[:-1] + ending for ending in ("ies", "ied")}
    return forms


@lru_cache(8)
def _of_guidance(words: tuple[str, ...]) -> re.Pattern[str] | None:
    patterns = [form for word in words if (form := _forms(word))]
    return re.compile(f"(?<= )(?:{'|'.join(patterns)})") if patterns else None


@lru_cache(4096)
def speaks_of_outlook(text: str, words: tuple[str, ...] = ()) -> bool:
    """Return whether a text speaks of living or dying.

    Args:
        text: A note, a question, an answer, as it was typed.
        words: Further words that count, those of the guidance.
    """
    return any(
        _sentence_speaks(sentence, words)
        for reading in _readings(text)
        for sentence in _sentences(reading)
    )


def _sentence_speaks(sentence: str, words: tuple[str, ...]) -> bool:
    guidance = _of_guidance(words)
    if guidance is not None and guidance.search(sentence):
        return True
    rest = _any_of(phrases.SOMETHING_ELSE).sub(". ", sentence)
    if _any_of(phrases.ALWAYS).search(rest) or _any_of(phrases.EXPECTED).search(rest):
        return True
    if _only_a_day().fullmatch(sentence):
        return False
    if not _any_of(phrases.NO_OUTLOOK).search(sentence) and (
        _figures().search(rest) or _any_of(phrases.LIKELY).search(rest)
    ):
        return True
    hints = set(_any_of(phrases.HINTS).findall(rest))
    explained = {
        *_any_of(phrases.NO_OUTLOOK).findall(sentence),
        *_any_of(phrases.EVERYDAY).findall(sentence),
    }
    return len(hints) > _OUTWEIGHS * len(explained)
