using Microsoft.OpenApi;

namespace ReservedProcurement.Web.Api;

public sealed record ApiOperation(string Method, string Path, string Anchor, string? Summary, string? Description)
{
    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];

    public ApiType? Request { get; init; }

    public IReadOnlyList<ApiAnswer> Answers { get; init; } = [];
}

public sealed record ApiParameter(string Name, string Place, bool IsRequired, string Type, string? Description);

public sealed record ApiAnswer(string Status, string? Description, ApiType? Type);

/// <param name="Text">The type in words.</param>
/// <param name="Schema">The described record that it is or holds, to link to.</param>
public sealed record ApiType(string Text, string? Schema);

public sealed record ApiSchema(string Name, string? Description, IReadOnlyList<ApiProperty> Properties, IReadOnlyList<string> Values);

public sealed record ApiProperty(string Name, ApiType Type, bool IsRequired, string? Description);

/// <summary>The OpenAPI document arranged for reading: operations by tag, then the records they use.</summary>
public sealed record ApiReference(string Introduction, IReadOnlyList<IGrouping<string, ApiOperation>> Groups, IReadOnlyList<ApiSchema> Schemas)
{
    public static ApiReference Of(OpenApiDocument document) => new(
        document.Info.Description ?? "",
        [.. document.Paths
            .SelectMany(path => (path.Value.Operations ?? []).Select(operation => (
                Tag: operation.Value.Tags?.FirstOrDefault()?.Name ?? "",
                Operation: Operation(operation.Key.Method.ToUpperInvariant(), path.Key, operation.Value))))
            .GroupBy(entry => entry.Tag, entry => entry.Operation)],
        [.. (document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>()).OrderBy(schema => schema.Key, StringComparer.Ordinal).Select(schema => Schema(schema.Key, schema.Value))]);

    private static ApiOperation Operation(string method, string path, OpenApiOperation operation) =>
        new(method, path, Anchor($"{method} {path}"), operation.Summary, operation.Description)
        {
            Parameters = [.. (operation.Parameters ?? []).Select(parameter => new ApiParameter(
                parameter.Name ?? "",
                parameter.In switch
                {
                    ParameterLocation.Path => "i adressen",
                    ParameterLocation.Header => "huvud",
                    _ => "efter ?",
                },
                parameter.Required,
                Type(parameter.Schema).Text,
                parameter.Description))],
            Request = operation.RequestBody is null ? null : Content(operation.RequestBody.Content),
            Answers = [.. (operation.Responses ?? []).OrderBy(response => response.Key, StringComparer.Ordinal).Select(response => new ApiAnswer(response.Key, Description(response.Value.Description), Content(response.Value.Content)))],
        };

    private static string? Description(string? description) => description switch
    {
        "OK" => "Lyckades.",
        "Created" => "Skapad.",
        "No Content" => "Lyckades, svaret är tomt.",
        _ => description,
    };

    private static ApiType? Content(IDictionary<string, OpenApiMediaType>? content) =>
        content?.Values.FirstOrDefault()?.Schema is { } schema ? Type(schema) : null;

    private static ApiSchema Schema(string name, IOpenApiSchema schema) => new(
        name,
        schema.Description,
        [.. (schema.Properties ?? new Dictionary<string, IOpenApiSchema>()).Select(property => new ApiProperty(
            property.Key,
            Type(property.Value),
            schema.Required?.Contains(property.Key) == true,
            property.Value.Description))],
        [.. (schema.Enum ?? []).Where(value => value is not null).Select(value => value!.ToString())]);

    private static ApiType Type(IOpenApiSchema? schema)
    {
        switch (schema)
        {
            case null:
                return new ApiType("text", null);
            case OpenApiSchemaReference { Reference.Id: { } id }:
                return new ApiType(id, id);
            case { OneOf.Count: > 0 }:
                var inner = Type(schema.OneOf.FirstOrDefault(one => one is OpenApiSchemaReference) ?? schema.OneOf[^1]);
                return inner with { Text = $"{inner.Text} eller null" };
            case { Items: { } items }:
                var item = Type(items);
                return item with { Text = $"lista av {item.Text}" };
            default:
                var type = schema.Type ?? JsonSchemaType.Object;
                return new ApiType(Name(type & ~JsonSchemaType.Null, schema.Format) + (type.HasFlag(JsonSchemaType.Null) ? " eller null" : ""), null);
        }
    }

    private static string Name(JsonSchemaType type, string? format) => (type, format) switch
    {
        (JsonSchemaType.String, "uuid") => "id",
        (JsonSchemaType.String, "date") => "datum",
        (JsonSchemaType.String, "date-time") => "tidpunkt",
        (JsonSchemaType.String, _) => "text",
        (JsonSchemaType.Integer, _) => "heltal",
        (JsonSchemaType.Number, _) => "tal",
        (JsonSchemaType.Boolean, _) => "true eller false",
        _ => "objekt",
    };

    private static string Anchor(string text) => string.Concat(text.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-')).Trim('-').ToLowerInvariant();
}
