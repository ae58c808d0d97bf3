"""A case as the text of a case file, in the form that people write by hand and that ``read_case`` reads back the same."""

from __future__ import annotations

from typing import Any

import yaml

from ..facts.case import Case, CaseValue, find
from ..facts.findings import Quantity
from .values import unit_name


class _CaseDumper(yaml.SafeDumper):
    """Writes yes and no for booleans, and lists on one line."""


_CaseDumper.add_representer(bool, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:bool", "yes" if value else "no"))
class _OneLine(dict[str, Any]):
    """A block that is written on one line."""


_CaseDumper.add_representer(_OneLine, lambda dumper, value: dumper.represent_mapping("tag:yaml.org,2002:map", value, flow_style=True))
_CaseDumper.add_representer(list, lambda dumper, value: dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=True))


def case_yaml(case: Case) -> str:
    """The case as YAML. Numbers stand with their unit; every number is read back as it was."""
    data = case.model_dump(by_alias=True, exclude_none=True, exclude_defaults=True)
    parts: dict[str, Any] = {key: data[key] for key in ("id", "age", "sex", "setting") if key in data}
    parts["findings"] = {id: _written(id, value) for id, value in case.findings.items()}
    parts |= {key: value for key, value in data.items() if key not in parts}
    if case.quotes:
        parts["quotes"] = {id: _OneLine(quote) for id, quote in parts["quotes"].items()}
    if isinstance(parts.get("age"), float) and parts["age"].is_integer():
        parts["age"] = int(parts["age"])
    return yaml.dump(parts, Dumper=_CaseDumper, sort_keys=False, allow_unicode=True, width=200)


def _written(id: str, value: CaseValue) -> CaseValue | int:
    finding = find(id)
    if not isinstance(finding, Quantity) or not isinstance(value, float) or isinstance(value, bool):
        return value
    number = int(value) if value.is_integer() else value
    return number if finding.unit == "1" else f"{number!r} {unit_name(finding.unit)}"
