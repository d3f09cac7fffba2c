using Microsoft.Extensions.Options;
using ReservedProcurement.Core.PlainLanguage.WordFiles;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.PlainLanguage;

/// <summary>Measures a Word file. Nothing of it is kept.</summary>
public sealed class MeasureFileHandler(IOptions<PlainLanguageOptions> options)
{
    /// <summary>In bytes.</summary>
    public const int LargestFile = WordPackage.LargestFile;

    public Result<PlainLanguageCard> Handle(byte[] file)
    {
        WordText document;
        try
        {
            document = WordText.Read(file);
        }
        catch (UnreadableWordFileException unreadable)
        {
            return PlainLanguageProblems.CannotRead(unreadable.Message);
        }

        var measured = PlainLanguageRules.Measure(document.Paragraphs, document.EstimatedPages, pagesAreEstimated: true, options.Value.WordsPerMinute);
        return measured.Figures.Words == 0 ? Problem.OnField(PlainLanguageProblems.FileField, PlainLanguageProblems.NoText)
            : document.Properties.TrustedPages(measured.Figures.Words) is { } pages ? measured with { Figures = measured.Figures with { Pages = pages, PagesAreEstimated = false } }
            : measured;
    }
}
