#!/usr/bin/env bash
# Measures the service against the best plain code for the same work, published alike, and prints a table of figures.
#
#   ./build/bench.sh                     every figure, three runs each
#   ./build/bench.sh NAME ...            only these; a name stands also for all that begin with it (read-one)
#   ./build/bench.sh --runs 5 NAME       more runs
#   ./build/bench.sh --write-docs ...    also writes the rows into docs/performance.md
#   ./build/bench.sh --list              the names
#
# Installs what is missing (wrk, PostgreSQL) from Debian's packages, and leaves nothing but build output behind.
# Nothing else should run on the machine meanwhile.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

command -v dotnet >/dev/null || {
  echo "The .NET 10 SDK is missing: see https://dotnet.microsoft.com/download" >&2
  exit 1
}
if [[ " $* " == *" --list "* ]]; then
  exec dotnet run --project tests/SmartCity.Benchmarks -c Release --verbosity quiet -- --list
fi
if ! command -v wrk >/dev/null; then
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "The load generator wrk is missing: install the package 'wrk' (Debian, Ubuntu: sudo apt-get install wrk)." >&2
    exit 1
  fi
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends wrk >/dev/null
fi

published=$PWD/artifacts/bench
# The programs that are compared are published alike: Release, compiled ahead, on the installed framework.
publish() {
  rm -rf "${published:?}/$1"
  dotnet publish "$2" -c Release -r linux-x64 --no-self-contained -p:PublishReadyToRun=true \
    -o "$published/$1" --nologo --verbosity quiet
}
if [ -z "${SMARTCITY_BENCH_AS_PUBLISHED:-}" ]; then
  echo "Publishing ..."
  publish product src/SmartCity.Api
  publish baseline tests/SmartCity.Benchmarks.Baseline
  publish empty-host tests/SmartCity.Benchmarks.EmptyHost
  dotnet build tests/SmartCity.Benchmarks -c Release --nologo --verbosity quiet
fi

work=$(mktemp -d -t smartcity-bench-XXXXXX)
# The cluster runs as another user, who has to reach his own folder in it.
chmod 711 "$work"
benchmarks=
clean_up() {
  trap - EXIT INT TERM
  if [ -n "$benchmarks" ] && kill -0 "$benchmarks" 2>/dev/null; then
    kill -TERM "$benchmarks"
    wait "$benchmarks" || true
  fi
  build/private-postgresql.sh stop "$work/postgresql" 2>/dev/null || true
  rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# A server that keeps what it acknowledged: figures without that are worth nothing.
SMARTCITY_BENCH_POSTGRES=$(build/private-postgresql.sh start "$work/postgresql" --durable)
export SMARTCITY_BENCH_POSTGRES SMARTCITY_BENCH_PUBLISHED=$published SMARTCITY_BENCH_WORK=$work \
  SMARTCITY_BENCH_DOCUMENT=$PWD/docs/performance.md
dotnet tests/SmartCity.Benchmarks/bin/Release/net10.0/SmartCity.Benchmarks.dll "$@" &
benchmarks=$!
wait "$benchmarks"
