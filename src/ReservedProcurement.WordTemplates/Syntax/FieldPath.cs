using System.Text;

namespace ReservedProcurement.WordTemplates.Syntax;

/// <summary>A field's name: words joined by dots, <c>.</c> for the item itself, or a counter.</summary>
internal sealed class FieldPath
{
    private FieldPath(string written, string text, string[] segments)
    {
        Written = written;
        Text = text;
        Segments = segments;
    }

    /// <summary>The name as its author wrote it, to show; <see cref="Text"/> is what names are compared by.</summary>
    public string Written { get; }

    public string Text { get; }

    /// <summary>Empty for the item itself.</summary>
    public string[] Segments { get; }

    public bool IsCounter => Text[0] == '@';

    public bool IsItem => Text == ".";

    /// <summary>Names are compared without regard to case, since Word capitalises what it takes for the start of a sentence.</summary>
    public static string NormalizeName(string name) => name.Normalize(NormalizationForm.FormC).ToLowerInvariant();

    public static FieldPath? Parse(string written)
    {
        if (!IsWellFormed(written))
        {
            return null;
        }

        var text = NormalizeName(written);
        if (text == ".")
        {
            return new FieldPath(written, text, []);
        }

        if (text[0] == '@')
        {
            return text is "@nr" or "@antal" or "@sista" ? new FieldPath(written, text, [text]) : null;
        }

        var segments = text.Split('.');
        return Array.TrueForAll(segments, IsName) ? new FieldPath(written, text, segments) : null;
    }

    public static bool IsName(string segment)
    {
        if (segment.Length == 0 || !char.IsLetter(segment[0]))
        {
            return false;
        }

        foreach (var character in segment)
        {
            if (!char.IsLetterOrDigit(character) && character is not ('_' or '-'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsWellFormed(string written)
    {
        for (var index = 0; index < written.Length; index++)
        {
            if (char.IsSurrogate(written[index]))
            {
                return false;
            }
        }

        return written.Length is > 0 and <= 200;
    }
}
