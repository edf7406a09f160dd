#!/usr/bin/env python3
"""The reader of result files in Python, held against what the program says of the same files."""
import math
import os
import unittest

import made

made.skip_without_h5py()

import numpy  # noqa: E402

import uitwijk  # noqa: E402


def setUpModule():
    global results
    results = made.Made()


def tearDownModule():
    results.clean()


def sealed(content, kind):
    """With a seal of another kind or version."""
    return content[: content.rfind(b"uitwijk/study ")] + kind + b" sha256 " + b"0" * 64 + b"\n"


class Figures(unittest.TestCase):
    def setUp(self):
        self.study = uitwijk.open(results.path("outage.h5"))
        self.addCleanup(self.study.close)

    def test_counts_are_those_of_each_replication(self):
        said = results.said["values"]
        self.assertEqual(self.study["replication"].values.tolist(), said["replications"])
        for count, measure in (("lost", "lost_callers"), ("genuine", "genuine_callers"),
                               ("attempts", "attempts"), ("gave_up", "gave_up_callers")):  # fmt: skip
            self.assertEqual(self.study.extra(count).values.tolist(), said["of"][measure], count)
        self.assertGreater(max(self.study.callers("lost").values), 0, "else nothing was compared")

    def test_means_and_percentiles_are_those_of_run(self):
        for count, measure in (("lost", "lost_callers"), ("attempts", "attempts")):
            said, seen = results.said["measures"][measure], self.study.callers(count)
            self.assertAlmostEqual(float(seen.mean()), said["mean"])
            self.assertEqual(
                seen.percentile([5, 50, 95]).values.tolist(), [said["p5"], said["p50"], said["p95"]]
            )
            self.assertEqual(float(seen.percentile(50)), said["p50"])

    def test_the_pairing_is_that_of_the_table(self):
        row = results.table("outage.h5")[0]
        self.assertAlmostEqual(float(self.study.extra("lost").mean()), row["lost_callers"]["value"])
        newly = self.study["paired/newly_lost"].total() - self.study["paired/newly_saved"].total()
        self.assertEqual(newly.values.tolist(), self.study.extra("lost").values.tolist())

    def test_a_difference_goes_below_zero(self):
        twin, with_it = self.study["twin/callers"], self.study["world/callers"]
        lost = (twin - with_it).sel(caller_count="lost").total()
        self.assertLess(min(lost.values), 0)

    def test_dimensions_and_units_have_names(self):
        callers = self.study["world/callers"]
        self.assertEqual(callers.dims, ("replication", "region", "discipline", "caller_count"))
        self.assertEqual(callers.units, "1")
        self.assertEqual(self.study["world/unreachable_112_s"].units, "s")
        two = list(callers.coords["region"])[:2]
        self.assertEqual(callers.sel(region=two).sum("replication").dims,
                         ("region", "discipline", "caller_count"))  # fmt: skip
        by_region = callers.sel(caller_count="lost").sum("discipline")
        self.assertEqual(
            by_region.total().values.tolist(), self.study.callers("lost").values.tolist()
        )

    def test_every_dataset_can_be_read(self):
        names = self.study.names()
        self.assertGreater(len(names), 100)
        for name in names:
            self.assertEqual(len(self.study[name].dims), self.study[name].values.ndim, name)

    def test_a_curve_is_that_of_the_file(self):
        curve = self.study.curve("waiting")
        self.assertEqual(curve.dims, ("timeline_bin", "statistic"))
        kept = self.study["world/timeline_all_p95"].sel(timeline_count="waiting").values
        reached = self.study["timeline_reached"].values > 0
        p95 = curve.sel(statistic="p95").values
        self.assertEqual(p95[reached].tolist(), kept[reached].tolist())
        self.assertTrue(numpy.isnan(p95[~reached]).all())
        self.assertGreater(numpy.nanmax(p95), 0)
        centre = self.study["centre"].values[0]
        self.assertEqual(self.study.curve("waiting", centre=centre).shape, curve.shape)

    def test_lists_are_columns(self):
        outages = self.study.rows("world/outage")
        self.assertEqual({len(column) for column in outages.values()}, {len(outages["from_s"])})
        self.assertGreater(len(outages["from_s"]), 0)
        self.assertLessEqual(set(outages["replication"]), set(range(made.Made.REPLICATIONS)))

    def test_provenance_is_plain(self):
        self.assertEqual(self.study.provenance["seed"], results.said["seed"])
        self.assertEqual(self.study.provenance["commit"], results.said["commit"])
        self.assertIs(type(self.study.provenance["seed"]), int)

    def test_a_name_that_is_not_there_is_said(self):
        with self.assertRaisesRegex(KeyError, "no dataset 'world/caller'"):
            self.study["world/caller"]
        with self.assertRaisesRegex(KeyError, "no 'los' in caller_count; there are: callers, genuine"):
            self.study.callers("los")
        with self.assertRaisesRegex(KeyError, "no dimension 'regions'; there are: replication"):
            self.study["world/callers"].sel(regions="noord")
        with uitwijk.open(results.path("calm.h5")) as calm:
            self.assertFalse(calm.has_twin)
            with self.assertRaisesRegex(KeyError, "no threats, and so no twin"):
                calm.extra("lost")


class Campaigns(unittest.TestCase):
    def setUp(self):
        self.campaign = uitwijk.open(results.path("campaign.h5"))
        self.addCleanup(self.campaign.close)

    def test_rows_are_those_of_the_table(self):
        self.assertTrue(self.campaign.is_complete)
        seen = sorted(float(study.extra("lost").mean()) for _, study in self.campaign.studies())
        said = sorted(row["lost_callers"]["value"] for row in results.table("campaign.h5"))
        self.assertEqual(len(seen), len(self.campaign))
        self.assertEqual(len(seen), len(said))
        for one, other in zip(seen, said):
            self.assertAlmostEqual(one, other)

    def test_a_row_is_found_by_its_name_and_by_its_number(self):
        name = self.campaign.rows[1]["row"]
        self.assertEqual(
            self.campaign[name].callers("attempts").values.tolist(),
            self.campaign[1].callers("attempts").values.tolist(),
        )
        self.assertEqual(len(self.campaign[0]["replication"]), self.campaign.rows[0]["finished"])
        with self.assertRaisesRegex(KeyError, "no 'nothing' in row; there are: "):
            self.campaign["nothing"]

    def test_a_study_can_be_gone_through_in_the_same_way(self):
        with uitwijk.open(results.path("outage.h5")) as study:
            self.assertEqual([labels["row"] for labels, _ in study.studies()], ["outage"])


class Refused(unittest.TestCase):
    def refused(self, path, why, **how):
        with self.assertRaisesRegex(uitwijk.NotOurs, why) as seen:
            uitwijk.open(path, **how)
        self.assertIn(os.path.basename(path), str(seen.exception))

    def changed(self, change):
        """A copy of a result whose bytes were changed."""
        path = results.path("changed.h5")
        with open(results.path("outage.h5"), "rb") as file:
            content = file.read()
        with open(path, "wb") as file:
            file.write(change(content))
        return path

    def test_no_hdf5(self):
        self.refused(os.path.join(made.SOURCE, "README.md"), "is not an HDF5 file")

    def test_hdf5_of_somebody_else(self):
        import h5py

        path = results.path("other.h5")
        with h5py.File(path, "w") as file:
            file["x"] = numpy.arange(3)
        self.refused(path, "has no seal of uitwijk")

    def test_cut_off(self):
        self.refused(self.changed(lambda content: content[:-200]), "has no seal of uitwijk")
        self.refused(self.changed(lambda content: content[:-1]), "has no seal of uitwijk")

    def test_damaged(self):
        half = self.changed(lambda c: c[: len(c) // 2] + b"?!" + c[len(c) // 2 + 2 :])
        self.refused(half, "does not match its checksum")
        uitwijk.open(self.changed(lambda content: content), check=True).close()

    def test_another_version(self):
        later = self.changed(lambda content: sealed(content, b"uitwijk/study 9.0"))
        self.refused(later, "has format 9.0; this uitwijk.py reads 2 and 3")

    def test_another_kind(self):
        other = self.changed(lambda content: sealed(content, b"uitwijk/register 1.0"))
        self.refused(other, "is a 'uitwijk/register'")

    def test_a_file_of_before_is_read(self):
        with uitwijk.open(os.path.join(made.SOURCE, "tests/unit/results/old/study-2.1.h5")) as old:
            self.assertGreater(float(old.callers("callers").sum()), 0)
            self.assertNotIn("world/loss", old)

    def test_what_is_not_there(self):
        with self.assertRaises(FileNotFoundError):
            uitwijk.open(results.path("nothing.h5"))


class Xarray(unittest.TestCase):
    def setUp(self):
        try:
            import xarray  # noqa: F401
        except ImportError:
            self.skipTest("no xarray (Debian: python3-xarray)")
        self.study = uitwijk.open(results.path("outage.h5"))
        self.addCleanup(self.study.close)

    def test_a_group_is_a_dataset(self):
        for group in ("world", "twin", "paired"):
            self.assertIn("replication", self.study.to_xarray(group).dims)
        lost = self.study.to_xarray().callers.sel(caller_count="lost").sum(["region", "discipline"])
        self.assertEqual(lost.values.tolist(), self.study.callers("lost").values.tolist())
        self.assertEqual(self.study.to_xarray().unreachable_112_s.attrs["units"], "s")
        self.assertFalse(math.isnan(float(lost.mean())))


if __name__ == "__main__":
    unittest.main()
