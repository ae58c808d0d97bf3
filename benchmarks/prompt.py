"""How long one line of `mrddx consult` takes: reading it, assessing the patient anew, and drawing the list.

Prints the median and the range of each part over typical lines, each said in turn to a growing session, and the whole as
a ratio to one run of the engine on each patient as known in the end, measured in the same run so that a slow machine shows.
"""

from __future__ import annotations

import platform
import statistics
import time
from collections.abc import Callable
from typing import TypeVar

from mrddx.consult.lines import read_line
from mrddx.consult.page import panel
from mrddx.consult.state import History
from mrddx.inference.ahead import assess_quickly
from mrddx.inference.assessment import assess

Answer = TypeVar("Answer")

ENGINE_EVERY = 10
PATIENTS = (
    ("84 yo woman", "sudden pulmonary oedema, cardiogenic shock", "inferior infarct 3 days ago", "severe MR", "flail leaflet", "lvef: 60", "no fever",
     "ruptured papillary muscle", "no vegetation", "LVEDD 48 mm"),
    ("62 year old man, exertional dyspnoea for two years", "late systolic murmur", "flail P2", "LVEF 65 %", "LVESD 38 mm", "atrial fibrillation", "no angina",
     "posterior leaflet prolapse", "thin leaflets", "EROA 0.5 cm2"),
    ("45 yo man with fever for 3 weeks", "vegetation on the anterior leaflet", "blood cultures positive for Staph aureus", "CRP 180 mg/L", "new murmur",
     "leaflet perforation", "no prosthetic valve", "splinter haemorrhages", "creatinine 140 µmol/L", "severe MR"),
    ("71 yo woman, old anterior infarct", "lvef: 28, lvedd: 66 mm", "tethered posterior leaflet", "central jet", "no leaflet prolapse", "three vessel disease",
     "left bundle branch block", "NYHA III", "moderate MR", "QRS 150 ms"),
    ("28 yo woman from India", "rheumatic fever in childhood", "mitral valve area 1.4 cm2", "thickened leaflets, commissural fusion",
     "doming of the anterior leaflet", "moderate MR", "sinus rhythm", "left atrium dilated", "no chest pain", "LVEF 58"),
)  # fmt: skip


def timed(work: Callable[[], Answer]) -> tuple[float, Answer]:
    """Wall time of some work, and its answer."""
    start = time.perf_counter()
    answer = work()
    return time.perf_counter() - start, answer


def main() -> None:
    """Say every line once to load what is loaded once, then measure."""
    times: dict[str, list[float]] = {name: [] for name in ("read the line", "assess quickly", "draw the list", "line in all", "one engine run")}
    for measured in (False, True):
        for lines in PATIENTS:
            history, before = History(), dict[str, int]()
            for number, line in enumerate(lines, start=1):
                reading, read = timed(lambda line=line: read_line(line))  # type: ignore[misc]
                history.learn(read.known)
                case = history.now.case("benchmark")
                assessing, assessment = timed(lambda case=case: assess_quickly(case))  # type: ignore[misc]
                drawing, _ = timed(lambda answer=assessment, was=before: panel(answer, was, rows=18, width=79))  # type: ignore[misc]
                before = {ranked.cause: ranked.rank for ranked in assessment.differential}
                if measured:
                    parts = (reading, assessing, drawing, reading + assessing + drawing)
                    for taken, part in zip(times.values(), parts, strict=False):
                        taken.append(part)
                if number % ENGINE_EVERY == 0:
                    times["one engine run"] += [timed(lambda case=case: assess(case))[0]] if measured else []  # type: ignore[misc]
    whole, engine = statistics.median(times["line in all"]), statistics.median(times["one engine run"])
    print(f"Python {platform.python_version()}, {platform.machine()}, {len(times['line in all'])} lines after one round of warm-up, milliseconds")
    for name, taken in times.items():
        print(f"{name:<16} median {statistics.median(taken) * 1000:7.1f}  range {min(taken) * 1000:.1f} to {max(taken) * 1000:.1f}")
    print(f"one engine run takes {engine / whole:.0f} times as long as a line")


if __name__ == "__main__":
    main()
