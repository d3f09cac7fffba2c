using Dapper;
using Microsoft.Data.Sqlite;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Tests.Sql;

/// <summary>Every statement of the product compiles against the SQLite schema.</summary>
public sealed class SqliteProofTests
{
    private static IReadOnlyList<ProductSql.Statement> Statements => ProductSql.Statements;

    private string _folder = "";
    private SqliteConnection _connection = null!;

    [OneTimeSetUp]
    public void Migrate()
    {
        _folder = Directory.CreateTempSubdirectory("reserved-procurement-proof-").FullName;
        var connectionString = SqliteDialect.ConnectionStringFor(Path.Combine(_folder, "proof.db"));
        new Migrator(new Database(new SqliteDialect(), connectionString, TimeProvider.System, new NoOutboxSignal())).Migrate();
        _connection = new SqliteConnection(connectionString);
        _connection.Open();
    }

    [OneTimeTearDown]
    public void Remove()
    {
        _connection.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [TestCaseSource(nameof(Statements))]
    public void Statement_Explained_Compiles(ProductSql.Statement statement) => Assert.That(() => Explain(statement), Throws.Nothing);

    [TestCase("select Nmae from Users")]
    [TestCase("select top 1 Name from Users")]
    public void Statement_Wrong_IsFound(string text) => Assert.That(() => Explain(new ProductSql.Statement("Wrong", text)), Throws.InstanceOf<SqliteException>());

    [Test]
    public void Tables_All_AreStrict()
    {
        var loose = _connection.Query<string>("select name from pragma_table_list where type = 'table' and strict = 0 and name not like 'sqlite!_%' escape '!' and name <> 'SchemaVersions'");

        Assert.That(loose, Is.Empty);
    }

    private void Explain(ProductSql.Statement statement)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"explain {statement.Expanded}";
        foreach (var parameter in statement.Parameters)
        {
            command.Parameters.AddWithValue(parameter, DBNull.Value);
        }

        using var reader = command.ExecuteReader();
    }
}
