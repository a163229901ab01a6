"""The cards that lie over the Compare room: one file a card."""
