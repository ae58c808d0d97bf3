"""`mrddx batch` and `simulate` as their user meets them: equal to `assess`, killed and gone on with, broken input, full disk, quiet pipe."""

from __future__ import annotations

import csv
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from mrddx import library
from mrddx.cli import app

ROOT = Path(__file__).parents[2]
CASES = ROOT / "cases"
REGISTRY = ROOT / "docs" / "registry"


def mrddx(*arguments: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "mrddx.cli", *map(str, arguments)]


@pytest.fixture(scope="module")
def simulated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Simulated cases, which take some seconds to make."""
    table = tmp_path_factory.mktemp("simulated") / "cases.parquet"
    assert mrddx("simulate", "--cases", "600", "--seed", "3", "--output", table)[0] == 0
    return table


@pytest.fixture
def table(simulated: Path, tmp_path: Path) -> Path:
    """A table of 600 simulated cases in the test's own folder."""
    return Path(shutil.copy(simulated, tmp_path / "cases.parquet"))


def test_a_case_in_a_batch_is_the_case_alone(tmp_path: Path) -> None:
    names = library.case_names()[::9]
    (tmp_path / "cases").mkdir()
    for name in names:
        (tmp_path / "cases" / f"{name}.yaml").write_text(library.case_text(name), encoding="utf-8")
    code, _, _ = mrddx("batch", tmp_path / "cases", "--output", tmp_path / "out.parquet", "--rows-per-part", "4")
    assert code == 0
    rows = pl.read_parquet(tmp_path / "out.parquet").to_dicts()
    assert sorted(row["case_id"] for row in rows) == sorted(names)
    for row in rows[::3]:
        answer = json.loads(mrddx("assess", tmp_path / "cases" / f"{row['case_id']}.yaml", "--format", "json")[1])
        assert [row[f"cause_{place}"] for place in range(1, 6)] == [each["cause"] for each in answer["differential"][:5]]
        assert [row[f"probability_{place}"] for place in range(1, 6)] == [each["probability"] for each in answer["differential"][:5]]
        assert row["tempo"] == answer["tempo"]["verdict"]
        assert (row["carpentier"], row["class"]) == (answer["mechanism"]["carpentier"], answer["mechanism"]["class"])
        assert row["severity"] == answer["severity"]["grade"]
        assert row["alerts"] == [alert["id"] for alert in answer["alerts"]]
        assert row["unexplained_probability"] == answer["unexplained_probability"]
        assert row["knowledge_sha256"] == answer["knowledge"]["sha256"]
        said = {line["rule"]: line["text"] for line in answer["differential"][0]["evidence"]}
        assert all(said[rule] == text for rule, text in zip(row["rules_for_1"], row["reasons_for_1"], strict=True))


def test_the_registry_of_the_docs(tmp_path: Path) -> None:
    code, out, err = mrddx("batch", REGISTRY / "registry.csv", "--map", REGISTRY / "registry.yaml", "--output", tmp_path / "out.csv")
    assert (code, err) == (0, "")
    assert "5 cases ranked" in out
    assert "4 rows refused" in out
    assert "Not read, as no finding has such a name (see --dry-run): creat (µmol/L)" in " ".join(out.split())
    rejects = [json.loads(line) for line in (tmp_path / "out.csv.rejects.ndjson").read_text(encoding="utf-8").splitlines()]
    assert [(reject["line"], reject["column"]) for reject in rejects] == [(6, "LVEF_pct"), (7, "mr_sev"), (8, "PatID"), (9, None)]
    assert rejects[0]["mend"] == "did you mean 62 %?"
    rows = list(csv.DictReader((tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()))
    assert [row["case_id"] for row in rows] == ["R-001", "R-002", "R-003", "R-004", "R-008"]
    assert rows[2]["cause_1"] == "papillary_rupture"
    assert "Time since the latest infarction 4 days (within 1 to 14 days)" in rows[2]["reasons_for_1"].split(" | ")


def test_the_dry_run_of_the_docs_is_what_it_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    _, out, _ = mrddx("batch", "docs/registry/registry.csv", "--map", "docs/registry/registry.yaml", "--dry-run")
    page = (ROOT / "docs" / "batch.md").read_text(encoding="utf-8")
    recorded = re.search(r"```\n(docs/registry/registry\.csv: .*?)```", page, re.DOTALL)
    assert recorded is not None
    assert recorded[1] == out


@pytest.mark.parametrize("suffix", ["parquet", "csv"])
def test_a_killed_run_leaves_no_output_and_goes_on_to_the_same_bytes(tmp_path: Path, table: Path, suffix: str) -> None:
    whole, output = tmp_path / f"whole.{suffix}", tmp_path / f"out.{suffix}"
    options = ("--rows-per-part", "20")
    assert mrddx("batch", table, "--output", whole, *options)[0] == 0
    process = subprocess.Popen(command("batch", table, "--output", output, *options), stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    parts = tmp_path / f"out.{suffix}.parts"
    while not list(parts.glob("part-000003.json")) and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert not output.exists()
    code, _, err = mrddx("batch", table, "--output", output, *options)
    assert code == 2
    assert "go on with --resume" in err
    code, out, _ = mrddx("batch", table, "--output", output, *options, "--resume")
    assert code == 0
    assert "600 cases ranked" in out
    assert output.read_bytes() == whole.read_bytes()
    assert not parts.exists()


def test_a_stopped_run_says_how_to_go_on(tmp_path: Path, table: Path) -> None:
    process = subprocess.Popen(command("batch", table, "--output", tmp_path / "out.csv", "--rows-per-part", "20"), stderr=subprocess.PIPE, text=True)
    while not list((tmp_path / "out.csv.parts").glob("part-000001.json")):
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert re.search(r"stopped after \d+ finished parts; the same command with --resume goes on from there", err)
    assert mrddx("batch", table, "--output", tmp_path / "out.csv", "--rows-per-part", "20", "--resume")[0] == 0


def test_a_full_disk_is_said_and_what_is_done_is_kept(tmp_path: Path, table: Path) -> None:
    arguments = command("batch", table, "--output", tmp_path / "out.parquet", "--rows-per-part", "100")

    def small_files() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    result = subprocess.run(arguments, capture_output=True, text=True, check=False, preexec_fn=small_files)
    assert result.returncode == 2, result.stderr
    assert "Traceback" not in result.stderr
    assert "File too large" in result.stderr
    assert "--resume" in result.stderr
    assert not (tmp_path / "out.parquet").exists()


def test_a_pipe_stays_quiet_and_json_is_json(tmp_path: Path, table: Path) -> None:
    result = subprocess.run(command("batch", table, "-o", tmp_path / "out.ndjson", "--format", "json"), capture_output=True, text=True, check=True)
    assert result.stderr == ""
    summary = json.loads(result.stdout)
    assert (summary["rows"], summary["cases"], summary["refused"]) == (600, 600, 0)
    assert summary["not_read"] == ["known_cause", "known_tempo", "known_carpentier", "known_class"]


def test_what_cannot_be_read_or_written_is_said_in_a_line(tmp_path: Path, table: Path) -> None:
    cut = tmp_path / "cut.parquet"
    cut.write_bytes(table.read_bytes()[:-1000])
    for arguments, code, said in (
        ((cut, "-o", tmp_path / "x.csv"), 3, "cut"),
        ((tmp_path / "nothing.csv", "-o", tmp_path / "x.csv"), 3, "nothing.csv"),
        ((table,), 2, "give --output FILE"),
        ((table, "-o", tmp_path / "x.xlsx"), 2, "does not tell the format"),
        ((table, "-o", table), 2, "is the input; give the output another name"),
        ((tmp_path, "-o", tmp_path / "x.parquet"), 2, "stands in the input folder"),
        ((table, "-o", tmp_path / "no" / "x.csv"), 2, f"{tmp_path / 'no'}: there is no such folder"),
        ((table, "-o", tmp_path / "x.csv", "--map", tmp_path / "no.yaml"), 3, "no.yaml"),
    ):
        found, _, err = mrddx("batch", *arguments)
        assert (found, len(err.splitlines())) == (code, 1), err
        assert said in err
    assert sorted(os.listdir(tmp_path)) == ["cases.parquet", "cut.parquet"]


def test_what_turns_out_damaged_while_it_is_read_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "cases.ndjson"
    broken.write_bytes('{"id": "a", "lvef": 50}\n'.encode("utf-16"))
    code, _, err = mrddx("batch", broken, "-o", tmp_path / "x.csv")
    assert (code, len(err.splitlines())) == (3, 1), err
    assert os.listdir(tmp_path) == ["cases.ndjson"]
    broken.write_text('{"id": "a", "lvef": "many"}\n', encoding="utf-8")
    assert mrddx("batch", broken, "-o", tmp_path / "x.csv")[0] == 3  # no row of it could be read
    broken.write_text('{"id": "a", "lvef": 50}\n', encoding="utf-8")
    assert mrddx("batch", broken, "-o", tmp_path / "x.csv")[0] == 0


def test_more_refused_rows_than_allowed_stop_the_run(tmp_path: Path) -> None:
    arguments = ("batch", REGISTRY / "registry.csv", "--map", REGISTRY / "registry.yaml", "--output", tmp_path / "out.csv")
    code, _, err = mrddx(*arguments, "--max-rejects", "3")
    assert code == 3
    assert "4 rows refused, more than the 3 allowed; they are listed in" in err
    assert not (tmp_path / "out.csv").exists()
    assert len((tmp_path / "out.csv.rejects.ndjson").read_text(encoding="utf-8").splitlines()) == 4
    assert mrddx(*arguments, "--max-rejects", "4", "--resume")[0] == 0


def test_simulated_case_files_can_be_assessed_and_evaluated(tmp_path: Path) -> None:
    folder = tmp_path / "students"
    code, _, err = mrddx("simulate", "--cases", "3", "--seed", "5", "--cause", "papillary_rupture", "--setting", "acute", "--output", folder)
    assert code == 0
    assert "They agree with the rules by construction" in err
    files = sorted(folder.glob("*.yaml"))
    assert len(files) == 3
    assert mrddx("assess", files[0])[0] == 0
    code, out, _ = mrddx("evaluate", folder, "--no-noise", "--format", "json")
    assert code == 0
    assert json.loads(out)["summary"]["cases"] == 3
    code, _, err = mrddx("simulate", "--cause", "papilary_rupture", "--output", folder)
    assert (code, err) == (2, "there is no cause 'papilary_rupture'; did you mean papillary_rupture?\n")
