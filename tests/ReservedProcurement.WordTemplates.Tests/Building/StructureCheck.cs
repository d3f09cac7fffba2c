using System.Xml.Linq;

namespace ReservedProcurement.WordTemplates.Tests.Building;

/// <summary>Finds what the validator does not see: ids that are there twice, cells without paragraph, tables without rows.</summary>
internal static class StructureCheck
{
    private static readonly XNamespace Drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private static readonly XNamespace Word2010 = "http://schemas.microsoft.com/office/word/2010/wordml";

    private static readonly XNamespace Vml = "urn:schemas-microsoft-com:vml";
    private static readonly string[] Notes = ["footnote", "endnote", "comment"];
    private static readonly string[] Stories = ["word/footnotes.xml", "word/endnotes.xml", "word/comments.xml", "word/header1.xml", "word/footer1.xml"];

    public static IEnumerable<string> Problems(Filled filled)
    {
        var document = filled.Xml("word/document.xml");
        var stories = Stories.Where(filled.Has).Select(filled.Xml).Prepend(document).ToList();
        var starts = document.Descendants(Docx.W + "bookmarkStart").ToList();
        var ends = document.Descendants(Docx.W + "bookmarkEnd").Select(end => end.Attribute(Docx.W + "id")!.Value).ToList();
        return Twice("shape", document.Descendants(Drawing + "docPr").Where(shape => shape.Ancestors().All(element => element.Name.LocalName != "Fallback")).Select(shape => shape.Attribute("id")!.Value))
            .Concat(Twice("bookmark id", starts.Select(start => start.Attribute(Docx.W + "id")!.Value)))
            .Concat(Twice("bookmark name", starts.Select(start => start.Attribute(Docx.W + "name")!.Value)))
            .Concat(Twice("bookmark end", ends))
            .Concat(starts.Where(start => !ends.Contains(start.Attribute(Docx.W + "id")!.Value)).Select(_ => "bookmark without end"))
            .Concat(Twice("paragraph", stories.SelectMany(story => story.Descendants()).Attributes(Word2010 + "paraId").Select(id => id.Value)))
            .Concat(Twice("old shape", stories.SelectMany(story => story.Descendants(Vml + "shape")).Attributes("id").Select(id => id.Value)))
            .Concat(Twice("control", document.Descendants(Docx.W + "sdtPr").Elements(Docx.W + "id").Select(id => id.Attribute(Docx.W + "val")!.Value)))
            .Concat(Twice("comment anchor", document.Descendants(Docx.W + "commentReference").Select(id => id.Attribute(Docx.W + "id")!.Value)))
            .Concat(Twice("comment start", document.Descendants(Docx.W + "commentRangeStart").Select(id => id.Attribute(Docx.W + "id")!.Value)))
            .Concat(Notes.SelectMany(kind => NoteProblems(filled, stories, kind)))
            .Concat(Twice("footnote", document.Descendants(Docx.W + "footnoteReference").Select(id => id.Attribute(Docx.W + "id")!.Value)))
            .Concat(stories.SelectMany(story => story.Descendants(Docx.W + "tc")).Where(cell => cell.Elements().LastOrDefault()?.Name != Docx.W + "p").Select(_ => "cell not ending in a paragraph"))
            .Concat(stories.SelectMany(story => story.Descendants(Docx.W + "tbl")).Where(table => !table.Elements(Docx.W + "tr").Any()).Select(_ => "table without rows"))
            .ToList();
    }

    private static IEnumerable<string> NoteProblems(Filled filled, IEnumerable<XDocument> stories, string kind)
    {
        var part = $"word/{kind}s.xml";
        var ids = filled.Has(part) ? filled.Xml(part).Root!.Elements(Docx.W + kind).Select(note => note.Attribute(Docx.W + "id")!.Value).ToList() : [];
        var missing = stories.SelectMany(story => story.Descendants(Docx.W + (kind + "Reference"))).Select(reference => reference.Attribute(Docx.W + "id")!.Value).Except(ids);
        return Twice(kind, ids).Concat(missing.Select(id => $"{kind} {id} is referred to but is not there"));
    }

    private static IEnumerable<string> Twice(string what, IEnumerable<string> ids) =>
        ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => $"{what} {group.Key} {group.Count()} times");
}
