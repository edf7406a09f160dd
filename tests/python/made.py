"""Results that the tests read, made by the program; and how a test is skipped aloud."""
import json
import os
import shutil
import subprocess
import sys
import tempfile

UITWIJK, SOURCE = os.environ["UITWIJK"], os.environ["UITWIJK_SOURCE"]
TINY = os.path.join(SOURCE, "tests/worlds/cli_tiny")
READER = os.path.join(SOURCE, "results/python")
SKIPPED = 77
sys.path.insert(0, READER)


def skip_without_h5py():
    try:
        import h5py  # noqa: F401
    except ImportError:
        print(f"SKIPPED: {sys.executable} has no h5py (Debian: python3-h5py)")
        sys.exit(SKIPPED)


def uitwijk(*arguments, folder=None):
    """What it prints. Fails when it does not end with 0."""
    done = subprocess.run([UITWIJK, *arguments], cwd=folder, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"uitwijk {' '.join(arguments)}: {done.returncode}\n{done.stderr}")
    return done.stdout


class Made:
    """A folder with results: of an outage, a day without one, and a campaign; and what `run` says
    of the first."""

    REPLICATIONS = 20

    def __init__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="uitwijk-python-")
        self.folder = self._folder.name
        self.said = json.loads(
            uitwijk("run", f"{TINY}/outage.yaml", "-q", "--json", "--values",
                    "-n", str(self.REPLICATIONS), "-o", self.path("outage.h5"))
        )  # fmt: skip
        uitwijk("run", f"{TINY}/calm.yaml", "-q", "-n", "2", "-o", self.path("calm.h5"))
        # Kept for the tests of documents: a campaign takes seconds to make.
        shutil.copy(os.path.join(SOURCE, "tests/regression/goldens/results/tiny.h5"), self.path("campaign.h5"))

    def path(self, name):
        return os.path.join(self.folder, name)

    def table(self, *names):
        """The rows of `uitwijk table`."""
        said = json.loads(uitwijk("table", "--format", "json", "-q", *map(self.path, names)))
        return said["annual"] + said["conditional"] + said["deliberate"]

    def clean(self):
        self._folder.cleanup()
