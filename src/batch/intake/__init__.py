"""Reading many cases: from files of any shape to chunks of typed rows, and what had to be refused."""
