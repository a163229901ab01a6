"""Calendar files: mails, lines, events, series and zones; reading and writing."""
