using System.Text;
using ReservedProcurement.WordTemplates.Filling;

namespace ReservedProcurement.WordTemplates.Values;

/// <summary>Reads the part of Markdown that a <see cref="RichText"/> can hold. Takes time in proportion to the text, whatever stands in it.</summary>
internal static class RichTextParser
{
    public static List<RichBlock> Parse(string markup)
    {
        var blocks = new List<RichBlock>();
        var kind = RichBlockKind.Paragraph;
        var text = new StringBuilder();
        var hasBlock = false;
        foreach (var line in markup.ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            var found = ListItem(line, out var rest);
            if (found is not null || string.IsNullOrWhiteSpace(line))
            {
                if (hasBlock)
                {
                    blocks.Add(new RichBlock(kind, new SpanReader(text.ToString()).Read()));
                    text.Clear();
                }

                hasBlock = found is not null;
                kind = found ?? RichBlockKind.Paragraph;
                text.Append(rest);
                continue;
            }

            text.Append(hasBlock ? "\n" : "").Append(line.Trim());
            hasBlock = true;
        }

        return blocks;
    }

    private static RichBlockKind? ListItem(string line, out string rest)
    {
        rest = "";
        var text = line.TrimStart();
        if (text.StartsWith("- ", StringComparison.Ordinal) || text.StartsWith("* ", StringComparison.Ordinal))
        {
            rest = text[2..].Trim();
            return RichBlockKind.Bullet;
        }

        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits is > 0 and <= 4 && text.AsSpan(digits).StartsWith(". "))
        {
            rest = text[(digits + 2)..].Trim();
            return RichBlockKind.Number;
        }

        return null;
    }

    private sealed class SpanReader(string text)
    {
        private const int LongestAddress = 2_000;
        private const string Signs = "\\*[]()-.";
        private readonly List<RichSpan> _spans = [];
        private readonly StringBuilder _plain = new();
        private readonly HashSet<string> _absent = [];
        private RichStyle _style;
        private int _noLinkBefore;

        public List<RichSpan> Read()
        {
            for (var at = 0; at < text.Length;)
            {
                at += Next(at);
            }

            EndSpan();
            return _spans;
        }

        /// <returns>How many characters were read.</returns>
        private int Next(int at)
        {
            if (text[at] == '\\' && at + 1 < text.Length && Signs.Contains(text[at + 1]))
            {
                _plain.Append(text[at + 1]);
                return 2;
            }

            if (text[at] == '[' && ReadLink(at) is var length and > 0)
            {
                return length;
            }

            var isDouble = string.CompareOrdinal(text, at, "**", 0, 2) == 0;
            if (isDouble && Toggle(at, "**", RichStyle.Bold))
            {
                return 2;
            }

            if (text[at] == '*' && !isDouble && Toggle(at, "*", RichStyle.Italic))
            {
                return 1;
            }

            _plain.Append(text, at, isDouble ? 2 : 1);
            return isDouble ? 2 : 1;
        }

        /// <summary>A style begins before a word and ends after one, so that the sign can also stand for itself.</summary>
        private bool Toggle(int at, string sign, RichStyle style)
        {
            var isOpen = _style.HasFlag(style);
            var after = at + sign.Length;
            var fits = isOpen
                ? at > 0 && !char.IsWhiteSpace(text[at - 1])
                : after < text.Length && !char.IsWhiteSpace(text[after]) && Find(sign, after + 1) >= 0;
            if (fits)
            {
                EndSpan();
                _style ^= style;
            }

            return fits;
        }

        private int ReadLink(int at)
        {
            if (at < _noLinkBefore)
            {
                return 0;
            }

            var middle = Find("](", at + 1);
            if (middle < 0)
            {
                return 0;
            }

            var length = text.AsSpan(middle + 2, Math.Min(LongestAddress, text.Length - middle - 2)).IndexOf(')');
            var end = middle + 2 + length;
            if (length < 0 || LinkTarget.SafeAddress(text[(middle + 2)..end]) is not { } address)
            {
                _noLinkBefore = middle;
                return 0;
            }

            EndSpan();
            _spans.Add(new RichSpan(text[(at + 1)..middle].Replace("\\", "", StringComparison.Ordinal), _style | RichStyle.Link, address));
            return end + 1 - at;
        }

        /// <summary>What was not found once is not looked for again.</summary>
        private int Find(string sign, int from)
        {
            if (_absent.Contains(sign) || from >= text.Length)
            {
                return -1;
            }

            var found = text.IndexOf(sign, from, StringComparison.Ordinal);
            if (found < 0)
            {
                _absent.Add(sign);
            }

            return found;
        }

        private void EndSpan()
        {
            if (_plain.Length > 0)
            {
                _spans.Add(new RichSpan(_plain.ToString(), _style, null));
                _plain.Clear();
            }
        }
    }
}
