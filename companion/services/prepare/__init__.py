"""Preparing a visit: answers, questions, records, the appointment."""
