"""The rapporteur's report: the results as everyone may see them, as Markdown and as a Word file with real headings."""
