using ReservedProcurement.WordTemplates.Packaging;
using ReservedProcurement.WordTemplates.Reading;

namespace ReservedProcurement.WordTemplates;

/// <summary>Reads what was filled into the answer controls of a form, those whose tag begins with <c>svar:</c>.</summary>
public static class FormReader
{
    /// <summary>Reads a returned form.</summary>
    /// <param name="file">The form as it came back.</param>
    /// <param name="blank">
    /// The form as it was sent out; may be left out. With it, answers are told from prompts, and controls recognised, also when the program
    /// the form was filled in with has dropped their marks and tags. LibreOffice 7.4 drops both.
    /// </param>
    /// <exception cref="WordTemplateException">The file is not a Word document, or is larger or deeper than one may be.</exception>
    public static FormAnswers Read(ReadOnlyMemory<byte> file, ReadOnlyMemory<byte> blank = default)
    {
        var sent = blank.IsEmpty ? [] : ReturnedForm.Read(DocxPackage.Open(blank.ToArray()));
        var returned = DocxPackage.Open(file.ToArray());
        return new FormAnswers(LostTags.Restore(ReturnedForm.Read(returned), sent), ReturnedForm.PropertiesOf(returned));
    }

    /// <summary>Reads a returned form from a stream, no further than a form can be long.</summary>
    /// <exception cref="WordTemplateException">The file is not a Word document, or is larger or deeper than one may be.</exception>
    public static FormAnswers Read(Stream file, ReadOnlyMemory<byte> blank = default)
    {
        using var content = new MemoryStream();
        var buffer = new byte[64 << 10];
        for (int read; (read = file.Read(buffer)) > 0;)
        {
            content.Write(buffer, 0, read);
            if (content.Length > PackageLimits.TemplateBytes)
            {
                throw new WordTemplateException(TemplateFaultCode.TooLarge);
            }
        }

        return Read(content.ToArray(), blank);
    }

    /// <summary>Reads a returned form.</summary>
    /// <returns>The answers, or null when there are <paramref name="faults"/>.</returns>
    public static FormAnswers? TryRead(ReadOnlyMemory<byte> file, out IReadOnlyList<TemplateFault> faults)
    {
        try
        {
            faults = [];
            return Read(file);
        }
        catch (WordTemplateException exception)
        {
            faults = exception.Faults;
            return null;
        }
    }
}
