"""Run every benchmark in one run on one machine; ends with 1 if a claim of the README does not hold here."""

import sys

from benchmarks import build_cost, page_weight, request_cost


def main() -> int:
    claims = [*request_cost.measure(), *build_cost.measure(), *page_weight.measure()]
    width = max(len(claim.name) for claim in claims)
    print("\nClaims")
    for claim in claims:
        verdict = "holds" if claim.holds else "DOES NOT HOLD"
        print(f"  {claim.name:<{width}}  {claim.found:8.2f} {claim.unit:<12} at most {claim.limit:g}: {verdict}")
    return 0 if all(claim.holds for claim in claims) else 1


if __name__ == "__main__":
    sys.exit(main())
