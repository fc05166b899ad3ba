"""One script for each claim of the README: `make bench` runs them in one run and prints ratios."""
