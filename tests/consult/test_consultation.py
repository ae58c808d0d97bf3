"""A consultation line by line: what is understood, asked, answered and explained, and that no line can break it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mrddx.consult.consultation import COMMANDS, Reply
from mrddx.consult.lines import read_line
from mrddx.consult.state import Known, State
from mrddx.facts.findings import Quantity, YesNo
from mrddx.facts.vocabulary import atom

from .sessions import LINES, PRINTABLE, Session, session, sessions, tell, text_of, values_of_state

SLOW = (HealthCheck.too_slow,)
RUPTURE = ("84 yo woman, sudden pulmonary oedema, cardiogenic shock", "inferior infarct 3 days ago", "severe MR, flail_leaflet: yes")


@pytest.fixture
def consultation(tmp_path: Path) -> Session:
    return Session(tmp_path)


def known(consultation: Session) -> dict[str, object]:
    return values_of_state(consultation.history.now)


class TestFindings:
    def test_a_line_is_shown_as_it_was_read(self, consultation: Session) -> None:
        reply = tell(consultation, "lvef: 30, fever: no")
        assert text_of(reply).splitlines() == ["  + lvef = 30 %   “lvef: 30”", "  + fever = no   “fever: no”"]
        assert (reply.redraw, reply.done) == (True, False)

    def test_what_a_value_was_before_is_shown(self, consultation: Session) -> None:
        assert "(was 30 %)" in text_of(tell(consultation, "lvef: 30", "lvef: 45"))
        again = tell(consultation, "lvef: 45")
        assert "(known already)" in text_of(again)
        assert not again.redraw

    def test_a_finding_is_made_unknown_again(self, consultation: Session) -> None:
        assert text_of(tell(consultation, "lvef: 30", "lvef: unknown")) == "  + lvef = unknown (was 30 %)"
        assert known(consultation) == {}

    def test_what_stays_open_says_why(self, consultation: Session) -> None:
        reply = tell(consultation, "possible vegetation")
        assert text_of(reply).startswith("  ? vegetation stays unknown")
        assert "uncertain" in text_of(reply)
        assert not reply.redraw

    def test_a_line_that_contradicts_itself_takes_nothing_in(self, consultation: Session) -> None:
        assert "said in two ways" in text_of(tell(consultation, "lvef 30; lvef 45"))
        assert known(consultation) == {}

    def test_what_was_not_understood_is_named(self, consultation: Session) -> None:
        assert "not understood: “quux" in text_of(tell(consultation, "quux blorp"))

    def test_a_value_out_of_range_is_refused_with_its_mend(self, consultation: Session) -> None:
        assert text_of(tell(consultation, "lvef: 300")).startswith("  ! lvef: ")
        assert known(consultation) == {}

    def test_nothing_typed_is_nothing_said(self, consultation: Session) -> None:
        assert tell(consultation, "") == tell(consultation, "   \t") == Reply()


class TestOffer:
    def test_yes_takes_the_close_word(self, consultation: Session) -> None:
        assert "Did you mean “vegetation” for “vegitation”?" in text_of(tell(consultation, "vegitation"))
        assert known(consultation) == {}
        tell(consultation, "y")
        assert known(consultation) == {"vegetation": True}

    @pytest.mark.parametrize("then", [("n",), ("lvef: 30", "y"), ("show", "y"), ("n", "y")])
    def test_anything_else_leaves_it(self, then: tuple[str, ...], consultation: Session) -> None:
        tell(consultation, "vegitation", *then)
        assert "vegetation" not in known(consultation)

    @pytest.mark.parametrize("answer", ["u", "y", "n"])
    def test_an_answer_to_a_later_question_is_none_to_the_offer(self, answer: str, tmp_path: Path) -> None:
        guided = Session(tmp_path, guided=True)
        tell(guided, "mr_grade: severe", "vegitation")
        guided.guide()
        tell(guided, "u")
        guided.guide()
        tell(guided, answer)
        assert "vegetation" not in known(guided)


class TestQuestions:
    def test_a_question_is_the_one_that_tells_most_and_says_what_it_would_do(self, consultation: Session) -> None:
        reply = tell(consultation, "mr_grade: severe", "?")
        finding = _asked(reply)
        assert atom(finding).question in text_of(reply)
        assert " bit]" in text_of(reply)
        assert finding not in known(consultation)

    def test_yes_and_no_answer_it(self, consultation: Session) -> None:
        finding = _asked_of_kind(consultation, YesNo)
        tell(consultation, "y")
        assert known(consultation)[finding] is True
        assert _asked(tell(consultation, "?")) != finding

    def test_unknown_passes_it_over_for_good(self, consultation: Session) -> None:
        tell(consultation, "mr_grade: severe")
        first = _asked(tell(consultation, "?"))
        second = _asked(tell(consultation, "u"))
        third = _asked(tell(consultation, "u"))
        assert len({first, second, third}) == 3
        assert _asked(tell(consultation, "fever: no", "?")) not in (first, second)
        assert not known(consultation).keys() & {first, second}

    def test_an_option_or_a_number_answers_it(self, consultation: Session) -> None:
        for _ in range(12):
            finding = atom(_asked(tell(consultation, "?")))
            if not isinstance(finding, YesNo):
                break
            tell(consultation, "u")
        assert not isinstance(finding, YesNo)
        value = finding.low if isinstance(finding, Quantity) else next(iter(finding.options))  # type: ignore[attr-defined]
        tell(consultation, str(value))
        assert known(consultation)[finding.id] == value

    @pytest.mark.parametrize("line", ["lvef: 30", "no cough but lvef 30", "LVEF 30 %"])
    def test_another_line_is_read_as_findings(self, line: str, consultation: Session) -> None:
        finding = _asked_of_kind(consultation, YesNo)
        tell(consultation, line)
        assert known(consultation)["lvef"] == 30.0
        assert finding not in known(consultation)

    def test_a_command_goes_before_an_answer(self, consultation: Session) -> None:
        _asked_of_kind(consultation, YesNo)
        before = known(consultation)
        assert "Known:" in text_of(tell(consultation, "show"))
        assert known(consultation) == before

    def test_guided_it_asks_another_question_after_each_answer(self, tmp_path: Path) -> None:
        guided = Session(tmp_path, guided=True)
        tell(guided, "mr_grade: severe")
        asked: list[str] = []
        for answer in ("u", "no such answer", "u", "u"):
            asked.append(_asked(guided.guide()))
            tell(guided, answer)
        assert asked[1] == asked[2]  # what was no answer leaves the question open
        assert len(set(asked)) == 3

    def test_guided_it_stops_where_all_is_clear(self, tmp_path: Path) -> None:
        guided = Session(tmp_path, guided=True)
        tell(guided, *RUPTURE, "papillary_rupture_seen: yes")
        assert "Papillary muscle rupture after infarction is settled" in text_of(guided.guide())
        assert not guided.guided


class TestReasons:
    @pytest.mark.parametrize("cause", ["1", "papillary_rupture", "Papillary muscle rupture after infarction", "papillary", "1."])
    def test_a_cause_is_named_by_place_id_or_name(self, cause: str, consultation: Session) -> None:
        text = text_of(tell(consultation, *RUPTURE, f"why {cause}"))
        assert text.startswith("1. Papillary muscle rupture after infarction: ")
        assert "  +" in text
        assert "? unknown: " in text

    @pytest.mark.parametrize("cause", ["²", "99", "0", "-1", "nonsense", ".", "", "1 2"])
    @pytest.mark.parametrize("command", ["why", "why not"])
    def test_what_is_no_cause_is_told(self, command: str, cause: str, consultation: Session) -> None:
        assert text_of(tell(consultation, f"{command} {cause}")).startswith("! ")

    def test_a_near_name_is_proposed(self, consultation: Session) -> None:
        assert "papillary_rupture" in text_of(tell(consultation, "why papilary_rupture"))

    def test_why_not_tells_what_would_put_it_first(self, consultation: Session) -> None:
        tell(consultation, *RUPTURE)
        assert "It is first." in text_of(tell(consultation, "why not 1"))
        second = text_of(tell(consultation, "why not 2"))
        assert second.startswith("2. ")
        assert "put it first" in second

    @pytest.mark.parametrize("names", ["1 2", "1, 2", "1 and 2", "1 vs 2", "papillary_rupture 2"])
    def test_two_causes_stand_side_by_side(self, names: str, consultation: Session) -> None:
        first, second = (ranked.cause for ranked in _told(consultation, *RUPTURE).assessment().differential[:2])
        assert f"What separates {first} (left) from {second} (right)" in text_of(tell(consultation, f"versus {names}"))

    @pytest.mark.parametrize("names", ["", "1", "1 1", "1 nonsense", "nonsense", "1 2 3 4"])
    def test_versus_needs_two_causes(self, names: str, consultation: Session) -> None:
        assert text_of(tell(consultation, f"versus {names}")).startswith("! Name two causes")

    def test_the_tempo_has_its_shares_and_grounds(self, consultation: Session) -> None:
        text = text_of(tell(consultation, *RUPTURE, "tempo"))
        assert text.startswith("Tempo: acute (")
        assert "chronic" in text
        assert "  +" in text

    def test_what_if_keeps_nothing(self, consultation: Session) -> None:
        tell(consultation, "mr_grade: severe")
        before = consultation.history.now
        reply = tell(consultation, "what if vegetation, fever: yes")
        assert text_of(reply).startswith("What if ")
        assert "ALERT Consider infective endocarditis" in text_of(reply)
        assert text_of(reply).endswith("Nothing was kept.")
        assert not reply.redraw
        assert consultation.history.now is before

    def test_what_if_says_the_list_that_the_findings_would_give(self, tmp_path: Path) -> None:
        asked, told = Session(tmp_path / "a"), Session(tmp_path / "b")
        text = text_of(tell(asked, "mr_grade: severe", "what if lvef: 25"))
        tell(told, "mr_grade: severe", "lvef: 25")
        first = told.assessment().differential[0]
        row = next(line for line in text.splitlines() if line.startswith("  1. "))
        assert row.endswith(first.name)

    @pytest.mark.parametrize("line", ["what if", "what if lvef: 300", "what if quux"])
    def test_what_if_of_nothing_says_so(self, line: str, consultation: Session) -> None:
        assert text_of(tell(consultation, line))
        assert known(consultation) == {}


class TestSteps:
    def test_undo_and_redo_tell_what_they_change(self, consultation: Session) -> None:
        tell(consultation, "lvef: 30", "lvef: 45")
        undone = tell(consultation, "undo")
        assert (text_of(undone), undone.redraw) == ("  lvef = 30 % (was 45 %)", True)
        assert text_of(tell(consultation, "redo")) == "  lvef = 45 % (was 30 %)"
        assert text_of(tell(consultation, "redo")) == "  Nothing to redo."
        assert text_of(tell(consultation, "undo", "undo", "undo")) == "  Nothing to undo."

    @pytest.mark.parametrize("name", ["lvef", "LVEF", "ejection fraction", "LV ejection fraction"])
    def test_a_finding_is_dropped_by_id_or_name(self, name: str, consultation: Session) -> None:
        tell(consultation, "lvef: 30, fever: no", f"drop {name}")
        assert known(consultation) == {"fever": False}

    def test_age_is_dropped_by_its_plain_name(self, consultation: Session) -> None:
        tell(consultation, "age_years: 70, fever: no", "drop age")
        assert known(consultation) == {"fever": False}

    @pytest.mark.parametrize("name", ["", "vegetation", "quux"])
    def test_what_is_not_known_cannot_be_dropped(self, name: str, consultation: Session) -> None:
        assert text_of(tell(consultation, f"drop {name}")).startswith("! ")
        assert text_of(tell(consultation, "lvef: 30", f"drop {name}")).startswith("! ")
        assert known(consultation) == {"lvef": 30.0}

    def test_the_setting_decides_and_can_be_undone(self, consultation: Session) -> None:
        tell(consultation, "mr_grade: severe, age_years: 60")
        hospital = consultation.assessment().differential[0].cause
        assert tell(consultation, "setting low income").redraw
        assert consultation.assessment().setting == "low_income"
        assert consultation.assessment().differential[0].cause != hospital
        tell(consultation, "undo")
        assert consultation.assessment().differential[0].cause == hospital

    def test_a_setting_that_does_not_exist_names_those_that_do(self, consultation: Session) -> None:
        assert "community, hospital, low_income, acute" in text_of(tell(consultation, "setting moon"))

    def test_show_has_the_words_that_each_was_said_with(self, consultation: Session) -> None:
        text = text_of(tell(consultation, "lvef: 30", "show"))
        assert text.startswith("Known: 1 finding(s)")
        assert "lvef = 30 %   “lvef: 30”" in text

    def test_help_lists_every_command(self, consultation: Session) -> None:
        text = text_of(tell(consultation, "help"))
        assert all(command.usage in text for command in COMMANDS)

    @pytest.mark.parametrize("line", ["quit", "exit", "q", "QUIT"])
    def test_quit_ends_and_says_where_it_is_kept(self, line: str, consultation: Session) -> None:
        reply = tell(consultation, "lvef: 30", line)
        assert reply.done
        assert str(consultation.file) in text_of(reply)

    def test_quit_says_that_nothing_was_kept(self, tmp_path: Path) -> None:
        assert "Nothing was kept" in text_of(tell(Session(tmp_path), "quit"))
        assert "Nothing was kept" in text_of(tell(Session(tmp_path, kept=False), "lvef: 30", "quit"))
        assert list(tmp_path.iterdir()) == []


class TestDrawing:
    def test_movements_are_since_the_last_drawing(self, consultation: Session) -> None:
        tell(consultation, "mr_grade: severe")
        assert not _moved(consultation)
        tell(consultation, "vegetation, fever: yes")
        assert _moved(consultation)
        assert not _moved(consultation)

    def test_the_report_is_the_report_of_the_command_line(self, consultation: Session) -> None:
        """Its lines are ready for 80 columns: none is broken a second time."""
        tell(consultation, *RUPTURE)
        lines = [line.text for line in tell(consultation, "report").lines]
        assert "Most likely: Papillary muscle rupture" in lines[1]
        assert max(map(len, lines)) <= 79


class TestPreview:
    def test_it_says_how_the_line_would_be_read(self, consultation: Session) -> None:
        assert consultation.preview("lvef: 30, fever: no") == "lvef = 30 %; fever = no"
        assert "vegetation stays open" in consultation.preview("possible vegetation")
        assert "not understood: quux" in consultation.preview("quux blorp")
        assert known(consultation) == {}

    def test_it_says_what_is_wrong_before_the_line_is_sent(self, consultation: Session) -> None:
        assert "lvef" in consultation.preview("lvef: 300")

    @pytest.mark.parametrize("line", ["", "  ", "show", "why 1", "what if lvef 30"])
    def test_there_is_none_of_a_command(self, line: str, consultation: Session) -> None:
        assert consultation.preview(line) == ""

    @pytest.mark.parametrize("line", ["lvef: 30, fever: no", "flail_segments: P1, P2", "what if sex = male", "mr_grade = severe "])
    def test_there_is_one_at_every_letter(self, line: str, consultation: Session) -> None:
        for end in range(len(line) + 1):
            assert "\n" not in consultation.preview(line[:end])


FINDINGS = [line for line in LINES if not line.startswith(("drop", "setting"))]
typed = st.text(PRINTABLE, max_size=60)
commands = st.tuples(st.sampled_from([command.words for command in COMMANDS if command.words not in ("save", "report")]), typed).map(" ".join)


@given(st.lists(typed | commands | st.sampled_from(LINES), max_size=4))
@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
def test_no_line_breaks_a_session(lines: list[str]) -> None:
    with session() as consultation:
        for line in lines:
            consultation.preview(line)
            reply = consultation.hear(line)
            assert all("\n" not in out.text for out in reply.lines)
        consultation.case()


@given(sessions(most=4), st.lists(st.sampled_from(FINDINGS), min_size=1, max_size=3).map("; ".join))
@settings(max_examples=50, deadline=None, suppress_health_check=SLOW)
def test_what_a_line_says_is_shown(before: list[str], line: str) -> None:
    with session() as consultation:
        tell(consultation, "show", *before)
        was = known(consultation)
        text = text_of(consultation.hear(line))
        changed = {id for id in {*was, *known(consultation)} if was.get(id) != known(consultation).get(id)}
        read = read_line(line)
        assert all(id in text for id in read.known) or not changed
        assert all(f"{id}" in text or id.partition(".")[0] in text or id in ("age_years", "age_group") for id in changed)


def test_a_disk_that_can_no_longer_be_written_to_does_not_end_the_session(tmp_path: Path) -> None:
    consultation = Session(tmp_path / "gone")
    (tmp_path / "gone").write_text("in the way", encoding="utf-8")
    assert "lvef = 30 %" in text_of(consultation.hear("lvef: 30"))
    assert known(consultation) == {"lvef": 30.0}


def test_a_session_begins_with_what_it_is_given(tmp_path: Path) -> None:
    consultation = Session(tmp_path, first=State({"lvef": Known(30.0)}, "acute"))
    assert consultation.assessment().setting == "acute"
    assert "Nothing to undo" in text_of(tell(consultation, "undo"))


def _asked(reply: Reply) -> str:
    return reply.lines[0].text.rpartition("  [")[2].partition(",")[0]


def _asked_of_kind(consultation: Session, kind: type[YesNo]) -> str:
    """Ask until a question of a kind stands."""
    tell(consultation, "mr_grade: severe")
    finding = _asked(tell(consultation, "?"))
    while not isinstance(atom(finding), kind):
        finding = _asked(tell(consultation, "u"))
    return finding


def _told(consultation: Session, *lines: str) -> Session:
    tell(consultation, *lines)
    return consultation


def _moved(consultation: Session) -> bool:
    return any("▲" in line.text or "▼" in line.text for line in consultation.draw(rows=18, width=79))
