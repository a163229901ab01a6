"""The commands, one module each; the function in it is called `command`."""
