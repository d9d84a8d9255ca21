#!/usr/bin/env bash
# A PostgreSQL cluster of one's own, for tests: loopback only, a free port, nothing kept.
#
#   build/private-postgresql.sh start FOLDER [--durable]   makes and starts it; prints its connection string
#   build/private-postgresql.sh stop FOLDER                stops it and removes the folder
#
# With --durable it writes as PostgreSQL does by itself, for figures; without, as fast as tests like it.
#
# Installs PostgreSQL from Debian's packages where it is missing and that is allowed.
set -euo pipefail

binaries() {
  # The client's package has a folder of that name too: the server's has initdb.
  local server
  for server in /usr/lib/postgresql/*/bin/initdb; do
    if [ -x "$server" ]; then dirname "$server"; fi
  done | sort -V | tail -n 1
}

install() {
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "PostgreSQL is missing: install the package 'postgresql' (Debian, Ubuntu: sudo apt-get install postgresql)." >&2
    exit 1
  fi
  echo "Installing PostgreSQL from the distribution's packages ..." >&2
  # The package would otherwise start a cluster of its own.
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] ||
    echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
  apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >/dev/null
}

# PostgreSQL refuses to run as root.
as_owner() {
  if [ "$(id -u)" -eq 0 ]; then
    setpriv --reuid=postgres --regid=postgres --init-groups --reset-env "$@"
  else
    "$@"
  fi
}

start() {
  local folder=$1 bin port attempt
  # Nothing here outlives the tests, so nothing has to survive a power failure.
  local durability="-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off"
  if [ "${2:-}" = --durable ]; then durability=; fi
  bin=$(binaries)
  if [ -z "$bin" ]; then
    install
    bin=$(binaries)
  fi
  mkdir -p "$folder"
  chmod 711 "$folder"
  mkdir -p "$folder/socket"
  [ "$(id -u)" -ne 0 ] || chown -R postgres:postgres "$folder"
  as_owner "$bin/initdb" --pgdata="$folder/cluster" --username=postgres --auth=trust --encoding=UTF8 \
    --locale=C.UTF-8 --no-sync >"$folder/initdb.log"
  # Another program may take the port between choosing and using it: then another one is chosen.
  for attempt in 1 2 3 4 5; do
    port=${SMARTCITY_TEST_POSTGRES_PORT:-$((20000 + RANDOM % 20000))}
    if as_owner "$bin/pg_ctl" --pgdata="$folder/cluster" --log="$folder/server.log" --silent -w start \
      --options="-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$folder/socket \
        -c max_connections=200 -c shared_buffers=128MB $durability" >&2; then
      echo "Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
      return
    fi
  done
  echo "PostgreSQL did not start; its log is in $folder/server.log" >&2
  exit 1
}

stop() {
  local folder=$1
  if [ -f "$folder/cluster/postmaster.pid" ]; then
    as_owner "$(binaries)/pg_ctl" --pgdata="$folder/cluster" --mode=immediate --silent -w stop || true
  fi
  rm -rf "$folder"
}

case "${1:-}" in
  start) start "${2:?folder}" "${3:-}" ;;
  stop) stop "${2:?folder}" ;;
  *)
    sed -n '2,10s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac
