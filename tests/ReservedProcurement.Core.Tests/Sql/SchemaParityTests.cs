using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.SqlServer.Dac.Model;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Tests.Sql;

/// <summary>The two engines hold the same tables, columns and keys, from scripts that come in pairs and never change once they have landed.</summary>
public sealed class SchemaParityTests
{
    [Test]
    public void Scripts_OfBothEngines_ComeInPairsNumberedWithoutGaps()
    {
        var sqlite = ProductSql.Scripts("sqlite").Select(script => script.Name).ToList();
        var sqlServer = ProductSql.Scripts("sqlserver").Select(script => script.Name).ToList();

        Assert.That(sqlServer, Is.EqualTo(sqlite));
        Assert.That(sqlite.Select(name => int.Parse(name[..4], System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(Enumerable.Range(1, sqlite.Count)));
    }

    [Test]
    public void Scripts_AllLanded_AreFrozenByChecksum()
    {
        var db = Path.Combine(ProductSql.Root, "db");
        var actual = new[] { "sqlite", "sqlserver" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(db, folder), "*.sql").Order(StringComparer.Ordinal))
            .Select(file => $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}  db/{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileName(file)}");

        var frozen = File.ReadAllLines(Path.Combine(db, "checksums.txt")).Where(line => line.Length > 0);

        Assert.That(actual, Is.EqualTo(frozen), "A script that has landed never changes: write a new pair. A new script gets its line in db/checksums.txt.");
    }

    [Test]
    public void Columns_OfBothEngines_AreTheSame()
    {
        using var sqlite = new MigratedSqlite();
        using var model = SqlServerModel.Build();

        var ofSqlServer = model.GetObjects(DacQueryScopes.UserDefined, Table.TypeClass)
            .SelectMany(table => table.GetReferenced(Table.Columns).Select(column =>
                $"{table.Name.Parts[^1]}.{column.Name.Parts[^1]} {Family(SqlServerModel.TypeOf(column))} {(column.GetProperty<bool>(Column.Nullable) ? "null" : "not null")}"));

        Assert.That(sqlite.Columns(), Is.EquivalentTo(ofSqlServer));
    }

    [Test]
    public void Keys_OfBothEngines_AreTheSame()
    {
        using var sqlite = new MigratedSqlite();
        using var model = SqlServerModel.Build();

        var primary = model.GetObjects(DacQueryScopes.UserDefined, PrimaryKeyConstraint.TypeClass)
            .Select(key => $"primary {key.GetReferenced(PrimaryKeyConstraint.Host).Single().Name.Parts[^1]}({string.Join(",", key.GetReferenced(PrimaryKeyConstraint.Columns).Select(Last))})");
        var unique = model.GetObjects(DacQueryScopes.UserDefined, Microsoft.SqlServer.Dac.Model.Index.TypeClass)
            .Select(index => $"{(index.GetProperty<bool>(Microsoft.SqlServer.Dac.Model.Index.Unique) ? "unique" : "index")} {Last(index)} {index.GetReferenced(Microsoft.SqlServer.Dac.Model.Index.IndexedObject).Single().Name.Parts[^1]}({string.Join(",", index.GetReferenced(Microsoft.SqlServer.Dac.Model.Index.Columns).Select(Last))})");
        var foreign = model.GetObjects(DacQueryScopes.UserDefined, ForeignKeyConstraint.TypeClass)
            .Select(key => $"foreign {key.GetReferenced(ForeignKeyConstraint.Host).Single().Name.Parts[^1]}({string.Join(",", key.GetReferenced(ForeignKeyConstraint.Columns).Select(Last))}) {key.GetReferenced(ForeignKeyConstraint.ForeignTable).Single().Name.Parts[^1]}");

        Assert.That(sqlite.Keys(), Is.EquivalentTo(primary.Concat(unique).Concat(foreign)));
    }

    private static string Last(TSqlObject named) => named.Name.Parts[^1];

    private static string Family(string type) => type switch
    {
        "bit" or "int" or "bigint" => "INTEGER",
        _ when type.StartsWith("varbinary", StringComparison.Ordinal) => "BLOB",
        _ => "TEXT",
    };

    private sealed class MigratedSqlite : IDisposable
    {
        private const string ColumnsSql = """
            select t.name || '.' || c.name || ' ' || upper(c.type) || case when c."notnull" = 1 or c.pk > 0 then ' not null' else ' null' end
            from pragma_table_list t join pragma_table_info(t.name) c
            where t.type = 'table' and t.name not like 'sqlite!_%' escape '!' and t.name <> 'SchemaVersions'
            """;

        private const string PrimarySql = """
            select 'primary ' || t.name || '(' || (select group_concat(c.name, ',') from (select name from pragma_table_info(t.name) where pk > 0 order by pk) c) || ')'
            from pragma_table_list t where t.type = 'table' and t.name not like 'sqlite!_%' escape '!' and t.name <> 'SchemaVersions'
            """;

        private const string IndexSql = """
            select case when i."unique" = 1 then 'unique ' else 'index ' end || i.name || ' ' || t.name
                   || '(' || (select group_concat(c.name, ',') from (select name from pragma_index_info(i.name) order by seqno) c) || ')'
            from pragma_table_list t join pragma_index_list(t.name) i
            where t.type = 'table' and i.origin = 'c' and t.name <> 'SchemaVersions'
            """;

        private const string ForeignSql = """
            select 'foreign ' || t.name || '(' || group_concat(f."from", ',') || ') ' || f."table"
            from pragma_table_list t join pragma_foreign_key_list(t.name) f
            where t.type = 'table'
            group by t.name, f.id, f."table"
            """;

        private readonly string _folder = Directory.CreateTempSubdirectory("reserved-procurement-parity-").FullName;
        private readonly SqliteConnection _connection;

        public MigratedSqlite()
        {
            var connectionString = SqliteDialect.ConnectionStringFor(Path.Combine(_folder, "parity.db"));
            new Migrator(new Database(new SqliteDialect(), connectionString, TimeProvider.System, new NoOutboxSignal())).Migrate();
            _connection = new SqliteConnection(connectionString);
            _connection.Open();
        }

        public IEnumerable<string> Columns() => _connection.Query<string>(ColumnsSql);

        public IEnumerable<string> Keys() => _connection.Query<string>(PrimarySql).Concat(_connection.Query<string>(IndexSql)).Concat(_connection.Query<string>(ForeignSql));

        public void Dispose()
        {
            _connection.Dispose();
            SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
