#!/usr/bin/env bash
# Mutation score of the law as code: how many small faults, put into the rules one at a time, the tests find.
#
#   build/mutation.sh                      every module's Domain/Rules, and the kernel's folders
#   build/mutation.sh TARGET...            only these, such as Assets or Regulation/Calendars
#   FULL=1 build/mutation.sh TARGET...     by every test of the project, and not by those named below
#
# Fails below 90 %, so it is no part of the continuous integration: it takes minutes for each target. The scores
# reached stand in docs/regulation/mutation.md, the reports in artifacts/mutation.
#
# By which tests: those that a reader of the rules would open, the truth tables in the folder Rules and the classes that
# are named after an article; for the kernel, the tests in the folder of the same name. Tests of whole lines of acts on a
# database would find more and take a second each for every fault.
#
# What is left out: a text with a Chinese character or a blank in it is told to people, a word in a module's rule is its
# code or what it cites. The tests of the lists of codes, of the articles' words and of the two languages hold those; no
# truth table can. Such texts are shown as ignored in the report. Whatever decides is in the score.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
stryker_version=5.1.0
least=90
kernel=(Calendars Clocks Domain/Rules Identifiers Parameters Rules Values)
without_database='&FullyQualifiedName!~CalendarNoticeTests&FullyQualifiedName!~JobTests&FullyQualifiedName!~BoardTests'
without_database+='&FullyQualifiedName!~CountDeadlineTests&FullyQualifiedName!~RuleQueriesTests'

root=$PWD
work=$(mktemp -d)
own_postgresql=
stop() {
  [ -z "$own_postgresql" ] || build/private-postgresql.sh stop "$work/postgresql" >/dev/null
  rm -rf "$work"
}
trap stop EXIT
# The cluster runs as another user, who has to reach his own folder in it.
chmod 711 "$work"

if [ -z "${SMARTCITY_TEST_POSTGRES:-}" ]; then
  SMARTCITY_TEST_POSTGRES=$(build/private-postgresql.sh start "$work/postgresql")
  export SMARTCITY_TEST_POSTGRES
  own_postgresql=yes
fi
dotnet tool install dotnet-stryker --version "$stryker_version" --tool-path "$work/tools" >/dev/null

# Where the texts stand in a file: the first character of each and the one behind it.
texts() {
  perl -CSD -0777 -ne 'while (/\$?"(?:[^"\\\n]|\\.)*"/g) { my ($from, $to, $text) = ($-[0], $+[0], $&);
    print "{$from..$to}" if $ENV{EVERY_WORD} || $text =~ /[\p{Han} ]/ }' "$1"
}

# The test framework runs in a process of its own, so the runner is the testing platform's and not VSTest.
mutate() {
  local target=$1 project=$2 folder=$3 tests=$4 filter=$5 file spans options=()
  for file in $(find "$project/$folder" -name '*.cs' | sort); do
    options+=(--mutate "${file#"$project/"}")
    spans=$(texts "$file")
    [ -z "$spans" ] || options+=(--mutate "!${file#"$project/"}$spans")
  done
  [ -n "${FULL:-}" ] || options+=(--test-case-filter "$filter")
  (cd "$tests" && "$work/tools/dotnet-stryker" --project "$(basename "$project").csproj" "${options[@]}" \
    --test-runner mtp --concurrency 1 --skip-version-check \
    --threshold-high "$least" --threshold-low "$least" --break-at "$least" \
    --reporter ClearText --reporter Html --reporter Json --output "$root/artifacts/mutation/${target//\//.}")
}

if [ $# -eq 0 ]; then
  set -- $(ls src/Modules) "${kernel[@]/#/Regulation/}"
fi
below=()
for target in "$@"; do
  echo "== $target"
  case $target in
    Regulation/*)
      folder=${target#Regulation/}
      mutate "$target" src/SmartCity.Regulation "$folder" tests/SmartCity.Regulation.Tests \
        "FullyQualifiedName~SmartCity.Regulation.Tests.${folder##*/}.$without_database" || below+=("$target")
      ;;
    *)
      EVERY_WORD=yes mutate "$target" "src/Modules/$target/SmartCity.Modules.$target" Domain/Rules \
        "tests/Modules/$target/SmartCity.Modules.$target.Tests" \
        "FullyQualifiedName~.Rules.|FullyQualifiedName~.Article" || below+=("$target")
      ;;
  esac
done
[ ${#below[@]} -eq 0 ] || {
  echo "Below $least %: ${below[*]}" >&2
  exit 1
}
