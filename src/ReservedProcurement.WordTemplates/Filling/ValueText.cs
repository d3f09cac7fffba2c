using System.Buffers;

namespace ReservedProcurement.WordTemplates.Filling;

/// <summary>Writes a value's text as XML. What XML cannot hold is dropped and counted.</summary>
internal static class ValueText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0x20).Select(code => (char)code),
        .. "&<>\"\u0085\u2028\u2029\uFFFE\uFFFF",
        .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code),
    ]);

    /// <returns>How many characters were dropped.</returns>
    public static int Write(Utf8Output output, ReadOnlySpan<char> text, ReadOnlySpan<byte> lineBreak, ReadOnlySpan<byte> tab)
    {
        var dropped = 0;
        while (true)
        {
            var clean = text.IndexOfAny(Special);
            if (clean < 0)
            {
                output.Write(text);
                return dropped;
            }

            output.Write(text[..clean]);
            text = text[clean..];
            var taken = 1;
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
                default:
                    dropped++;
                    break;
            }

            text = text[taken..];
        }
    }
}
