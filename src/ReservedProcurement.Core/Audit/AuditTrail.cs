using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Audit;

/// <summary>Who changed which record, when, and every field before and after. Rows are only ever added.</summary>
internal static class AuditTrail
{
    internal const string InsertSql = """
        insert into AuditEntries (Id, At, ActorId, ActorName, Via, Subject, SubjectId, SubjectVersion, Action, Changes)
        values (@Id, @At, @ActorId, @ActorName, @Via, @Subject, @SubjectId, @SubjectVersion, @Action, @Changes)
        """;

    private const string LaterChangesSql = """
        select At, ActorName, Changes
        from AuditEntries
        where Subject = @Subject and SubjectId = @SubjectId and SubjectVersion > @BasedOnVersion
        order by SubjectVersion
        """;

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    internal static object Row(WriteTransaction write, AuditSubject subject, Guid id, int version, string action, IReadOnlyList<FieldChange> changes) => new
    {
        Id = write.NewId(),
        At = write.Now,
        ActorId = write.Actor.UserId,
        ActorName = write.Actor.Name,
        write.Actor.Via,
        Subject = subject.ToString(),
        SubjectId = id,
        SubjectVersion = version,
        Action = action,
        Changes = JsonSerializer.Serialize(changes, Json),
    };

    internal static async Task<Problem> StaleAsync(SqlSession session, AuditSubject subject, Guid id, int basedOnVersion)
    {
        var later = await session.QueryAsync<LaterChangeRow>(LaterChangesSql, new { Subject = subject.ToString(), SubjectId = id, BasedOnVersion = basedOnVersion });
        if (later.Count == 0)
        {
            return Problem.Of(CommonProblems.StaleUnknown, ProblemKind.Conflict);
        }

        var fields = later.SelectMany(row => Changes(row.Changes)).Select(change => Texts.Field(change.Field)).Distinct();
        var last = later[^1];
        return Problem.Of(CommonProblems.Stale, ProblemKind.Conflict, last.ActorName, SwedishTime.DayAndTime(last.At), string.Join(", ", fields));
    }

    internal static IReadOnlyList<FieldChange> Changes(string json) => JsonSerializer.Deserialize<List<FieldChange>>(json, Json) ?? [];

    /// <summary>The fields that differ between two records of any shape, as text.</summary>
    internal static IReadOnlyList<FieldChange> Compare(object? before, object? after)
    {
        var old = Values(before);
        var now = Values(after);
        return [.. old.Keys.Union(now.Keys)
            .Select(field => new FieldChange(field, old.GetValueOrDefault(field), now.GetValueOrDefault(field)))
            .Where(change => change.Before != change.After)];
    }

    /// <summary>A record's own fields, or the entries of a dictionary when a record has parts that are named by path, such as <c>Lots[1].Title</c>.</summary>
    internal static IReadOnlyDictionary<string, object?> Fields(object? record) => record switch
    {
        null => new Dictionary<string, object?>(),
        IReadOnlyDictionary<string, object?> entries => entries,
        _ => record.GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && property.Name is not ("EqualityContract" or "Id" or "Version"))
            .ToDictionary(property => property.Name, property => property.GetValue(record)),
    };

    private static Dictionary<string, string?> Values(object? record) => Fields(record)
        .Select(field => (field.Key, Text: Text(field.Value)))
        .Where(field => !string.IsNullOrEmpty(field.Text))
        .ToDictionary(field => field.Key, field => field.Text, StringComparer.Ordinal);

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IFormattable and not Enum => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        Enum or bool => value.ToString(),
        _ => JsonNode.Parse(JsonSerializer.Serialize(value, Json)) is JsonArray { Count: 0 } ? null : JsonSerializer.Serialize(value, Json),
    };

    private sealed record LaterChangeRow
    {
        public required DateTimeOffset At { get; init; }
        public required string ActorName { get; init; }
        public required string Changes { get; init; }
    }
}

/// <summary>One field of one change.</summary>
public sealed record FieldChange(string Field, string? Before, string? After);
