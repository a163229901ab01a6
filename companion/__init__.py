"""A keyboard-driven terminal companion for medical second opinions."""

__version__ = "0.1.0"
