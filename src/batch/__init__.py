"""Many cases at once: tables in, a ranked row a case out."""
