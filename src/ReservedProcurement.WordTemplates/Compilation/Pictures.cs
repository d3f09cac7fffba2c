using System.Globalization;
using ReservedProcurement.WordTemplates.Markup;
using ReservedProcurement.WordTemplates.Packaging;
using ReservedProcurement.WordTemplates.Syntax;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>
/// Finds the drawings whose picture a field gives: the alternative text is the field, or the drawing is all that stands in a
/// content control whose tag is. The template's picture lends its frame.
/// </summary>
internal static class Pictures
{
    private const int LargestFrame = 100_000_000;

    /// <returns>Whether the part has any.</returns>
    public static bool Expand(PartContext context, Element root, IReadOnlyList<Relationship> relationships)
    {
        var hasAny = false;
        foreach (var drawing in root.DescendantElements().Where(element => element.IsWord("drawing")).ToList())
        {
            var type = Blip(drawing)?.Attributes.Find(IsEmbed) is { } embed ? relationships.FirstOrDefault(relationship => relationship.Id == embed.Value)?.Type : null;
            if (type is null || Frame(drawing) is not { } frame || FieldOf(drawing) is not var (tag, control))
            {
                continue;
            }

            var place = new Place(drawing.Nearest("p")?.ParagraphNumber, tag.Path.Written);
            if (drawing.Nearest("del") is not null || drawing.Nearest("moveFrom") is not null)
            {
                context.Report(TemplateFaultCode.FieldInDeletedText, place, tag.Path.Written);
                continue;
            }

            var (quarters, tilt) = Turned(Transform(drawing));
            var isOnItsSide = quarters % 2 != 0;
            var (width, height) = isOnItsSide ? (frame.Height, frame.Width) : frame;
            drawing.Picture = new Picture(tag, place, width, height, tilt, isOnItsSide, MayBeText: control is null, type);
            MarkParts(drawing);
            DropOldForm(drawing);
            control?.ReplaceWith(control.Child("sdtContent")!.TakeChildren());
            hasAny = true;
        }

        return hasAny;
    }

    /// <summary>The reference to the one picture of the drawing; a drawing of several is left alone.</summary>
    private static Element? Blip(Element drawing) =>
        Frames(drawing)?.Elements.FirstOrDefault(element => element.Is(Namespaces.Drawing, "graphic"))
            ?.Elements.FirstOrDefault(element => element.Is(Namespaces.Drawing, "graphicData"))
            ?.Elements.FirstOrDefault(element => element.Is(Namespaces.Picture, "pic"))
            ?.DescendantElements().FirstOrDefault(element => element.Is(Namespaces.Drawing, "blip"));

    private static Element? Frames(Element drawing) =>
        drawing.Elements.FirstOrDefault(element => element.Namespace == Namespaces.WordDrawing && element.Name is "inline" or "anchor");

    private static Element? Part(Element drawing, string name) => Frames(drawing)?.Elements.FirstOrDefault(element => element.Is(Namespaces.WordDrawing, name));

    private static (int Width, int Height)? Frame(Element drawing) =>
        Part(drawing, "extent") is { } extent && Part(drawing, "docPr") is not null
        && Measure(extent.Attribute("cx")) is { } width && Measure(extent.Attribute("cy")) is { } height ? (width, height) : null;

    private static int? Measure(string? written) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var measure) && measure is > 0 and <= LargestFrame ? measure : null;

    /// <summary>The picture's own size and turn; made where the drawing has none.</summary>
    private static Element Transform(Element drawing)
    {
        var blip = Blip(drawing)!;
        var shape = drawing.DescendantElements().FirstOrDefault(element => element.Is(Namespaces.Picture, "spPr"));
        if (shape?.Elements.FirstOrDefault(element => element.Is(Namespaces.Drawing, "xfrm")) is { } transform)
        {
            return transform;
        }

        var made = blip.Sibling("xfrm", With(blip.Sibling("off"), ("x", "0"), ("y", "0")), With(blip.Sibling("ext"), ("cx", "1"), ("cy", "1")));
        shape?.Insert(0, made);
        return made;
    }

    private static Element With(Element element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            element.Attributes.Add(new MarkupAttribute("", name, "", value));
        }

        return element;
    }

    /// <summary>Whole quarters belong to the template's own picture; what is left of the turn belongs to the frame.</summary>
    private static (int Quarters, int Tilt) Turned(Element transform)
    {
        var turn = int.TryParse(transform.Attribute("rot"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var written) ? written % Picture.WholeTurn : 0;
        var quarters = (int)Math.Round(turn / (double)Picture.QuarterTurn, MidpointRounding.AwayFromZero);
        return (quarters, turn - (quarters * Picture.QuarterTurn));
    }

    private static (Tag Tag, Element? Control)? FieldOf(Element drawing)
    {
        var written = (Part(drawing, "docPr")!.Attribute("descr") ?? "").Trim();
        if (written.StartsWith(Tag.Opening, StringComparison.Ordinal) && written.EndsWith(Tag.Closing, StringComparison.Ordinal)
            && ValueTag(written[Tag.Opening.Length..^Tag.Closing.Length]) is { } typed)
        {
            return (typed, null);
        }

        return drawing.Nearest("sdt") is { } control && ValueTag(control.Child("sdtPr")?.ChildValue("tag") ?? "") is { } tag && HoldsOnly(control, drawing)
            ? (tag, control)
            : null;
    }

    private static Tag? ValueTag(string written) =>
        Tag.Parse(written, out _, out _) is { Kind: TagKind.Value, Path: { IsCounter: false, IsItem: false } } tag ? tag : null;

    private static bool HoldsOnly(Element control, Element drawing) =>
        control.Child("sdtContent") is { } content
        && content.DescendantElements().Where(element => element.IsWord("drawing")).Take(2).Count() == 1
        && content.DescendantElements().Where(element => element.IsWord("t")).All(text => string.IsNullOrWhiteSpace(text.InnerText))
        && content.DescendantElements().Contains(drawing);

    private static void MarkParts(Element drawing)
    {
        var extents = Part(drawing, "extent")!;
        Mark(extents, "cx", PicturePart.Width);
        Mark(extents, "cy", PicturePart.Height);
        MarkRoom(drawing, extents);
        foreach (var extent in drawing.DescendantElements().Where(element => element.Is(Namespaces.Drawing, "ext") && element.Parent is Element { Name: "xfrm" }))
        {
            Mark(extent, "cx", PicturePart.Width);
            Mark(extent, "cy", PicturePart.Height);
        }

        var transform = Transform(drawing);
        AddMissing(transform, "rot", "0");
        AddMissing(transform, "flipH", "0");
        transform.Attributes.RemoveAll(attribute => attribute.Name == "flipV");
        Mark(transform, "rot", PicturePart.Rotation);
        Mark(transform, "flipH", PicturePart.Mirror);

        var properties = Part(drawing, "docPr")!;
        AddMissing(properties, "descr", "");
        Mark(properties, "descr", PicturePart.AlternativeText);
        foreach (var inner in drawing.DescendantElements().Where(element => element.Is(Namespaces.Picture, "cNvPr")))
        {
            Mark(inner, "descr", PicturePart.AlternativeText);
        }

        var blip = Blip(drawing)!;
        var embed = blip.Attributes.Find(IsEmbed)!;
        blip.SetAttribute(embed, embed with { Parts = [new PicturePartNode(PicturePart.Relationship, embed.Value)] });

        // What fits only the template's own picture: another form of it, how it is cut, and a size in parts of the page.
        blip.Children.RemoveAll(child => child is Element { Name: "extLst" });
        foreach (var fitted in drawing.DescendantElements().Where(element => element.Is(Namespaces.Drawing, "srcRect") || element.Name is "sizeRelH" or "sizeRelV").ToList())
        {
            fitted.Remove();
        }
    }

    /// <summary>Width and height are told as if the picture was not turned; what it takes up beyond that is told here.</summary>
    private static void MarkRoom(Element drawing, Element extents)
    {
        var room = Part(drawing, "effectExtent");
        if (room is null)
        {
            room = With(extents.Sibling("effectExtent"), ("l", "0"), ("t", "0"), ("r", "0"), ("b", "0"));
            extents.Parent!.Insert(extents.Parent.Children.IndexOf(extents) + 1, room);
        }

        Mark(room, "l", PicturePart.RoomAtTheSides);
        Mark(room, "t", PicturePart.RoomAboveAndBelow);
        Mark(room, "r", PicturePart.RoomAtTheSides);
        Mark(room, "b", PicturePart.RoomAboveAndBelow);
    }

    /// <summary>LibreOffice writes the picture once more for old programs; that one would stay as it was.</summary>
    private static void DropOldForm(Element drawing)
    {
        if (drawing.Parent is Element { Name: "Choice", Parent: Element { Name: "AlternateContent", Parent: not null } alternatives } choice && choice.Elements.Count() == 1)
        {
            drawing.Remove();
            alternatives.ReplaceWith([drawing]);
        }
    }

    private static void AddMissing(Element element, string name, string value)
    {
        if (element.Attribute(name) is null)
        {
            element.Attributes.Add(new MarkupAttribute("", name, "", value));
        }
    }

    private static bool IsEmbed(MarkupAttribute attribute) => attribute.Name == "embed" && attribute.Namespace == Namespaces.Relationships;

    private static void Mark(Element element, string name, PicturePart part)
    {
        if (element.Attributes.Find(attribute => attribute.Name == name && attribute.Prefix.Length == 0) is { } attribute)
        {
            element.SetAttribute(attribute, attribute with { Parts = [new PicturePartNode(part, attribute.Value)] });
        }
    }
}
