#!/usr/bin/env bash
# Adds one migration to all three providers; no database server is asked.
#   add-migration.sh AddVehicles   adds a migration
#   add-migration.sh --restart     while nothing is released: drops all and makes one Initial
set -euo pipefail
cd "$(dirname "$0")/../../.."
name=${1:?name of the migration, or --restart}
dotnet tool restore >/dev/null
project=src/PropertyDesk.Infrastructure
if [ "$name" = --restart ]; then
  rm -rf $project/Database/Migrations
  name=Initial
fi
dotnet build $project -v q
for provider in Sqlite Postgres SqlServer; do
  dotnet ef migrations add "$name" --no-build --project $project --startup-project $project \
    --context ${provider}DeskDbContext --output-dir Database/Migrations/$provider
done
