"""What others rely on, and the tests that show it.

The sections are those in which the product's promises are kept: text, files, the command line, keys
and screen, import, the JSON export. A promise names tests by their names alone; they may move.
"""

from __future__ import annotations

from typing import NamedTuple


class Promise(NamedTuple):
    """One thing that checks from outside rely on."""

    section: str
    what: str
    tests: tuple[str, ...]


TEXT = (
    Promise(
        "text",
        "a mark counts at the very start, with a blank after it or alone; all else is text",
        (
            "test_a_mark_followed_by_a_blank_is_no_part_of_the_text",
            "test_a_mark_alone_is_kept_as_a_moment",
            "test_anything_else_is_text_and_kept_whole",
            "test_a_backslash_before_a_mark_is_dropped_once_and_makes_a_plain_note",
            "test_any_other_backslash_is_text",
            "test_a_paste_is_marked_only_by_its_first_line",
            "test_notes_come_one_a_line_with_marks_as_in_the_room",
        ),
    ),
    Promise(
        "text",
        "code point for code point, blanks at both ends included, nothing normalised",
        (
            "test_text_without_controls_is_kept_code_point_for_code_point",
            "test_blanks_at_both_ends_and_unusual_forms_are_kept",
            "test_the_text_of_an_answer_is_kept_code_point_for_code_point",
        ),
    ),
    Promise(
        "text",
        "line ends and separators become LF, other controls but TAB U+FFFD",
        (
            "test_every_line_end_becomes_a_line_feed",
            "test_separators_become_a_line_feed",
            "test_other_controls_but_tab_become_the_replacement_character",
        ),
    ),
    Promise(
        "text",
        "an invalid byte becomes its cp1252 character; no lone surrogate gets in",
        (
            "test_a_byte_that_is_not_utf8_becomes_its_cp1252_character",
            "test_invalid_bytes_become_their_cp1252_characters",
            "test_a_lone_surrogate_never_gets_in",
        ),
    ),
    Promise(
        "text",
        "hidden characters are kept and shown as a visible mark",
        (
            "test_every_hidden_character_becomes_one_visible_mark",
            "test_hidden_characters_show_as_marks_and_keep_the_columns",
        ),
    ),
    Promise(
        "text",
        "a blank line makes no note",
        ("test_enter_on_a_blank_line_and_escape_do_no_harm",),
    ),
    Promise(
        "text",
        "what a person wrote is never markup",
        (
            "test_text_in_brackets_is_shown_as_it_is_typed",
            "test_a_fuzz_of_brackets_is_verbatim_in_five_widgets",
            "test_no_words_of_a_case_act_on_the_terminal",
            "test_brackets_in_a_case_are_shown_as_they_were_written",
        ),
    ),
    Promise(
        "text",
        "what has been painted survives a kill, and after 250 ms a power cut",
        (
            "test_a_killed_program_loses_nothing_it_called_saved",
            "test_a_power_cut_never_takes_what_was_synced_and_never_tears",
            "test_every_edit_undo_and_redo_is_told_before_it_is_painted",
            "test_a_consultation_is_kept_word_for_word",
            "test_no_note_is_lost_or_doubled_when_the_program_is_killed",
        ),
    ),
)

FILES = (
    Promise(
        "files",
        "cases and visits lie in files named by random ids",
        (
            "test_cases_and_visits_are_found_by_their_files",
            "test_new_ids_are_ids_and_differ",
            "test_closing_leaves_plain_checkpoints_and_no_secrets_in_names",
            "test_files_have_the_promised_names_and_ids_say_nothing",
        ),
    ),
    Promise(
        "files",
        "the first table of a store is schema, generation and checksum, and nothing else",
        ("test_every_store_is_plain_json_with_the_promised_meta",),
    ),
    Promise(
        "files",
        "nothing is written beside the data folder",
        (
            "test_nothing_is_written_beside_the_data_folder",
            "test_no_test_knows_the_real_home_folder",
        ),
    ),
    Promise(
        "files",
        "files are private under any umask",
        (
            "test_files_are_private_under_any_umask",
            "test_files_and_folders_that_are_made_are_closed_to_others",
        ),
    ),
    Promise(
        "files",
        "a newer schema is opened for reading only, byte for byte as it was",
        ("test_a_file_of_a_newer_version_is_read_only_and_kept_byte_for_byte",),
    ),
    Promise(
        "files",
        "a checkpoint is plain TinyDB JSON; a command that ends has made one",
        ("test_stock_tinydb_opens_a_checkpoint", "test_a_command_that_ends_has_checkpointed"),
    ),
    Promise(
        "files",
        "every change touches exactly one file",
        (
            "test_a_change_of_the_case_touches_the_case_file_alone",
            "test_planning_a_visit_with_a_new_doctor_touches_the_visit_file_alone",
            "test_an_answer_touches_the_case_file_alone",
        ),
    ),
    Promise(
        "files",
        "a to-do note or door answer is a step until a kept one takes its place",
        (
            "test_a_to_do_note_and_a_door_answer_are_steps",
            "test_a_step_with_the_notes_id_stands_in_its_place",
        ),
    ),
    Promise(
        "files",
        "a next visit takes what was carried to it",
        ("test_the_first_visit_takes_over_the_plan_and_later_ones_what_was_carried",),
    ),
    Promise(
        "files",
        "stamps grow, and merging loses no text",
        (
            "test_stamps_of_one_laptop_always_grow_even_when_its_clock_is_set_back",
            "test_no_live_text_is_lost_by_merging",
            "test_merging_is_the_same_whichever_notebook_comes_first",
            "test_undo_of_a_change_has_a_later_stamp_than_the_change",
        ),
    ),
    Promise(
        "files",
        "undo keeps two hundred changes and 256 kB, outlives a restart, leaves typing out",
        (
            "test_the_history_keeps_two_hundred_changes_at_most",
            "test_the_history_stays_below_its_size",
            "test_a_change_is_taken_back_also_after_a_restart",
            "test_typing_is_no_step_of_undo",
        ),
    ),
    Promise(
        "files",
        "a damaged store is set aside or left, named, and leaves the rest readable",
        (
            "test_damage_to_any_byte_is_repaired_or_told",
            "test_a_damaged_case_is_named_by_list_and_refused_by_show",
            "test_a_damaged_visit_leaves_the_rest_of_the_case_readable",
        ),
    ),
    Promise(
        "files",
        "one lock a case; readers take none and write nothing",
        (
            "test_a_second_writer_waits_and_is_refused_in_one_sentence",
            "test_a_reading_command_takes_no_lock_and_writes_nothing",
            "test_a_second_window_reads_and_says_so",
            "test_a_second_window_follows_what_the_first_writes",
            "test_a_second_window_takes_over_when_the_first_has_gone",
            "test_a_second_window_reads_follows_and_takes_over_by_one_key",
            "test_what_is_typed_in_a_second_window_is_saved_once_it_may_write",
        ),
    ),
    Promise(
        "files",
        "erasing removes every generation and leaves the id",
        ("test_erasing_removes_every_generation_everywhere_and_keeps_the_id",),
    ),
    Promise(
        "files",
        "a disk without locks is told, with --home as the way out; what is typed there is kept",
        (
            "test_a_command_that_writes_says_so_in_one_sentence_and_changes_nothing",
            "test_a_room_says_so_and_keeps_what_is_typed",
            "test_what_only_reads_needs_no_lock",
        ),
    ),
    Promise(
        "files",
        "settings and keys that can't be used are told, and put aside before they are written over",
        (
            "test_broken_settings_are_told_and_put_aside_once_something_is_chosen",
            "test_the_first_room_says_it_and_self_check_says_why",
        ),
    ),
    Promise(
        "files",
        "what is open elsewhere is removed and renamed once let go; the example needs no disk",
        (
            "test_what_is_read_by_somebody_is_removed_and_renamed_once_it_is_let_go",
            "test_it_is_done_in_a_world_like_that_of_windows",
            "test_a_disk_in_memory_keeps_and_moves_what_lies_in_a_folder",
        ),
    ),
)

COMMAND_LINE = (
    Promise("command line", "`new` prints the id alone", ("test_new_prints_the_id_alone",)),
    Promise(
        "command line",
        "`plan` prints the id alone; a local time gets its offset",
        ("test_plan_prints_the_id_and_keeps_what_was_said", "test_a_local_time_gets_its_offset"),
    ),
    Promise(
        "command line",
        "a case is named by number or the beginning of its id",
        ("test_a_case_can_be_named_by_number_and_by_the_beginning_of_its_id",),
    ),
    Promise(
        "command line",
        "`--home` stands before or after the command",
        ("test_home_may_stand_before_or_after_the_command",),
    ),
    Promise(
        "command line",
        "what a person writes is read from standard input when absent or -",
        ("test_the_title_is_read_from_standard_input_when_absent_or_a_dash",),
    ),
    Promise(
        "command line",
        "2 for wrong usage or no terminal; 128 and the number for signals; 0 for a closed pipe",
        (
            "test_wrong_use_ends_with_two_and_one_sentence",
            "test_without_a_terminal_a_room_is_refused_in_one_sentence",
            "test_a_signal_ends_a_command_with_its_code",
            "test_a_signal_ends_it_saved_with_the_terminal_sane",
            "test_a_signal_ends_the_visit_room_with_every_word_kept",
            "test_a_closed_pipe_ends_silently_with_zero",
        ),
    ),
    Promise(
        "command line",
        "errors are one sentence, never a traceback",
        (
            "test_a_time_that_cannot_be_read_is_one_sentence",
            "test_a_failure_says_one_sentence_and_none_of_the_words",
            "test_a_command_on_a_full_disk_says_one_sentence",
            "test_a_crash_keeps_every_word_and_says_none_of_them",
        ),
    ),
    Promise(
        "command line",
        "which visit is meant: under way, within twelve hours, or a new one; named on stderr",
        (
            "test_the_visit_under_way_is_meant_before_any_other",
            "test_else_the_nearest_within_twelve_hours_before_or_after",
            "test_note_names_the_visit_it_chose_on_stderr",
        ),
    ),
    Promise(
        "command line",
        "`change` and `undo`",
        ("test_change_and_undo_of_a_case_and_a_visit",),
    ),
    Promise(
        "command line",
        "exports in each form; covered and own notes left out for others, and said",
        (
            "test_papers_are_the_same_to_the_byte",
            "test_what_is_left_out_for_the_doctor_is_counted",
            "test_a_paper_that_there_is_not_is_refused_by_name",
            "test_every_paper_of_the_contract_is_written_in_every_form",
            "test_the_commands_of_the_readme_work_as_they_stand_there",
        ),
    ),
    Promise(
        "command line",
        "HTML holds nothing that runs or loads",
        (
            "test_what_a_person_wrote_shows_sign_for_sign_in_html",
            "test_hostile_words_in_every_field_do_no_harm_in_any_form",
        ),
    ),
    Promise(
        "command line",
        "CSV: all quoted, formulas guarded and counted",
        ("test_every_cell_is_quoted_and_formulas_are_guarded_and_counted",),
    ),
    Promise(
        "command line",
        "ICS: visits and dated steps, the same each time",
        ("test_visits_and_dated_steps_go_out_and_stay_the_same",),
    ),
    Promise(
        "command line",
        "`search` looks through notes and answers",
        ("test_search_finds_words_in_notes_and_answers",),
    ),
    Promise(
        "command line",
        "`packs --json` and `keys --json` have the promised fields",
        (
            "test_packs_and_keys_have_the_promised_fields",
            "test_the_installed_program_knows_its_packs_in_an_empty_folder",
        ),
    ),
    Promise(
        "command line",
        "`check` prints file, line and sentence",
        ("test_check_prints_file_line_and_sentence", "test_a_folder_of_packs_is_checked_whole"),
    ),
    Promise(
        "command line",
        "`backup`, `restore`, `erase`, `where`, `self-check`",
        (
            "test_backup_and_restore_bring_back_what_is_not_there",
            "test_what_was_changed_in_a_backup_is_named_and_not_restored",
            "test_erase_asks_for_the_title_and_leaves_nothing_but_a_tombstone",
            "test_where_and_self_check",
        ),
    ),
    Promise(
        "command line",
        "what is deleted in rooms lies in a trash for thirty days",
        ("test_the_trash_keeps_thirty_days", "test_a_case_in_the_trash_comes_back_whole"),
    ),
    Promise(
        "command line",
        "`demo` is in memory and refused together with `--home`",
        ("test_demo_refuses_a_data_folder", "test_the_example_is_kept_on_no_disk"),
    ),
    Promise(
        "command line",
        "a visit is told by its own clocks and those here, the same everywhere",
        (
            "test_a_visit_is_told_the_same_everywhere",
            "test_every_form_of_a_paper_names_both_hours",
            "test_no_other_module_makes_words_of_a_time",
        ),
    ),
    Promise(
        "command line",
        "days and times are told in the habit of the country, or as `locale` in the settings says",
        ("test_days_and_times_follow_the_language_of_the_laptop_or_the_setting",),
    ),
    Promise(
        "command line",
        "a time in words is read and said back; so is an hour that clocks skip or show twice",
        (
            "test_a_time_in_words_or_at_an_odd_hour_is_said_back",
            "test_an_hour_alone_changes_the_hour_and_keeps_the_day",
            "test_what_is_told_can_be_typed_and_means_the_same",
        ),
    ),
    Promise(
        "command line",
        "a calendar names the zone of a visit, and comes in as the same moment",
        ("test_a_time_goes_out_in_its_zone_and_comes_in_as_the_same_moment",),
    ),
    Promise(
        "command line",
        "a terminal that can place nothing: one sentence, exit 2, no escape sequence",
        ("test_a_room_says_so_in_one_sentence_and_draws_nothing",),
    ),
    Promise(
        "command line",
        "a command typed wrong is told with the one meant; to go on is said as it was typed",
        (
            "test_a_command_typed_wrong_is_told_with_the_one_that_was_meant",
            "test_the_program_is_named_as_it_was_typed",
            "test_ctrl_q_says_how_to_go_on_and_keeps_every_word",
        ),
    ),
    Promise(
        "command line",
        "a medicine stands whole on the page for the doctor, or is counted with its sheet",
        (
            "test_a_medicine_stands_whole_on_the_page_or_is_counted_with_its_sheet",
            "test_every_word_is_on_the_page_or_the_page_says_where",
        ),
    ),
    Promise(
        "command line",
        "papers for doctors carry the patient's name, and printed sheets their numbers",
        (
            "test_papers_for_doctors_carry_the_patients_name",
            "test_every_sheet_has_its_number_and_the_patients_name",
        ),
    ),
)

KEYS_AND_SCREEN = (
    Promise(
        "keys and screen",
        "no letter typed in a list takes out, renumbers or changes anything; words are written",
        (
            "test_no_letter_is_the_key_of_anything_that_changes_what_is_there",
            "test_a_sentence_typed_into_a_list_changes_nothing_that_was_there",
            "test_whatever_is_typed_into_a_list_changes_nothing_that_was_there",
        ),
    ),
    Promise(
        "keys and screen",
        "from its first note on no question of a visit gets another number, whoever changes it",
        (
            "test_whatever_is_done_every_question_that_stays_keeps_its_number",
            "test_a_question_of_a_visit_with_notes_is_dropped_and_keeps_its_number",
        ),
    ),
    Promise(
        "keys and screen",
        "a room takes back what it shows and says what, else where the last change was made",
        (
            "test_prepare_takes_back_no_note",
            "test_the_guide_takes_back_nothing_and_says_where_the_last_change_was",
        ),
    ),
    Promise(
        "keys and screen",
        "what cannot be read as a day or a number waits in its field; the value before stays",
        ("test_a_text_that_cannot_be_read_waits_in_its_field", "test_the_day_of_a_step_waits_too"),
    ),
    Promise(
        "keys and screen",
        "the fixed ids and default keys",
        ("test_every_promised_command_is_there", "test_the_promised_keys_are_the_default_ones"),
    ),
    Promise(
        "keys and screen",
        "Tab and a number; a number typed in the composer is text",
        (
            "test_tab_and_a_number_keeps_the_half_written_note",
            "test_a_number_typed_in_the_line_is_always_text",
        ),
    ),
    Promise(
        "keys and screen",
        "say it back, number card, cover, news, door, moment, hiding, marks, the end",
        (
            "test_say_it_back_confirms_with_one_key",
            "test_a_number_card_takes_what_the_note_says_and_draws_it",
            "test_a_cover_word_covers_the_note_as_it_is_saved",
            "test_nearly_all_that_speaks_of_living_or_dying_is_covered",
            "test_one_key_shows_a_note_that_was_covered_by_itself",
            "test_unexpected_news_brings_five_questions_and_takes_them_back",
            "test_before_you_leave_keeps_each_answer",
            "test_a_sentence_for_a_moment_stands_in_large_letters",
            "test_hiding_the_screen_keeps_the_typing",
            "test_marks_cover_move_and_delete_work_on_any_note",
            "test_the_end_chooses_nothing_beforehand_and_carries_over",
            "test_every_command_has_its_act_in_its_room",
        ),
    ),
    Promise(
        "keys and screen",
        "the last line begins with Enter save and ends with saved",
        (
            "test_the_last_line_begins_with_enter_save_and_ends_with_saved",
            "test_the_first_frame_begins_its_last_line_with_enter_save",
            "test_the_frame_in_which_the_line_is_there_says_that_enter_saves",
            "test_what_is_typed_while_the_disk_is_full_is_saved_once_there_is_room",
        ),
    ),
    Promise(
        "keys and screen",
        "Escape acts at once, and a torn key never becomes text",
        (
            "test_escape_alone_acts_after_ten_milliseconds",
            "test_escape_acts_with_nothing_after_it",
            "test_a_key_torn_after_esc_acted_never_becomes_text",
            "test_a_key_torn_at_every_byte_never_becomes_text",
        ),
    ),
    Promise(
        "keys and screen",
        "NO_COLOR is truly without colour, focus still shows",
        (
            "test_no_color_is_truly_without_colour_and_focus_still_shows",
            "test_an_empty_no_color_asks_for_nothing",
        ),
    ),
    Promise(
        "keys and screen",
        "the user's own keys are checked; help and quit stay reachable",
        (
            "test_help_and_quit_stay_reachable_whatever_the_file_says",
            "test_a_wrong_keymap_is_reported_with_file_and_line_and_the_rest_applies",
        ),
    ),
    Promise(
        "keys and screen",
        "the unfinished line comes back",
        (
            "test_what_was_typed_comes_back_after_closing",
            "test_after_a_kill_one_enter_leads_back_to_the_same_question_and_the_same_line",
            "test_ctrl_q_says_how_to_go_on_and_keeps_every_word",
        ),
    ),
    Promise(
        "keys and screen",
        "no network is ever used",
        (
            "test_a_test_fails_when_anything_reaches_out",
            "test_a_note_is_written_and_read_again_where_there_is_no_network",
            "test_no_title_and_no_address_is_sent_to_the_terminal",
        ),
    ),
    Promise(
        "keys and screen",
        "a note that the doctor put right is shown and printed with the correction first",
        (
            "test_no_room_shows_the_first_value_before_the_right_one",
            "test_no_paper_shows_the_first_value_before_the_right_one",
            "test_what_was_written_first_stays_to_be_seen",
            "test_a_search_tells_the_right_words_first",
        ),
    ),
    Promise(
        "keys and screen",
        "a number card draws all that is known, on screen and paper alike; the rest says why",
        (
            "test_screen_and_paper_draw_the_same_and_nothing_known_is_passed_over",
            "test_a_figure_that_cannot_be_drawn_says_why",
        ),
    ),
    Promise(
        "keys and screen",
        "no sentence on files or the disk is cut at 60 columns; what stands comes first",
        (
            "test_no_sentence_on_files_or_the_disk_is_cut",
            "test_what_stands_or_what_to_do_is_said_in_the_first_line",
            "test_a_long_sentence_is_whole_and_a_short_one_takes_one_line",
        ),
    ),
    Promise(
        "keys and screen",
        "a key that only modifies is no key; a key told by numbers writes what it writes",
        (
            "test_a_key_that_only_modifies_is_no_key",
            "test_keys_that_only_modify_change_nothing_wherever_one_is",
            "test_what_was_typed_is_read_however_it_is_told_and_torn_and_whatever_else_is_held",
            "test_what_is_typed_is_the_note",
            "test_shift_is_pressed_for_the_digit_and_the_note_waits",
        ),
    ),
    Promise(
        "keys and screen",
        "a letter is its command with Caps Lock and in other alphabets, or it is said what is",
        (
            "test_a_letter_is_its_command_with_caps_lock_and_in_another_alphabet",
            "test_a_letter_that_is_no_command_says_so_where_no_line_can_be_written",
            "test_in_a_line_one_types_in_letters_are_letters",
        ),
    ),
    Promise(
        "keys and screen",
        "F1 works wherever one is, what is in front comes first, and Esc leads back to it",
        (
            "test_f1_says_what_can_be_done_here_and_esc_leads_back",
            "test_a_card_of_the_visit_waits_behind_f1_with_its_line_and_cursor",
            "test_the_form_has_its_text_and_its_cursor_after_f1",
        ),
    ),
    Promise(
        "keys and screen",
        "the terminal's cursor stands on the row that keys act on, or where the next letter goes",
        (
            "test_in_every_list_it_stands_at_the_row_that_keys_act_on",
            "test_in_a_list_it_stands_at_the_row_that_keys_act_on",
            "test_in_a_field_it_stands_where_the_next_letter_goes",
        ),
    ),
    Promise(
        "keys and screen",
        "from 40 columns on no word is broken for want of room",
        (
            "test_no_word_is_broken_where_it_would_fit",
            "test_a_row_of_any_shape_is_as_wide_as_its_list_and_loses_no_word",
        ),
    ),
    Promise(
        "keys and screen",
        "a click in a visit changes nothing, and none leaves a line that is being written",
        (
            "test_a_click_in_a_visit_goes_nowhere_and_typing_goes_on",
            "test_a_click_while_a_line_is_written_changes_nothing_of_it",
        ),
    ),
)

IMPORT = (
    Promise(
        "import",
        "an appointment keeps summary, place, zone; whole days, floating times and rules as said",
        (
            "test_an_appointment_keeps_summary_place_length_and_zone",
            "test_a_whole_day_is_a_date",
            "test_a_floating_time_is_meant_where_the_laptop_is",
            "test_a_rule_gives_its_first_time_and_says_so",
            "test_the_recurrence_belongs_to_the_uid",
            "test_without_a_start_it_is_left_out_by_name",
            "test_what_is_called_off_is_no_visit",
            "test_a_calendar_of_which_nothing_can_be_taken_is_refused_in_one_sentence_that_names_it",
            "test_a_real_calendar_becomes_visits_at_the_right_time_or_is_refused_in_a_sentence",
            "test_the_rules_of_one_file_are_forgotten_with_it",
            "test_a_zone_that_nobody_knows_is_refused_by_name_and_never_guessed",
        ),
    ),
    Promise(
        "import",
        "a pasted list becomes one question a line",
        (
            "test_a_pasted_list_becomes_one_question_a_line",
            "test_a_pasted_list_gives_one_question_a_line_each_once",
        ),
    ),
    Promise(
        "import",
        "every list item is one question, links as text and address",
        (
            "test_all_424_items_of_the_question_lists_are_found",
            "test_an_item_is_its_words_with_addresses_beside_them",
            "test_questions_go_to_the_plan_before_any_visit",
            "test_questions_go_to_the_visit_that_is_planned_and_to_no_other_file",
        ),
    ),
    Promise(
        "import",
        "format, version and title are enough; ids of another form are replaced everywhere",
        (
            "test_format_version_and_title_are_enough",
            "test_ids_of_another_form_are_replaced_everywhere",
            "test_a_second_import_adds_nothing",
        ),
    ),
    Promise(
        "import",
        "for a case already here new things are added, differing ones counted and kept",
        (
            "test_what_differs_stays_as_it_is_and_is_counted",
            "test_ones_own_export_adds_nothing_to_ones_own_case",
            "test_unknown_fields_are_counted",
        ),
    ),
    Promise(
        "import",
        "what is wrong is one sentence with its path, and nothing is imported",
        (
            "test_what_is_wrong_is_named_with_its_path",
            "test_more_than_a_hundred_thousand_things_are_refused",
            "test_no_json_of_others_is_ever_a_traceback",
        ),
    ),
    Promise(
        "import",
        "a line of Markdown that is not taken is counted and named; no case is made for nothing",
        (
            "test_every_line_of_markdown_is_taken_or_named",
            "test_every_line_with_words_is_a_question_a_group_or_left_out",
            "test_what_is_no_list_makes_no_case_and_names_each_line",
        ),
    ),
    Promise(
        "import",
        "a task box is dropped behind every bullet, in Markdown and text",
        ("test_the_box_of_a_task_is_dropped_behind_every_bullet",),
    ),
    Promise(
        "import",
        "of several versions the newest counts; one not called off is a visit whatever else is bad",
        (
            "test_the_newer_version_counts_wherever_it_stands",
            "test_an_entry_is_called_off_in_whatever_spelling_or_place",
            "test_a_line_that_cannot_be_read_costs_itself_alone",
            "test_taken_called_off_and_left_out_are_what_the_file_holds",
        ),
    ),
    Promise(
        "import",
        "what differs from a visit here is said line by line and taken with --update",
        (
            "test_each_difference_is_one_line_and_is_taken_when_that_is_wanted",
            "test_calling_off_is_said_with_doctor_and_day_and_done_when_that_is_wanted",
            "test_an_update_is_offered_and_taken",
        ),
    ),
    Promise(
        "import",
        "DESCRIPTION, ORGANIZER and URL are kept with the visit, and go out and come back",
        (
            "test_what_went_out_comes_back_without_a_difference",
            "test_the_copy_of_the_case_holds_it_whole",
        ),
    ),
    Promise(
        "import",
        "a file of another kind is refused by what it is; the calendar in a mail is found",
        (
            "test_content_tells_what_a_file_is_under_any_name",
            "test_a_question_that_only_begins_like_a_file_stays_a_question",
            "test_the_calendar_in_a_mail_is_read_once",
        ),
    ),
)

JSON_EXPORT = (
    Promise(
        "JSON export",
        "keys in order, UTF-8, every export fits the schema",
        (
            "test_keys_stand_in_the_order_of_the_contract",
            "test_fields_of_the_contract_come_first_and_in_its_order",
            "test_cards_and_answers_on_notes_have_the_fields_of_the_contract",
            "test_the_bytes_are_utf8_with_an_indent_of_two_and_one_line_end",
            "test_the_schema_is_one_and_every_example_fits_it",
        ),
    ),
    Promise(
        "JSON export",
        "notes carry offset, milliseconds and the speaker",
        ("test_note_times_have_an_offset_and_milliseconds_and_speakers_are_named",),
    ),
    Promise(
        "JSON export",
        "numbers are those of the room; a plan only while there is no visit",
        (
            "test_a_question_with_a_note_is_asked_and_numbers_follow_the_room",
            "test_a_plan_is_kept_only_while_there_is_no_visit",
        ),
    ),
    Promise(
        "JSON export",
        "nothing deleted goes out; `me` leaves nothing out, others lack what is covered or mine",
        (
            "test_nothing_deleted_is_exported",
            "test_i_get_everything",
            "test_others_get_no_covered_note_and_none_that_is_for_its_writer_only",
            "test_no_copy_for_others_holds_it",
        ),
    ),
    Promise(
        "JSON export",
        "exported for me, imported into an empty home and exported again: the same bytes",
        (
            "test_any_case_goes_out_and_comes_in_without_losing_a_byte",
            "test_an_export_imported_into_an_empty_home_exports_the_same_bytes",
        ),
    ),
    Promise("JSON export", "an unreadable visit is named", ("test_an_unreadable_visit_is_named",)),
)

TABLE = (*TEXT, *FILES, *COMMAND_LINE, *KEYS_AND_SCREEN, *IMPORT, *JSON_EXPORT)
