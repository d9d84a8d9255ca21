#!/usr/bin/env bash
# Lints the API description (docs/api/v1.json, or the file given) with Spectral and Redocly; any finding fails.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
document="$(realpath "${1:-$root/docs/api/v1.json}")"
cd "$root/build/openapi-lint"

if ! command -v npm >/dev/null; then
    echo "lint-openapi: npm is missing; install Node.js 20 or later" >&2
    exit 1
fi

npm ci --no-audit --no-fund --silent
npx --no-install spectral lint --ruleset spectral.yaml --fail-severity hint "$document"
# Redocly fails on errors only, so its warnings are counted by their own report.
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true
report="$(npx --no-install redocly lint --config redocly.yaml --format json "$document")" || { echo "$report"; exit 1; }
node -e '
const report = JSON.parse(process.argv[1]);
for (const problem of report.problems) {
  console.log(problem.severity, problem.ruleId, problem.message, JSON.stringify(problem.location[0]?.pointer));
}
process.exit(report.problems.length === 0 ? 0 : 1);
' "$report"
echo "lint-openapi: $document is clean"
