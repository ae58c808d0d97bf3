"""mrddx: why does this mitral valve leak? A rule-based, fully explained differential."""

__version__ = "0.1.0"
