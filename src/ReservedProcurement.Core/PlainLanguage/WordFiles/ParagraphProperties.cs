using System.Xml;

namespace ReservedProcurement.Core.PlainLanguage.WordFiles;

/// <summary>Reads what a paragraph says of its own look and numbering.</summary>
internal static class ParagraphProperties
{
    public static void Read(XmlReader xml, string name, OpenParagraph paragraph)
    {
        switch (name)
        {
            case "pStyle":
                paragraph.StyleId = Value(xml);
                break;
            case "numId":
                paragraph.NumberingId = WordUnits.Whole(Value(xml)) ?? 0;
                break;
            case "outlineLvl":
                paragraph.Own = paragraph.Own with { Outline = WordUnits.Whole(Value(xml)) };
                break;
            case "pageBreakBefore":
                paragraph.Own = paragraph.Own with { StartsPage = WordUnits.IsOn(Value(xml)) };
                break;
            case "contextualSpacing":
                paragraph.Own = paragraph.Own with { IsContextual = WordUnits.IsOn(Value(xml)) };
                break;
            case "ind":
                paragraph.Own = paragraph.Own with
                {
                    Indent = WordUnits.Twips(Attribute(xml, "left") ?? Attribute(xml, "start")),
                    RightIndent = WordUnits.Twips(Attribute(xml, "right") ?? Attribute(xml, "end")),
                };
                break;
            case "keepNext":
                paragraph.Own = paragraph.Own with { KeepsNext = WordUnits.IsOn(Value(xml)) };
                break;
            case "keepLines":
                paragraph.Own = paragraph.Own with { KeepsLines = WordUnits.IsOn(Value(xml)) };
                break;
            case "spacing" when Value(xml) is null:
                var (line, isExact) = WordUnits.Line(Attribute(xml, "line"), Attribute(xml, "lineRule"));
                paragraph.Own = paragraph.Own with
                {
                    Before = WordUnits.Twips(Attribute(xml, "before")),
                    After = WordUnits.Twips(Attribute(xml, "after")),
                    Line = line,
                    LineIsExact = isExact,
                };
                break;
        }
    }

    private static string? Value(XmlReader xml) => Attribute(xml, "val");

    private static string? Attribute(XmlReader xml, string name) => xml.GetAttribute(name, xml.NamespaceURI);
}
