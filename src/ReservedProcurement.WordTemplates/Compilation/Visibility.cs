using ReservedProcurement.WordTemplates.Markup;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>Tells whether anything that a reader sees stands before, after or around a mark.</summary>
internal static class Visibility
{
    public static bool IsMarksOnly(MarkupParent scope) => !scope.Descendants().Any(IsVisible);

    public static bool HasBefore(MarkupParent scope, SectionMark mark) => scope.Descendants().TakeWhile(node => node != mark).Any(IsVisible);

    public static bool HasAfter(MarkupParent scope, SectionMark mark) => scope.Descendants().SkipWhile(node => node != mark).Any(IsVisible);

    private static bool IsVisible(MarkupNode node) => node switch
    {
        ValueNode => true,
        TextNode text => !string.IsNullOrWhiteSpace(text.Text) && text.Parent is Element parent && parent.IsWord("t"),
        Element element when element.Namespace == Namespaces.Word => element.Name switch
        {
            "drawing" or "pict" or "object" or "sym" or "fldChar" or "ptab" or "footnoteReference" or "endnoteReference"
                or "commentReference" or "pgNum" => true,
            "br" => element.Attribute("type") is "page" or "column",
            _ => false,
        },
        Element { Name: "oMath" } => true,
        _ => false,
    };
}
