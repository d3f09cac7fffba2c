using System.Text.RegularExpressions;

namespace ReservedProcurement.Core.Tests.Sql;

/// <summary>No statement hides from the proofs: whatever is sent to a database is a constant whose name ends in Sql.</summary>
public sealed partial class SqlInSourceTests
{
    [Test]
    public void Statements_AllFields_AreConstants() => Assert.That(ProductSql.NotConstant, Is.Empty);

    [Test]
    public void Statements_SentToADatabase_AreNamedConstants()
    {
        var known = ProductSql.Statements.Select(statement => statement.Name.Split('.')[^1]).ToHashSet(StringComparer.Ordinal);
        var calls = Directory.GetFiles(Path.Combine(ProductSql.Root, "src", "ReservedProcurement.Core"), "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "SqlSession.cs")
            .SelectMany(file => CallPattern().Matches(File.ReadAllText(file)).Select(match => (File: Path.GetFileName(file), Argument: match.Groups["argument"].Value)))
            .ToList();

        Assert.That(calls, Is.Not.Empty);
        Assert.That(calls.Where(call => !known.Contains(call.Argument.Split('.')[^1])), Is.Empty);
    }

    [Test]
    public void Statements_StandOnlyInCore()
    {
        var strays = new[] { "ReservedProcurement.Web", "ReservedProcurement.Worker" }
            .SelectMany(project => Directory.GetFiles(Path.Combine(ProductSql.Root, "src", project), "*.cs", SearchOption.AllDirectories))
            .Where(file => StatementPattern().IsMatch(File.ReadAllText(file)))
            .Select(Path.GetFileName);

        Assert.That(strays, Is.Empty);
    }

    [Test]
    public void Connections_AreOpenedOnlyByPersistence()
    {
        var strays = Directory.GetFiles(Path.Combine(ProductSql.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}Persistence{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => StrayPattern().IsMatch(File.ReadAllText(file)))
            .Select(Path.GetFileName);

        Assert.That(strays, Is.Empty);
    }

    [GeneratedRegex(@"\.(?:QueryAsync|SingleAsync|SingleOrDefaultAsync|ExecuteAsync)(?:<[^()]*>)?\(\s*(?<argument>[^,()\s]+)")]
    private static partial Regex CallPattern();

    [GeneratedRegex(@"\b\w+Sql\b|\bSqlSession\b|""\s*(?:select|insert into|update|delete from)\s")]
    private static partial Regex StatementPattern();

    [GeneratedRegex(@"\busing Dapper;|CreateCommand\(|new SqlConnection\(|new SqliteConnection\(|CommandText")]
    private static partial Regex StrayPattern();
}
