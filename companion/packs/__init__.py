"""Packs: guidance for one condition, read from a folder of Markdown.

`reading` turns files into a pack, `lint` says what is wrong with one, `checking` does both for a
path, `locate` knows where packs lie and `catalogue` puts those of a case together.
"""
