"""Stores: one TinyDB file a visit and one a case, that survive what happens to laptops."""
