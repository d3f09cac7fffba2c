using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ReservedProcurement.Core.Register.OrganisationNumbers;

/// <summary>
/// A Swedish organisationsnummer (lag 1974:174): ten digits, the last a check digit by the Luhn formula, written <c>NNNNNN-NNNN</c>.
/// </summary>
/// <remarks>
/// <para>
/// A legal person has 2 or more as its third digit, which keeps the number apart from a personal identity number, and its first digit
/// tells the legal form (<see cref="LegalFormGroup"/>). A sole trader has no number but the owner's personal identity number or
/// coordination number (day of birth plus 60), so the number is then personal data: <see cref="IsPersonalData"/>.
/// </para>
/// <para>
/// The twelve-digit form is read too, <c>16</c> before a legal person and <c>18</c>, <c>19</c> or <c>20</c> before a person, but the identity
/// is the ten digits. Sources: lag (1974:174) om identitetsbeteckning för juridiska personer m.fl.; group digits and check digit from secondary sources.
/// </para>
/// </remarks>
public readonly record struct OrganisationNumber : IParsable<OrganisationNumber>, IComparable<OrganisationNumber>
{
    private const int Length = 10;
    private const int LengthWithCentury = 12;
    private const int LastPart = 4;
    private const int CoordinationDayOffset = 60;

    private readonly long _number;

    private OrganisationNumber(long number) => _number = number;

    /// <summary>The ten digits: the form to store and to compare.</summary>
    public string Digits => _number.ToString("D10", CultureInfo.InvariantCulture);

    /// <summary>The number is a sole trader's personal identity number: show it only to those who need it, and erase it when the need is gone.</summary>
    public bool IsPersonalData => IsPerson(Digits);

    public LegalFormGroup LegalFormGroup => IsPersonalData ? LegalFormGroup.SoleTrader : (Digits[0] - '0') switch
    {
        1 => LegalFormGroup.EstateOfDeceased,
        2 => LegalFormGroup.PublicBody,
        3 => LegalFormGroup.ForeignCompany,
        5 => LegalFormGroup.LimitedCompany,
        6 => LegalFormGroup.SimplePartnership,
        7 => LegalFormGroup.EconomicAssociation,
        8 => LegalFormGroup.NonProfitAssociationOrFoundation,
        9 => LegalFormGroup.TradingPartnership,
        _ => LegalFormGroup.Unknown,
    };

    public int CompareTo(OrganisationNumber other) => _number.CompareTo(other._number);

    public static bool operator <(OrganisationNumber left, OrganisationNumber right) => left._number < right._number;

    public static bool operator >(OrganisationNumber left, OrganisationNumber right) => left._number > right._number;

    public static bool operator <=(OrganisationNumber left, OrganisationNumber right) => left._number <= right._number;

    public static bool operator >=(OrganisationNumber left, OrganisationNumber right) => left._number >= right._number;

    /// <summary>As it is shown: <c>NNNNNN-NNNN</c>.</summary>
    public override string ToString()
    {
        var digits = Digits;
        return $"{digits[..^LastPart]}-{digits[^LastPart..]}";
    }

    /// <summary>Reads ten digits, or twelve with the century, with or without blanks and one hyphen before the last four.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out OrganisationNumber number, out OrganisationNumberError error)
    {
        number = default;
        error = ReadDigits(text, out var all);
        if (error != OrganisationNumberError.None)
        {
            return false;
        }

        var digits = all[^Length..];
        var century = all[..^Length];
        error = Check(digits, century);
        if (error != OrganisationNumberError.None)
        {
            return false;
        }

        number = new OrganisationNumber(long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture));
        return true;
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out OrganisationNumber number) => TryParse(text, out number, out _);

    /// <exception cref="FormatException">The text is not an organisationsnummer. The message does not repeat it, since it may be personal data.</exception>
    public static OrganisationNumber Parse(string text) =>
        TryParse(text, out var number, out var error) ? number : throw new FormatException($"The text is not an organisation number: {error}.");

    static bool IParsable<OrganisationNumber>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out OrganisationNumber result) => TryParse(s, out result);

    static OrganisationNumber IParsable<OrganisationNumber>.Parse(string s, IFormatProvider? provider) => Parse(s);

    private static OrganisationNumberError ReadDigits(string? text, out string digits)
    {
        digits = string.Concat((text ?? "").Where(character => !char.IsWhiteSpace(character)));
        if (digits.Length == 0)
        {
            return OrganisationNumberError.Empty;
        }

        // A personal identity number carries a plus sign instead of the hyphen from the year its owner turns 100.
        var separator = digits.AsSpan().IndexOfAny("-+\u2010\u2011\u2013");
        if (separator is Length - LastPart or LengthWithCentury - LastPart)
        {
            digits = digits.Remove(separator, 1);
        }

        if (!digits.All(char.IsAsciiDigit))
        {
            return OrganisationNumberError.WrongCharacters;
        }

        return digits.Length is Length or LengthWithCentury ? OrganisationNumberError.None : OrganisationNumberError.WrongLength;
    }

    private static OrganisationNumberError Check(string digits, string century)
    {
        // First of all the check digit: when it is wrong some digit is mistyped, and what the others seem to say means nothing.
        if (!HasLuhnSum(digits))
        {
            return OrganisationNumberError.WrongCheckDigit;
        }

        if (!IsPerson(digits))
        {
            return century is "" or "16" ? OrganisationNumberError.None : OrganisationNumberError.WrongCentury;
        }

        return century switch
        {
            "" => IsDate(digits, "19") || IsDate(digits, "20") ? OrganisationNumberError.None : OrganisationNumberError.NotADate,
            "18" or "19" or "20" => IsDate(digits, century) ? OrganisationNumberError.None : OrganisationNumberError.NotADate,
            _ => OrganisationNumberError.WrongCentury,
        };
    }

    private static bool IsPerson(string digits) => digits[2] < '2';

    private static bool IsDate(string digits, string century)
    {
        var year = int.Parse($"{century}{digits[..2]}", CultureInfo.InvariantCulture);
        var month = int.Parse(digits.AsSpan(2, 2), CultureInfo.InvariantCulture);
        var day = int.Parse(digits.AsSpan(4, 2), CultureInfo.InvariantCulture);
        day = day > CoordinationDayOffset ? day - CoordinationDayOffset : day;
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    private static bool HasLuhnSum(string digits)
    {
        var sum = 0;
        for (var position = 0; position < digits.Length; position++)
        {
            var doubled = (digits[position] - '0') * (position % 2 == 0 ? 2 : 1);
            sum += (doubled / 10) + (doubled % 10);
        }

        return sum % 10 == 0;
    }
}

/// <summary>Why a text is not an organisationsnummer.</summary>
public enum OrganisationNumberError
{
    None,
    Empty,

    /// <summary>Something other than digits, blanks and one hyphen before the last four digits.</summary>
    WrongCharacters,

    /// <summary>Neither ten digits nor twelve.</summary>
    WrongLength,

    /// <summary>The two digits before the ten are not 16 before a legal person, or 18, 19 or 20 before a person.</summary>
    WrongCentury,

    /// <summary>The check digit does not agree with the others: a digit is mistyped or two have changed places.</summary>
    WrongCheckDigit,

    /// <summary>The third digit says a person, but the first six are no date of birth.</summary>
    NotADate,
}
