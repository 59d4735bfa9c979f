"""Getting lists from their publishers: nothing they answer is trusted, all of it is kept."""
