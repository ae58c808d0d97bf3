"""The prompt: a clinician enters findings and watches the list change."""
