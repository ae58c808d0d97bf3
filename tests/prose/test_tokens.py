"""Text in tokens, sentences and headed blocks, each in its place."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mrddx.prose.tokens import sentences, tokens_of


def texts(text: str) -> list[str]:
    """The sentences of a text, each on one line."""
    return [" ".join(text[sentence.start : sentence.end].split()) for sentence in sentences(text)]


def headings(text: str) -> dict[str, str]:
    return {text[sentence.start : sentence.end]: sentence.heading for sentence in sentences(text)}


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("no fever, EF 30%", ["no", "fever", ",", "EF", "30", "%"]),
        ("LVEDD 5.6 cm", ["LVEDD", "5.6", "cm"]),
        ("creatinine 4,5 mg/dL", ["creatinine", "4,5", "mg", "/", "dL"]),
        ("flail P2 and A3", ["flail", "P2", "and", "A3"]),
        ("MR 3+", ["MR", "3+"]),
        ("the patient's father", ["the", "patient's", "father"]),
        ("didn’t", ["didn’t"]),
        ("vegetation (-), abscess (?)", ["vegetation", "(-)", ",", "abscess", "(?)"]),
        ("pseudo-aneurysm", ["pseudo", "-", "aneurysm"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokens_of(text)] == tokens


def test_a_token_knows_its_place_in_the_longer_text() -> None:
    (first, second) = tokens_of("EF 30", start=100)
    assert (first.start, first.end, second.start, second.end) == (100, 102, 103, 105)


@given(st.text(), st.integers(0, 50))
def test_every_mark_that_is_no_blank_is_in_one_token(text: str, start: int) -> None:
    tokens = tokens_of(text, start)
    assert all(text[token.start - start : token.end - start] == token.text for token in tokens)
    assert all(one.end <= other.start for one, other in itertools.pairwise(tokens))
    assert "".join(token.text for token in tokens) == "".join(text.split())


@given(st.text("ab. ,;:\n\t-1A?!()%/•'’²ıß"))
def test_sentences_share_out_the_tokens_in_order(text: str) -> None:
    found = sentences(text)
    assert all(sentence.tokens for sentence in found)
    assert [token for sentence in found for token in sentence.tokens] == tokens_of(text)


class TestSentences:
    def test_a_full_stop_ends_one(self) -> None:
        assert texts("No fever. EF 30 %. Flail P2!") == ["No fever.", "EF 30 %.", "Flail P2!"]

    def test_a_decimal_point_ends_none(self) -> None:
        assert texts("Creatinine 4.5 mg/dL today.") == ["Creatinine 4.5 mg/dL today."]

    @pytest.mark.parametrize("short", ["Dr.", "vs.", "e.g.", "approx.", "St.", "resp."])
    def test_an_abbreviation_ends_none(self, short: str) -> None:
        assert len(texts(f"Seen by {short} Miller for fever.")) == 1

    def test_a_wrapped_paragraph_is_one_text(self) -> None:
        wrapped = (
            "The transoesophageal echocardiogram showed a large mobile mass, and there was no evidence of\n"
            "vegetation on the aortic valve, which opened well in every view that could be obtained in him.\n"
        )
        assert len(texts(wrapped)) == 1

    def test_the_lines_of_a_list_stand_alone(self) -> None:
        assert texts("EF 30 %\nLVEDD 62 mm\nflail P2") == ["EF 30 %", "LVEDD 62 mm", "flail P2"]

    @pytest.mark.parametrize("bullet", ["- ", "* ", "• ", "1. ", "2) "])
    def test_a_bullet_begins_something_new(self, bullet: str) -> None:
        text = f"{bullet}no fever of any kind was seen in all of those many days\n{bullet}holosystolic murmur heard at the apex every time\n"
        assert len(texts(text)) == 2

    def test_an_empty_line_ends_one(self) -> None:
        assert texts("no fever\n\nmurmur") == ["no fever", "murmur"]

    def test_dashes_and_carriage_returns(self) -> None:
        assert texts("EF 30 %\r\nflail P2\r\n") == ["EF 30 %", "flail P2"]


class TestHeadings:
    def test_a_sentence_stands_under_its_heading(self) -> None:
        assert headings("Family history: Marfan syndrome\nEcho: flail P2") == {
            "Family history: Marfan syndrome": "family history", "Echo: flail P2": "echo",
        }  # fmt: skip

    def test_a_heading_in_capitals(self) -> None:
        found = headings("PAST HISTORY\nrheumatic fever as a child\n\nECHO\nflail P2")
        assert found["rheumatic fever as a child"] == "past history"
        assert found["flail P2"] == "echo"

    def test_a_blank_line_ends_a_heading_that_has_text(self) -> None:
        assert headings("Family history: Marfan syndrome\n\nflail P2")["flail P2"] == ""

    def test_no_heading_to_begin_with(self) -> None:
        assert headings("flail P2") == {"flail P2": ""}
