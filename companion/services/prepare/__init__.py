"""What is settled before a visit: answers, questions, records, the appointment."""
