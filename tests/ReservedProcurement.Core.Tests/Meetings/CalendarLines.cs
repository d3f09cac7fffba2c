namespace ReservedProcurement.Core.Tests.Meetings;

/// <summary>
/// Reads a calendar object by the letter of RFC 5545, independently of the library that wrote it: lines end with CRLF, are at most 75 octets
/// and folded by a space.
/// </summary>
internal sealed class CalendarLines
{
    private readonly List<(string Component, string Name, string Parameters, string Value)> _lines = [];

    public CalendarLines(string text)
    {
        Assert.That(CalendarGrammar.Faults(text), Is.Empty);
        Assert.That(text, Does.EndWith("END:VCALENDAR\r\n"));
        Assert.That(text.Replace("\r\n", "", StringComparison.Ordinal), Does.Not.Contain("\n").And.Not.Contain("\r"), "Only CRLF ends a line.");
        var physical = text.Split("\r\n")[..^1];
        Assert.That(physical.Select(System.Text.Encoding.UTF8.GetByteCount), Is.All.LessThanOrEqualTo(75), "RFC 5545, 3.1.");
        var open = new Stack<string>();
        foreach (var line in string.Join("\r\n", physical).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n"))
        {
            var (name, parameters, value) = Parts(line);
            if (name == "BEGIN")
            {
                open.Push(value);
            }

            _lines.Add((string.Join('/', open.Reverse()), name, parameters, value));
            if (name == "END")
            {
                Assert.That(open.Pop(), Is.EqualTo(value));
            }
        }

        Assert.That(open, Is.Empty);
    }

    public string? Value(string component, string name) => _lines.Where(line => line.Component == component && line.Name == name).Select(line => line.Value).SingleOrDefault();

    public string? Parameters(string component, string name) => _lines.Where(line => line.Component == component && line.Name == name).Select(line => line.Parameters).SingleOrDefault();

    public int Count(string component, string name) => _lines.Count(line => line.Component == component && line.Name == name);

    private static (string Name, string Parameters, string Value) Parts(string line)
    {
        var isQuoted = false;
        for (var at = 0; at < line.Length; at++)
        {
            isQuoted ^= line[at] == '"';
            if (line[at] == ':' && !isQuoted)
            {
                var name = line[..at];
                var split = name.IndexOf(';', StringComparison.Ordinal);
                return split < 0 ? (name, "", line[(at + 1)..]) : (name[..split], name[(split + 1)..], line[(at + 1)..]);
            }
        }

        throw new FormatException($"No value: {line}");
    }
}
