namespace ReservedProcurement.Core.Meetings.Calendars;

/// <summary>
/// A calendar object as its lines say (RFC 5545, 3.1), whatever wrote it. Every mail is looked at before it is sent, and a reader that builds
/// the whole object took longer than writing it.
/// </summary>
internal sealed class WrittenCalendar
{
    private readonly List<CalendarLine> _lines = [];

    public WrittenCalendar(string text)
    {
        var open = new Stack<string>();
        var place = "";

        // A mail part gives its text with the machine's own line ends.
        var unfolded = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n ", "", StringComparison.Ordinal).Replace("\n\t", "", StringComparison.Ordinal);
        foreach (var line in unfolded.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var end = EndOfName(line);
            var name = line[..end];
            var parameters = name.IndexOf(';', StringComparison.Ordinal);
            var value = line[Math.Min(line.Length, end + 1)..];
            if (name == "BEGIN")
            {
                open.Push(place);
                place = place.Length == 0 ? value : $"{place}/{value}";
            }

            _lines.Add(parameters < 0 ? new CalendarLine(place, name, "", value) : new CalendarLine(place, name[..parameters], name[(parameters + 1)..], value));
            if (name == "END" && open.Count > 0)
            {
                place = open.Pop();
            }
        }
    }

    public IEnumerable<CalendarLine> All(string place, string name) => _lines.Where(line => line.Name == name && line.Place == place);

    public CalendarLine? Find(string place, string name) => All(place, name).FirstOrDefault();

    public int Count(string place) => All(place, "BEGIN").Count();

    /// <summary>The value begins after the first colon that is not within quotes.</summary>
    private static int EndOfName(string line)
    {
        var isQuoted = false;
        for (var at = 0; at < line.Length; at++)
        {
            isQuoted ^= line[at] == '"';
            if (line[at] == ':' && !isQuoted)
            {
                return at;
            }
        }

        return line.Length;
    }
}

/// <param name="Place">The components it stands in, such as <c>VCALENDAR/VEVENT</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">Its parameters as they are written.</param>
/// <param name="Value">Its value as it is written.</param>
internal sealed record CalendarLine(string Place, string Name, string Parameters, string Value)
{
    private const string Mailto = "mailto:";

    public string? Address => Value.StartsWith(Mailto, StringComparison.OrdinalIgnoreCase) ? Value[Mailto.Length..] : null;

    public bool Has(string parameter) => Parameters.Split(';').Contains(parameter, StringComparer.OrdinalIgnoreCase);
}
