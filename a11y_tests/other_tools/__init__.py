"""Other engines and tools, from the npm packages that package-lock.json pins; only two commands need them."""
