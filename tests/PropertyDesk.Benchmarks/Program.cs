using PropertyDesk.Benchmarks;

if (args is ["billrun", ..])
{
    await BillRunAgainstRawInsert.RunAsync(args.ElementAtOrDefault(1) ?? "sqlite");
    return 0;
}

Console.Error.WriteLine("usage: dotnet run -c Release --project tests/PropertyDesk.Benchmarks -- billrun [sqlite | postgres]");
Console.Error.WriteLine("postgres takes its server from PROPERTYDESK_TEST_POSTGRES");
return 2;
