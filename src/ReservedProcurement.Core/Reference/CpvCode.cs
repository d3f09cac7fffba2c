using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ReservedProcurement.Core.Reference;

/// <summary>
/// A code of the common procurement vocabulary (CPV 2008, Regulation (EC) No 213/2008), told apart by its eight digits alone.
/// </summary>
/// <remarks>
/// The ninth, the check digit, is no part of the identity: <c>90910000-9</c> and <c>90910000</c> are the same code.
/// What was typed is <see cref="CpvInput"/>; the check digits that are known stand in <see cref="KnownCheckDigits"/>.
/// </remarks>
public readonly record struct CpvCode : IComparable<CpvCode>, IParsable<CpvCode>
{
    public const int Length = 8;

    private const int First = 1_000_000;
    private const int Last = 99_999_999;

    private CpvCode(int number) => Number = number;

    internal int Number { get; }

    /// <summary>The eight digits.</summary>
    public string Digits => Number.ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>How many digits carry meaning before the filling zeros: 2 for a division, 3 for a group, up to 8.</summary>
    public int SignificantDigits
    {
        get
        {
            var digits = Length;
            for (var rest = Number; digits > 2 && rest % 10 == 0; rest /= 10)
            {
                digits--;
            }

            return digits;
        }
    }

    public CpvLevel Level => (CpvLevel)Math.Min(SignificantDigits, (int)CpvLevel.Subcategory);

    /// <summary>The two digits that every code of the division begins with.</summary>
    public CpvCode Division => new(Number / First * First);

    /// <summary>
    /// The code one digit shorter, or null for a division. The vocabulary leaves some of these out; <see cref="CpvCatalogue"/> knows the nearest one that exists.
    /// </summary>
    public CpvCode? Parent => SignificantDigits == 2 ? null : new(Number - (Number % (Step * 10)));

    private int Step => Power(Length - SignificantDigits);

    /// <summary>Whether <paramref name="other"/> lies below this code in the tree. A code is not its own ancestor.</summary>
    public bool IsAncestorOf(CpvCode other) => other.Number > Number && other.Number - (other.Number % Step) == Number;

    public int CompareTo(CpvCode other) => Number.CompareTo(other.Number);

    public static bool operator <(CpvCode left, CpvCode right) => left.Number < right.Number;

    public static bool operator >(CpvCode left, CpvCode right) => left.Number > right.Number;

    public static bool operator <=(CpvCode left, CpvCode right) => left.Number <= right.Number;

    public static bool operator >=(CpvCode left, CpvCode right) => left.Number >= right.Number;

    /// <summary>With the check digit when it is known (<c>90910000-9</c>), otherwise the eight digits.</summary>
    public override string ToString() => KnownCheckDigits.For(this) is { } checkDigit ? $"{Digits}-{checkDigit}" : Digits;

    /// <inheritdoc cref="CpvInput.TryParse(string?, out CpvInput, out CpvInputError)"/>
    public static bool TryParse([NotNullWhen(true)] string? text, out CpvCode code)
    {
        var parsed = CpvInput.TryParse(text, out var input, out _);
        code = input.Code;
        return parsed;
    }

    /// <exception cref="FormatException">The text is not a CPV code.</exception>
    public static CpvCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not a CPV code.");

    static bool IParsable<CpvCode>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CpvCode result) => TryParse(s, out result);

    static CpvCode IParsable<CpvCode>.Parse(string s, IFormatProvider? provider) => Parse(s);

    internal static bool TryCreate(ReadOnlySpan<char> digits, out CpvCode code)
    {
        code = default;
        if (digits.Length != Length || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < First or > Last)
        {
            return false;
        }

        code = new CpvCode(number);
        return true;
    }

    private static int Power(int exponent)
    {
        var power = 1;
        for (; exponent > 0; exponent--)
        {
            power *= 10;
        }

        return power;
    }
}

/// <summary>The depth of a code; the value is its number of meaningful digits.</summary>
public enum CpvLevel
{
    Division = 2,
    Group = 3,
    Class = 4,
    Category = 5,

    /// <summary>Six to eight digits.</summary>
    Subcategory = 6,
}
