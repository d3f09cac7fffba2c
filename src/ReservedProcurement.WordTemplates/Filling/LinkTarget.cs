using System.Globalization;
using System.Text;

namespace ReservedProcurement.WordTemplates.Filling;

/// <summary>Builds a link's address of text and values, so that it is always a valid web or mail address or is told to be unsafe.</summary>
internal sealed class LinkTarget
{
    private const string Unreserved = "-._~";
    private const string Reserved = ":/?#[]@!$&'()*+,;=%";
    private static readonly string[] Schemes = ["https://", "http://", "mailto:", "tel:"];

    private readonly StringBuilder _address = new();
    private bool _hasValue;
    private bool _isWhole;

    /// <returns>The address made whole and valid; null when it is not a web, mail or telephone address.</returns>
    public static string? SafeAddress(string written)
    {
        var target = new LinkTarget();
        target.AddValue(written);
        return target.IsSafe ? target.Address : null;
    }

    /// <summary>Whether an address that stands in the template, with or without fields in it, leads where links may lead.</summary>
    public static bool IsAllowed(string written) => SchemeOf(written.Trim()) is not null || written.StartsWith('#');

    public string Address => _address.ToString();

    public bool IsSafe => SchemeOf(Address) is { } scheme && Address.Length > scheme.Length && Uri.TryCreate(Address, UriKind.Absolute, out _);

    public void AddText(string text)
    {
        // Word adds a slash when it completes an address; after an address of our own it would change it.
        if (!(_isWhole && text == "/"))
        {
            Append(text, keepsReserved: true);
        }
    }

    public void AddValue(string value)
    {
        var text = value.Trim();
        var isFirst = !_hasValue;
        _hasValue = true;
        if (isFirst && SchemeOf(text) is not null)
        {
            // Whatever Word put before a whole address, such as http:// or a folder, is not part of it.
            _address.Clear();
            _isWhole = true;
            Append(text, keepsReserved: true);
            return;
        }

        if (isFirst && _address.Length == 0 && !HasOtherScheme(text))
        {
            _address.Append(text.Contains('@', StringComparison.Ordinal) ? "mailto:" : "https://");
        }

        Append(text, keepsReserved: Array.IndexOf(Schemes, Address) >= 0);
    }

    private void Append(string text, bool keepsReserved)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || Unreserved.Contains((char)rune.Value)
                || (keepsReserved && Reserved.Contains((char)rune.Value))))
            {
                _address.Append((char)rune.Value);
                continue;
            }

            foreach (var value in bytes[..rune.EncodeToUtf8(bytes)])
            {
                _address.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
            }
        }
    }

    private static bool HasOtherScheme(string text)
    {
        var end = text.IndexOfAny([':', '.', '/', '?', '#', '@']);
        return end > 0 && text[end] == ':';
    }

    private static string? SchemeOf(string address) => Array.Find(Schemes, scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
}
