"""Widgets that every room is made of; none of them knows a service or a file."""
