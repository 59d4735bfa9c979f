"""The containers that are read: every module here is a reader (`documents.source.Reader`)."""
