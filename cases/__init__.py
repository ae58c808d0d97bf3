"""The case library: published cases retold, each with its source and its known cause."""
