using ReservedProcurement.WordTemplates.Markup;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>What Word demands of blocks that sections may leave empty.</summary>
internal static class BlockRules
{
    public static bool IsBlock(Element element) => element.IsWord("p") || element.IsWord("tbl") || element.IsWord("sdt");

    /// <summary>A table without rows may not stay; this one has none unless a section gives it some.</summary>
    public static bool CanLoseAllRows(Element element) =>
        element.IsWord("tbl")
        && element.Children.Exists(child => child is Section)
        && !element.Elements.Any(child => child.IsWord("tr") || child.IsWord("sdt") || child.IsWord("customXml"));

    /// <summary>A cell must end in a paragraph, and a header, a note or a text box must hold one.</summary>
    public static bool CanLoseItsParagraph(Element element) =>
        element.Namespace == Namespaces.Word
        && element.Name is "tc" or "hdr" or "ftr" or "footnote" or "endnote" or "comment" or "txbxContent"
        && element.Children.Exists(child => child is Section)
        && element.Children.FindLast(child => child is Section || (child is Element block && IsBlock(block))) is not Element { Name: "p" };

    /// <summary>Tables that come to stand side by side run together in Word, so a repeated table gets a paragraph after it.</summary>
    public static void KeepTablesApart(Element root)
    {
        foreach (var section in root.Descendants().OfType<Section>().ToList())
        {
            var blocks = section.Elements.Where(IsBlock).ToList();
            if (blocks.Count > 0 && blocks[0].IsWord("tbl") && blocks[^1].IsWord("tbl"))
            {
                section.Add(blocks[^1].Sibling("p"));
            }
        }
    }
}
