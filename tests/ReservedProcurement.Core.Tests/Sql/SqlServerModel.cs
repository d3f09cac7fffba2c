using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace ReservedProcurement.Core.Tests.Sql;

/// <summary>
/// The SQL Server schema as Microsoft's own model sees it, built from the scripts and views without a server.
/// Columns that a later script adds are folded into the table, and data that a script inserts becomes a procedure, so that both are checked too.
/// </summary>
internal static class SqlServerModel
{
    private static readonly TSql160Parser Parser = new(initialQuotedIdentifiers: true);

    public static TSqlModel Build()
    {
        var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions { Collation = "Finnish_Swedish_CI_AS" });
        var tables = new Dictionary<string, CreateTableStatement>(StringComparer.OrdinalIgnoreCase);
        var others = new List<string>();
        var indexes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, text) in ProductSql.Scripts("sqlserver"))
        {
            foreach (var statement in Parse(name, text))
            {
                switch (statement)
                {
                    case CreateTableStatement table:
                        tables.Add(table.SchemaObjectName.BaseIdentifier.Value, table);
                        break;
                    case AlterTableAddTableElementStatement alter when tables.TryGetValue(alter.SchemaObjectName.BaseIdentifier.Value, out var altered):
                        Fold(alter.Definition, altered.Definition);
                        break;
                    case AlterTableDropTableElementStatement drop when tables.TryGetValue(drop.SchemaObjectName.BaseIdentifier.Value, out var lessened):
                        RemoveConstraints(drop, lessened.Definition);
                        break;
                    case CreateIndexStatement index:
                        indexes.Add(index.Name.Value, Script(index));
                        break;
                    case DropIndexStatement drop:
                        drop.DropIndexClauses.Cast<DropIndexClause>().ToList().ForEach(clause => indexes.Remove(clause.Index.Value));
                        break;
                    case DataModificationStatement:
                        others.Add($"create procedure [{name} {others.Count}] as begin {Script(statement)} end");
                        break;
                    default:
                        throw new InvalidOperationException($"{name} holds a {statement.GetType().Name}; teach SqlServerModel what it does to the schema.");
                }
            }
        }

        foreach (var text in tables.Values.Select(Script).Concat(indexes.Values).Concat(others).Concat(ProductSql.Scripts("views").Select(view => view.Text)))
        {
            model.AddObjects(text);
        }

        return model;
    }

    /// <summary>The statement as a procedure whose parameters have the types of the columns they are named after.</summary>
    public static string Procedure(ProductSql.Statement statement, IReadOnlyDictionary<string, string> typesByColumn)
    {
        var parameters = string.Join(", ", statement.Parameters.Select(name => $"@{name} {Type(name, typesByColumn)}"));
        return $"create procedure [{statement.Name}] {parameters} as begin\n{statement.Expanded}\nend";
    }

    public static IEnumerable<string> Messages(TSqlModel model) =>
        model.Validate().Select(message => $"{message.MessageType} {message.Prefix}{message.Number}: {message.Message}");

    public static Dictionary<string, string> TypesByColumn(TSqlModel model)
    {
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in model.GetObjects(DacQueryScopes.UserDefined, Table.TypeClass).SelectMany(table => table.GetReferenced(Table.Columns)))
        {
            types.TryAdd(column.Name.Parts[^1], TypeOf(column));
        }

        return types;
    }

    public static string TypeOf(TSqlObject column)
    {
        var type = column.GetReferenced(Column.DataType).First().Name.Parts[^1];
        return type switch
        {
            "nvarchar" or "varbinary" => $"{type}({(column.GetProperty<bool>(Column.IsMax) ? "max" : column.GetProperty<int>(Column.Length))})",
            _ => type,
        };
    }

    private static string Type(string parameter, IReadOnlyDictionary<string, string> typesByColumn) =>
        typesByColumn.TryGetValue(parameter, out var type) ? type
        : parameter.EndsWith("Id", StringComparison.Ordinal) || parameter.EndsWith("Ids", StringComparison.Ordinal) || parameter.EndsWith("Token", StringComparison.Ordinal) ? "uniqueidentifier"
        : parameter is "Now" or "Until" or "Before" || parameter.EndsWith("At", StringComparison.Ordinal) ? "datetimeoffset(6)"
        : parameter is "First" or "Last" or "Take" or "Skip" || parameter.EndsWith("Version", StringComparison.Ordinal) ? "int"
        : "nvarchar(4000)";

    private static List<TSqlStatement> Parse(string name, string text)
    {
        using var reader = new StringReader(text);
        var script = (TSqlScript)Parser.Parse(reader, out var errors);
        return errors.Count == 0
            ? [.. script.Batches.SelectMany(batch => batch.Statements)]
            : throw new InvalidOperationException($"{name}: {string.Join("; ", errors.Select(error => $"line {error.Line}: {error.Message}"))}");
    }

    private static void Fold(TableDefinition added, TableDefinition table)
    {
        foreach (var column in added.ColumnDefinitions)
        {
            table.ColumnDefinitions.Add(column);
        }

        foreach (var constraint in added.TableConstraints)
        {
            table.TableConstraints.Add(constraint);
        }
    }

    private static void RemoveConstraints(AlterTableDropTableElementStatement drop, TableDefinition table)
    {
        foreach (var name in drop.AlterTableDropTableElements.Select(element => element.Name.Value))
        {
            table.TableConstraints.Remove(table.TableConstraints.Single(constraint => constraint.ConstraintIdentifier?.Value == name));
        }
    }

    private static string Script(TSqlStatement statement)
    {
        new Sql160ScriptGenerator().GenerateScript(statement, out var text);
        return text;
    }
}
