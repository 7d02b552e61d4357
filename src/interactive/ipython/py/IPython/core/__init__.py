"""The shell's inner modules, as far as programs import them."""
