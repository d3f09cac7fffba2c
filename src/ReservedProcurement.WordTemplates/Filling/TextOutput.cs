using System.Globalization;
using System.Text;
using ReservedProcurement.WordTemplates.Deflating;

namespace ReservedProcurement.WordTemplates.Filling;

/// <summary>Writes text and numbers as they are, without regard to XML.</summary>
internal static class TextOutput
{
    public static void Write(this TemplateDeflater output, ReadOnlySpan<char> text)
    {
        const int Piece = TemplateDeflater.LargestPiece / 4;
        while (!text.IsEmpty && !output.IsDiscarding)
        {
            var take = Math.Min(text.Length, Piece);
            if (take < text.Length && char.IsHighSurrogate(text[take - 1]))
            {
                take--;
            }

            output.Advance(Encoding.UTF8.GetBytes(text[..take], output.Reserve(Encoding.UTF8.GetMaxByteCount(take))));
            text = text[take..];
        }
    }

    public static void WriteNumber(this TemplateDeflater output, int number)
    {
        const int Longest = 11;
        if (!output.IsDiscarding)
        {
            number.TryFormat(output.Reserve(Longest), out var written, provider: CultureInfo.InvariantCulture);
            output.Advance(written);
        }
    }
}
