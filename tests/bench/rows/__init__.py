"""The goals, group by group; a group shares its runs."""
