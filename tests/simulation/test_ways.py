"""Every way to report a verdict gives that verdict."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mrddx.facts import derived, echo_heart, echo_valve, history
from mrddx.facts.conditions import Condition
from mrddx.inference.witness import Concluded
from mrddx.simulation.kleene import derivations
from mrddx.simulation.manifestations import manifestations
from mrddx.simulation.plan import signs
from mrddx.simulation.ways import MOST, ways

from ..strategies import conditions

SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)


@given(conditions(depth=2), st.booleans())
@settings(max_examples=40, deadline=None, suppress_health_check=SLOW)
def test_a_way_gives_the_verdict_that_is_wanted(condition: Condition, want: bool) -> None:
    found = ways(condition, want)
    assert len(found) <= MOST
    for way in found:
        if not way.asks:
            assert condition.verdict(Concluded(way.example(), derivations())) is want


def test_every_sign_that_is_drawn_can_be_reported_present() -> None:
    assert [key for key, one in manifestations().items() if not one.present] == []


def test_a_conclusion_made_for_rules_is_reported_through_findings() -> None:
    reported = {id for way in ways(derived.lv_systolic_dysfunction, True) for id in way.reports}
    assert echo_heart.lvef.id in reported
    assert derived.lv_systolic_dysfunction.id not in reported


def test_a_finding_that_people_report_is_reported_by_its_own_name_too() -> None:
    reported = [set(way.reports) for way in ways(echo_valve.flail_leaflet, True)]
    assert {echo_valve.flail_leaflet.id} in reported
    assert {"flail_segments.P2"} in reported


def test_what_follows_from_a_sign_is_drawn_after_it() -> None:
    order = [(sign.condition.key, sign.want) for sign in signs()]
    assert order.index((echo_valve.flail_posterior.key, True)) < order.index((echo_valve.flail_leaflet.key, True))


def test_a_frequency_among_those_exposed_takes_the_exposure_for_granted() -> None:
    given = {(sign.condition.key, sign.want): [condition.key for condition in sign.given] for sign in signs()}
    for want in (True, False):
        assert given["years_since_radiotherapy>=10", want] == [history.chest_radiotherapy.key]
    assert given[echo_valve.flail_posterior.key, True] == []


def test_chances_are_probabilities() -> None:
    for sign in signs():
        assert sign.chances.sum(axis=1) == pytest.approx(1), sign.condition.key
        assert ((sign.frequency > 0) & (sign.frequency < 1)).all(), sign.condition.key
