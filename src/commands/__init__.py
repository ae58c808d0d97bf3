"""The commands, by what they work on. Each parses, makes one library call and renders."""
