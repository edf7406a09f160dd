"""Result files of uitwijk in Python: numbers with the names of their dimensions, and units.

    import uitwijk
    study = uitwijk.open("kpn.h5")
    lost = study.extra("lost")                    # beyond the twin, for each replication
    print(lost.mean(), lost.percentile([5, 95]))

Needs h5py and numpy (Debian: python3-h5py) and nothing else. docs/python.md has more,
docs/formats/result-file.md every name in a file and what it means.
"""
import builtins
import hashlib
import math
import os

import h5py
import numpy

MAJORS = (2, 3)
SIGNATURE = b"\x89HDF\r\n\x1a\n"
LONGEST_SEAL = 128
PIECE = 1 << 20


class NotOurs(ValueError):
    """A file that uitwijk did not write, or that is cut off, damaged or of another version."""


def open(path, check=True):
    """The study or the campaign in a result file. With check=False the sum of all its bytes is
    not taken, which saves a second for each gigabyte or so. Raises NotOurs, or OSError when the
    system does not let the file be read."""
    path = os.fspath(path)
    kind = _sealed_kind(path, check)
    file = h5py.File(path, "r")
    try:
        found = _text(file.attrs.get("kind", b""))
        if found != kind:
            raise NotOurs(f"{path}: the seal says '{kind}', the file '{found}'")
        return Study(file, path) if kind == "uitwijk/study" else Campaign(file, path)
    except BaseException:
        file.close()
        raise


class Array:
    """Numbers (or texts) with named dimensions: `values` is a numpy array, `dims` the name of each
    of its axes, `coords` the labels along each, and `units` and `long_name` what they are."""

    def __init__(self, values, dims=(), coords=None, units="", long_name=""):
        self.values = numpy.asarray(values)
        self.dims = tuple(dims)
        self.coords = dict(coords or {})
        self.units, self.long_name = units, long_name
        if self.values.ndim != len(self.dims):
            raise ValueError(f"{self.values.ndim} axes, {len(self.dims)} names")

    @property
    def shape(self):
        return self.values.shape

    def sel(self, **labels):
        """What has these labels: sel(caller_count="lost") takes one and ends its dimension,
        sel(region=["groningen", "drenthe"]) keeps it with those."""
        out = self
        for dim, wanted in labels.items():
            axis = out._axis(dim)
            known = list(out.coords[dim])
            many = isinstance(wanted, (list, tuple, numpy.ndarray))
            rows = [_row_of(one, known, dim) for one in (wanted if many else [wanted])]
            values = numpy.take(out.values, rows if many else rows[0], axis=axis)
            out = out._with(values, () if many else (dim,))
            if many:
                out.coords[dim] = numpy.asarray([known[row] for row in rows])
        return out

    def sum(self, *dims):
        """Added up over these dimensions; over all when none is named."""
        return self._over(numpy.sum, dims)

    def mean(self, *dims):
        """Mean over these dimensions; over all when none is named. An Array without dimensions
        is a number: float(a)."""
        return self._over(numpy.mean, dims)

    def total(self):
        """Added up over everything but the replication."""
        others = [dim for dim in self.dims if dim != "replication"]
        return self.sum(*others) if others else self

    def percentile(self, percent, over="replication"):
        """Percentiles over a dimension, as `uitwijk run` has them: the smallest value with at least
        that share of the values at or below it. A list of them becomes a dimension `percentile`."""
        axis = self._axis(over)
        ordered = numpy.sort(self.values, axis=axis)
        count = self.shape[axis]
        ranks = [max(1, math.ceil(one * count / 100)) for one in numpy.atleast_1d(percent)]
        values = numpy.take(ordered, [rank - 1 for rank in ranks], axis=axis)
        if numpy.ndim(percent) == 0:
            return self._with(numpy.take(values, 0, axis=axis), (over,))
        dims = tuple("percentile" if dim == over else dim for dim in self.dims)
        coords = {dim: self.coords[dim] for dim in dims if dim != "percentile"}
        coords["percentile"] = numpy.asarray(percent)
        return Array(values, dims, coords, self.units, self.long_name)

    def to_xarray(self):
        """The same as an xarray.DataArray (Debian: python3-xarray)."""
        import xarray

        attributes = {"units": self.units, "long_name": self.long_name}
        return xarray.DataArray(self.values, coords=self.coords, dims=self.dims, attrs=attributes)

    def __sub__(self, other):
        if isinstance(other, Array):
            if other.dims != self.dims or any(
                not numpy.array_equal(self.coords[dim], other.coords[dim]) for dim in self.dims
            ):
                raise ValueError(f"{other.dims} cannot be taken off {self.dims}: not the same labels")
            other = other.values
        return self._with(self.values - other, ())

    def __array__(self, dtype=None, copy=None):
        return self.values if dtype is None else self.values.astype(dtype)

    def __float__(self):
        return float(self.values)

    def __format__(self, spec):
        return format(self.values.item(), spec) if not self.dims else format(str(self), spec)

    def __len__(self):
        return len(self.values)

    def __iter__(self):
        return iter(self.values)

    def __str__(self):
        return str(self.values)

    def __repr__(self):
        shape = ", ".join(f"{dim}: {size}" for dim, size in zip(self.dims, self.shape))
        return f"<uitwijk.Array ({shape}) {self.long_name} [{self.units}]\n{self.values!r}>"

    def _axis(self, dim):
        if dim not in self.dims:
            raise KeyError(f"no dimension '{dim}'; there are: {', '.join(self.dims)}")
        return self.dims.index(dim)

    def _over(self, what, dims):
        dims = dims or self.dims
        axes = tuple(self._axis(dim) for dim in dims)
        return self._with(what(self.values, axis=axes), dims)

    def _with(self, values, gone):
        dims = tuple(dim for dim in self.dims if dim not in gone)
        coords = {dim: self.coords[dim] for dim in dims}
        return Array(values, dims, coords, self.units, self.long_name)


class Study:
    """One study: study["world/callers"] is a dataset of docs/formats/result-file.md as an Array.
    `provenance` says where it comes from. It can be used with `with`."""

    def __init__(self, group, path):
        self._group, self.path = group, path
        self.provenance = {name: _plain(value) for name, value in group["provenance"].attrs.items()}
        self.has_twin = "twin" in group

    def names(self):
        """Of all datasets."""
        out = []
        self._group.visititems(
            lambda name, item: out.append(name) if isinstance(item, h5py.Dataset) else None
        )
        return out

    def __getitem__(self, name):
        if name not in self._group or not isinstance(self._group[name], h5py.Dataset):
            raise KeyError(f"{self.path}: no dataset '{name}'{self._why_not(name)}")
        return _array(self._group[name])

    def __contains__(self, name):
        return name in self._group

    def callers(self, count, world="world"):
        """A count of callers (`lost`, `genuine`, `redials`: docs/formats/result-file.md) of the
        whole country, for each replication. world="twin": without what goes wrong."""
        out = self[f"{world}/callers"].sel(caller_count=count).total()
        out.long_name = count
        return out

    def extra(self, count):
        """The pairing: the same count, less that of the twin, for each replication."""
        return self.callers(count) - self.callers(count, "twin")

    def curve(self, count, centre=None, world="world"):
        """A curve over time: a count of the timeline (`waiting`, `answered`) of one centre or of
        all, as `timeline_bin` x `statistic` (mean, p5, p50, p95 over the replications). NaN where
        no replication was still going on."""
        which = "timeline_all" if centre is None else "timeline"
        statistics = ("mean", "p5", "p50", "p95")
        parts = []
        for statistic in statistics:
            part = self[f"{world}/{which}_{statistic}"].sel(timeline_count=count)
            parts.append(part if centre is None else part.sel(centre=centre))
        values = numpy.stack([part.values.astype(float) for part in parts], axis=-1)
        values[self["timeline_reached"].values == 0] = numpy.nan
        coords = {**parts[0].coords, "statistic": numpy.asarray(statistics)}
        return Array(values, parts[0].dims + ("statistic",), coords, parts[0].units, count)

    def rows(self, which):
        """A list of `world/` or `twin/`, such as "world/outage": its columns by name, and the
        replication of each row."""
        columns = {
            name: _array(item).values
            for name, item in self._group[which].items()
            if name not in ("row", "offset")
        }
        return {"replication": _array(self._group[which]["row"]).values, **columns}

    def to_xarray(self, group="world"):
        """The datasets of a group (`world`, `twin`, `paired`) as an xarray.Dataset, without its
        lists. One that is called as one of its dimensions (`other_work`) is `other_work_counts`."""
        import xarray

        arrays = {}
        for name, item in self._group[group].items():
            if isinstance(item, h5py.Dataset) and not h5py.h5ds.is_scale(item.id):
                array = _array(item)
                arrays[name + "_counts" if name in array.dims else name] = array.to_xarray()
        return xarray.Dataset(arrays, attrs=self.provenance)

    def studies(self):
        """As of a campaign: pairs of the labels of a row, and its study. This is the only one."""
        yield {"row": self.provenance["scenario"]}, self

    def close(self):
        self._group.file.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __repr__(self):
        count = len(self._group["replication"])
        return f"<uitwijk.Study {self.provenance['scenario']}, {count} replications, {self.path}>"

    def _why_not(self, name):
        if name.split("/")[0] in ("twin", "paired") and not self.has_twin:
            return ": the scenario has no threats, and so no twin"
        if "/timeline_" in f"/{name}" and "world/timeline" in self._group:
            return ": this is a part of a campaign, whose timelines are summarised when it is merged"
        return ""


class Campaign:
    """The merged file of a campaign: many studies. `rows` has the labels of each (`row`, `threat`,
    `target`, ..., `asked`, `finished`, `failed`); campaign[name or number] is its Study, and
    `studies()` gives both, one row after the other."""

    def __init__(self, file, path):
        self._file, self.path = file, path
        self.name = _text(file.attrs["name"])
        self.is_complete = bool(file.attrs["complete"])
        columns = {
            name[4:] or "row": _array(file[name]).values
            for name in file
            if name == "row" or name.startswith("row_")
        }
        self.rows = [
            {name: _plain(column[number]) for name, column in columns.items()}
            for number in range(len(columns["row"]))
        ]

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, row):
        names = [one["row"] for one in self.rows]
        number = row if isinstance(row, int) else _row_of(row, names, "row")
        number = range(len(names))[number]
        group = f"study/{number:04d}"
        if group not in self._file:
            raise KeyError(f"{self.path}: row '{names[number]}' has no replications yet")
        return Study(self._file[group], self.path)

    def studies(self):
        """Pairs of the labels of a row, and its study; without rows that have no replications."""
        for number, labels in enumerate(self.rows):
            if f"study/{number:04d}" in self._file:
                yield labels, self[number]

    def close(self):
        self._file.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __repr__(self):
        return f"<uitwijk.Campaign {self.name}, {len(self)} rows, {self.path}>"


def _sealed_kind(path, check):
    """What the last line says that the file is. Raises NotOurs."""
    with builtins.open(path, "rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        if file.read(len(SIGNATURE)) != SIGNATURE:
            raise NotOurs(f"{path}: is not an HDF5 file, and so no result of uitwijk")
        file.seek(max(0, size - LONGEST_SEAL))
        tail = file.read()
        begin = tail.rfind(b"uitwijk/")
        words = tail[begin:-1].decode("ascii", "replace").split(" ")
        if begin < 0 or not tail.endswith(b"\n") or len(words) != 4:
            raise NotOurs(
                f"{path}: has no seal of uitwijk as its last line: it is cut off, was changed "
                "afterwards, or another program wrote it"
            )
        kind, version, how, sum_ = words
        if kind not in ("uitwijk/study", "uitwijk/campaign"):
            raise NotOurs(f"{path}: is a '{kind}', expected a study or a campaign")
        major = version.split(".")[0]
        if major not in [str(one) for one in MAJORS]:
            raise NotOurs(
                f"{path}: has format {version}; this uitwijk.py reads "
                f"{' and '.join(str(one) for one in MAJORS)}: take the one of the program that wrote it"
            )
        # The sum of files up to 2.2 goes byte by byte, which Python is too slow for.
        if check and how == "sha256" and _sha256(file, size - len(tail) + begin) != sum_:
            raise NotOurs(f"{path}: does not match its checksum: it was damaged or changed afterwards")
        return kind


def _sha256(file, size):
    file.seek(0)
    sum_ = hashlib.sha256()
    while size > 0:
        piece = file.read(min(PIECE, size))
        if not piece:
            break
        sum_.update(piece)
        size -= len(piece)
    return sum_.hexdigest()


def _array(dataset):
    scales = [dimension[0] if len(dimension) else None for dimension in dataset.dims]
    dims, coords = [], {}
    for axis, scale in enumerate(scales):
        # A scale is its own dimension.
        name = (dataset if scale is None else scale).name.rsplit("/", 1)[-1]
        dims.append(name)
        coords[name] = _values(dataset if scale is None else scale)
        assert len(coords[name]) == dataset.shape[axis]
    return Array(
        _values(dataset),
        dims,
        coords,
        _text(dataset.attrs.get("units", b"")),
        _text(dataset.attrs.get("long_name", b"")),
    )


def _values(dataset):
    """Texts as str, counts as signed numbers: a difference of unsigned ones would not go below 0."""
    if dataset.dtype.kind == "S":
        return numpy.array(dataset.asstr()[()], dtype=str)
    values = dataset[()]
    return values.astype(numpy.int64) if values.dtype.kind == "u" else values


def _row_of(label, known, dim):
    if label not in known:
        some = ", ".join(str(one) for one in known[:40])
        raise KeyError(f"no '{label}' in {dim}; there are: {some}{', ...' if len(known) > 40 else ''}")
    return known.index(label)


def _text(value):
    return value.decode() if isinstance(value, bytes) else str(value)


def _plain(value):
    """A value of Python in place of one of numpy."""
    if isinstance(value, bytes):
        return value.decode()
    return value.item() if isinstance(value, numpy.generic) else value
