using System.Globalization;
using System.Reflection;

namespace ReservedProcurement.Web.Api;

/// <summary>
/// The version that an edit is based on, from the header <c>If-Match</c>. An endpoint that takes one demands it:
/// 428 without the header or with <c>*</c>, 412 when it is not an ETag of ours; the handler refuses a version that is no longer the latest.
/// <c>*</c> is true of any version (RFC 9110, 13.1.1), so it would let a change overwrite what its sender has never read.
/// </summary>
public readonly record struct IfMatch(int Version)
{
    public static ValueTask<IfMatch> BindAsync(HttpContext context, ParameterInfo parameter) => new(new IfMatch(Read(context) ?? 0));

    /// <summary>On the group of the whole API, so that no endpoint can forget it.</summary>
    public static EndpointFilterDelegate Demand(EndpointFilterFactoryContext factory, EndpointFilterDelegate next) =>
        factory.MethodInfo.GetParameters().Any(parameter => parameter.ParameterType == typeof(IfMatch))
            ? context => Check(context.HttpContext) is { } problem ? ValueTask.FromResult<object?>(problem) : next(context)
            : next;

    private static ApiProblem? Check(HttpContext context) => context.Request.Headers.IfMatch.ToString() switch
    {
        "" => new ApiProblem(StatusCodes.Status428PreconditionRequired, "request.if-match-missing", "En ändring måste ha huvudet If-Match med den ETag som du senast läste."),
        "*" => new ApiProblem(StatusCodes.Status428PreconditionRequired, "request.if-match-any", "If-Match: * säger inte vilken version ändringen bygger på. Skicka den ETag som du senast läste, så att ingen annans ändring skrivs över."),
        _ when Read(context) is null => new ApiProblem(StatusCodes.Status412PreconditionFailed, "request.if-match-unknown", "Värdet i If-Match är inte en ETag från tjänsten. Läs posten igen."),
        _ => null,
    };

    private static int? Read(HttpContext context)
    {
        var text = context.Request.Headers.IfMatch.ToString();
        return text is ['"', .. var version, '"'] && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
