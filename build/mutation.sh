#!/usr/bin/env bash
# Mutation score of the law as code: how many small faults, put into the rules one at a time, the tests find.
#
#   build/mutation.sh              every module's Domain/Rules, and the kernel
#   build/mutation.sh MODULE...    only these, such as Assets or Regulation
#
# Fails below 90 %. Takes minutes for each module, so it is no part of the continuous integration. It starts a private
# PostgreSQL, unless SMARTCITY_TEST_POSTGRES names one. The reports lie in artifacts/mutation.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
stryker_version=5.1.0
least=90

root=$PWD
work=$(mktemp -d)
own_postgresql=
stop() {
  [ -z "$own_postgresql" ] || build/private-postgresql.sh stop "$work/postgresql" >/dev/null
  rm -rf "$work"
}
trap stop EXIT

if [ -z "${SMARTCITY_TEST_POSTGRES:-}" ]; then
  SMARTCITY_TEST_POSTGRES=$(build/private-postgresql.sh start "$work/postgresql")
  export SMARTCITY_TEST_POSTGRES
  own_postgresql=yes
fi
dotnet tool install dotnet-stryker --version "$stryker_version" --tool-path "$work/tools" >/dev/null

# The test framework runs in a process of its own, so the runner is the testing platform's and not VSTest.
mutate() {
  local tests=$1 project=$2 name=$3
  shift 3
  (cd "$tests" && "$work/tools/dotnet-stryker" --project "$project" "$@" --test-runner mtp \
    --threshold-high "$least" --threshold-low "$least" --break-at "$least" \
    --reporter ClearText --reporter Html --output "$root/artifacts/mutation/$name")
}

if [ $# -eq 0 ]; then
  set -- Regulation $(ls src/Modules)
fi
below=()
for module in "$@"; do
  echo "== $module"
  if [ "$module" = Regulation ]; then
    mutate tests/SmartCity.Regulation.Tests SmartCity.Regulation.csproj "$module" \
      --mutate '!Infrastructure/**/*' --mutate '!Api/**/*' || below+=("$module")
  else
    mutate "tests/Modules/$module/SmartCity.Modules.$module.Tests" "SmartCity.Modules.$module.csproj" "$module" \
      --mutate 'Domain/Rules/**/*.cs' || below+=("$module")
  fi
done
[ ${#below[@]} -eq 0 ] || {
  echo "Below $least %: ${below[*]}" >&2
  exit 1
}
