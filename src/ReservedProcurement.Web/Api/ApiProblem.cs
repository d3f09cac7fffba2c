using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;

namespace ReservedProcurement.Web.Api;

/// <summary>One field that must be mended.</summary>
/// <param name="Field">The path in the JSON that was sent, such as <c>lots[0].title</c>.</param>
/// <param name="Code">Stable code for programs.</param>
/// <param name="Message">Swedish sentence for people.</param>
public sealed record ApiFieldError(string Field, string Code, string Message);

/// <summary>Problem details (RFC 9457) with a stable code, a Swedish sentence and the fields it is about.</summary>
public sealed class ApiProblem(int status, string code, string detail, IReadOnlyList<ApiFieldError>? errors = null) : IResult
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public static ApiProblem Of(Problem problem, HttpContext context) => new(
        WasStale(problem) && context.Request.Headers.IfMatch.Count > 0 ? StatusCodes.Status412PreconditionFailed : problem.Kind.Status(),
        problem.Code,
        Texts.Sentence(problem),
        [.. problem.Fields.Select(field => new ApiFieldError(JsonPath(field.Field), field.Code, Texts.Sentence(field)))]);

    public static ApiProblem OfParameter(string name) => new(StatusCodes.Status400BadRequest, "request.parameter", $"Parametern {name} har ett värde som inte går att använda.");

    /// <summary>For a status that the framework set without a body.</summary>
    public static ApiProblem OfStatus(int status) => status switch
    {
        StatusCodes.Status400BadRequest => new(status, "request.bad", "Anropet går inte att tolka."),
        StatusCodes.Status401Unauthorized => new(status, "request.unauthorized", "Anropet saknar en giltig API-nyckel. Skicka den i huvudet Authorization: Bearer."),
        StatusCodes.Status403Forbidden => new(status, CommonProblems.Forbidden, Texts.Sentence(CommonProblems.NotAllowed)),
        StatusCodes.Status404NotFound => new(status, CommonProblems.NotFound, "Det finns inget på den här adressen."),
        StatusCodes.Status405MethodNotAllowed => new(status, "request.method-not-allowed", "Adressen kan inte användas med den metoden."),
        StatusCodes.Status413PayloadTooLarge => new(status, "request.too-large", "Anropet är för stort."),
        StatusCodes.Status415UnsupportedMediaType => new(status, "request.media-type", "Innehållet är av fel slag. Skicka JSON med Content-Type: application/json, och filer som multipart/form-data."),
        StatusCodes.Status429TooManyRequests => new(status, "request.too-many", "För många anrop på kort tid. Vänta en stund och försök igen."),
        _ => new(status, "request.failed", "Anropet kunde inte utföras."),
    };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var details = new ProblemDetails
        {
            Type = "about:blank",
            Title = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(Status),
            Status = Status,
            Detail = detail,
            Instance = httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? httpContext.Request.Path,
        };
        details.Extensions["code"] = Code;
        details.Extensions["traceId"] = Activity.Current?.Id ?? httpContext.TraceIdentifier;
        if (errors is { Count: > 0 })
        {
            details.Extensions["errors"] = errors;
        }

        httpContext.Response.StatusCode = Status;
        return httpContext.Response.WriteAsJsonAsync(details, options: null, contentType: "application/problem+json", httpContext.RequestAborted);
    }

    internal static string JsonPath(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    private static bool WasStale(Problem problem) => problem.Code is CommonProblems.Stale or CommonProblems.StaleUnknown;
}
