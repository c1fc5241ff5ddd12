#!/bin/sh
# Trains the shipped embedder: train.sh SHARED_FOLDER [SCRATCH_FOLDER]. About an hour on two cores.
# Wants the Debian packages of requirements.txt, on the system's Python.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${1:?usage: train.sh SHARED_FOLDER [SCRATCH_FOLDER]}
work=${2:-${TMPDIR:-/tmp}/rawi-model}
export NUMBA_NUM_THREADS=2 OPENBLAS_NUM_THREADS=2
exec /usr/bin/python3 "$here/train.py" --data "$data" --work "$work" --out "$here/../../data/models/rawi-embed"
