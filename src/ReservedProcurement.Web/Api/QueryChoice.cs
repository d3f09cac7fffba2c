using System.Text.Json;

namespace ReservedProcurement.Web.Api;

/// <summary>Reads the name of a choice after "?". The framework's own reading knows only the names of the code, not their camelCase form in the rest of the API.</summary>
public static class QueryChoice
{
    public static bool TryRead<TEnum>(string? text, out TEnum? value)
        where TEnum : struct, Enum
    {
        value = Enum.GetValues<TEnum>().Where(known => JsonNamingPolicy.CamelCase.ConvertName(known.ToString()) == text).Select(known => (TEnum?)known).SingleOrDefault();
        return value is not null || string.IsNullOrEmpty(text);
    }
}
