using System.Globalization;

namespace ReservedProcurement.WordTemplates.Values;

/// <summary>Values as Swedish text, the same on every machine whatever its culture.</summary>
internal static class SwedishText
{
    private const char NoBreakSpace = '\u00A0';
    private const char Minus = '\u2212';

    private static readonly string[] Months =
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

    /// <summary>Writes a single value; the format must fit its kind.</summary>
    public static string Show(TemplateValue value, ValueFormat format) => format switch
    {
        ValueFormat.Date => Date(value.AsMoment),
        ValueFormat.LongDate => string.Create(CultureInfo.InvariantCulture, $"{value.AsMoment.Day} {Months[value.AsMoment.Month - 1]} {value.AsMoment.Year}"),
        ValueFormat.Time => value.AsMoment.ToString("HH:mm", CultureInfo.InvariantCulture),
        ValueFormat.Kronor => Kronor(value.AsInteger) + NoBreakSpace + "kr",
        ValueFormat.Number => Number(value),
        ValueFormat.Percent => Number(value) + NoBreakSpace + "%",
        ValueFormat.UpperCase => Plain(value).ToUpperInvariant(),
        ValueFormat.LowerCase => Plain(value).ToLowerInvariant(),
        ValueFormat.YesNo => value.AsBoolean ? "ja" : "nej",
        _ => Plain(value),
    };

    private static string Plain(TemplateValue value) => value.Kind switch
    {
        TemplateValueKind.Text => value.AsText,
        TemplateValueKind.WholeNumber => value.AsInteger.ToString(CultureInfo.InvariantCulture).Replace('-', Minus),
        TemplateValueKind.DecimalNumber => value.AsDecimal.ToString(CultureInfo.InvariantCulture).Replace('.', ',').Replace('-', Minus),
        TemplateValueKind.Money => Show(value, ValueFormat.Kronor),
        TemplateValueKind.Date => Date(value.AsMoment),
        TemplateValueKind.Moment => Date(value.AsMoment) + value.AsMoment.ToString(" HH:mm", CultureInfo.InvariantCulture),
        TemplateValueKind.Boolean => value.AsBoolean ? "ja" : "nej",
        _ => "",
    };

    private static string Date(DateTime moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(TemplateValue value) => value.Kind switch
    {
        TemplateValueKind.Money => Kronor(value.AsInteger),
        TemplateValueKind.DecimalNumber => Decimal(value.AsDecimal),
        _ => Grouped(value.AsInteger < 0, value.AsInteger.ToString(CultureInfo.InvariantCulture).TrimStart('-')),
    };

    private static string Decimal(decimal number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture).TrimStart('-').Split('.');
        return Grouped(number < 0, digits[0]) + (digits.Length == 1 ? "" : "," + digits[1]);
    }

    /// <summary>Whole kronor stand alone; otherwise both digits of öre are shown.</summary>
    private static string Kronor(long ore)
    {
        Int128 amount = ore;
        var (kronor, rest) = (amount / 100, amount % 100);
        var whole = Grouped(ore < 0, Int128.Abs(kronor).ToString(CultureInfo.InvariantCulture));
        return rest == 0 ? whole : string.Create(CultureInfo.InvariantCulture, $"{whole},{(int)Int128.Abs(rest):00}");
    }

    private static string Grouped(bool isNegative, string digits)
    {
        var separators = (digits.Length - 1) / 3;
        var sign = isNegative ? 1 : 0;
        return string.Create(sign + digits.Length + separators, (digits, sign), static (text, state) =>
        {
            var at = text.Length;
            for (var count = 0; count < state.digits.Length; count++)
            {
                if (count > 0 && count % 3 == 0)
                {
                    text[--at] = NoBreakSpace;
                }

                text[--at] = state.digits[^(count + 1)];
            }

            if (state.sign == 1)
            {
                text[0] = Minus;
            }
        });
    }
}
