using System.Text;
using System.Text.RegularExpressions;

namespace ReservedProcurement.Core.Tests.Meetings;

/// <summary>
/// A strict reader of calendar text, written from the grammar of RFC 5545 alone: what breaks it is said line by line.
/// Calendar programs forgive some of this and hide the buttons, or drop the meeting, for the rest.
/// </summary>
internal static partial class CalendarGrammar
{
    private const int LongestLine = 75;

    private static readonly Dictionary<string, (string[] Once, string[] AtMostOnce)> Components = new(StringComparer.Ordinal)
    {
        ["VCALENDAR"] = (["PRODID", "VERSION"], ["METHOD", "CALSCALE", "NAME", "REFRESH-INTERVAL"]),
        ["VEVENT"] = (["UID", "DTSTAMP", "DTSTART"], ["SEQUENCE", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "TRANSP", "CLASS", "URL", "ORGANIZER", "LAST-MODIFIED", "CREATED", "DTEND", "DURATION", "PRIORITY"]),
        ["VTIMEZONE"] = (["TZID"], ["LAST-MODIFIED", "TZURL"]),
        ["STANDARD"] = (["DTSTART", "TZOFFSETTO", "TZOFFSETFROM"], []),
        ["DAYLIGHT"] = (["DTSTART", "TZOFFSETTO", "TZOFFSETFROM"], []),
        ["VALARM"] = (["ACTION", "TRIGGER"], []),
    };

    private static readonly HashSet<string> TextProperties = ["SUMMARY", "DESCRIPTION", "LOCATION", "UID", "PRODID", "NAME", "X-WR-CALNAME", "COMMENT", "TZNAME"];

    private static readonly Dictionary<string, Regex> Values = new(StringComparer.Ordinal)
    {
        ["VERSION"] = new("^2\\.0$"),
        ["METHOD"] = new("^(PUBLISH|REQUEST|REPLY|CANCEL|COUNTER)$"),
        ["STATUS"] = new("^(TENTATIVE|CONFIRMED|CANCELLED)$"),
        ["TRANSP"] = new("^(OPAQUE|TRANSPARENT)$"),
        ["CLASS"] = new("^(PUBLIC|PRIVATE|CONFIDENTIAL)$"),
        ["SEQUENCE"] = new("^[0-9]+$"),
        ["DTSTAMP"] = new("^[0-9]{8}T[0-9]{6}Z$"),
        ["LAST-MODIFIED"] = new("^[0-9]{8}T[0-9]{6}Z$"),
        ["DTSTART"] = new("^[0-9]{8}T[0-9]{6}$"),
        ["DTEND"] = new("^[0-9]{8}T[0-9]{6}$"),
        ["TZOFFSETTO"] = new("^[+-][0-9]{4}([0-9]{2})?$"),
        ["TZOFFSETFROM"] = new("^[+-][0-9]{4}([0-9]{2})?$"),
        ["REFRESH-INTERVAL"] = new("^PT[0-9]+[HM]$"),
        ["X-PUBLISHED-TTL"] = new("^PT[0-9]+[HM]$"),
        ["ORGANIZER"] = new("^mailto:[^ ]+@[^ ]+$"),
        ["ATTENDEE"] = new("^mailto:[^ ]+@[^ ]+$"),
        ["RRULE"] = new("^FREQ=[A-Z]+(;[A-Z]+=[+,0-9A-Z-]+)*$"),
        ["URL"] = new("^https?://[^ ]+$"),
    };

    public static IReadOnlyList<string> Faults(string text)
    {
        List<string> faults = [];
        if (!text.EndsWith("\r\n", StringComparison.Ordinal) || BareBreak().IsMatch(text))
        {
            faults.Add("Each line ends with CRLF and nothing else does (3.1).");
        }

        var physical = text.Split("\r\n")[..^1];
        faults.AddRange(physical.Where(line => Encoding.UTF8.GetByteCount(line) > LongestLine).Select(line => $"Longer than 75 octets (3.1): {line}"));
        faults.AddRange(physical.Where(line => line.Any(character => char.IsControl(character) && character != '\t')).Select(line => $"A control character (3.1): {line}"));
        var lines = string.Join("\r\n", physical).Replace("\r\n ", "", StringComparison.Ordinal).Replace("\r\n\t", "", StringComparison.Ordinal).Split("\r\n");
        var open = new Stack<(string Name, List<string> Properties)>();
        HashSet<string> zones = [];
        foreach (var line in lines)
        {
            if (ContentLine().Match(line) is not { Success: true } match)
            {
                faults.Add($"Not a content line (3.1): {line}");
                continue;
            }

            var (name, parameters, value) = (match.Groups["name"].Value, match.Groups["parameters"].Value, match.Groups["value"].Value);
            switch (name)
            {
                case "BEGIN":
                    open.Push((value, []));
                    break;
                case "END" when open.TryPop(out var closed) && closed.Name == value:
                    faults.AddRange(Count(closed.Name, closed.Properties));
                    break;
                case "END":
                    faults.Add($"Ends what is not open: {line}");
                    break;
                default:
                    if (open.TryPeek(out var component))
                    {
                        component.Properties.Add(name);
                        if (component.Name == "VTIMEZONE" && name == "TZID")
                        {
                            zones.Add(value);
                        }
                    }
                    else
                    {
                        faults.Add($"Outside the calendar: {line}");
                    }

                    faults.AddRange(Value(name, parameters, value, zones, line));
                    break;
            }
        }

        faults.AddRange(open.Select(left => $"{left.Name} is not ended."));
        return faults;
    }

    private static IEnumerable<string> Count(string component, List<string> properties)
    {
        if (!Components.TryGetValue(component, out var rule))
        {
            yield return $"A component that is not known: {component}";
            yield break;
        }

        foreach (var name in rule.Once.Where(name => properties.Count(one => one == name) != 1))
        {
            yield return $"{component} must have one {name} (3.6).";
        }

        foreach (var name in rule.AtMostOnce.Where(name => properties.Count(one => one == name) > 1))
        {
            yield return $"{component} must not have more than one {name} (3.6).";
        }
    }

    private static IEnumerable<string> Value(string name, string parameters, string value, HashSet<string> zones, string line)
    {
        if (Values.TryGetValue(name, out var pattern) && !pattern.IsMatch(value))
        {
            yield return $"Not a value of {name} (3.8): {line}";
        }

        if (TextProperties.Contains(name) && !EscapedText().IsMatch(value))
        {
            yield return $"Not escaped (3.3.11): {line}";
        }

        if (Zone().Match(parameters) is { Success: true } zone && !zones.Contains(zone.Groups["id"].Value))
        {
            yield return $"No VTIMEZONE before it says what {zone.Groups["id"].Value} is (3.2.19): {line}";
        }
    }

    [GeneratedRegex("(?<!\r)\n|\r(?!\n)")]
    private static partial Regex BareBreak();

    [GeneratedRegex("""^(?<name>[A-Za-z0-9-]+)(?<parameters>(;[A-Za-z0-9-]+=("[^"\x00-\x08\x0A-\x1F]*"|[^";:,\x00-\x08\x0A-\x1F]*)(,("[^"]*"|[^";:,]*))*)*):(?<value>.*)$""")]
    private static partial Regex ContentLine();

    [GeneratedRegex(@"^(?:[^\\;,]|\\[\\;,nN])*$")]
    private static partial Regex EscapedText();

    [GeneratedRegex("(?:^|;)TZID=\"?(?<id>[^;:\"]+)")]
    private static partial Regex Zone();
}
