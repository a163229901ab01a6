"""The parts of the Prepare room, a file each."""
