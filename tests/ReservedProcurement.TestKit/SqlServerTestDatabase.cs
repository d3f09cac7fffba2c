using Dapper;
using Microsoft.Data.SqlClient;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.TestKit;

/// <summary>One migrated database per test run on the server that <c>RP_TEST_SQLSERVER</c> names; dropped when the run ends.</summary>
internal static class SqlServerTestDatabase
{
    private const string TablesSql = "select name from sys.tables where name not in ('SchemaVersions', 'DatedValues')";
    private const int ForeignKeyViolation = 547;

    private static readonly Lazy<string> Created = new(Create);

    public static async Task<string> EmptiedAsync()
    {
        await using var connection = new SqlConnection(Created.Value);
        await connection.OpenAsync();
        var tables = (await connection.QueryAsync<string>(TablesSql)).AsList();

        // Children first: a table that others still point to is tried again once they are empty.
        while (tables.Count > 0)
        {
            var left = new List<string>();
            foreach (var table in tables)
            {
                try
                {
                    await connection.ExecuteAsync($"delete from [{table}]");
                }
                catch (SqlException exception) when (exception.Number == ForeignKeyViolation && tables.Count > 1)
                {
                    left.Add(table);
                }
            }

            if (left.Count == tables.Count)
            {
                throw new InvalidOperationException($"These tables point at each other in a ring: {string.Join(", ", left)}.");
            }

            tables = left;
        }

        return Created.Value;
    }

    private static string Create()
    {
        var server = new SqlConnectionStringBuilder(Environment.GetEnvironmentVariable(TestDatabase.SqlServerVariable)!);
        var name = $"rp_test_{Guid.CreateVersion7():N}";
        using (var connection = new SqlConnection(server.ConnectionString))
        {
            connection.Open();
            connection.Execute($"create database [{name}]");
        }

        var own = new SqlConnectionStringBuilder(server.ConnectionString) { InitialCatalog = name }.ConnectionString;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Drop(server.ConnectionString, name);
        new Migrator(new Database(new SqlServerDialect(), own, TimeProvider.System, new NoOutboxSignal())).Migrate();
        return own;
    }

    private static void Drop(string server, string name)
    {
        SqlConnection.ClearAllPools();
        using var connection = new SqlConnection(server);
        connection.Open();
        connection.Execute($"drop database [{name}]");
    }
}
