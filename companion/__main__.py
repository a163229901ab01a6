"""Start of the program: settings that must be in place before anything else is imported."""

from __future__ import annotations

import gc
import sys

# Nothing that is read at the start becomes garbage; looking for it took a tenth of the wait.
# A room looks for garbage again when its first frame stands, other commands once they are read.
gc.disable()
# asyncio reads all of TLS if it is there; nothing here goes over a network.
sys.modules.setdefault("ssl", None)  # type: ignore[arg-type]

from companion.ui.terminal import tty_mode  # noqa: E402 - after the statements above

# What is typed while the rest is read comes into the room; nobody else has to see it before.
tty_mode.disable_echo(sys.argv[1:])

from companion.cli.entry import main  # noqa: E402 - after the statements above

if __name__ == "__main__":
    main()
