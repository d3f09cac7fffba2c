using System.ComponentModel;
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
        var parameters = factory.MethodInfo.GetParameters().Where(parameter => parameter.GetCustomAttribute<FromFormAttribute>() is null).SelectMany(Parameters)
            .Select(parameter => (Name: JsonNamingPolicy.CamelCase.ConvertName(parameter.Name), parameter.Type)).ToList();
        var names = parameters.ConvertAll(parameter => parameter.Name);
        return context => (Check(context.HttpContext, names) ?? Unreadable(context.HttpContext, parameters)) is { } problem ? ValueTask.FromResult<object?>(problem) : next(context);
    }

    private static IEnumerable<(string Name, Type Type)> Parameters(ParameterInfo parameter) => parameter.GetCustomAttribute<AsParametersAttribute>() is null
        ? IsRead(parameter.ParameterType) ? [(parameter.Name!, parameter.ParameterType)] : []
        : parameter.ParameterType.GetProperties().Where(property => property.SetMethod is not null).Select(property => (property.Name, property.PropertyType));

    /// <summary>What the binding could not read, it has only marked the answer with.</summary>
    private static ApiProblem? Unreadable(HttpContext context, List<(string Name, Type Type)> parameters)
    {
        if (context.Response.StatusCode != StatusCodes.Status400BadRequest)
        {
            return null;
        }

        var culprit = parameters.Find(parameter => context.Request.Query.TryGetValue(parameter.Name, out var value)
            && !TypeDescriptor.GetConverter(parameter.Type).IsValid(value.ToString()));
        return culprit.Name is null ? null : ApiProblem.OfParameter(culprit.Name);
    }

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
