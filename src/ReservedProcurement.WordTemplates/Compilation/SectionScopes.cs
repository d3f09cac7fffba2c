using ReservedProcurement.WordTemplates.Markup;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>
/// Decides what each typed section repeats: the row, the rows between, the blocks between, the paragraph or the text between.
/// </summary>
internal static class SectionScopes
{
    public static void Resolve(PartContext context, Element root)
    {
        foreach (var (open, close) in SectionPairs.Find(context, root))
        {
            if (Resolve(open, close) is { } fault)
            {
                context.Report(fault, open.Place, open.Tag.Path.Written);
            }
        }
    }

    private static TemplateFaultCode? Resolve(SectionMark open, SectionMark close)
    {
        var paragraph = open.Nearest("p");
        if (paragraph is not null && paragraph == close.Nearest("p"))
        {
            return ResolveInParagraph(open, close, paragraph);
        }

        var common = CommonParent(open, close);
        if (common is Element { Name: "tr" } row)
        {
            return WrapWhole(open, close, row);
        }

        return Below(open, common) is { } first && Below(close, common) is { } last
            ? ResolveBetween(open, close, first, last)
            : TemplateFaultCode.SectionCrossesStructure;
    }

    private static TemplateFaultCode? ResolveInParagraph(SectionMark open, SectionMark close, Element paragraph)
    {
        var isWhole = !Visibility.HasBefore(paragraph, open) && !Visibility.HasAfter(paragraph, close) && !EndsSection(paragraph);
        if (!isWhole)
        {
            return ResolveInline(open, close);
        }

        var row = paragraph.Nearest("tr");
        return row is not null && !Visibility.HasBefore(row, open) && !Visibility.HasAfter(row, close)
            ? WrapWhole(open, close, row)
            : WrapWhole(open, close, paragraph);
    }

    private static TemplateFaultCode? ResolveInline(SectionMark open, SectionMark close)
    {
        var common = CommonParent(open, close);
        if (!Lift(open, common) || !Lift(close, common))
        {
            return TemplateFaultCode.SectionCrossesStructure;
        }

        return Below(open, common) is { } first && Below(close, common) is { } last
            ? Wrap(open, close, first, includesFirst: false, last, includesLast: false)
            : TemplateFaultCode.SectionCrossesStructure;
    }

    /// <summary>Moves a mark up to the common parent, splitting links and tracked insertions on the way.</summary>
    private static bool Lift(SectionMark mark, MarkupParent common)
    {
        while (mark.Parent is Element parent && parent != common)
        {
            if (parent is not { Name: "r" or "hyperlink" or "ins" or "moveTo" or "smartTag" or "dir" or "bdo" })
            {
                return false;
            }

            Splitting.LiftOver(mark);
        }

        return true;
    }

    private static TemplateFaultCode? ResolveBetween(SectionMark open, SectionMark close, MarkupNode first, MarkupNode last)
    {
        var (firstUnit, lastUnit) = (Unit(open, first), Unit(close, last));
        if (firstUnit is null || lastUnit is null)
        {
            return TemplateFaultCode.SectionCrossesStructure;
        }

        var (startsAlone, endsAlone) = (Visibility.IsMarksOnly(firstUnit), Visibility.IsMarksOnly(lastUnit));
        var isRows = firstUnit.IsWord("tr");
        if (!isRows && ((!startsAlone && Visibility.HasBefore(firstUnit, open)) || (!endsAlone && Visibility.HasAfter(lastUnit, close))))
        {
            return TemplateFaultCode.SectionNotAtEdge;
        }

        if (Wrap(open, close, first, !startsAlone, last, !endsAlone) is { } fault)
        {
            return fault;
        }

        RemoveIfOnlyMarks(firstUnit);
        RemoveIfOnlyMarks(lastUnit);
        return null;
    }

    /// <summary>The row or the paragraph a mark stands in, when that is what lies directly in the common parent.</summary>
    private static Element? Unit(SectionMark mark, MarkupNode level)
    {
        var inner = level;
        while (inner is Section section && section.Orders is not null)
        {
            inner = section.Children.FirstOrDefault(child => child == mark || (child is MarkupParent parent && parent.Descendants().Contains(mark)));
        }

        return inner is Element element && (element.IsWord("tr") || element.IsWord("p")) ? element : null;
    }

    private static TemplateFaultCode? WrapWhole(SectionMark open, SectionMark close, Element unit)
    {
        MarkupNode level = unit;
        while (level.Parent is Section { Orders: not null } inner)
        {
            level = inner;
        }

        var paragraphs = new[] { open.Nearest("p")!, close.Nearest("p")! };
        if (Wrap(open, close, level, includesFirst: true, level, includesLast: true) is { } fault)
        {
            return fault;
        }

        foreach (var paragraph in paragraphs.Where(paragraph => paragraph != unit && paragraph.Parent is Element { Name: "tc" }))
        {
            var isNeeded = paragraph.Parent!.Elements.Last() == paragraph || !Visibility.IsMarksOnly(paragraph);
            if (!isNeeded)
            {
                RemoveIfOnlyMarks(paragraph);
            }
        }

        return null;
    }

    /// <summary>Puts what stands between two siblings into a section and takes the marks away.</summary>
    private static TemplateFaultCode? Wrap(SectionMark open, SectionMark close, MarkupNode first, bool includesFirst, MarkupNode last, bool includesLast)
    {
        var parent = first.Parent!;
        var from = first.IndexInParent + (includesFirst ? 0 : 1);
        var to = last.IndexInParent + (includesLast ? 1 : 0);
        var nodes = parent.Children.GetRange(from, Math.Max(0, to - from));
        var section = new Section(open.Tag, open.Place) { Orders = (open.Order, close.Order) };
        if (!HoldsWholeSections(nodes, section.Orders.Value) || !HoldsWholeFieldCodes(nodes))
        {
            return TemplateFaultCode.SectionCrossesStructure;
        }

        parent.Children.RemoveRange(from, nodes.Count);
        section.Insert(0, nodes);
        parent.Insert(from, section);
        open.Remove();
        close.Remove();
        return null;
    }

    private static bool HoldsWholeSections(List<MarkupNode> nodes, (int Open, int Close) orders) =>
        All(nodes).OfType<Section>().All(inner => inner.Orders is not { } held || (held.Open > orders.Open && held.Close < orders.Close));

    private static bool HoldsWholeFieldCodes(List<MarkupNode> nodes)
    {
        var depth = 0;
        foreach (var field in All(nodes).OfType<Element>().Where(element => element.IsWord("fldChar")))
        {
            depth += field.Attribute("fldCharType") switch
            {
                "begin" => 1,
                "end" => -1,
                _ => 0,
            };
            if (depth < 0)
            {
                return false;
            }
        }

        return depth == 0;
    }

    private static IEnumerable<MarkupNode> All(List<MarkupNode> nodes) =>
        nodes.SelectMany(node => node is MarkupParent parent ? parent.Descendants().Prepend(node) : [node]);

    /// <summary>Takes away a row or paragraph that held only marks, when none is left; bookmarks in it stay where it was.</summary>
    private static void RemoveIfOnlyMarks(Element unit)
    {
        if (unit.Parent is null || EndsSection(unit) || !Visibility.IsMarksOnly(unit) || unit.Descendants().Any(node => node is SectionMark))
        {
            return;
        }

        var kept = unit.Elements.Where(element => element.Name is "bookmarkStart" or "bookmarkEnd" or "commentRangeStart" or "commentRangeEnd").ToList();
        foreach (var element in kept)
        {
            element.Remove();
        }

        unit.ReplaceWith(kept);
    }

    private static bool EndsSection(Element paragraph) => paragraph.Child("pPr")?.Child("sectPr") is not null;

    /// <summary>The nearest parent of both marks that is not a section made from other marks.</summary>
    private static MarkupParent CommonParent(SectionMark left, SectionMark right)
    {
        var parents = new HashSet<MarkupParent>();
        for (var parent = left.Parent; parent is not null; parent = parent.Parent)
        {
            parents.Add(parent);
        }

        var common = right.Parent!;
        while (!parents.Contains(common) || common is Section { Orders: not null })
        {
            common = common.Parent!;
        }

        return common;
    }

    /// <summary>The child of <paramref name="parent"/> that holds the node, or is it.</summary>
    private static MarkupNode? Below(MarkupNode node, MarkupParent parent)
    {
        while (node.Parent is not null && node.Parent != parent)
        {
            node = node.Parent;
        }

        return node.Parent == parent ? node : null;
    }
}
