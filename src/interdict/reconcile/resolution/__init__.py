"""The same party on several lists: which entries are one, by stated rules.

`party` reads what each entry says, `candidates` finds pairs worth a look, `evidence` compares a
pair, `rules` decides it, `clusters` guards what joining several pairs adds up to, `resolve` is
all of it together. Nothing here writes: the caller appends the judgements.
"""
