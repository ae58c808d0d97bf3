"""Labels handed down: what somebody called it, without the observation that it rests on. A claim weighs little."""

from __future__ import annotations

from .findings import Burden, Catalogue

catalogue = Catalogue("Labels handed down", Burden.HISTORY)
_yes_no = catalogue.yes_no

claimed_prolapse = _yes_no(
    "claimed_prolapse", "Called “mitral valve prolapse” before", "Was the patient told of a prolapse?",
    "known MVP, label MVP, history of mitral valve prolapse",
    negative="never called “mitral valve prolapse”",
)
claimed_functional = _yes_no(
    "claimed_functional", "Called “functional” or “secondary” regurgitation", "Was the leak called functional or secondary?", "functional MR, secondary MR",
    negative="not called “functional” or “secondary”",
)
claimed_degenerative = _yes_no(
    "claimed_degenerative", "Called “degenerative” regurgitation", "Was the leak called degenerative or primary?", "degenerative MR, primary MR, organic MR",
    negative="not called “degenerative”",
)
claimed_rheumatic = _yes_no(
    "claimed_rheumatic", "Called “rheumatic” valve disease", "Was the valve called rheumatic?", "rheumatic heart disease, RHD, rheumatic mitral valve",
    negative="not called “rheumatic”",
)
claimed_ischaemic = _yes_no(
    "claimed_ischaemic", "Called “ischaemic” regurgitation or cardiomyopathy", "Was the leak or muscle disease called ischaemic?",
    "ischemic MR, ischaemic cardiomyopathy, ischemic cardiomyopathy, ICM",
    negative="not called “ischaemic”",
)
claimed_congenital = _yes_no(
    "claimed_congenital", "Called “congenital” mitral disease", "Was the valve called congenitally abnormal?",
    "congenital mitral valve disease, abnormal valve since birth",
    negative="not called “congenital”",
)
claimed_endocarditis = _yes_no(
    "claimed_endocarditis", "Called “infective endocarditis” now", "Is it being called infective endocarditis?",
    "infective endocarditis, IE, bacterial endocarditis, SBE",
    negative="not called “infective endocarditis”",
)
claimed_hypertensive = _yes_no(
    "claimed_hypertensive", "Called “hypertensive heart disease”", "Was hypertensive heart disease diagnosed?",
    "hypertensive heart disease, hypertensive cardiomyopathy",
    negative="not called “hypertensive heart disease”",
)
claimed_bioprosthetic_failure = _yes_no(
    "claimed_bioprosthetic_failure", "Called “degenerated” or failed prosthesis", "Was the prosthesis called degenerated or failing?",
    "prosthesis failure, bioprosthesis degeneration",
    negative="prosthesis not called degenerated",
)
claimed_chordal_rupture = _yes_no(
    "claimed_chordal_rupture", "Called “ruptured chordae” without imaging detail", "Was it called chordal rupture?", "chordal rupture label",
    negative="not called “ruptured chordae”",
)
