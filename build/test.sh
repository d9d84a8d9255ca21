#!/usr/bin/env bash
# Runs every check and every test of the product and cleans up after itself:
# formatting, one build with warnings as errors, all test projects on SQLite and on a private PostgreSQL cluster
# (on SQL Server too where SMARTCITY_TEST_SQLSERVER holds a connection string), and the linters of the API description.
#
#   ./build/test.sh            everything
#   ./build/test.sh FILTER     only tests whose full name matches, such as FullyQualifiedName~Approval
#
# The last line is "N passed, N failed, N skipped"; the exit code is 0 only when nothing failed.
set -uo pipefail
# Each step is a process group of its own, so that an interruption ends all of it.
set -m
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Test hosts and the services they start live too short to earn back what profiling for the compiler costs: an eighth.
export DOTNET_TieredPGO=0

command -v dotnet >/dev/null || {
  echo "The .NET 10 SDK is missing: see https://dotnet.microsoft.com/download" >&2
  exit 1
}

work=$(mktemp -d -t smartcity-tests-XXXXXX)
# The cluster runs as another user, who has to reach his own folder in it.
chmod 711 "$work"
running=
clean_up() {
  trap - EXIT INT TERM
  # What is still running is the step that was interrupted.
  if [ -n "$running" ]; then
    kill -TERM -- "-$running" 2>/dev/null
    wait "$running" 2>/dev/null
  fi
  build/private-postgresql.sh stop "$work/postgresql" 2>/dev/null
  rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

failed_steps=()
# Runs one step in the background, so that Ctrl-C is heard at once, and tells how long it took.
step() {
  local name=$1 started=$SECONDS outcome
  shift
  echo "==> $name"
  "$@" &
  running=$!
  wait "$running"
  outcome=$?
  running=
  echo "    $((SECONDS - started)) s"
  [ $outcome -eq 0 ] || failed_steps+=("$name")
  return $outcome
}

run_tests() {
  # A few assemblies side by side keep two cores busy; each runs as many tests at once as there are cores.
  dotnet test SmartCity.Modules.sln --no-build --configuration Debug --nologo --verbosity quiet -maxcpucount:2 \
    --logger trx --results-directory "$work/results" --filter "Category!=AfterAll${1:+&($1)}"
}

# The truth tables of all test projects keep their verdicts in a record; whether it is complete can be asked only now.
check_rule_record() {
  touch "$SMARTCITY_RULE_RECORD/complete"
  dotnet test tests/SmartCity.ArchitectureTests --no-build --configuration Debug --nologo --verbosity quiet \
    --logger trx --results-directory "$work/results" --filter "Category=AfterAll"
}

count() {
  # Every result file has one line of counters.
  find "$work/results" -name '*.trx' -exec grep -ho '<Counters [^>]*>' {} + 2>/dev/null |
    grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | awk '{ sum += $1 } END { print sum + 0 }'
}

# The names come last, where whoever reads only the end of a log still sees them.
name_failed() {
  find "$work/results" -name '*.trx' -exec grep -h '<UnitTestResult [^>]*outcome="Failed"' {} + 2>/dev/null |
    grep -o ' testName="[^"]*"' | sed 's/^ testName="\(.*\)"$/FAILED: \1/; s/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' |
    cut -c 1-300 | head -n 50
}

start_postgresql() {
  build/private-postgresql.sh start "$work/postgresql" >"$work/postgresql.txt"
}

# Installs a package of the distribution, where that is allowed.
install() {
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "$2 is missing: install the package '$1' (Debian, Ubuntu: sudo apt-get install $1)." >&2
    return 1
  fi
  echo "Installing $2 from the distribution's packages ..." >&2
  apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1" >/dev/null
}

# Stands before two instances in one of the tests.
find_haproxy() {
  if command -v haproxy >/dev/null || [ -x /usr/sbin/haproxy ]; then return; fi
  install haproxy HAProxy
}

# Takes the mails of the tests; the distribution's own Python has its packages.
find_mail_server() {
  if /usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null; then return; fi
  install python3-aiosmtpd "The tests' mail server"
}

# Is the certificate authority of the tests, its lists and its OCSP responder.
find_openssl() {
  if command -v openssl >/dev/null; then return; fi
  install openssl OpenSSL
}

restore_tools() {
  dotnet tool restore >"$work/tools.txt" 2>&1 || {
    cat "$work/tools.txt"
    return 1
  }
}

build_once() {
  dotnet build SmartCity.Modules.sln --configuration Debug --nologo --verbosity quiet
}

if step "Private PostgreSQL" start_postgresql && step "HAProxy" find_haproxy &&
  step "Mail server" find_mail_server && step "OpenSSL" find_openssl && step "Tools" restore_tools; then
  SMARTCITY_TEST_POSTGRES=$(cat "$work/postgresql.txt")
  export SMARTCITY_TEST_POSTGRES
  export SMARTCITY_RULE_RECORD="$work/verdicts"
  mkdir "$SMARTCITY_RULE_RECORD"
  step "Formatting" dotnet csharpier check .
  if step "Build" build_once; then
    step "Tests" run_tests "${1:-}"
    # What only a whole run can tell.
    if [ -z "${1:-}" ]; then
      step "Record of verdicts" check_rule_record
      step "API description" build/lint-openapi.sh
    fi
  fi
fi

passed=$(count passed)
failed=$(count failed)
total=$(count total)
name_failed
for name in ${failed_steps[@]+"${failed_steps[@]}"}; do
  echo "FAILED: $name"
  # A step that fails without a failed test is a failure of its own.
  [[ $name == Tests || $name == "Record of verdicts" ]] && [ "$failed" -gt 0 ] || failed=$((failed + 1))
done
if [ "$total" -eq 0 ] && [ ${#failed_steps[@]} -eq 0 ]; then
  echo "FAILED: no test ran"
  failed=1
fi
echo "$((SECONDS / 60)) min $((SECONDS % 60)) s"
echo "$passed passed, $failed failed, $((total - passed - $(count failed))) skipped"
[ "$failed" -eq 0 ]
