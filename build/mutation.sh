#!/usr/bin/env bash
# Mutation score of the law as code: how many small faults, put into the rules one at a time, the tests find.
#
#   build/mutation.sh              every module's Domain/Rules, and what of the kernel decides
#   build/mutation.sh TARGET...    only these, such as Assets, Regulation or Regulation/Calendars
#
# Fails below 90 %. On two busy cores a module takes two to six minutes, nearly all of it for the build, so this is no
# part of the continuous integration. The scores reached, and what is not measured yet, stand in
# docs/regulation/mutation.md, the reports in artifacts/mutation.
#
# By which tests: those that a reader of the rules would open, the truth tables in the folder Rules and the classes that
# are named after an article; for the kernel, the tests in the folder of the same name. Tests of whole lines of acts on a
# database would find more and take a second each for every fault.
#
# What is left out: texts told to people, which are sentences, and in a module's rule every word, which is its code, the
# words it rests on or what it cites. The tests of the lists of codes, of the quotations and of the two languages hold
# those; no truth table can. Left out as well are the days of the ladders, such as [7, 0, -1]: a constant is made once in
# a process and the runner keeps its processes, so that a fault in it would act on all that is tried after it or on
# nothing; tests hold them by value. All this is shown as ignored in the report. Whatever decides is in the score.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# The build of every run is quicker without the analysers, which are of no use to a faulty copy.
export RunAnalyzers=false
stryker_version=5.1.0
least=90
kernel=(Calendars Domain/Rules Identifiers Parameters Rules Values)

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

# Where that stands in a file: the first character of each and the one behind it.
texts() {
  perl -Mutf8 -CSD -0777 -ne 'while (/\$?"(?:[^"\\\n]|\\.)*"/g) { my ($from, $to, $text) = ($-[0], $+[0], $&);
    print "{$from..$to}" if $ENV{EVERY_WORD} || $text =~ /[，。；：（）]|\pL \pL/ }
    while ($ENV{EVERY_WORD} && /\[-?\d+(, -?\d+)*\]/g) { print "{$-[0]..$+[0]}" }' "$1"
}

# The kernel's tests of these folders, without those of acts and jobs on a database; but what a clock does, it does on one.
tests_of() {
  local folder filter=
  for folder in "$@"; do
    filter+="${filter:+|}FullyQualifiedName~SmartCity.Regulation.Tests.${folder##*/}."
  done
  if [ "$*" = Clocks ]; then
    echo "$filter"
    return
  fi
  echo "($filter)&FullyQualifiedName!~CalendarNoticeTests&FullyQualifiedName!~JobTests&FullyQualifiedName!~BoardTests\
&FullyQualifiedName!~CountDeadlineTests&FullyQualifiedName!~RuleQueriesTests"
}

# The test framework runs in a process of its own, so the runner is the testing platform's and not VSTest.
mutate() {
  local target=$1 project=$2 folders=$3 tests=$4 filter=$5 file spans options=()
  for file in $(cd "$project" && find $folders -name '*.cs' | sort); do
    options+=(--mutate "$file")
    spans=$(texts "$project/$file")
    [ -z "$spans" ] || options+=(--mutate "!$file$spans")
  done
  (cd "$tests" && "$work/tools/dotnet-stryker" --project "$(basename "$project").csproj" "${options[@]}" \
    --test-case-filter "$filter" --test-runner mtp --concurrency 1 --skip-version-check \
    --threshold-high "$least" --threshold-low "$least" --break-at "$least" \
    --reporter ClearText --reporter Html --reporter Json --output "$root/artifacts/mutation/${target//\//.}")
}

if [ $# -eq 0 ]; then
  set -- $(ls src/Modules) Regulation Regulation/Clocks
fi
below=()
for target in "$@"; do
  echo "== $target"
  case $target in
    Regulation | Regulation/*)
      [ "$target" = Regulation ] && folders="${kernel[*]}" || folders=${target#Regulation/}
      mutate "$target" src/SmartCity.Regulation "$folders" tests/SmartCity.Regulation.Tests \
        "$(tests_of $folders)" || below+=("$target")
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
