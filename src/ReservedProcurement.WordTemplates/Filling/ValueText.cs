using ReservedProcurement.WordTemplates.Deflating;

namespace ReservedProcurement.WordTemplates.Filling;

/// <summary>Writes a value's text as XML. What XML cannot hold is dropped and counted.</summary>
internal static class ValueText
{
    private static readonly bool[] IsPlainAscii = [.. Enumerable.Range(0, 0x80).Select(code => code >= ' ' && !"&<>\"".Contains((char)code))];

    /// <returns>How many characters were dropped.</returns>
    public static int Write(TemplateDeflater output, ReadOnlySpan<char> text, ReadOnlySpan<byte> lineBreak, ReadOnlySpan<byte> tab)
    {
        var dropped = 0;
        while (!text.IsEmpty && !output.IsDiscarding)
        {
            var taken = WritePlain(output, text);
            if (taken > 0)
            {
                text = text[taken..];
                continue;
            }

            taken = 1;
            switch (text[0])
            {
                case '&':
                    output.Write("&amp;"u8);
                    break;
                case '<':
                    output.Write("&lt;"u8);
                    break;
                case '>':
                    output.Write("&gt;"u8);
                    break;
                case '"':
                    output.Write("&quot;"u8);
                    break;
                case '\r' when text.Length > 1 && text[1] == '\n':
                    output.Write(lineBreak);
                    taken = 2;
                    break;
                case '\n' or '\r' or '\v' or '\u0085' or '\u2028' or '\u2029':
                    output.Write(lineBreak);
                    break;
                case '\t':
                    output.Write(tab);
                    break;
                case var high when char.IsHighSurrogate(high) && text.Length > 1 && char.IsLowSurrogate(text[1]):
                    output.Write(text[..2]);
                    taken = 2;
                    break;
                case >= '\uE000' and < '\uFFFE':
                    output.Write(text[..1]);
                    break;
                default:
                    dropped++;
                    break;
            }

            text = text[taken..];
        }

        return dropped;
    }

    /// <summary>Writes what needs no care, which nearly all text is, byte for byte into the output's own memory.</summary>
    /// <returns>How many characters that was.</returns>
    private static int WritePlain(TemplateDeflater output, ReadOnlySpan<char> text)
    {
        const int Piece = TemplateDeflater.LargestPiece / 3;
        text = text[..Math.Min(text.Length, Piece)];
        var bytes = output.Reserve(text.Length * 3);
        var (taken, written) = (0, 0);
        foreach (var character in text)
        {
            if (character < 0x80)
            {
                if (!IsPlainAscii[character])
                {
                    break;
                }

                bytes[written++] = (byte)character;
            }
            else if (character is '\u0085' or '\u2028' or '\u2029' or >= '\uD800')
            {
                break;
            }
            else if (character < 0x800)
            {
                bytes[written++] = (byte)(0xC0 | (character >> 6));
                bytes[written++] = (byte)(0x80 | (character & 0x3F));
            }
            else
            {
                bytes[written++] = (byte)(0xE0 | (character >> 12));
                bytes[written++] = (byte)(0x80 | ((character >> 6) & 0x3F));
                bytes[written++] = (byte)(0x80 | (character & 0x3F));
            }

            taken++;
        }

        output.Advance(written);
        return taken;
    }
}
