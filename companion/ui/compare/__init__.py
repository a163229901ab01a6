"""The opinions side by side, and what follows from them."""
