"""Title and help of every command, by its id: for F1, Ctrl+P, `companion keys` and the README.

A title has at most 24 characters in the Visit room, 28 elsewhere. A help of up to 35 takes one row
in a window of 80 columns; none has more than 50. No first frame reads this module.
"""

from __future__ import annotations

_HOME = {
    "home.new_case": ("New case", "Start with a new health question."),
    "home.write_now": ("Write notes now", "Take notes now, in a new case."),
    "home.was_there": ("I've already been", "Write down what you remember."),
    "home.search": ("Search", "All notes, answers and to-dos."),
    "home.example": ("Look around in an example", "A made-up case; nothing is saved."),
    "home.practice": ("Practice the keys", "Takes one minute; nothing is saved."),
    "home.change_case": ("Change this case", "Its title, guidance or names."),
    "home.trash": ("Move a case to the trash", "You can bring it back for 30 days."),
    "home.bring_back": ("Bring a case back", "See the trash and bring one back."),
}
_PREPARE = {
    "prepare.next_thing": ("Next thing", "Go to the next part to get ready."),
    "prepare.back": ("Back", "Go back to the list of parts."),
    "prepare.tick": ("Select, or move on", "Select it, or change its status."),
    "prepare.add": ("Your own line", "Write your own line in this list."),
    "prepare.choose": ("Choose from the list", "Questions or records to pick from."),
    "prepare.reword": ("Change the words", "Put a line in your own words."),
    "prepare.take_away": ("Remove", "Remove a line; undo brings it back."),
    "prepare.must": ("Must ask", "A question to ask first."),
    "prepare.should": ("Should ask", "A question to ask if there's time."),
    "prepare.could": ("Could ask", "A question to hand over in writing."),
    "prepare.move_up": ("Move up", "A question or a line, one up."),
    "prepare.move_down": ("Move down", "A question or a line, one down."),
    "prepare.who_asks": ("Who asks", "Patient, companion, or either one."),
    "prepare.alone": ("Ask in private", "Ask with no one else in the room."),
    "prepare.asked": ("Asked for a record", "Who you asked, when to ask again."),
    "prepare.stars": ("How much it matters", "1 to 5 stars for what matters."),
    "prepare.plan_visit": ("Plan the visit", "Who with, when, how long, where."),
    "prepare.decide_by": ("Decide by", "Your own date; you see the days left."),
    "prepare.call_off": ("Cancel the visit", "Undo brings it back."),
    "prepare.freeze": ("Lock your doctor's opinion", "Lock it with today's date."),
    "prepare.page": ("Page for the doctor", "See the page to give the doctor."),
    "prepare.enough": ("Enough for today", "See what's done, and stop."),
}
_VISIT = {
    "visit.go_to_question": ("Go to a question", "Type its number, 0 for other notes."),
    "visit.next_question": ("Next question", "Your unfinished line comes along."),
    "visit.previous_question": ("Previous question", "Your line comes along here, too."),
    "visit.look_back": ("Earlier notes", "Go back through the notes."),
    "visit.look_on": ("Later notes", "Go on to the newest notes."),
    "visit.find": ("Find in this visit", "By word, mark, question or writer."),
    "visit.mark_answered": ("Is it answered?", "Mark it answered, partly answered or open."),
    "visit.set_state": ("Status of a question", "Ask later, not needed and the rest."),
    "visit.new_question": ("New question", "It gets the next number."),
    "visit.say_it_back": ("Say it back", "Read a note aloud, to check it."),
    "visit.moment": ("Ask for a moment", "3 sentences to show or say."),
    "visit.number_card": ("Number card", "How many, of how many, how long."),
    "note.change_mark": ("Mark a note", "A quote, unclear, to do, a number."),
    "visit.cover": ("Hide a note", "Hide it until the patient asks."),
    "visit.unexpected_news": ("Unexpected news", "5 questions for any news."),
    "visit.five_questions": ("Questions for any visit", "Put 5 of them on your list."),
    "visit.recall": ("From memory", "A few lines about a visit that's over."),
    "visit.details": ("Doctor and day", "Who it's with, and when."),
    "visit.before_you_leave": ("Before you leave", "5 things to ask before you go."),
    "visit.hand_over": ("Give your page", "Note that the doctor has your page."),
    "visit.told_other": ("Shared the other opinion", "Note that this doctor knows it now."),
    "visit.doctor_is_here": ("The doctor is here", "Start the clock again."),
    "visit.more_time": ("More time", "Add 5 minutes to the planned time."),
    "visit.clock": ("Show or hide the clock", "Always, last 5 minutes, or never."),
    "visit.hide_screen": ("Hide the screen", "The same key brings it back."),
    "visit.change_author": ("Who is writing", "Switch to the other person."),
    "note.edit_last": ("Change the newest note", "Bring it back into your line."),
    "note.delete": ("Delete a note", "Undo brings it back."),
    "note.move": ("Move a note", "Move it to another question."),
    "note.mine_only": ("Not in copies", "Only in your own copy."),
    "visit.said": ("What was said", "One page to read aloud, correct and keep."),
    "visit.read_back": ("Go over the answers", "Every question with its notes."),
    "visit.end": ("End the visit", "See what's answered, what's open."),
}
_COMPARE = {
    "compare.next_aspect": ("Next topic", "Down the list, one at a time."),
    "compare.previous_aspect": ("Previous topic", "Back up the list."),
    "compare.whole_table": ("Whole table", "See all topics at once, or one."),
    "compare.more_topics": ("More topics", "Those with notes first."),
    "compare.what_now": ("What now?", "What it means, and what to do next."),
    "compare.options": ("Our options", "What each is like; stars, no total."),
    "compare.same": ("Same", "You see no real difference."),
    "compare.refined": ("Same, more exact", "One opinion says more than another."),
    "compare.differs": ("Different", "Then pick why they differ."),
    "compare.not_discussed": ("Not discussed", "Not every doctor talked about this."),
    "compare.cannot_tell_yet": ("Can't tell yet", "Leave it open for now."),
    "compare.matters": ("How much it matters", "Add a star; after 5 back to none."),
    "compare.mark": ("Select", "A reason, a note or a next step."),
    "compare.notes": ("Choose the notes", "The notes this opinion is based on."),
    "compare.behind": ("What it's based on", "Every note your choice is based on."),
    "compare.write": ("In your own words", "Rewrite what the cursor is on."),
    "compare.had_seen": ("What a doctor had seen", "Records, and the other opinion."),
    "compare.rate": ("Our impressions", "Words first, then stars. Each person rates alone."),
    "compare.set_down": ("Lock an opinion", "Lock what a doctor said, as it is."),
    "compare.add_aspect": ("Add a topic", "Compare something else, too."),
    "compare.drop_aspect": ("Remove a topic", "Undo brings it back."),
    "compare.new_step": ("Add a to-do", "Write down something to do."),
    "compare.step_owner": ("Who does it", "Patient, companion, or no one yet."),
    "compare.step_day": ("Due date", "A day, or how soon: in 3 weeks."),
    "compare.drop_step": ("Remove a to-do", "Undo brings it back."),
    "compare.path_why": ("Why this next step", "Say why you chose it."),
    "compare.sure": ("How sure are we?", "4 plain questions, yes or no."),
    "compare.leaning": ("Where we're leaning", "Write it down for today."),
    "compare.leaning_log": ("Where we leaned before", "Where you were leaning, by day."),
    "compare.decided": ("What we decided, and why", "Write it in your own words."),
}
_GUIDE = {
    "guide.next_text": ("Next text", "Go down one text in the contents."),
    "guide.previous_text": ("Previous text", "Go up one text in the contents."),
    "guide.search": ("Search", "Only the texts with your words."),
    "guide.back": ("Back", "Go to the contents; clear a search."),
}
_EVERYWHERE = {
    "app.help": ("What you can do now", "See what you can do here."),
    "app.palette": ("Find by name", "Type part of a name to find it."),
    "app.quit": ("Close", "Close Companion; all is saved."),
    "app.undo": ("Undo", "Undo typing, or the last change."),
    "app.redo": ("Redo", "Redo what you undid."),
    "app.saved": ("Is it saved?", "It saves by itself. This checks."),
    "app.go": ("Go somewhere else", "Press its number, 0 to 4."),
    "room.home": ("Home", "Go to your list of cases."),
    "room.prepare": ("Prepare", "Get ready for a visit."),
    "room.visit": ("Visit", "Take notes in a visit."),
    "room.compare": ("Compare", "Compare what each doctor said."),
    "room.guide": ("Guide", "Read about your illness and second opinions."),
    "app.visits": ("Another visit", "Open a visit, an ended one too."),
    "app.values": ("Numbers over time", "Numbers you noted, by date."),
    "app.papers": ("Papers", "Letters and copies to read or save."),
    "app.theme": ("Dark, light or contrast", "Change the colors of the screen."),
    "app.take_over": ("Write in this window", "Once the other window is closed."),
}
_SAID = {**_HOME, **_PREPARE, **_VISIT, **_COMPARE, **_GUIDE, **_EVERYWHERE}


def title(command_id: str) -> str:
    """A command in two to four words, for lists: `Say it back`."""
    return _SAID[command_id][0]


def sentence(command_id: str) -> str:
    """The help of a command: one sentence."""
    return _SAID[command_id][1]
