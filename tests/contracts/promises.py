"""What others rely on: each promise by its name, in the sections of the contract.

A test that shows a promise bears its name: `@pytest.mark.promise("text.marks")`.
"""

from __future__ import annotations

from typing import Final

PROMISES: Final = {
    # text
    "text.marks": (
        "a mark counts at the very start, with a blank after it or alone; all else is text"
    ),
    "text.code-points": (
        "code point for code point, blanks at both ends included, nothing normalised"
    ),
    "text.line-ends": "line ends and separators become LF, other controls but TAB U+FFFD",
    "text.bad-bytes": "an invalid byte becomes its cp1252 character; no lone surrogate gets in",
    "text.hidden-characters": "hidden characters are kept and shown as a visible mark",
    "text.blank-lines": "a blank line makes no note",
    "text.no-markup": "what a person wrote is never markup",
    "text.survives": "what has been painted survives a kill, and after 250 ms a power cut",
    # files
    "files.names": "cases and visits lie in files named by random ids",
    "files.meta": "the first table of a store is schema, generation and checksum, and nothing else",
    "files.nothing-beside": "nothing is written beside the data folder",
    "files.private": "files are private under any umask",
    "files.newer-schema": "a newer schema is opened for reading only, byte for byte as it was",
    "files.checkpoint": "a checkpoint is plain TinyDB JSON; a command that ends has made one",
    "files.one-file": "every change touches exactly one file",
    "files.steps": "a to-do note or door answer is a step until a kept one takes its place",
    "files.carried": "a next visit takes what was carried to it",
    "files.stamps": "stamps grow, and merging loses no text",
    "files.undo": (
        "undo keeps two hundred changes and 256 kB, outlives a restart, leaves typing out"
    ),
    "files.damaged": "a damaged store is set aside or left, named, and leaves the rest readable",
    "files.lock": "one lock a case; readers take none and write nothing",
    "files.erase": "erasing removes every generation and leaves the id",
    "files.no-locks": (
        "a disk without locks is told, with --home as the way out; what is typed there is kept"
    ),
    "files.settings": (
        "settings and keys that can't be used are told, and put aside before they are written over"
    ),
    "files.open-elsewhere": (
        "what is open elsewhere is removed and renamed once let go; the example needs no disk"
    ),
    # command line
    "command.new": "`new` prints the id alone",
    "command.plan": "`plan` prints the id alone; a local time gets its offset",
    "command.naming-a-case": "a case is named by number or the beginning of its id",
    "command.home-anywhere": "`--home` stands before or after the command",
    "command.standard-input": "what a person writes is read from standard input when absent or -",
    "command.exit-codes": (
        "2 for wrong usage or no terminal; 128 and the number for signals; 0 for a closed pipe"
    ),
    "command.errors": "errors are one sentence, never a traceback",
    "command.which-visit": (
        "which visit is meant: under way, within twelve hours, or a new one; named on stderr"
    ),
    "command.change": "`change` and `undo`",
    "command.export-forms": (
        "exports in each form; covered and own notes left out for others, and said"
    ),
    "command.html": "HTML holds nothing that runs or loads",
    "command.csv": "CSV: all quoted, formulas guarded and counted",
    "command.ics": "ICS: visits and dated steps, the same each time",
    "command.search": "`search` looks through notes and answers",
    "command.json-lists": "`packs --json` and `keys --json` have the promised fields",
    "command.check": "`check` prints file, line and sentence",
    "command.keeping": "`backup`, `restore`, `erase`, `where`, `self-check`",
    "command.trash": "what is deleted in rooms lies in a trash for thirty days",
    "command.demo": "`demo` is in memory and refused together with `--home`",
    "command.visit-times": "a visit is told by its own clocks and those here, the same everywhere",
    "command.habits": (
        "days and times are told in the habit of the country, or as `locale` in the settings says"
    ),
    "command.typed-times": (
        "a time in words is read and said back; so is an hour that clocks skip or show twice"
    ),
    "command.calendar-zone": (
        "a calendar names the zone of a visit, and comes in as the same moment"
    ),
    "command.bare-terminal": (
        "a terminal that can place nothing: one sentence, exit 2, no escape sequence"
    ),
    "command.typed-wrong": (
        "a command typed wrong is told with the one meant; to go on is said as it was typed"
    ),
    "command.medicines": (
        "a medicine stands whole on the page for the doctor, or is counted with its sheet"
    ),
    "command.papers": (
        "papers for doctors carry the patient's name, and printed sheets their numbers"
    ),
    # keys and screen
    "keys.letters": (
        "no letter typed in a list takes out, renumbers or changes anything; words are written"
    ),
    "keys.numbers-stay": (
        "from its first note on no question of a visit gets another number, whoever changes it"
    ),
    "keys.undo-by-room": (
        "a room takes back what it shows and says what, else where the last change was made"
    ),
    "keys.unread": (
        "what cannot be read as a day or a number waits in its field; the value before stays"
    ),
    "keys.ids-and-keys": "the fixed ids and default keys",
    "keys.numbers-typed": "Tab and a number; a number typed in the composer is text",
    "keys.cards": "say it back, number card, cover, news, door, moment, hiding, marks, the end",
    "keys.last-line": "the last line begins with Enter save and ends with saved",
    "keys.escape": "Escape acts at once, and a torn key never becomes text",
    "keys.no-color": "NO_COLOR is truly without colour, focus still shows",
    "keys.own-keys": "the user's own keys are checked; help and quit stay reachable",
    "keys.unfinished-line": "the unfinished line comes back",
    "keys.no-network": "no network is ever used",
    "keys.corrections": (
        "a note that the doctor put right is shown and printed with the correction first"
    ),
    "keys.number-card": (
        "a number card draws all that is known, on screen and paper alike; the rest says why"
    ),
    "keys.narrow-sentences": (
        "no sentence on files or the disk is cut at 60 columns; what stands comes first"
    ),
    "keys.modifiers": (
        "a key that only modifies is no key; a key told by numbers writes what it writes"
    ),
    "keys.caps-lock": (
        "a letter is its command with Caps Lock and in other alphabets, or it is said what is"
    ),
    "keys.help": "F1 works wherever one is, what is in front comes first, and Esc leads back to it",
    "keys.cursor": (
        "the terminal's cursor stands on the row that keys act on, or where the next letter goes"
    ),
    "keys.narrow-words": "from 40 columns on no word is broken for want of room",
    "keys.clicks": (
        "a click in a visit changes nothing, and none leaves a line that is being written"
    ),
    # import
    "import.appointments": (
        "an appointment keeps summary, place, zone; whole days, floating times and rules as said"
    ),
    "import.pasted-list": "a pasted list becomes one question a line",
    "import.list-items": "every list item is one question, links as text and address",
    "import.foreign-ids": (
        "format, version and title are enough; ids of another form are replaced everywhere"
    ),
    "import.into-a-case": (
        "for a case already here new things are added, differing ones counted and kept"
    ),
    "import.wrong-files": "what is wrong is one sentence with its path, and nothing is imported",
    "import.left-out": (
        "a line of Markdown that is not taken is counted and named; no case is made for nothing"
    ),
    "import.task-boxes": "a task box is dropped behind every bullet, in Markdown and text",
    "import.newest-version": (
        "of several versions the newest counts; one not called off is a visit whatever else is bad"
    ),
    "import.update": "what differs from a visit here is said line by line and taken with --update",
    "import.invitation": (
        "DESCRIPTION, ORGANIZER and URL are kept with the visit, and go out and come back"
    ),
    "import.other-kinds": (
        "a file of another kind is refused by what it is; the calendar in a mail is found"
    ),
    # JSON export
    "json.schema": "keys in order, UTF-8, every export fits the schema",
    "json.notes": "notes carry offset, milliseconds and the speaker",
    "json.numbers": "numbers are those of the room; a plan only while there is no visit",
    "json.audience": (
        "nothing deleted goes out; `me` leaves nothing out, others lack what is covered or mine"
    ),
    "json.round-trip": (
        "exported for me, imported into an empty home and exported again: the same bytes"
    ),
    "json.unreadable": "an unreadable visit is named",
}
