#!/usr/bin/env bash
# Runs every suite on every database engine that can be had here, and says which ran.
# Installs what is missing (Debian/Ubuntu packages). Ends with "N passed, N failed"; exit code 1 if anything failed.
set -uo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 LANG=${LANG:-C.UTF-8}
work=$(mktemp -d)
chmod 755 "$work"
passed=0 failed=0 ran=() not_run=()

root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

find_postgres() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

install_packages() {
  local missing=()
  [ -n "$(find_postgres)" ] && [ -x "$(find_postgres)/initdb" ] || missing+=(postgresql)
  command -v chromium >/dev/null || missing+=(chromium)
  command -v pdftotext >/dev/null || missing+=(poppler-utils)
  command -v qpdf >/dev/null || missing+=(qpdf)
  command -v haproxy >/dev/null || missing+=(haproxy)
  fc-list :lang=zh 2>/dev/null | grep -q . || missing+=(fonts-noto-cjk fontconfig)
  [ ${#missing[@]} -eq 0 ] && return
  echo "== installing: ${missing[*]}"
  if ! command -v apt-get >/dev/null; then
    echo "These tests need: ${missing[*]}. Install them and run again (automatic on Debian and Ubuntu)." >&2
    exit 2
  fi
  (root apt-get update && root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}") >"$work/apt.log" 2>&1 ||
    { tail -n 20 "$work/apt.log"; echo "Could not install: ${missing[*]}" >&2; exit 2; }
}

# A private server on a free port, in a folder of its own; the system's own server is not touched.
start_postgres() {
  pg_bin=$(find_postgres)
  pg_data=$work/pg
  pg_port=$(shuf -i 20000-29999 -n 1)
  as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
  mkdir "$pg_data"; [ "$(id -u)" = 0 ] && chown postgres "$pg_data"
  as_postgres "$pg_bin/initdb" -D "$pg_data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >"$work/initdb.log" 2>&1 &&
    as_postgres "$pg_bin/pg_ctl" -D "$pg_data" -w -o "-p $pg_port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$pg_data -c max_connections=300" -l "$pg_data/log" start >/dev/null ||
    { cat "$work/initdb.log"; return 1; }
  # The program's own login is no superuser: for one, the wall between companies would not stand.
  as_postgres "$pg_bin/psql" -h 127.0.0.1 -p "$pg_port" -d postgres -qc "CREATE ROLE desk LOGIN CREATEDB CREATEROLE" || return 1
  stop_postgres() { as_postgres "$pg_bin/pg_ctl" -D "$pg_data" -m fast stop >/dev/null 2>&1; }
}

finish() { declare -F stop_postgres >/dev/null && stop_postgres; rm -rf "$work"; }
trap finish EXIT

# Runs one command as one check.
check() {
  local name=$1; shift
  echo "== $name"
  if "$@" >"$work/check.log" 2>&1; then passed=$((passed + 1)); else failed=$((failed + 1)); tail -n 30 "$work/check.log"; fi
}

# Runs one test project and adds up its summary; a run without a summary has failed.
suite() {
  local name=$1 project=$2 log="$work/suite.log" p f
  echo "== $name"
  dotnet test --project "tests/$project/$project.csproj" --no-build --no-progress "${@:3}" >"$log" 2>&1
  p=$(sed -n 's/^ *succeeded: *\([0-9]*\).*/\1/p' "$log" | tail -n 1)
  f=$(sed -n 's/^ *failed: *\([0-9]*\).*/\1/p' "$log" | tail -n 1)
  if [ -z "$p" ] || [ -z "$f" ]; then tail -n 40 "$log"; failed=$((failed + 1)); return; fi
  [ "$f" = 0 ] || grep -vE '^ *$|"@t":' "$log" | cut -c1-600 | tail -n 120
  echo "   $p passed, $f failed"
  passed=$((passed + p)) failed=$((failed + f))
}

# Kills the program and takes its database away (PROPERTYDESK_FAULT_ROUNDS: kills on each engine, 50 unless told), and shows what was counted.
faults() {
  rm -f "$work/faults.txt"
  PROPERTYDESK_FAULT_REPORT=$work/faults.txt suite "$1" PropertyDesk.FaultTests "${@:2}"
  [ -f "$work/faults.txt" ] && sed 's/^/   /' "$work/faults.txt"
}

install_packages
check "build" dotnet build PropertyDesk.sln -v q
check "format" dotnet format whitespace PropertyDesk.sln --verify-no-changes --no-restore
suite "unit tests" PropertyDesk.UnitTests

suite "integration tests on SQLite" PropertyDesk.IntegrationTests
# The programs that are killed again and again, compiled ahead of time so that they start faster.
check "fault programs" dotnet publish tests/PropertyDesk.FaultWorker -c Debug -v q -p:PublishReadyToRun=true -p:RunAnalyzers=false -o "$work/fault-programs"
export PROPERTYDESK_FAULT_PROGRAMS=$work/fault-programs
# It has one node: that two of them survive is shown on the server.
faults "faults on SQLite" --filter-not-class PropertyDesk.FaultTests.LosingANode
ran+=(SQLite)
if start_postgres; then
  export PROPERTYDESK_TEST_POSTGRES="Host=127.0.0.1;Port=$pg_port;Username=desk;Include Error Detail=true"
  suite "integration tests on PostgreSQL" PropertyDesk.IntegrationTests
  faults "faults on PostgreSQL"
  unset PROPERTYDESK_TEST_POSTGRES
  ran+=(PostgreSQL)
else
  failed=$((failed + 1)); not_run+=("PostgreSQL (its server did not start)")
fi
if [ -n "${PROPERTYDESK_TEST_SQLSERVER:-}" ] || timeout 10 docker info >/dev/null 2>&1; then
  PROPERTYDESK_TEST_ENGINE=SqlServer suite "integration tests on SQL Server" PropertyDesk.IntegrationTests
  ran+=("SQL Server")
else
  not_run+=("SQL Server (no PROPERTYDESK_TEST_SQLSERVER and no container engine; its model and script were checked without a server)")
fi
suite "browser tests" PropertyDesk.BrowserTests

echo
echo "engines that ran: ${ran[*]}"
[ ${#not_run[@]} -eq 0 ] || printf 'not run: %s\n' "${not_run[@]}"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
