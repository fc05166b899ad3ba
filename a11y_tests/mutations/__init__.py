"""Barriers planted into the project's own good pages, one at a time, to see whether the audit finds each."""
