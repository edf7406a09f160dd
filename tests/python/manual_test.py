#!/usr/bin/env python3
"""The blocks of docs/python.md, run as somebody would who types them over: those in Python one
after the other in one session, those in R each by itself. Their figures are compared with what the
program says."""
import json
import os
import re
import shutil
import subprocess
import sys
import unittest

import made

made.skip_without_h5py()

PAGE = os.path.join(made.SOURCE, "docs/python.md")


def blocks(language):
    with open(PAGE, encoding="utf-8") as page:
        return re.findall(rf"```{language}\n(.*?)```", page.read(), re.DOTALL)


def has(command):
    return subprocess.run(command, capture_output=True).returncode == 0


class Page(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.results = made.Made()
        # The page's names: an outage, and a campaign.
        shutil.copy(cls.results.path("outage.h5"), cls.results.path("kpn.h5"))
        shutil.copy(cls.results.path("campaign.h5"), cls.results.path("demo.h5"))
        cls.before = os.getcwd()
        os.chdir(cls.results.folder)

    @classmethod
    def tearDownClass(cls):
        os.chdir(cls.before)
        cls.results.clean()

    def said(self, measure):
        return self.results.said["measures"][measure]

    def test_blocks_in_python(self):
        session, skipped = {}, []
        for block in blocks("python"):
            if "xarray" in block and not has([sys.executable, "-c", "import xarray"]):
                skipped.append("xarray")
                continue
            exec(compile(block, PAGE, "exec"), session)
        extra = self.results.said["values"]["of"]["lost_callers"]
        self.assertEqual(session["extra"].values.tolist(), extra)
        self.assertAlmostEqual(float(session["lost"].mean()), self.said("lost_callers")["mean"])
        self.assertEqual(session["p95"], self.said("lost_callers")["p95"])
        self.assertEqual(session["waiting"].dims, ("timeline_bin", "statistic"))
        if skipped:
            print(f"SKIPPED in part: no {', '.join(skipped)} (Debian: python3-xarray)")

    def test_blocks_in_r(self):
        tried = 0
        for block in blocks("r"):
            library = re.search(r"library\((\w+)\)", block).group(1)
            if not shutil.which("Rscript") or not has(["Rscript", "-e", f"library({library})"]):
                print(f"SKIPPED in part: no R with {library}")
                continue
            done = subprocess.run(["Rscript", "-"], input=block, capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn(f"lost {self.said('lost_callers')['mean']:.1f}", done.stdout)
            tried += 1
        self.assertEqual(len(blocks("r")), 2)
        if tried == 0:
            self.skipTest("no R with hdf5r or rhdf5 (Debian: r-cran-hdf5r, r-bioc-rhdf5)")

    def test_the_page_asks_for_what_the_program_has(self):
        said = json.loads(made.uitwijk("doctor", "--json"))
        self.assertTrue(os.path.samefile(said["python"], made.READER))


if __name__ == "__main__":
    unittest.main()
