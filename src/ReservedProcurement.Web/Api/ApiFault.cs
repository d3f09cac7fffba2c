using System.Text.Json;
using System.Text.RegularExpressions;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Api;

/// <summary>Turns an exception into problem details: JSON that cannot be read names the property, everything unforeseen gets the trace id that stands in the log.</summary>
public static partial class ApiFault
{
    public static ApiProblem Of(Exception exception, HttpContext context) => exception switch
    {
        BadHttpRequestException { InnerException: JsonException json } => OfJson(json),
        BadHttpRequestException bad when bad.Message.Contains("no body was provided", StringComparison.Ordinal) => new(StatusCodes.Status400BadRequest, "json.missing", "Anropet saknar innehåll. Skicka ett JSON-objekt."),
        BadHttpRequestException bad when ParameterPattern().Match(bad.Message) is { Success: true } match =>
            ApiProblem.OfParameter(JsonNamingPolicy.CamelCase.ConvertName(match.Groups["name"].Value)),
        BadHttpRequestException bad => ApiProblem.OfStatus(bad.StatusCode),
        _ when ErrorPages.IsDatabaseFailure(exception) => new(StatusCodes.Status503ServiceUnavailable, "database.unavailable", ErrorPages.DatabaseSentence),
        _ => new(StatusCodes.Status500InternalServerError, "request.unexpected", $"Något gick fel i tjänsten. Uppge referensen {context.TraceIdentifier} om du frågar om det."),
    };

    private static ApiProblem OfJson(JsonException exception)
    {
        var missing = MissingPattern().Match(exception.Message);
        if (missing.Success)
        {
            var names = QuotedPattern().Matches(missing.Groups["names"].Value).Select(match => match.Groups["name"].Value).ToList();
            return new ApiProblem(
                StatusCodes.Status400BadRequest,
                "json.missing-property",
                $"Anropet saknar {string.Join(", ", names)}.",
                [.. names.Select(name => new ApiFieldError(Under(exception.Path, name), "json.missing-property", $"{name} saknas."))]);
        }

        var unknown = UnknownPattern().Match(exception.Message);
        if (unknown.Success)
        {
            var name = unknown.Groups["name"].Value;
            return new ApiProblem(
                StatusCodes.Status400BadRequest,
                "json.unknown-property",
                $"Egenskapen {name} finns inte. Kontrollera stavningen.",
                [new ApiFieldError(Path(exception.Path, name), "json.unknown-property", $"{name} finns inte.")]);
        }

        var duplicate = DuplicatePattern().Match(exception.Message);
        if (duplicate.Success)
        {
            var name = duplicate.Groups["name"].Value;
            return new ApiProblem(
                StatusCodes.Status400BadRequest,
                "json.duplicate-property",
                $"Egenskapen {name} står mer än en gång{Line(exception)}. Ta bort den ena.",
                [new ApiFieldError(Path(exception.Path, name), "json.duplicate-property", $"{name} står mer än en gång.")]);
        }

        var path = Path(exception.Path, "");
        if (path.Length == 0 && exception.Message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal))
        {
            return new ApiProblem(StatusCodes.Status400BadRequest, "json.not-an-object", "Innehållet ska vara ett JSON-objekt, det vill säga börja med { och sluta med }.");
        }

        return path.Length == 0
            ? new ApiProblem(StatusCodes.Status400BadRequest, "json.unreadable", $"Innehållet är inte giltig JSON{Line(exception)}.")
            : new ApiProblem(
                StatusCodes.Status400BadRequest,
                "json.wrong-value",
                $"Egenskapen {path} har ett värde av fel slag{Line(exception)}.",
                [new ApiFieldError(path, "json.wrong-value", $"{path} har ett värde av fel slag.")]);
    }

    private static string Line(JsonException exception) => exception.LineNumber is { } line ? $" (rad {line + 1})" : "";

    private static string Path(string? jsonPath, string otherwise) => jsonPath is null or "$" ? otherwise : jsonPath.Replace("$.", "", StringComparison.Ordinal);

    private static string Under(string? jsonPath, string name) => Path(jsonPath, "") is { Length: > 0 } parent ? $"{parent}.{name}" : name;

    [GeneratedRegex("""Failed to bind parameter "\S+ (?<name>\w+)"|Required parameter "\S+ (?<name>\w+)" """)]
    private static partial Regex ParameterPattern();

    [GeneratedRegex("missing required properties including: (?<names>.+)$")]
    private static partial Regex MissingPattern();

    [GeneratedRegex("'(?<name>[^']+)'")]
    private static partial Regex QuotedPattern();

    [GeneratedRegex("Duplicate property '(?<name>[^']+)'")]
    private static partial Regex DuplicatePattern();

    [GeneratedRegex("The JSON property '(?<name>[^']+)' could not be mapped")]
    private static partial Regex UnknownPattern();
}
