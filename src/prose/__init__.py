"""Free text into findings: a clinician's line, an echo report, an admission note."""

from .context import Status
from .correct import Correction, correct
from .reader import Mention, Passage, TextReading, read_text
from .settle import Contradiction, Settled, settle

__all__ = ["Contradiction", "Correction", "Mention", "Passage", "Settled", "Status", "TextReading", "correct", "read_text", "settle"]
