"""Blood, cultures and serology."""

from __future__ import annotations

from .findings import Burden, Catalogue

catalogue = Catalogue("Laboratory", Burden.BASIC)
_yes_no, _quantity, _choice, _choices = catalogue.yes_no, catalogue.quantity, catalogue.choice, catalogue.choices

# Blood count and inflammation
haemoglobin = _quantity("haemoglobin", "Haemoglobin", "g/dL", 2, 25, "What is the haemoglobin?", "Hb, Hgb, hemoglobin", units={"g/L": 0.1, "mmol/L": 1.6114})
anaemia = _yes_no("anaemia", "Anaemia", "Is there anaemia?", "anemia")
white_cells = _quantity("white_cells", "White cell count", "10*9/L", 0.1, 500, "What is the white cell count?", "WBC, leukocytes", units={"/uL": 0.001})
leucocytosis = _yes_no("leucocytosis", "Leucocytosis", "Are white cells raised?", "leukocytosis, raised white cells", negative="white cells not raised")
eosinophils = _quantity("eosinophils", "Eosinophil count", "10*9/L", 0, 200, "What is the eosinophil count?", "eos", units={"/uL": 0.001})
eosinophilia = _yes_no("eosinophilia", "Eosinophilia (over 1.5 × 10⁹/L)", "Are eosinophils over 1.5 × 10⁹/L?", "hypereosinophilia")
platelets = _quantity("platelets", "Platelet count", "10*9/L", 1, 2000, "What is the platelet count?", "plt", units={"/uL": 0.001})
cytopenia = _yes_no("cytopenia", "Low platelets or white cells", "Are platelets or white cells low?", "thrombocytopenia, leucopenia")
crp = _quantity("crp", "CRP", "mg/L", 0, 900, "What is the CRP?", "C-reactive protein", units={"mg/dL": 10.0})
esr = _quantity("esr", "ESR", "mm/h", 0, 200, "What is the ESR?", "sedimentation rate", units={"mm": 1.0})
inflammation_raised = _yes_no(
    "inflammation_raised", "Raised inflammatory markers", "Are CRP or ESR raised?", "raised CRP, raised ESR, elevated inflammatory markers, CRP elevated",
    negative="inflammatory markers normal",
)
procalcitonin_raised = _yes_no("procalcitonin_raised", "Raised procalcitonin", "Is procalcitonin raised?", "PCT")

# Heart muscle
troponin_raised = _yes_no(
    "troponin_raised", "Raised troponin or CK-MB", "Is troponin or CK-MB raised?", "troponin positive, troponin elevated, CK-MB raised, cardiac enzymes raised",
    negative="troponin not raised",
)
natriuretic_peptide_raised = _yes_no("natriuretic_peptide_raised", "Raised natriuretic peptide", "Is BNP or NT-proBNP raised?", "BNP, NT-proBNP raised")
ntprobnp = _quantity("ntprobnp", "NT-proBNP", "ng/L", 0, 500000, "What is the NT-proBNP?", "NTproBNP, pro-BNP", units={"pg/mL": 1.0, "pmol/L": 8.457})
bnp = _quantity("bnp", "BNP", "ng/L", 0, 100000, "What is the BNP?", "brain natriuretic peptide", units={"pg/mL": 1.0, "pmol/L": 3.461})

# Kidney and mineral
creatinine = _quantity(
    "creatinine", "Creatinine", "mg/dL", 0.1, 40, "What is the creatinine?", "Cr, serum creatinine", units={"umol/L": 1 / 88.42, "mmol/L": 11.31},
)
kidney_function_normal = _yes_no(
    "kidney_function_normal", "Kidney function normal", "Is kidney function normal?", "normal creatinine, normal renal function",
    negative="kidney function impaired",
)
egfr = _quantity(
    "egfr", "eGFR", "mL/min", 0, 200, "What is the estimated GFR?", "GFR, estimated glomerular filtration rate, creatinine clearance",
    units={"mL/min/1.73m2": 1.0, "mL/min/{1.73_m2}": 1.0},
)
phosphate_raised = _yes_no(
    "phosphate_raised", "Raised phosphate or calcium-phosphate product", "Is phosphate, or the calcium-phosphate product, raised?",
    "hyperphosphataemia, high phosphate",
)
parathormone_raised = _yes_no("parathormone_raised", "Raised parathormone", "Is parathormone raised?", "PTH raised, elevated PTH")
proteinuria = _yes_no("proteinuria", "Proteinuria", "Is there protein in the urine?", "albuminuria, nephrotic")
haematuria = _yes_no("haematuria", "Haematuria", "Is there blood in the urine?", "hematuria, glomerulonephritis")

# Haemolysis and clotting
haemolysis = _yes_no("haemolysis", "Haemolysis", "Is there haemolysis?", "hemolysis, haemolytic anaemia, hemolytic anemia, intravascular haemolysis")
ldh = _quantity("ldh", "LDH", "U/L", 20, 20000, "What is the LDH?", "lactate dehydrogenase")
haptoglobin_low = _yes_no("haptoglobin_low", "Low haptoglobin", "Is haptoglobin low?", "haptoglobin undetectable")
schistocytes = _yes_no("schistocytes", "Schistocytes", "Are there schistocytes on the smear?", "fragmented red cells")
inr = _quantity("inr", "INR", "1", 0.5, 20, "What is the INR?", "international normalised ratio")
anticoagulation_inadequate = _yes_no(
    "anticoagulation_inadequate", "Anticoagulation stopped or inadequate", "Was anticoagulation stopped or too weak?",
    "stopped warfarin, low INR, subtherapeutic INR, no anticoagulation, poor compliance with warfarin", burden=Burden.HISTORY,
)

# Cultures
blood_culture_positive = _yes_no(
    "blood_culture_positive", "Positive blood culture", "Did blood cultures grow something?",
    "bacteraemia, bacteremia, blood cultures positive, BC positive, fungaemia", negative="sterile blood cultures",
)
positive_culture_sets = _quantity("positive_culture_sets", "Number of positive culture sets", "1", 0, 20, "How many separate sets were positive?")
culture_organism = _choice(
    "culture_organism", "Organism in blood or valve",
    {
        "staph_aureus": "Staphylococcus aureus|S aureus|MSSA|MRSA",
        "staph_unspecified": "staphylococcus, species not said|staphylococcus|Gram-positive cocci in clusters",
        "staph_coagulase_negative": "coagulase-negative staphylococcus|S epidermidis|CoNS|S lugdunensis",
        "strep_viridans": "viridans or oral streptococcus|viridans streptococci|S mitis|S sanguinis|Streptococcus gallolyticus|"
        "S bovis|Gemella|Abiotrophia|Granulicatella|S mutans",
        "strep_other": "another streptococcus|group A streptococcus|group B streptococcus|group G streptococcus|"
        "S agalactiae|S pneumoniae|streptococcus|S dysgalactiae",
        "enterococcus": "enterococcus|E faecalis",
        "hacek": "HACEK|Haemophilus|Aggregatibacter|Cardiobacterium|Eikenella|Kingella",
        "gram_negative": "other Gram-negative|E coli|Pseudomonas|Serratia|Enterobacter|Klebsiella|Salmonella|Brucella",
        "fungus": "fungus|Candida|Aspergillus",
        "coxiella_bartonella": "Coxiella, Bartonella or Tropheryma|Q fever|Coxiella|Bartonella|Whipple|Tropheryma",
        "other": "another organism|Cutibacterium|Corynebacterium|Listeria|Lactobacillus|mycobacterium|Erysipelothrix",
    },
    "Which organism?", "organism, blood culture organism",
)
antibiotics_before_cultures = _yes_no(
    "antibiotics_before_cultures", "Antibiotics before cultures", "Were antibiotics given before cultures?", burden=Burden.HISTORY,
)
coxiella_bartonella_serology = _yes_no(
    "coxiella_bartonella_serology", "Positive Coxiella or Bartonella serology", "Is Coxiella or Bartonella serology positive?", "Q fever serology",
)

# Streptococcal and autoimmune serology
aso_raised = _yes_no(
    "aso_raised", "Raised antistreptolysin O", "Is ASO raised?", "ASO, ASLO, ASOT, antistreptolysin elevated, antistreptococcal titre",
    negative="antistreptolysin not raised",
)
aso = _quantity("aso", "Antistreptolysin O", "[IU]/mL", 0, 20000, "What is the ASO titre?", "ASO titre", units={"U/L": 0.001})
anti_dnase_b_raised = _yes_no("anti_dnase_b_raised", "Raised anti-DNase B", "Is anti-DNase B raised?", "anti-DNase")
anti_dnase_b = _quantity("anti_dnase_b", "Anti-DNase B", "[IU]/mL", 0, 20000, "What is the anti-DNase B titre?", "anti-DNase B titre", units={"U/L": 0.001})
strep_culture_positive = _yes_no(
    "strep_culture_positive", "Group A streptococcus on throat culture or rapid test", "Is throat culture or rapid test positive for group A streptococcus?",
)
ana_positive = _yes_no("ana_positive", "Positive ANA", "Is ANA positive (1:80 or more)?", "ANA, antinuclear antibody", negative="negative ANA")
ana_titre = _quantity("ana_titre", "ANA titre (the number after 1:)", "1", 0, 100000, "What is the ANA titre, as the number after 1:?", "ANA titre, ANA titer")
anti_dsdna = _quantity("anti_dsdna", "Anti-dsDNA", "[IU]/mL", 0, 10000, "What is the anti-dsDNA level?", "dsDNA titre", units={"U/L": 0.001})
anti_dsdna_positive = _yes_no("anti_dsdna_positive", "Positive anti-dsDNA or anti-Sm", "Is anti-dsDNA or anti-Sm positive?", "anti-DNA, dsDNA, anti-Smith")
complement_low = _yes_no("complement_low", "Low complement", "Is complement low?", "low C3, low C4, hypocomplementaemia")
antiphospholipid_positive = _yes_no(
    "antiphospholipid_positive", "Positive antiphospholipid antibodies", "Is lupus anticoagulant, anticardiolipin or anti-β2-glycoprotein positive?",
    "aPL, lupus anticoagulant, antiphospholipid antibodies", negative="negative antiphospholipid antibodies",
)
anticardiolipin = _quantity(
    "anticardiolipin", "Anticardiolipin IgG or IgM", "[GPL'U]", 0, 1000, "What is the anticardiolipin level, in GPL or MPL units?", "aCL, GPL units, MPL units",
    units={"U/mL": 1.0},
)
anti_beta2_glycoprotein = _quantity(
    "anti_beta2_glycoprotein", "Anti-β2-glycoprotein I", "U/mL", 0, 1000, "What is the anti-β2-glycoprotein level?",
    "anti-b2GPI, beta-2 glycoprotein antibodies",
)
lupus_anticoagulant = _yes_no("lupus_anticoagulant", "Lupus anticoagulant", "Is there lupus anticoagulant?", "LA positive", negative="no lupus anticoagulant")
rheumatoid_factor_positive = _yes_no("rheumatoid_factor_positive", "Positive rheumatoid factor", "Is rheumatoid factor positive?", "RF positive")
anti_ccp_positive = _yes_no("anti_ccp_positive", "Positive anti-CCP", "Is anti-CCP positive?", "ACPA, anti-CCP")
five_hiaa_raised = _yes_no("five_hiaa_raised", "Raised 5-HIAA", "Is 5-HIAA raised?", "5-HIAA, 5HIAA, serotonin raised")
chromogranin_raised = _yes_no("chromogranin_raised", "Raised chromogranin A", "Is chromogranin A raised?", "CgA")
monoclonal_protein = _yes_no(
    "monoclonal_protein", "Monoclonal protein or skewed light chains", "Are free light chains skewed?", "free light chains, Bence Jones",
)
enzyme_storage_low = _yes_no(
    "enzyme_storage_low", "Low storage-disease enzyme or raised urinary GAG", "Is α-galactosidase (or another enzyme) low, or urinary GAG raised?",
    "alpha-galactosidase, GAG",
)
