using ReservedProcurement.WordTemplates.Markup;
using ReservedProcurement.WordTemplates.Syntax;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>Pairs the typed starts and ends of sections, the innermost first, and reports those without a partner.</summary>
internal static class SectionPairs
{
    public const int MostMarks = 5_000;

    public static List<(SectionMark Open, SectionMark Close)> Find(PartContext context, Element root)
    {
        var pairs = new List<(SectionMark, SectionMark)>();
        var marks = root.Descendants().OfType<SectionMark>().ToList();
        if (marks.Count > MostMarks)
        {
            context.Report(TemplateFaultCode.TooLarge, marks[MostMarks].Place);
            return pairs;
        }

        for (var order = 0; order < marks.Count; order++)
        {
            marks[order].Order = order;
        }

        foreach (var story in marks.GroupBy(StoryOf))
        {
            Pair(context, story, pairs);
        }

        return pairs;
    }

    /// <summary>A section ends in the story, and in the content control, where it began.</summary>
    private static MarkupParent StoryOf(SectionMark mark)
    {
        var parent = mark.Parent!;
        while (parent is not (Section or Element { IsStory: true }))
        {
            parent = parent.Parent!;
        }

        return parent;
    }

    private static void Pair(PartContext context, IEnumerable<SectionMark> marks, List<(SectionMark, SectionMark)> pairs)
    {
        var open = new Stack<SectionMark>();
        foreach (var mark in marks)
        {
            if (mark.Tag.Kind != TagKind.End)
            {
                open.Push(mark);
                if (open.Count > FieldCollector.DeepestSections)
                {
                    context.Report(TemplateFaultCode.TooDeepSections, mark.Place, mark.Tag.Path.Written);
                    pairs.Clear();
                    return;
                }
            }
            else if (open.TryPeek(out var top) && top.Tag.Path.Text == mark.Tag.Path.Text)
            {
                pairs.Add((open.Pop(), mark));
            }
            else if (open.Any(outer => outer.Tag.Path.Text == mark.Tag.Path.Text))
            {
                context.Report(TemplateFaultCode.CrossedSections, mark.Place, mark.Tag.Path.Written, open.Peek().Tag.Path.Written);
                DropFrom(open, mark.Tag.Path.Text);
            }
            else
            {
                context.Report(TemplateFaultCode.UnopenedSection, mark.Place, mark.Tag.Path.Written);
            }
        }

        foreach (var unclosed in open.Reverse())
        {
            context.Report(TemplateFaultCode.UnclosedSection, unclosed.Place, unclosed.Tag.Path.Written);
        }
    }

    /// <summary>After a crossing, both sections count as seen, so that one mistake is reported once.</summary>
    private static void DropFrom(Stack<SectionMark> open, string path)
    {
        var kept = open.Reverse().ToList();
        kept.RemoveAt(kept.FindLastIndex(mark => mark.Tag.Path.Text == path));
        open.Clear();
        kept.ForEach(open.Push);
    }
}
