using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using W14 = DocumentFormat.OpenXml.Office2010.Word;

namespace ReservedProcurement.TestKit;

/// <summary>Fills in a form as a supplier would in Word: types into its answer controls, ticks its boxes, and saves.</summary>
public sealed class FilledForm(byte[] blank)
{
    private readonly Dictionary<string, string?> _typed = new(StringComparer.OrdinalIgnoreCase);
    private bool _losesTags;
    private bool _losesId;

    /// <summary>Types, or chooses; the name is the control's tag without <c>svar:</c>.</summary>
    public FilledForm Type(string name, string text)
    {
        _typed[name] = text;
        return this;
    }

    public FilledForm Tick(params string[] names)
    {
        foreach (var name in names)
        {
            _typed[name] = null;
        }

        return this;
    }

    /// <summary>As LibreOffice 7.4 saves: without the names of controls and the marks of prompts.</summary>
    public FilledForm WithoutTags()
    {
        _losesTags = true;
        return this;
    }

    /// <summary>As a program saves that knows nothing of custom properties.</summary>
    public FilledForm WithoutId()
    {
        _losesId = true;
        return this;
    }

    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        file.Write(blank);
        using (var document = WordprocessingDocument.Open(file, isEditable: true))
        {
            var left = new HashSet<string>(_typed.Keys, StringComparer.OrdinalIgnoreCase);
            foreach (var control in document.MainDocumentPart!.Document!.Descendants<SdtElement>().ToList())
            {
                var tag = control.SdtProperties?.GetFirstChild<Tag>();
                if (tag?.Val?.Value is { } value && value.StartsWith("svar:", StringComparison.Ordinal) && _typed.TryGetValue(value[5..], out var text))
                {
                    left.Remove(value[5..]);
                    Answer(control, text);
                }

                if (_losesTags)
                {
                    tag?.Remove();
                    control.SdtProperties?.GetFirstChild<ShowingPlaceholder>()?.Remove();
                }
            }

            Assert.That(left, Is.Empty, "The form has no such controls.");
            if (_losesId && document.CustomFilePropertiesPart is { } properties)
            {
                document.DeletePart(properties);
            }
        }

        return file.ToArray();
    }

    private static void Answer(SdtElement control, string? text)
    {
        control.SdtProperties!.GetFirstChild<ShowingPlaceholder>()?.Remove();
        if (text is null)
        {
            var box = control.SdtProperties.GetFirstChild<W14.SdtContentCheckBox>()!;
            (box.GetFirstChild<W14.Checked>() ?? box.AppendChild(new W14.Checked())).Val = W14.OnOffValues.One;
        }

        var texts = control.Descendants<Text>().ToList();
        texts[0].Text = text ?? "☒";
        texts[0].Space = SpaceProcessingModeValues.Preserve;
        foreach (var more in texts.Skip(1))
        {
            more.Remove();
        }
    }
}
