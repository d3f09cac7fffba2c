using System.Globalization;

namespace ReservedProcurement.WordTemplates.Values;

/// <summary>Values as Swedish text, the same on every machine whatever its culture.</summary>
internal static class SwedishText
{
    /// <summary>Room enough for any number, amount, date or moment.</summary>
    public const int LongestNumber = 80;

    private const char NoBreakSpace = '\u00A0';
    private const char Minus = '\u2212';

    private static readonly string[] Months =
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

    /// <summary>Shows a single value; the format must fit its kind.</summary>
    /// <param name="value">The value.</param>
    /// <param name="format">The format asked for.</param>
    /// <param name="room">Where text that is not there yet is written: <see cref="LongestNumber"/> characters.</param>
    public static ReadOnlySpan<char> Show(TemplateValue value, ValueFormat format, Span<char> room) => format switch
    {
        ValueFormat.Date => Moment(value, "yyyy-MM-dd", room),
        ValueFormat.LongDate => LongDate(value.AsMoment, room),
        ValueFormat.Time => Moment(value, "HH:mm", room),
        ValueFormat.Kronor => WithUnit(Kronor(value.AsInteger, room), "kr", room),
        ValueFormat.Number => Number(value, room),
        ValueFormat.Percent => WithUnit(Number(value, room), "%", room),
        ValueFormat.UpperCase => Plain(value, room).ToString().ToUpperInvariant(),
        ValueFormat.LowerCase => Plain(value, room).ToString().ToLowerInvariant(),
        ValueFormat.YesNo => YesNo(value),
        _ => Plain(value, room),
    };

    private static ReadOnlySpan<char> Plain(TemplateValue value, Span<char> room) => value.Kind switch
    {
        TemplateValueKind.Text => value.AsText,
        TemplateValueKind.RichText => value.AsRichText.PlainText,
        TemplateValueKind.WholeNumber => Swedish(Invariant(value.AsInteger, room)),
        TemplateValueKind.DecimalNumber => Swedish(Invariant(value.AsDecimal, room)),
        TemplateValueKind.Money => Show(value, ValueFormat.Kronor, room),
        TemplateValueKind.Date => Moment(value, "yyyy-MM-dd", room),
        TemplateValueKind.Moment => Moment(value, "yyyy-MM-dd HH:mm", room),
        TemplateValueKind.Boolean => YesNo(value),
        _ => "",
    };

    private static string YesNo(TemplateValue value) => value.AsBoolean ? "ja" : "nej";

    private static ReadOnlySpan<char> Moment(TemplateValue value, string format, Span<char> room)
    {
        value.AsMoment.TryFormat(room, out var written, format, CultureInfo.InvariantCulture);
        return room[..written];
    }

    private static ReadOnlySpan<char> Number(TemplateValue value, Span<char> room) => value.Kind switch
    {
        TemplateValueKind.Money => Kronor(value.AsInteger, room),
        TemplateValueKind.DecimalNumber => Grouped(Invariant(value.AsDecimal, room).Length, room),
        _ => Grouped(Invariant(value.AsInteger, room).Length, room),
    };

    /// <summary>Whole kronor stand alone; otherwise both digits of öre are shown.</summary>
    private static ReadOnlySpan<char> Kronor(long ore, Span<char> room)
    {
        var amount = Int128.Abs(ore);
        var sign = ore < 0 ? "-" : "";
        var (kronor, rest) = ((long)(amount / 100), (int)(amount % 100));
        var isWritten = rest == 0
            ? room.TryWrite(CultureInfo.InvariantCulture, $"{sign}{kronor}", out var length)
            : room.TryWrite(CultureInfo.InvariantCulture, $"{sign}{kronor}.{rest:00}", out length);
        return isWritten ? Grouped(length, room) : [];
    }

    private static ReadOnlySpan<char> WithUnit(ReadOnlySpan<char> number, string unit, Span<char> room)
    {
        room[number.Length] = NoBreakSpace;
        unit.CopyTo(room[(number.Length + 1)..]);
        return room[..(number.Length + 1 + unit.Length)];
    }

    /// <summary>Puts spaces between thousands in a number written at the start of the room, which moves what comes after them.</summary>
    private static ReadOnlySpan<char> Grouped(int length, Span<char> room)
    {
        var first = room[0] == '-' ? 1 : 0;
        var point = room[..length].IndexOf('.');
        for (var at = (point < 0 ? length : point) - 3; at > first; at -= 3)
        {
            room[at..length].CopyTo(room[(at + 1)..]);
            room[at] = NoBreakSpace;
            length++;
        }

        return Swedish(room[..length]);
    }

    private static Span<char> Swedish(Span<char> number)
    {
        number.Replace('-', Minus);
        number.Replace('.', ',');
        return number;
    }

    private static ReadOnlySpan<char> LongDate(DateTime moment, Span<char> room)
    {
        room.TryWrite(CultureInfo.InvariantCulture, $"{moment.Day}{NoBreakSpace}{Months[moment.Month - 1]}{NoBreakSpace}{moment.Year}", out var written);
        return room[..written];
    }

    private static Span<char> Invariant<T>(T number, Span<char> room)
        where T : ISpanFormattable
    {
        number.TryFormat(room, out var written, default, CultureInfo.InvariantCulture);
        return room[..written];
    }
}
