using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using ReservedProcurement.Core.PlainLanguage.Measuring;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.PlainLanguage.WordFiles;

/// <summary>What a Word document says, and how many pages it says itself that it has and that it seems to fill.</summary>
internal sealed record WordText(IReadOnlyList<TextParagraph> Paragraphs, int EstimatedPages, DocumentProperties Properties)
{
    /// <exception cref="UnreadableWordFileException">The file cannot be read; the message is a Swedish sentence.</exception>
    public static WordText Read(byte[] file)
    {
        try
        {
            using var package = WordPackage.Open(file);
            return Read(package);
        }
        catch (XmlException)
        {
            throw new UnreadableWordFileException(TemplateFaultCode.BrokenPart);
        }
        catch (RegexMatchTimeoutException)
        {
            throw new UnreadableWordFileException(TemplateFaultCode.TooLarge);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException)
        {
            throw new UnreadableWordFileException(TemplateFaultCode.BrokenZip);
        }
    }

    private static WordText Read(WordPackage package)
    {
        var styles = new WordStyles(package.Whole(package.Related("styles")), package.Whole(package.Related("theme")));
        List<TextParagraph> text = [];
        var addsSpacing = AddsSpacing(package.Whole(package.Related("settings")));
        var pages = new PageEstimate(addsSpacing);
        ReadStory(package.Story(package.MainPart), new StoryReader(styles, text, pages));
        pages.EndSection(PageShape.A4 with { Continues = true });

        // Notes are read after the text; the little room they take is not reckoned.
        ReadStory(package.Story(package.Related("footnotes")), new StoryReader(styles, text, new PageEstimate(addsSpacing)));
        ReadStory(package.Story(package.Related("endnotes")), new StoryReader(styles, text, new PageEstimate(addsSpacing)));
        return new WordText(text, pages.Pages, DocumentProperties.Of(package.Whole(package.ExtendedProperties)));
    }

    private static bool AddsSpacing(XElement? settings) => settings?.Elements()
        .Where(element => element.Name.LocalName == "compat")
        .Elements()
        .FirstOrDefault(element => element.Name.LocalName == "doNotUseHTMLParagraphAutoSpacing") is { } setting
        && WordUnits.IsOn(setting.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "val")?.Value);

    private static void ReadStory(XmlReader? xml, StoryReader story)
    {
        using (xml)
        {
            if (xml is not null)
            {
                story.Read(xml);
            }
        }
    }
}

/// <summary>What the program that saved the document last wrote of its size; null where it wrote nothing.</summary>
internal sealed record DocumentProperties(int? Pages, int? Words)
{
    private const int MostPages = 20_000;

    public static DocumentProperties Of(XElement? properties) => new(
        Number(properties, "Pages") is > 0 and <= MostPages and var pages ? pages : null,
        Number(properties, "Words"));

    /// <summary>
    /// The pages, when they can be trusted: a file that a program has filled since still has the number of what it was made from, and then its words do not agree either.
    /// </summary>
    public int? TrustedPages(int measuredWords) =>
        Words is { } words && Math.Abs(words - measuredWords) <= Math.Max(50, measuredWords / 4) ? Pages : null;

    // The text of an element that holds others is gathered by recursion, which a file nested deep enough would not survive.
    private static int? Number(XElement? properties, string name) =>
        WordUnits.Whole((properties?.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.FirstNode as XText)?.Value);
}
