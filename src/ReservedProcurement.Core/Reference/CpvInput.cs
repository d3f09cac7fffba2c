namespace ReservedProcurement.Core.Reference;

/// <summary>A CPV code as somebody typed it: the code, and the check digit if one was given.</summary>
public readonly record struct CpvInput(CpvCode Code, char? CheckDigit)
{
    /// <summary>With the check digit that was typed, or the known one: <c>90910000-9</c>. A code whose check digit nobody gave and nothing verifies is eight digits.</summary>
    public override string ToString() => CheckDigit is { } digit ? $"{Code.Digits}-{digit}" : Code.ToString();

    /// <summary>
    /// Reads eight digits, with or without hyphen and check digit, and with spaces around or at the hyphen.
    /// A check digit that differs from the known one is refused; one that cannot be verified is kept as typed.
    /// </summary>
    public static bool TryParse(string? text, out CpvInput input, out CpvInputError error)
    {
        input = default;
        if (string.IsNullOrWhiteSpace(text))
        {
            error = CpvInputError.Empty;
            return false;
        }

        var trimmed = text.AsSpan().Trim();
        var digits = trimmed.Length > CpvCode.Length ? trimmed[..CpvCode.Length] : trimmed;
        var rest = trimmed[digits.Length..].Trim();
        if (!CpvCode.TryCreate(digits, out var code) || !TryReadCheckDigit(rest, out var checkDigit))
        {
            error = CpvInputError.WrongFormat;
            return false;
        }

        if (checkDigit is not null && KnownCheckDigits.For(code) is { } known && known != checkDigit)
        {
            error = CpvInputError.WrongCheckDigit;
            return false;
        }

        input = new CpvInput(code, checkDigit);
        error = CpvInputError.None;
        return true;
    }

    private static bool TryReadCheckDigit(ReadOnlySpan<char> rest, out char? checkDigit)
    {
        checkDigit = null;
        if (rest.IsEmpty)
        {
            return true;
        }

        // Word and web pages often turn the hyphen into a dash.
        var digit = rest[0] is '-' or '\u2010' or '\u2011' or '\u2013' ? rest[1..].Trim() : default;
        if (digit.Length != 1 || !char.IsAsciiDigit(digit[0]))
        {
            return false;
        }

        checkDigit = digit[0];
        return true;
    }
}

public enum CpvInputError
{
    None,
    Empty,

    /// <summary>Not eight digits, or something other than a hyphen and one digit after them.</summary>
    WrongFormat,

    /// <summary>The check digit of this code is known and is another.</summary>
    WrongCheckDigit,
}
