"""What an audit has found, for people and for other programs: one module a kind of file."""
