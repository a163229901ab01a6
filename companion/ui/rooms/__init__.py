"""The base that every room stands on, and the screens that can lie over any of them."""
