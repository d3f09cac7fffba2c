using System.Xml;

namespace ReservedProcurement.Core.PlainLanguage.WordFiles;

/// <summary>Reads the paper and margins of a section.</summary>
internal sealed class SectionReader
{
    private const double OwnMargin = 70.9;

    private double? _width;
    private double? _height;
    private double _across;
    private double _along;
    private double _columns = 1;
    private bool _continues;
    private bool _isOpen;

    /// <summary>Takes the element when it belongs to a section's properties.</summary>
    public bool Start(XmlReader xml)
    {
        var name = xml.LocalName;
        if (name == "sectPr")
        {
            (_isOpen, _width, _height, _across, _along, _columns, _continues) = (true, null, null, 2 * OwnMargin, 2 * OwnMargin, 1, false);
            return true;
        }

        if (!_isOpen)
        {
            return false;
        }

        switch (name)
        {
            case "pgSz":
                _width = WordUnits.Twips(Attribute(xml, "w"));
                _height = WordUnits.Twips(Attribute(xml, "h"));
                break;
            case "pgMar":
                _across = Length(xml, "left") + Length(xml, "right") + (WordUnits.Twips(Attribute(xml, "gutter")) ?? 0);
                _along = Length(xml, "top") + Length(xml, "bottom");
                break;
            case "cols":
                _columns = Math.Clamp(WordUnits.Whole(Attribute(xml, "num")) ?? 1, 1, 10);
                break;
            case "type":
                _continues = Attribute(xml, "val") == "continuous";
                break;
        }

        return true;
    }

    public PageShape? End()
    {
        if (!_isOpen)
        {
            return null;
        }

        _isOpen = false;
        var width = (_width ?? 595.3) - _across;
        var height = (_height ?? 841.9) - _along;
        return width <= 0 || height <= 0 ? PageShape.A4 : new PageShape(width / _columns, height * _columns, _continues);
    }

    private static double Length(XmlReader xml, string side) => Math.Abs(WordUnits.Twips(Attribute(xml, side)) ?? OwnMargin);

    private static string? Attribute(XmlReader xml, string name) => xml.GetAttribute(name, xml.NamespaceURI);
}
