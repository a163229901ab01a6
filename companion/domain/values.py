"""`dataclass` as the standard library has it, its methods written when they are first needed.

The standard decorator compiles up to six methods for every class as the class is made, about half
a millisecond each time; for the two hundred classes of a program that shows a room it was a third
of the wait before the first frame. Here it only reads the fields. The initialiser is compiled when
the first value is made; comparing, hashing and showing share one function for all classes.
"""

from __future__ import annotations

import dataclasses
from dataclasses import MISSING, FrozenInstanceError, fields
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import Field
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - given on under its own name


def _lazily(
    plain: type | None = None,
    /,
    *,
    frozen: bool = False,
    slots: bool = False,
    kw_only: bool = False,
) -> Any:  # noqa: ANN401 - what mypy is told stands above
    """Make a class a dataclass; the arguments mean what they mean in `dataclasses`."""

    def decorated(plain: type) -> type:
        shape: Any = dataclasses.dataclass(
            init=False, repr=False, eq=False, slots=slots, kw_only=kw_only
        )
        made: type = shape(plain)
        setattr(made, "__init__", _first_initialiser(made))  # noqa: B010 - mypy fears subclasses
        for name, method in (_FROZEN if frozen else _CHANGING).items():
            if plain.__dict__.get(name) is None:
                setattr(made, name, method)
        return made

    return decorated if plain is None else decorated(plain)


if not TYPE_CHECKING:
    dataclass = _lazily


def _first_initialiser(made: Any) -> Callable[..., None]:  # noqa: ANN401
    def initialise(self: object, *values: object, **named: object) -> None:
        made.__init__ = _initialiser(made)
        made.__init__(self, *values, **named)

    return initialise


def _initialiser(made: Any) -> Any:  # noqa: ANN401
    """The initialiser of a class, as `dataclasses` would have written it."""
    given = [each for each in fields(made) if each.init]
    parameters = ["self", *(_parameter(each) for each in given if not each.kw_only)]
    by_name = [_parameter(each) for each in given if each.kw_only]
    if by_name:
        parameters += ["*", *by_name]
    body = [f"keep(self, {each.name!r}, {_kept(each)})" for each in given]
    if hasattr(made, "__post_init__"):
        body.append("self.__post_init__()")
    known: dict[str, Any] = {"keep": object.__setattr__, "MISSING": MISSING}
    known |= {f"default_{each.name}": each.default for each in given}
    known |= {f"make_{each.name}": each.default_factory for each in given}
    lines = "\n    ".join(body or ["pass"])
    exec(f"def __init__({', '.join(parameters)}):\n    {lines}", known)  # noqa: S102 - our own names
    return known["__init__"]


def _parameter(field: Field[Any]) -> str:
    if field.default is not MISSING:
        return f"{field.name}=default_{field.name}"
    return field.name if field.default_factory is MISSING else f"{field.name}=MISSING"


def _kept(field: Field[Any]) -> str:
    name = field.name
    return (
        name
        if field.default_factory is MISSING
        else (f"make_{name}() if {name} is MISSING else {name}")
    )


@cache
def _reader(made: Any) -> Callable[[object], tuple[object, ...]]:  # noqa: ANN401
    """What reads all values of one of its instances at once."""
    names = [each.name for each in fields(made)]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda self: tuple(getattr(self, name) for name in names)


def _values(self: Any) -> tuple[object, ...]:  # noqa: ANN401
    return _reader(self.__class__)(self)


def _equal(self: object, other: object) -> Any:  # noqa: ANN401
    if other.__class__ is not self.__class__:
        return NotImplemented
    return _values(self) == _values(other)


def _hash(self: object) -> int:
    return hash(_values(self))


def _shown(self: Any) -> str:  # noqa: ANN401
    values = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self))
    return f"{self.__class__.__qualname__}({values})"


def _refuse(self: object, name: str, *_value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r} of {self.__class__.__name__}")


def _rebuilt(made: Any, values: tuple[object, ...]) -> object:  # noqa: ANN401
    new: object = object.__new__(made)
    for each, value in zip(fields(made), values, strict=True):
        object.__setattr__(new, each.name, value)
    return new


def _reduced(self: object, _protocol: object) -> tuple[Callable[..., object], tuple[Any, ...]]:
    return _rebuilt, (self.__class__, _values(self))


_CHANGING = {"__eq__": _equal, "__hash__": None, "__repr__": _shown}
_FROZEN = {
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _shown,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__reduce_ex__": _reduced,
}
