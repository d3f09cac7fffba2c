using CsCheck;
using DbUp.Engine;
using Microsoft.Data.Sqlite;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Tests.Persistence;

/// <summary>How a script is run on SQLite: whole, or not at all.</summary>
public sealed class ScriptTests
{
    private string _file = "";

    [SetUp]
    public void Name() => _file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"script-{TestContext.CurrentContext.Test.ID}.db");

    [TearDown]
    public void Remove()
    {
        SqliteConnection.ClearAllPools();
        File.Delete(_file);
    }

    [Test]
    public void Script_ThatFailsAfterAnAlteredTable_FailsAndLeavesNothing()
    {
        Assert.That(Run("create table A (X integer);\ninsert into A values (1);").Successful, Is.True);

        var result = Run("alter table A add column Y integer null;\ndrop index None;\ncreate table B (X integer);");

        Assert.That((result.Successful, result.Error?.Message), Is.EqualTo((false, "SQLite Error 1: 'no such index: None'.")));
        Assert.That(Read("select count(*) from pragma_table_info('A')"), Is.EqualTo(1));
    }

    [Test]
    public void Script_WithSemicolonsInTextsAndComments_IsSplitOnlyBetweenStatements()
    {
        Assert.That(Run("create table A (X text); -- one; two\ninsert into A values ('a;\nb''c;');insert into A values (';');").Successful, Is.True);

        Assert.That(Read("select count(*) from A where X in ('a;\nb''c;', ';')"), Is.EqualTo(2));
    }

    [Test]
    public void Scripts_OfAnyText_LoseNothing() => Gen.String[Gen.Char["ab;'\"-\n "], 0, 40].Sample(text =>
        new OneStatementAtATime().Process(text).Replace("\n", "", StringComparison.Ordinal) == text.Replace("\n", "", StringComparison.Ordinal));

    private DatabaseUpgradeResult Run(string script) => new SqliteDialect().DeployTo($"Data Source={_file}")
        .WithScript(new SqlScript($"{script.Length}.sql", script)).WithTransactionPerScript().WithVariablesDisabled().LogToNowhere().Build().PerformUpgrade();

    private long Read(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_file}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
