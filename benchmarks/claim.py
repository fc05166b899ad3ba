"""A figure and its limit."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Claim:
    name: str
    found: float
    limit: float
    unit: str = "× hello"

    @property
    def holds(self) -> bool:
        return self.found <= self.limit
