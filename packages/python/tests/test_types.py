"""The type checker takes the program that is right and refuses every wrong line of the other. Needs mypy."""

import re
import subprocess
import sys
import unittest
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


def mypy(*paths: str) -> str:
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", *paths]
    return subprocess.run(command, cwd=PACKAGE, capture_output=True, text=True, check=False).stdout


class Types(unittest.TestCase):
    def test_the_package_and_a_right_program_pass(self) -> None:
        self.assertEqual(mypy("loyalty", "tests/right.py"), "")

    def test_every_wrong_line_is_refused(self) -> None:
        refused = {int(line) for line in re.findall(r"^tests/wrong\.py:(\d+): error", mypy("tests/wrong.py"), re.MULTILINE)}
        text = (PACKAGE / "tests/wrong.py").read_text(encoding="utf-8")
        wrong = {number for number, line in enumerate(text.splitlines(), 1) if "# wrong: " in line}
        self.assertEqual(refused, wrong)


if __name__ == "__main__":
    unittest.main()
