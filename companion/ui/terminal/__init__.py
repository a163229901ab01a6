"""Input, output and the end of the program, between Textual and a real terminal.

Every private part of Textual that the program touches is touched in this package.
`textual_internals` lists them, and a contract test fails when a new Textual moves one.
"""
