"""Renderers: a document as HTML, Markdown or text; a table as CSV."""
