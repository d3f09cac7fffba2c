using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace ReservedProcurement.Web.Api;

/// <summary>
/// Refuses what stands after "?" under a name that the endpoint does not read. A misspelt filter would otherwise give a list that looks
/// right and is not. On the group of the whole API, so that no endpoint can forget it.
/// </summary>
public static class QueryNames
{
    public static EndpointFilterDelegate Demand(EndpointFilterFactoryContext factory, EndpointFilterDelegate next)
    {
        var names = factory.MethodInfo.GetParameters().Where(parameter => parameter.GetCustomAttribute<FromFormAttribute>() is null).SelectMany(Names).Select(JsonNamingPolicy.CamelCase.ConvertName).ToList();
        return context => Check(context.HttpContext, names) is { } problem ? ValueTask.FromResult<object?>(problem) : next(context);
    }

    private static IEnumerable<string> Names(ParameterInfo parameter) => parameter.GetCustomAttribute<AsParametersAttribute>() is null
        ? IsRead(parameter.ParameterType) ? [parameter.Name!] : []
        : parameter.ParameterType.GetProperties().Where(property => property.SetMethod is not null).Select(property => property.Name);

    private static bool IsRead(Type type) => type == typeof(string) || (Nullable.GetUnderlyingType(type) ?? type) is { IsValueType: true } value && value.GetInterface("IParsable`1") is not null;

    private static ApiProblem? Check(HttpContext context, List<string> names)
    {
        // What stands in the address itself is read by its name too, but is not asked for after it.
        var known = names.Where(name => !context.Request.RouteValues.ContainsKey(name)).ToList();
        var unknown = context.Request.Query.Keys.Where(key => !known.Contains(key, StringComparer.OrdinalIgnoreCase)).ToList();
        if (unknown.Count == 0)
        {
            return null;
        }

        var detail = known.Count == 0 ? "Adressen läser inga parametrar." : $"De som finns är {string.Join(", ", known)}.";
        return new ApiProblem(
            StatusCodes.Status400BadRequest,
            "request.unknown-parameter",
            unknown.Count == 1 ? $"Parametern {unknown[0]} finns inte här. {detail}" : $"Parametrarna {string.Join(", ", unknown)} finns inte här. {detail}",
            [.. unknown.Select(name => new ApiFieldError(name, "request.unknown-parameter", $"{name} finns inte."))]);
    }
}
