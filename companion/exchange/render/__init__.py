"""A document as HTML, Markdown, text; a table as CSV."""
