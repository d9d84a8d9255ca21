#!/usr/bin/env bash
# Writes docs/regulation/articles.md anew: each article with its rules, the verdicts that the truth tables give when they
# run now, its endpoints, and what is still to come; and docs/regulation/authority.md: who may send what.
# SMARTCITY_TEST_POSTGRES names a PostgreSQL, as for every test run.
#
#   ./build/coverage.sh              both pages
#   ./build/coverage.sh authority    only who may send what, which needs no verdicts and no PostgreSQL
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

mkdir -p docs/regulation
write() {
  touch "docs/regulation/$1.md"
  SMARTCITY_WRITE_COVERAGE=1 dotnet test tests/SmartCity.ArchitectureTests --nologo --verbosity quiet \
    --filter "FullyQualifiedName~$2.Page_WhenComparedWithTheCode"
  echo "docs/regulation/$1.md"
}

write authority AuthorityPageTests
if [ "${1:-}" = authority ]; then exit; fi

SMARTCITY_RULE_RECORD=$(mktemp -d)
export SMARTCITY_RULE_RECORD
trap 'rm -rf "$SMARTCITY_RULE_RECORD"' EXIT

# Where rules are judged: the truth tables, and the few tests that are named after an article or a duty.
for tests in tests/SmartCity.Regulation.Tests tests/Modules/*/*.Tests; do
  dotnet test "$tests" --nologo --verbosity quiet \
    --filter "FullyQualifiedName~.Rules.|FullyQualifiedName~Article|FullyQualifiedName~LegalDateTests"
done
write articles CoveragePageTests
