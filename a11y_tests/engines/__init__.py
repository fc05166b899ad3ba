"""Rule engines that other people made and maintain, and what we take from each."""
