"""What a reader takes away: a brief, a network, claims in exchange formats. Pure: data to text."""
