"""How screens look: pictures of every state, and what is asserted on what is painted."""
