"""Limits: generous to people, and no address is kept."""

import pytest
from starlette.testclient import TestClient

from participation_api import limits
from participation_api.limits import Buckets, Limits, Rate
from participation_api.test_answers import LUNCH, send, tally


class Seconds:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_bucket_gives_its_burst_and_then_its_rate() -> None:
    seconds = Seconds()
    buckets = Buckets(Rate(burst=3, per_second=0.5), seconds)
    assert [buckets.take("a") for _ in range(4)] == [True, True, True, False]
    assert buckets.take("b") is True
    seconds.now = 2
    assert [buckets.take("a") for _ in range(2)] == [True, False]


def test_buckets_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_BUCKETS", 10)
    buckets = Buckets(Rate(1, 0))
    assert all(buckets.take(str(number)) for number in range(50))
    assert len(buckets._levels) == 10


def test_a_full_hall_behind_one_address_can_begin_at_once() -> None:
    found = Limits(Seconds())
    assert [found.may_begin("10.0.0.1") for _ in range(3_001)].count(False) == 1


def test_address_is_kept_only_under_a_key_that_changes_each_day() -> None:
    seconds = Seconds()
    found = Limits(seconds)
    found.may_begin("10.0.0.1")
    seconds.now = limits.DAY
    found.may_begin("10.0.0.1")
    names = list(found._new._levels)
    assert len(names) == 2
    assert [name for name in names if "10.0.0.1" in name] == []


def test_device_that_sends_without_end_is_told_to_wait_and_nothing_is_lost(client: TestClient) -> None:
    client.app.state.service.limits = Limits(Seconds())  # type: ignore[attr-defined]
    statuses = [send(client, choice="soup") for _ in range(70)]
    assert (statuses[0], statuses[-1]) == (303, 429)
    refused = client.post(LUNCH, data={"choice": "salad", "change": "ballot"})
    assert refused.headers["retry-after"] == "5"
    assert '<pre class="given-back" dir="auto" lang="">\nSalad</pre>' in refused.text
    assert tally(client) == {"soup": 1, "salad": 0, "i-do-not-know": 0}
