"""A disk whose program is killed in the middle of something."""

from __future__ import annotations

from companion.files import DiskFiles


class KilledError(BaseException):
    """The program was killed here."""


class Mortal(DiskFiles):
    """A disk whose program is killed before one of its changes."""

    def __init__(self, left: int) -> None:
        self.left = left
        """Changes that still happen."""

    def _count(self) -> None:
        if self.left <= 0:
            raise KilledError
        self.left -= 1

    def create(self, path: str) -> int:
        self._count()
        return super().create(path)

    def replace(self, source: str, target: str) -> None:
        self._count()
        super().replace(source, target)

    def unlink(self, path: str) -> None:
        self._count()
        super().unlink(path)

    def remove_folder(self, path: str) -> None:
        self._count()
        super().remove_folder(path)

    def make_folder(self, path: str) -> None:
        self._count()
        super().make_folder(path)
