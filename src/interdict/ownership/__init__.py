"""Who is blocked because of who owns it: stakes, the rules that read them, and the arithmetic."""
