"""Every sentence the program says, one module for each room or area.

The docstring of a function names the occasion of its sentence.
"""
