"""Dataclasses that share their methods, instead of having them written for each.

The standard decorator compiles up to six methods for every class as the class is made, about half
a millisecond each time. A program that shows a room has some 250 such classes, most of them in the
libraries it is built on; writing all of them at the start was a third of the wait for the first
frame. `in_place` puts a decorator in the standard one's place that only reads the fields. The
initialiser is compiled once values of a class are made often; until then, and for comparing,
hashing and showing, one function serves all classes. What is asked for by any rarer argument the
standard library does itself. `replace`, which every key typed goes through four times, copies the
fields without an initialiser.
"""

from __future__ import annotations

import dataclasses
from dataclasses import MISSING, FrozenInstanceError, fields
from functools import cache
from inspect import get_annotations
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import Field

_standard: Any = dataclasses.dataclass
_standard_replace: Any = dataclasses.replace
_FEW: Final = 12
"""Values of a class that are made before its initialiser is compiled."""
_OURS: set[type] = set()
"""Frozen classes whose values hold what their fields say, and nothing an own initialiser adds."""


def in_place() -> None:
    """From now on, classes that are read from disk are made this way."""
    dataclasses.dataclass = dataclass
    dataclasses.replace = replace


def dataclass(
    plain: type | None = None,
    /,
    *,
    frozen: bool = False,
    slots: bool = False,
    kw_only: bool = False,
    **rarer: bool,
) -> Any:  # noqa: ANN401 - as the standard library's
    """Make a class a dataclass; the arguments mean what they mean in `dataclasses`."""

    def decorated(plain: type) -> type:
        if rarer or "InitVar" in str(get_annotations(plain)):
            whole = _standard(frozen=frozen, slots=slots, kw_only=kw_only, **rarer)
            return whole(plain)  # type: ignore[no-any-return]
        shape = _standard(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)
        made: type = shape(plain)
        methods = {
            "__init__": _first_initialiser(made, frozen=frozen),
            **(_FROZEN if frozen else _CHANGING),
        }
        for name, method in methods.items():
            if plain.__dict__.get(name) is None:
                setattr(made, name, method)
        if frozen and plain.__dict__.get("__init__") is None:
            _OURS.add(made)
        return made

    return decorated if plain is None else decorated(plain)


def replace(value: Any, /, **changes: Any) -> Any:  # noqa: ANN401 - as the standard library's
    """A copy with other values of some fields, as `dataclasses.replace` makes it."""
    made = value.__class__
    plan = _plan(made) if made in _OURS else None
    if plan is None or not changes.keys() <= plan[1].keys():
        return _standard_replace(value, **changes)
    new = object.__new__(made)
    keep = object.__setattr__
    for name in plan[1]:
        keep(new, name, changes[name] if name in changes else getattr(value, name))
    return new


def _first_initialiser(made: Any, *, frozen: bool) -> Callable[..., None]:  # noqa: ANN401
    """Sets the fields one by one; what is often made, or not given as it should be, is compiled."""
    uses = 0
    keep = object.__setattr__ if frozen else setattr

    def initialise(self: object, *values: object, **named: object) -> None:
        nonlocal uses
        uses += 1
        given = _given(made, values, named) if uses <= _FEW else None
        if given is None:
            made.__init__ = _initialiser(made, frozen=frozen)
            made.__init__(self, *values, **named)
        else:
            for name, value in given.items():
                keep(self, name, value)

    return initialise


def _given(
    made: type, values: tuple[object, ...], named: dict[str, object]
) -> dict[str, object] | None:
    """The value of every field; None where only the compiled initialiser knows what to do."""
    plan = _plan(made)
    if plan is None:
        return None
    by_place, defaults = plan
    given = {**dict(zip(by_place, values, strict=False)), **named}
    if len(given) < len(values) + len(named) or not given.keys() <= defaults.keys():
        return None
    for name, (default, factory) in defaults.items():
        if name not in given:
            if default is MISSING and factory is MISSING:
                return None
            given[name] = default if factory is MISSING else factory()
    return given


@cache
def _plan(made: Any) -> tuple[list[str], dict[str, tuple[Any, Any]]] | None:  # noqa: ANN401
    """The names that can be given by place, and the defaults of all; None for special classes."""
    every = fields(made)
    if hasattr(made, "__post_init__") or not all(each.init for each in every):
        return None
    by_place = [each.name for each in every if not each.kw_only]
    return by_place, {each.name: (each.default, each.default_factory) for each in every}


def _initialiser(made: Any, *, frozen: bool) -> Any:  # noqa: ANN401
    """The initialiser of a class, as `dataclasses` would have written it."""
    given = [each for each in fields(made) if each.init]
    made_inside = [each for each in fields(made) if not each.init and _preset(each)]
    parameters = ["self", *(_parameter(each) for each in given if not each.kw_only)]
    by_name = [_parameter(each) for each in given if each.kw_only]
    if by_name:
        parameters += ["*", *by_name]
    keep = "keep(self, {0!r}, {1})" if frozen else "self.{0} = {1}"
    body = [keep.format(each.name, _kept(each)) for each in given]
    body += [keep.format(each.name, _preset(each)) for each in made_inside]
    if hasattr(made, "__post_init__"):
        body.append("self.__post_init__()")
    known: dict[str, Any] = {"keep": object.__setattr__, "MISSING": MISSING}
    known |= {f"default_{each.name}": each.default for each in fields(made)}
    known |= {f"make_{each.name}": each.default_factory for each in fields(made)}
    lines = "\n    ".join(body or ["pass"])
    exec(f"def __init__({', '.join(parameters)}):\n    {lines}", known)  # noqa: S102 - names only
    return known["__init__"]


def _preset(field: Field[Any]) -> str:
    """What a field holds that nobody gave."""
    if field.default is not MISSING:
        return f"default_{field.name}"
    return "" if field.default_factory is MISSING else f"make_{field.name}()"


def _parameter(field: Field[Any]) -> str:
    if field.default is not MISSING:
        return f"{field.name}=default_{field.name}"
    return field.name if field.default_factory is MISSING else f"{field.name}=MISSING"


def _kept(field: Field[Any]) -> str:
    if field.default_factory is MISSING:
        return field.name
    return f"{_preset(field)} if {field.name} is MISSING else {field.name}"


@cache
def _reader(made: Any, *, what: str) -> Callable[[object], tuple[object, ...]]:  # noqa: ANN401
    """What reads the values of one of its instances at once: all that count for `what`."""
    names = [each.name for each in fields(made) if _counts(each, what)]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda self: tuple(getattr(self, name) for name in names)


def _counts(field: Field[Any], what: str) -> bool:
    if what == "hash" and field.hash is not None:
        return field.hash
    return field.compare or what == "copy"


def _values(self: Any, what: str) -> tuple[object, ...]:  # noqa: ANN401
    return _reader(self.__class__, what=what)(self)


def _equal(self: object, other: object) -> Any:  # noqa: ANN401
    if other.__class__ is not self.__class__:
        return NotImplemented
    return _values(self, "compare") == _values(other, "compare")


def _hash(self: object) -> int:
    return hash(_values(self, "hash"))


def _shown(self: Any) -> str:  # noqa: ANN401
    shown = (each.name for each in fields(self) if each.repr)
    values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
    return f"{self.__class__.__qualname__}({values})"


def _refuse(self: object, name: str, *_value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r} of {self.__class__.__name__}")


def _rebuilt(made: Any, values: tuple[object, ...]) -> object:  # noqa: ANN401
    new: object = object.__new__(made)
    for each, value in zip(fields(made), values, strict=True):
        object.__setattr__(new, each.name, value)
    return new


def _reduced(self: object, _protocol: object) -> tuple[Callable[..., object], tuple[Any, ...]]:
    return _rebuilt, (self.__class__, _values(self, "copy"))


_CHANGING = {"__eq__": _equal, "__hash__": None, "__repr__": _shown}
_FROZEN = {
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _shown,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__reduce_ex__": _reduced,
}
