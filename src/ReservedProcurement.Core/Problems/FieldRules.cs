using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FluentValidation;
using ReservedProcurement.Core.Mail;

namespace ReservedProcurement.Core.Problems;

/// <summary>Rules for kinds of field that every capability has. An empty field passes them all; whether it must be filled in is another rule.</summary>
public static partial class FieldRules
{
    public const string NotAWebAddress = "field.web-address";
    public const string NotAnEmail = "field.email";
    public const string NotAPhone = "field.phone";
    public const string ControlCharacters = "field.no-control-characters";

    /// <summary>One line of at most <paramref name="length"/> characters.</summary>
    public static IRuleBuilderOptions<T, string?> SingleLine<T>(this IRuleBuilder<T, string?> rule, int length) =>
        rule.MaximumLength(length).Must(text => text is null || !(text.Any(char.IsControl) || HidesOrSteers(text))).WithErrorCode(ControlCharacters);

    /// <summary>Text of several lines, at most <paramref name="length"/> characters.</summary>
    public static IRuleBuilderOptions<T, string?> ManyLines<T>(this IRuleBuilder<T, string?> rule, int length) =>
        rule.MaximumLength(length).Must(text => text is null || !(text.Any(IsControlWithinText) || HidesOrSteers(text))).WithErrorCode(ControlCharacters);

    public static IRuleBuilderOptions<T, string?> Email<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => string.IsNullOrWhiteSpace(text) || EmailAddress.IsValid(text.Trim())).WithErrorCode(NotAnEmail);

    /// <summary>Digits, and what people write between them.</summary>
    public static IRuleBuilderOptions<T, string?> PhoneNumber<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => string.IsNullOrWhiteSpace(text) || IsPhone(text)).WithErrorCode(NotAPhone);

    /// <summary>An address of the public web: http or https, with a host that has a dot.</summary>
    public static IRuleBuilderOptions<T, string?> WebAddress<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || IsWebAddress(text)).WithErrorCode(NotAWebAddress);

    private static bool IsControlWithinText(char character) => char.IsControl(character) && character is not ('\n' or '\r' or '\t');

    /// <summary>
    /// Characters that show nothing of their own but turn the direction of the text around them, so that a name reads as another, or only
    /// make two equal texts differ. The soft hyphen and the joiners that some scripts and pictures are written with are let through between others.
    /// </summary>
    private static bool HidesOrSteers(string text) =>
        text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar || (IsFormat(rune) && !IsWrittenWithin(rune)))
        || (text.Length > 0 && text.EnumerateRunes().All(IsFormat));

    private static bool IsFormat(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool IsWrittenWithin(Rune rune) => rune.Value is 0x00AD or 0x200C or 0x200D or (>= 0xE0020 and <= 0xE007F);

    private static bool IsPhone(string text) =>
        text.Count(char.IsAsciiDigit) >= 5 && text.All(character => char.IsAsciiDigit(character) || character is ' ' or '-' or '+' or '(' or ')' or '/');

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.UserInfo.Length == 0
        && HostPattern().IsMatch(address.Host);

    [GeneratedRegex(@"^([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(\p{L}{2,}|xn--[a-z0-9-]+)\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HostPattern();
}
