using System.Globalization;
using PropertyDesk.Application.Billing;
using PropertyDesk.Benchmarks;
using PropertyDesk.Infrastructure.Database;

switch (args)
{
    case ["billrun", ..]:
        var figures = new List<BillRunFigures>();
        foreach (var provider in args.Length > 1 ? [Enum.Parse<DatabaseProvider>(args[1], ignoreCase: true)] : new[] { DatabaseProvider.Sqlite, DatabaseProvider.Postgres })
        {
            await BillRunAgainstRawInsert.MeasureAsync(provider, units: 1_000, rounds: 2); // warms up
            foreach (var (units, rounds) in new[] { (1_000, 9), (10_000, 5), (100_000, 3) }.Where(x => args.Length < 3 || args.Skip(2).Contains($"{x.Item1}")))
            {
                figures.Add(await BillRunAgainstRawInsert.MeasureAsync(provider, units, rounds));
            }
        }

        BillRunTable.Print(figures);
        return 0;
    case ["workers", ..]:
        foreach (var provider in args.Length > 1 ? [Enum.Parse<DatabaseProvider>(args[1], ignoreCase: true)] : new[] { DatabaseProvider.Sqlite, DatabaseProvider.Postgres })
        {
            await BillRunsAcrossWorkers.MeasureAsync(provider, args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 2_000);
        }

        return 0;
    case ["preview", ..]:
        foreach (var provider in args.Length > 1 ? [Enum.Parse<DatabaseProvider>(args[1], ignoreCase: true)] : new[] { DatabaseProvider.Sqlite, DatabaseProvider.Postgres })
        {
            await PreviewAndPublishing.MeasureAsync(provider, args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 100_000);
        }

        return 0;
    case ["payments", ..]:
        var postings = new List<PostingFigures>();
        foreach (var provider in args.Length > 1 ? [Enum.Parse<DatabaseProvider>(args[1], ignoreCase: true)] : new[] { DatabaseProvider.Sqlite, DatabaseProvider.Postgres })
        {
            foreach (var clerks in new[] { 1, 4 })
            {
                postings.Add(await PaymentsAgainstSql.MeasureAsync(provider, clerks, payments: args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 200));
            }
        }

        PostingFigures.Print(postings);
        return 0;
    case ["portal", ..]:
        foreach (var provider in args.Length > 1 ? [Enum.Parse<DatabaseProvider>(args[1], ignoreCase: true)] : new[] { DatabaseProvider.Sqlite, DatabaseProvider.Postgres })
        {
            await PortalAgainstSql.MeasureAsync(provider, args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1_000);
        }

        return 0;
    case ["desk-in", var connection]:
        await using (var filled = await BenchmarkDatabase.OpenAsync(new DatabaseOptions { Provider = DatabaseProvider.Postgres, ConnectionString = connection }))
        {
            await ServiceDeskAgainstSql.MeasureAsync(filled);
        }

        return 0;
    case ["desk", ..]:
        await ServiceDeskAgainstSql.MeasureAsync(
            args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000, args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 200_000);
        return 0;
    case ["reports", ..]:
        foreach (var provider in args.Length > 1 ? [Enum.Parse<DatabaseProvider>(args[1], ignoreCase: true)] : new[] { DatabaseProvider.Sqlite, DatabaseProvider.Postgres })
        {
            await ReportsAgainstSql.MeasureAsync(
                provider, args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 100_000, args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 36);
        }

        return 0;
    case ["reports-in", var provider, var connection, .. var more]:
        await using (var filled = await BenchmarkDatabase.OpenAsync(new DatabaseOptions { Provider = Enum.Parse<DatabaseProvider>(provider, ignoreCase: true), ConnectionString = connection }))
        {
            await ReportsAgainstSql.MeasureAsync(filled, withSql: more is not ["product"]);
        }

        return 0;
    case ["draft-in-child" or "publish-in-child", var provider, var connection, var id]:
        var options = new DatabaseOptions { Provider = Enum.Parse<DatabaseProvider>(provider), ConnectionString = connection };
        await using (var database = await BenchmarkDatabase.OpenAsync(options))
        {
            await PeakMemory.WatchAsync(args[0] == "draft-in-child"
                ? database.In((BillRuns runs) => runs.DraftAsync(Guid.Parse(id), BillRunAgainstRawInsert.Month))
                : database.In((BillPublishing publishing) => publishing.PublishAsync(Guid.Parse(id))));
        }

        return 0;
    default:
        await Console.Error.WriteLineAsync("usage: dotnet run -c Release --project tests/PropertyDesk.Benchmarks -- billrun [sqlite | postgres [1000] [10000] [100000]]");
        await Console.Error.WriteLineAsync("       dotnet run -c Release --project tests/PropertyDesk.Benchmarks -- workers [sqlite | postgres [2000]] (units of each of eight communities)");
        await Console.Error.WriteLineAsync("       dotnet run -c Release --project tests/PropertyDesk.Benchmarks -- preview [sqlite | postgres [100000]]");
        await Console.Error.WriteLineAsync("       dotnet run -c Release --project tests/PropertyDesk.Benchmarks -- payments [sqlite | postgres [200]]");
        await Console.Error.WriteLineAsync("       dotnet run -c Release --project tests/PropertyDesk.Benchmarks -- reports [sqlite | postgres [100000 [36]]] (units and months)");
        await Console.Error.WriteLineAsync("       dotnet run -c Release --project tests/PropertyDesk.Benchmarks -- portal [sqlite | postgres [1000]]");
        await Console.Error.WriteLineAsync("       dotnet run -c Release --project tests/PropertyDesk.Benchmarks -- desk [1000000 [200000]] (tickets and owners, on postgres)");
        await Console.Error.WriteLineAsync("postgres takes its server from PROPERTYDESK_TEST_POSTGRES");
        return 2;
}
