namespace ReservedProcurement.Web;

/// <summary>What stands after the program's name. A misspelt switch would otherwise be passed over, and the program start on the wrong data or for the wrong people.</summary>
public static class CommandLineCheck
{
    private static readonly string[] Known =
    [
        "urls", "environment", "contentroot", "webroot", "applicationname", "http_ports", "https_ports", "AllowedHosts",
    ];

    /// <summary>Why the program should not start, or null. A setting is written <c>--Section:Name value</c> or <c>--Section:Name=value</c>.</summary>
    public static string? Refusal(IReadOnlyList<string> arguments)
    {
        for (var index = 0; index < arguments.Count; index++)
        {
            var argument = arguments[index];
            if (argument.EndsWith('='))
            {
                // A setting without a value sets nothing.
                continue;
            }

            var name = argument.StartsWith("--", StringComparison.Ordinal) || argument.StartsWith('/') ? argument.TrimStart('-', '/').Split('=')[0] : null;
            if (name is null || !(name.Contains(':', StringComparison.Ordinal) || Known.Contains(name, StringComparer.OrdinalIgnoreCase)))
            {
                return $"Programmet känner inte till ”{argument}”. Det tar --demo, --urls <adress> och inställningar som --Data:Path <mapp>.";
            }

            if (!argument.Contains('=', StringComparison.Ordinal))
            {
                index++;
                if (index == arguments.Count)
                {
                    return $"Det saknas ett värde efter ”{argument}”.";
                }
            }
        }

        return null;
    }
}
