#!/usr/bin/env bash
# Builds, creates an embedded database, starts the service and carries real declarations through it over HTTP.
set -euo pipefail

usage() {
  cat <<'TEXT'
Usage: ./build/run.sh [--no-tour] [--port N] [--database X]
  --no-tour     start the service only
  --port N      listen on http://127.0.0.1:N (default 5080)
  --database X  a SQLite file, or a PostgreSQL or SQL Server connection string (default: data/demonstration/smartcity.db)
TEXT
}

tour=yes port=5080 database=
while [ $# -gt 0 ]; do
  case "$1" in
    --no-tour) tour=no ;;
    --port) port="${2:?--port needs a number}"; shift ;;
    --database) database="${2:?--database needs a file or a connection string}"; shift ;;
    -h | --help) usage; exit 0 ;;
    *) echo "run.sh: unknown option $1" >&2; usage >&2; exit 2 ;;
  esac
  shift
done
case "$port" in
  '' | *[!0-9]*) echo "run.sh: --port needs a number, not '$port'" >&2; exit 2 ;;
esac
command -v dotnet >/dev/null || { echo "run.sh: install the .NET 10 SDK first (https://dot.net)" >&2; exit 2; }

root="$(cd "$(dirname "$0")/.." && pwd)"
if [ -z "$database" ]; then
  folder="$root/data/demonstration"
  database="$folder/smartcity.db"
else
  # Accounts and files belong to their database, so each database has a folder of its own.
  folder="$root/data/demonstration-$(printf '%s' "$database" | sha256sum | cut -c1-8)"
fi
mkdir -p "$folder"
chmod 700 "$folder"

echo "编译…"
dotnet build "$root/src/SmartCity.Api" -c Release -v quiet --nologo
dotnet build "$root/src/SmartCity.Demonstration" -c Release -v quiet --nologo

address="http://127.0.0.1:$port"
log="$folder/service.log"
service=
stop() {
  trap - EXIT INT TERM
  if [ -n "$service" ] && kill -0 "$service" 2>/dev/null; then
    kill -TERM "$service"
    wait "$service" || true
  fi
}
trap stop EXIT
trap 'stop; exit 130' INT TERM

listens() { (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; }
if listens; then
  echo "run.sh: 端口 $port 已被占用，请用 --port 换一个" >&2
  exit 2
fi

cd "$folder"
Database="$database" Demonstration__Folder="$folder" Files__Folder="$folder/files" Security__KeysFolder="$folder/keys" \
  dotnet "$root/src/SmartCity.Api/bin/Release/net10.0/smartcity.dll" serve \
  --environment Demonstration --urls "$address" >"$log" 2>&1 &
service=$!

for _ in $(seq 1 240); do
  if ! kill -0 "$service" 2>/dev/null; then
    status=0; wait "$service" || status=$?
    service=
    echo "服务没有启动（退出码 $status）：" >&2
    tail -n 20 "$log" >&2
    exit "$status"
  fi
  listens && break
  sleep 0.25
done
listens || { echo "服务一分钟内没有就绪，日志：$log" >&2; exit 1; }

if [ "$tour" = yes ]; then
  dotnet "$root/src/SmartCity.Demonstration/bin/Release/net10.0/SmartCity.Demonstration.dll" \
    "$address" "$folder/demonstration-accounts.json"
fi

cat <<TEXT

服务正在运行，按 Ctrl-C 停止。
  接口文档    $address/scalar
  健康页      $address/health
  演示账号    $folder/demonstration-accounts.json（仅本人可读）
  运行日志    $log
TEXT
wait "$service"
