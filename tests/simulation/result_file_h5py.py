#!/usr/bin/env python3
"""Looks at a result file as a stranger with h5py and xarray would.

usage: result_file_h5py.py FILE    prints what it finds; exit 1 when something does not explain itself
"""
import sys

import h5py
import xarray


def problems_of(name, item):
    """What a reader of the file would miss in one object."""
    if not isinstance(item, h5py.Dataset):
        return
    for attribute in ("units", "long_name"):
        if attribute not in item.attrs:
            yield f"{name}: no attribute {attribute}"
    if not item.attrs["long_name"]:
        yield f"{name}: long_name is empty"
    for axis, dimension in enumerate(item.dims):
        if h5py.h5ds.is_scale(item.id):
            continue
        if len(dimension) != 1:
            yield f"{name}: axis {axis} has {len(dimension)} scales"
        elif dimension[0].shape != (item.shape[axis],):
            yield f"{name}: axis {axis} has {item.shape[axis]} rows, its scale {dimension[0].shape}"


def data_array(dataset):
    """A dataset with its scales as coordinates, as xarray takes it."""
    names = [dimension[0].name.rsplit("/", 1)[-1] for dimension in dataset.dims]
    scales = [dimension[0] for dimension in dataset.dims]
    coordinates = {
        name: scale.asstr()[()] if scale.dtype.kind == "S" else scale[()]
        for name, scale in zip(names, scales)
    }
    return xarray.DataArray(dataset[()], dims=names, coords=coordinates)


def main(path):
    found = []
    with h5py.File(path, "r") as file:
        if file.attrs["kind"].decode() != "uitwijk/study":
            found.append("the attribute kind is not uitwijk/study")
        file.visititems(lambda name, item: found.extend(problems_of(name, item)))
        # A scale knows who uses it.
        uses = {file[reference].name for reference, _ in file["region"].attrs["REFERENCE_LIST"]}
        if not {"/world/callers", "/world/contacts", "/region_centre"} <= uses:
            found.append(f"region is used by {sorted(uses)} only")
        callers = data_array(file["world/callers"])
        if callers.dims != ("replication", "region", "discipline", "caller_count"):
            found.append(f"world/callers has dimensions {callers.dims}")
        total = int(callers.sel(caller_count="lost").sum())
        print(f"lost {total}")
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
