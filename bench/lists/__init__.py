"""Official lists: what loading them costs, and whether the record says what the files say."""
