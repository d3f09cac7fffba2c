namespace ReservedProcurement.Core.Meetings.Calendars;

/// <summary>
/// A calendar object as its lines say (RFC 5545, 3.1), whatever wrote it. Every mail is looked at before it is sent, and a reader that builds
/// the whole object took longer than writing it.
/// </summary>
internal sealed class WrittenCalendar
{
    private readonly List<(string Place, CalendarLine Line)> _lines = [];

    public WrittenCalendar(string text)
    {
        var open = new Stack<string>();
        var place = "";

        // A mail part gives its text with the machine's own line ends.
        var unfolded = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n ", "", StringComparison.Ordinal).Replace("\n\t", "", StringComparison.Ordinal);
        foreach (var line in unfolded.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(CalendarLine.Read).OfType<CalendarLine>())
        {
            if (line.Name == "BEGIN")
            {
                open.Push(place);
                place = place.Length == 0 ? line.Value : $"{place}/{line.Value}";
            }

            _lines.Add((place, line));
            if (line.Name == "END" && open.Count > 0)
            {
                place = open.Pop();
            }
        }
    }

    /// <param name="place">The components it stands in, such as <c>VCALENDAR/VEVENT</c>.</param>
    /// <param name="name">Its name.</param>
    public IEnumerable<CalendarLine> All(string place, string name) => _lines.Where(line => line.Line.Name == name && line.Place == place).Select(line => line.Line);

    public CalendarLine? Find(string place, string name) => All(place, name).FirstOrDefault();

    public int Count(string place) => All(place, "BEGIN").Count();
}
