"""`make audit-mutations`: plant every barrier, print which the audit found, and fail below 97 of 100."""

import sys
import time

from a11y_tests.mutations.barriers import barriers
from a11y_tests.mutations.plant import judge_all, judge_good
from a11y_tests.own_pages.served import served

LEAST_SHARE = 0.97


def main(only: str = "") -> int:
    """With words, only the barriers whose kind has them."""
    planted = [barrier for barrier in barriers() if only in barrier.kind]
    names = {barrier.page for barrier in planted}
    started = time.monotonic()
    with served(names.__contains__) as pages:
        good = {} if only else judge_good(pages)
        outcomes = judge_all(pages, planted)
    missed = [outcome for outcome in outcomes if not outcome.is_found]
    alarms = [f"{name}: {finding.rule}: {finding.msg}" for name, found in good.items() for finding in found]
    for outcome in missed:
        instead = ", ".join(outcome.others) or "nothing"
        print(f"MISSED {outcome.barrier}; " + (f"found instead: {instead}" if outcome.is_planted else "NO SUCH PLACE"))
    for alarm in alarms:
        print(f"FALSE ALARM {alarm}")
    kinds = {barrier.kind for barrier in planted}
    print(
        f"{len(planted) - len(missed)} of {len(planted)} barriers of {len(kinds)} kinds were found on "
        f"{len(names)} pages; the pages without barriers gave {len(alarms)} violations. "
        f"{time.monotonic() - started:.0f} s."
    )
    return int(bool(alarms) or len(planted) - len(missed) < LEAST_SHARE * len(planted))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
