"""Stores: one TinyDB file a visit and one a case, that survive crashes, full disks and sync tools.

The files of one store, all in one folder (`layout`), and how they follow from one another:

```
NAME.json               checkpoint, generation n: plain TinyDB JSON with its checksum   (checkpoint)
NAME.json.journal       the changes since: one line a transaction, appended and synced     (journal)
NAME.json.prev          checkpoint, generation n - 1
NAME.json.journal.prev  the changes that lead from n - 1 to n; ends with a line that names n
NAME.json.tmp           generation n + 1 while it is being written
```

The life of a store (`store.Store` is what the rest of the program sees):

```
open    recovery reads the files and replays the journals ──► documents in memory, findings
          no file: a new store ─ first change makes it         damaged: made from .prev, or refused
edit    apply ─► compared with them ─► writer appends one line to .journal      at every key press
sync    sync_thread ─► writer: .journal is on the disk itself                  at most 250 ms later
checkpoint (journal over 256 KB, an error, closing)
        1  .tmp written and synced         2  .journal closed with a line "next", synced
        3  .journal ─► .journal.prev       4  new .journal, with the edits made meanwhile
        5  .json ─► .prev                  6  .tmp ─► .json
        After an error 5 and 6 come before 3 and 4: the journal is not trusted any more.
close   a last checkpoint; the journal left behind is empty
```

At each step, also at a power cut between two system calls, one checkpoint and a row of journals
lead to every change that was synced. Another program's state in the place of ours is never written
over (`conflict`): ours goes on in NAME.conflict-1.json, and both are shown together. Files that
were damaged or replaced are renamed (`.damaged-1`, `.kept-1`), never removed.
"""
