"""Packs: guidance for one condition, read from a folder of Markdown.

`pack_files` turns files into a pack, `lint` finds faults in one, `check` does both for a path,
`folders` knows where they are and `catalogue` combines the packs of a case.
"""
