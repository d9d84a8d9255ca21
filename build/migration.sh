#!/usr/bin/env bash
# Migrations of a module, always for all three databases together.
#
#   build/migration.sh add MODULE NAME   makes the migration NAME; refuses one that would change nothing
#   build/migration.sh remove MODULE     takes back the last one, where no database has it yet
#   build/migration.sh list              every module's migrations
#
# MODULE is the folder's name, such as Approval.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

usage() {
  sed -n '2,8s/^# \{0,1\}//p' "$0" >&2
  exit 2
}

# The project of a module; the law kernel stands beside the modules and is made alike.
project_of() {
  if [ "$1" = Regulation ]; then
    echo "src/SmartCity.Regulation"
  else
    echo "src/Modules/$1/SmartCity.Modules.$1"
  fi
}

need_module() {
  [ -d "$(project_of "$1")" ] || {
    echo "There is no module '$1'. There are: Regulation $(ls src/Modules | tr '\n' ' ')" >&2
    exit 1
  }
}

contexts() {
  echo "Sqlite:Sqlite$1Db PostgreSql:Postgres$1Db SqlServer:SqlServer$1Db"
}

ef() {
  dotnet ef "$@" --no-build
}

# The bodies of Up and Down hold statements, or the model did not change.
is_empty() {
  ! grep -q 'migrationBuilder\.' "$1"
}

build() {
  dotnet tool restore >/dev/null
  dotnet build "$1" --nologo --verbosity quiet
}

add() {
  local module=$1 name=$2 project folder context pair file made=()
  project=$(project_of "$module")
  build "$project"
  for pair in $(contexts "$module"); do
    folder=Infrastructure/Migrations/${pair%%:*}
    context=${pair##*:}
    # Without -n: with it the model snapshot lands elsewhere and the next migration is silently empty.
    ef migrations add "$name" --project "$project" --startup-project "$project" --context "$context" -o "$folder"
    file=$(ls "$project/$folder"/*_"$name".cs)
    made+=("$context")
    if is_empty "$file"; then
      echo "The model of $context has not changed since its last migration: nothing was added." >&2
      for context in "${made[@]}"; do
        # Only what was just added goes; the build that knows of it comes first.
        dotnet ef migrations remove --force --project "$project" --startup-project "$project" --context "$context"
      done
      exit 1
    fi
  done
  dotnet csharpier format "$project/Infrastructure/Migrations"
  echo "Look through what was made before you commit it: $project/Infrastructure/Migrations"
}

remove() {
  local project pair
  project=$(project_of "$1")
  build "$project"
  for pair in $(contexts "$1"); do
    ef migrations remove --force --project "$project" --startup-project "$project" --context "${pair##*:}"
  done
  dotnet csharpier format "$project/Infrastructure/Migrations"
}

list() {
  local module database folder
  for module in Regulation $(ls src/Modules); do
    for database in Sqlite PostgreSql SqlServer; do
      folder=$(project_of "$module")/Infrastructure/Migrations/$database
      [ -d "$folder" ] || continue
      echo "$module on $database"
      find "$folder" -name '[0-9]*_*.cs' ! -name '*.Designer.cs' -printf '  %f\n' | sed 's/\.cs$//' | sort
    done
  done
}

case "${1:-}" in
  add)
    [ $# -eq 3 ] || usage
    need_module "$2"
    add "$2" "$3"
    ;;
  remove)
    [ $# -eq 2 ] || usage
    need_module "$2"
    remove "$2"
    ;;
  list) list ;;
  *) usage ;;
esac
