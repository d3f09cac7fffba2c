namespace ReservedProcurement.Core.Meetings.Calendars;

/// <summary>One line of a calendar object: its name in capitals, its parameters, and its value as it stands.</summary>
internal sealed record CalendarLine(string Name, IReadOnlyList<(string Name, string Value)> Parameters, string Value, string Text)
{
    private const int MostParameters = 50;
    private const string Mailto = "mailto:";

    public bool Is(string name, string value) => Name == name && Value.Trim().Equals(value, StringComparison.OrdinalIgnoreCase);

    /// <summary>The mail address that the value is, or null.</summary>
    public string? Address => Value.StartsWith(Mailto, StringComparison.OrdinalIgnoreCase) ? Value[Mailto.Length..] : null;

    public string? Parameter(string name) => Parameters.FirstOrDefault(parameter => parameter.Name == name).Value;

    /// <returns>Null for what is no line of a calendar object.</returns>
    public static CalendarLine? Read(string line)
    {
        List<(string, string)> parameters = [];
        var colon = End(line, 0, ":;");
        var rest = colon;
        var name = line[..colon].Trim().ToUpperInvariant();
        if (name.Length == 0 || colon == line.Length)
        {
            return null;
        }

        while (line[colon] == ';' && parameters.Count < MostParameters)
        {
            var start = colon + 1;
            colon = End(line, start, ":;");
            var parameter = line[start..colon];
            var equals = parameter.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                parameters.Add((parameter[..equals].Trim().ToUpperInvariant(), parameter[(equals + 1)..].Trim().Trim('"')));
            }

            if (colon == line.Length)
            {
                return null;
            }
        }

        return new CalendarLine(name, parameters, line[(colon + 1)..], $"{name}{line[rest..]}");
    }

    /// <summary>Where one of the signs stands outside quotes, or the end.</summary>
    private static int End(string line, int start, string signs)
    {
        var isQuoted = false;
        for (var index = start; index < line.Length; index++)
        {
            if (line[index] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && signs.Contains(line[index], StringComparison.Ordinal))
            {
                return index;
            }
        }

        return line.Length;
    }
}
