"""Commands that audit our own pages: once for a report, ten times, beside other tools, and by other engines."""
