"""A wheel built from the tree carries the case library and works from any folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from mrddx.library import case_names

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The contents of a wheel built from a copy of the tree."""
    folder = tmp_path_factory.mktemp("wheel")
    tree = folder / "tree"
    for name in ("src", "cases"):
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tree / name)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(folder), str(tree)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


def run(unpacked: Path, folder: Path, *arguments: str) -> str:
    script = "import mrddx.cli, sys; sys.stderr.write(mrddx.__file__); mrddx.cli.main()"
    env = {**os.environ, "PYTHONPATH": str(unpacked), "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True, cwd=folder, env=env)
    assert str(unpacked) in done.stderr
    return done.stdout


def test_the_library_is_in_the_wheel(unpacked: Path, tmp_path: Path) -> None:
    assert run(unpacked, tmp_path, "example").split() == case_names()


def test_a_library_case_can_be_assessed_from_any_folder(unpacked: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(run(unpacked, tmp_path, "example", "flail-p2-70f"), encoding="utf-8")
    assert "Most likely" in run(unpacked, tmp_path, "assess", "mine.yaml")


def test_the_wheel_holds_no_tests_and_no_held_out_cases(unpacked: Path) -> None:
    names = [path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*")]
    assert not [name for name in names if "held_out" in name or name.startswith("tests")]
    assert "mrddx/py.typed" in names
