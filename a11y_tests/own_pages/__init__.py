"""The project's own pages in every state, and what is looked at on each of them."""
