using System.Xml.Linq;

namespace ReservedProcurement.Core.PlainLanguage.WordFiles;

/// <summary>The styles of a document, each with what it inherits.</summary>
internal sealed class WordStyles
{
    private const int LongestChain = 20;

    private readonly Dictionary<string, (StyleFacts Own, string? BasedOn)> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StyleFacts> _resolved = new(StringComparer.Ordinal);
    private readonly StyleFacts _defaults = new() { Size = 10, Font = "Times New Roman", Before = 0, After = 0, Line = 1 };
    private readonly string? _normal;
    private readonly string? _minorFont;
    private readonly string? _majorFont;

    public WordStyles(XElement? styles, XElement? theme)
    {
        _minorFont = ThemeFont(theme, "minorFont");
        _majorFont = ThemeFont(theme, "majorFont");
        foreach (var element in styles?.Elements() ?? [])
        {
            if (element.Name.LocalName == "docDefaults")
            {
                _defaults = Facts(element.Descendants().Where(child => child.Name.LocalName is "pPr" or "rPr")).Over(_defaults);
            }
            else if (element.Name.LocalName == "style" && Attribute(element, "styleId") is { } id)
            {
                _styles.TryAdd(id, (Facts(Children(element)) with { Name = Value(element, "name") }, Value(element, "basedOn")));
                if (Attribute(element, "type") == "paragraph" && Attribute(element, "default") is { } isDefault && WordUnits.IsOn(isDefault))
                {
                    _normal = id;
                }
            }
        }
    }

    /// <summary>A paragraph's look from its style, with a table's style below it. A table's spacing yields to a paragraph style that is not the default one.</summary>
    public StyleFacts Of(string? paragraphStyle, string? tableStyle)
    {
        var key = $"{paragraphStyle}\n{tableStyle}";
        if (!_resolved.TryGetValue(key, out var facts))
        {
            var own = Chain(paragraphStyle is not null && _styles.ContainsKey(paragraphStyle) ? paragraphStyle : _normal);
            facts = own.Over(Chain(tableStyle) with { Name = null }).Over(_defaults);
            _resolved[key] = facts;
        }

        return facts;
    }

    public string? Font(string? ascii, string? theme) => theme switch
    {
        null => ascii,
        _ when theme.StartsWith("major", StringComparison.Ordinal) => _majorFont ?? ascii,
        _ => _minorFont ?? ascii,
    };

    private StyleFacts Chain(string? id)
    {
        var facts = new StyleFacts();
        for (var step = 0; id is not null && step < LongestChain && _styles.TryGetValue(id, out var style); step++)
        {
            facts = facts.Over(style.Own);
            id = style.BasedOn;
        }

        return facts;
    }

    private static IEnumerable<XElement> Children(XElement style) => style.Elements().Where(child => child.Name.LocalName is "pPr" or "rPr" or "tblPr");

    private StyleFacts Facts(IEnumerable<XElement> properties)
    {
        var facts = new StyleFacts();
        foreach (var property in properties.Elements())
        {
            facts = property.Name.LocalName switch
            {
                "outlineLvl" => facts with { Outline = WordUnits.Whole(Attribute(property, "val")) },
                "numPr" => facts with { IsNumbered = Value(property, "numId") != "0" },
                "sz" => facts with { Size = WordUnits.HalfPoints(Attribute(property, "val")) },
                "rFonts" => facts with { Font = Font(Attribute(property, "ascii"), Attribute(property, "asciiTheme")) },
                "spacing" when Attribute(property, "val") is null => Spacing(facts, property),
                "ind" => facts with
                {
                    Indent = WordUnits.Twips(Attribute(property, "left") ?? Attribute(property, "start")) ?? facts.Indent,
                    RightIndent = WordUnits.Twips(Attribute(property, "right") ?? Attribute(property, "end")) ?? facts.RightIndent,
                },
                "keepNext" => facts with { KeepsNext = WordUnits.IsOn(Attribute(property, "val")) },
                "keepLines" => facts with { KeepsLines = WordUnits.IsOn(Attribute(property, "val")) },
                "pageBreakBefore" => facts with { StartsPage = WordUnits.IsOn(Attribute(property, "val")) },
                "contextualSpacing" => facts with { IsContextual = WordUnits.IsOn(Attribute(property, "val")) },
                "tblCellMar" => facts with { CellTop = Margin(property, "top"), CellBottom = Margin(property, "bottom") },
                _ => facts,
            };
        }

        return facts;
    }

    private static StyleFacts Spacing(StyleFacts facts, XElement spacing)
    {
        var (line, isExact) = WordUnits.Line(Attribute(spacing, "line"), Attribute(spacing, "lineRule"));
        return facts with
        {
            Before = WordUnits.Twips(Attribute(spacing, "before")) ?? facts.Before,
            After = WordUnits.Twips(Attribute(spacing, "after")) ?? facts.After,
            Line = line ?? facts.Line,
            LineIsExact = line is null ? facts.LineIsExact : isExact,
        };
    }

    private static double? Margin(XElement margins, string side) => WordUnits.Twips(margins.Elements().Where(child => child.Name.LocalName == side).Select(child => Attribute(child, "w")).FirstOrDefault());

    private static string? ThemeFont(XElement? theme, string which) =>
        theme?.Descendants().FirstOrDefault(element => element.Name.LocalName == which)?.Elements().FirstOrDefault(element => element.Name.LocalName == "latin")?.Attribute("typeface")?.Value;

    private static string? Value(XElement parent, string child) => parent.Elements().FirstOrDefault(element => element.Name.LocalName == child) is { } found ? Attribute(found, "val") : null;

    private static string? Attribute(XElement element, string name) => element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value;
}
