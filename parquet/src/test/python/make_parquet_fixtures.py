#!/usr/bin/env python3
"""Writes the fixtures of Parquet: python3 make_parquet_fixtures.py, with pyarrow.

Row i of houses_*.parquet is what ParquetFilesTest computes it to be; ten rows in groups of four.
"""

import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

FOLDER = Path(__file__).parent.parent / "resources" / "parquet"
ROWS = range(10)


def write(name, columns, **options):
    pq.write_table(pa.table(columns), FOLDER / f"{name}.parquet", row_group_size=4, **options)


def houses():
    return {
        "income": pa.array([i * 0.5 - 1 for i in ROWS], pa.float64()),
        "rooms": pa.array([i * 3 - 7 for i in ROWS], pa.int32()),
        "area": pa.array([i * 1000 for i in ROWS], pa.int64()),
        "ratio": pa.array([i / 4 for i in ROWS], pa.float32()),
        "near": pa.array([i % 3 == 0 for i in ROWS], pa.bool_()),
        "code": pa.array([250 + i % 6 for i in ROWS], pa.uint8()),
        "town": pa.array(["oslo", "bergen", "å"][i % 3] for i in ROWS),
        "grade": pa.array([(10, 2)[i % 2] for i in ROWS], pa.int16()),
        "price": pa.array([100.0 - i for i in ROWS], pa.float64()),
    }


def main():
    FOLDER.mkdir(exist_ok=True)
    for codec in ("none", "snappy", "gzip", "zstd", "lz4", "brotli"):
        write(f"houses_{codec}", houses(), compression=codec, write_page_checksum=codec == "none", use_dictionary=["town"])
    write("houses_pages2", houses(), data_page_version="2.0", compression="gzip", column_encoding=None)
    bad = houses()
    bad["income"] = pa.array([None if i == 6 else i * 0.5 for i in ROWS], pa.float64())
    bad["rooms"] = pa.array([None] * 10, pa.int32())
    bad["ratio"] = pa.array([float("nan") if i == 5 else 1 for i in ROWS], pa.float32())
    bad["area"] = pa.array([1e300 if i == 9 else 1 for i in ROWS], pa.float64())
    bad["town"] = pa.array([None if i == 1 else "a" for i in ROWS], pa.string())
    write("bad", bad)
    write("kinds", {
        "x": pa.array([1.0, 2.0]),
        "list": pa.array([[1, 2], [3]]),
        "pair": pa.array([{"a": 1}, {"a": 2}]),
        "day": pa.array([datetime.date(2026, 1, 1)] * 2),
        "money": pa.array([1, 2], pa.decimal128(9, 2)),
        "name": pa.array(["a", "b"]),
    })
    write("empty", {"x": pa.array([], pa.float64())})


if __name__ == "__main__":
    main()
