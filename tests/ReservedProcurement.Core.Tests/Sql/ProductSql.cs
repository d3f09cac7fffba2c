using System.Reflection;
using System.Text.RegularExpressions;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Tests.Sql;

/// <summary>Every statement of the product, and the scripts they are meant for.</summary>
public static partial class ProductSql
{
    private static readonly Assembly Core = typeof(Database).Assembly;

    /// <summary>One <c>const string …Sql</c>: where it stands and its text as the program sends it.</summary>
    public sealed record Statement(string Name, string Text)
    {
        public IReadOnlyList<string> Parameters { get; } = [.. ParameterPattern().Matches(Text).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal)];

        /// <summary>With the list parameters, which Dapper expands, written as a list of one.</summary>
        public string Expanded { get; } = ListPattern().Replace(Text, "in (@$1)");

        public override string ToString() => Name;
    }

    public static IReadOnlyList<Statement> Statements { get; } =
    [
        .. Core.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(field => field.IsLiteral && field.FieldType == typeof(string) && field.Name.EndsWith("Sql", StringComparison.Ordinal))
            .Select(field => new Statement($"{field.DeclaringType!.FullName!.Replace("ReservedProcurement.Core.", "", StringComparison.Ordinal)}.{field.Name}", (string)field.GetRawConstantValue()!))
            .OrderBy(statement => statement.Name, StringComparer.Ordinal),
    ];

    /// <summary>Strings that are named like statements but are not constants, so that no test can see them as the program sends them.</summary>
    public static IReadOnlyList<string> NotConstant { get; } =
    [
        .. Core.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsLiteral && field.FieldType == typeof(string) && field.Name.EndsWith("Sql", StringComparison.Ordinal))
            .Select(field => $"{field.DeclaringType!.Name}.{field.Name}"),
    ];

    /// <summary>The embedded scripts of a folder under <c>db/</c>, in the order they run: name and text.</summary>
    public static IReadOnlyList<(string Name, string Text)> Scripts(string folder) =>
    [
        .. Core.GetManifestResourceNames()
            .Where(name => name.StartsWith($"db/{folder}/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (Path.GetFileName(name), Read(name))),
    ];

    public static string Root { get; } = FindRoot();

    private static string Read(string resource)
    {
        using var reader = new StreamReader(Core.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ReservedProcurement.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not run from inside the repository.");
    }

    [GeneratedRegex("@([A-Za-z_][A-Za-z0-9_]*)")]
    private static partial Regex ParameterPattern();

    [GeneratedRegex(@"\bin\s+@([A-Za-z_][A-Za-z0-9_]*)")]
    private static partial Regex ListPattern();
}
