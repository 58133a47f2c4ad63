using Microsoft.EntityFrameworkCore;
using Microsoft.SqlServer.Dac;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace PropertyDesk.IntegrationTests.Architecture;

/// <summary>SQL Server's own parser and model judge our script, with or without a server at hand.</summary>
public sealed class JudgingTheSqlServerScript
{
    [Fact]
    public void Parses_without_an_error()
    {
        using var db = ModelOf.Open("SqlServer");
        var migrations = db.Database.GenerateCreateScript();

        Assert.NotEmpty(Statements(migrations));
    }

    [Fact]
    public void Names_only_tables_columns_and_types_that_exist()
    {
        using var db = ModelOf.Open("SqlServer");

        Found.Nothing(Judge(Statements(db.Database.GenerateCreateScript())));
    }

    [Fact]
    public void Would_be_refused_with_an_unknown_column()
    {
        var faults = Judge(Statements("CREATE TABLE [A] ([Id] int NOT NULL PRIMARY KEY); CREATE INDEX [IX] ON [A] ([Missing]);"));

        Assert.NotEmpty(faults);
    }

    private static List<string> Statements(string script)
    {
        var tree = new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var errors);
        Found.Nothing(errors.Select(e => $"{e.Line}: {e.Message}"));
        return [.. ((TSqlScript)tree).Batches.SelectMany(b => b.Statements)
            .Where(s => s is CreateTableStatement or CreateIndexStatement or AlterTableStatement or CreateTriggerStatement or CreateViewStatement or CreateSequenceStatement or CreateSchemaStatement)
            .Select(s => script.Substring(s.StartOffset, s.FragmentLength))];
    }

    private static List<string> Judge(IEnumerable<string> statements)
    {
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        foreach (var statement in statements)
        {
            model.AddObjects(statement);
        }

        return [.. model.Validate().Where(m => m.MessageType == DacMessageType.Error).Select(m => m.Message)];
    }
}
