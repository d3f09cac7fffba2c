using System.Text.RegularExpressions;
using FluentValidation;

namespace ReservedProcurement.Core.Problems;

/// <summary>Rules for kinds of field that every capability has. An empty field passes them all; whether it must be filled in is another rule.</summary>
public static partial class FieldRules
{
    public const string NotAWebAddress = "field.web-address";
    public const string NotAnEmail = "field.email";
    public const string ControlCharacters = "field.no-control-characters";

    private const int LongestMailbox = 64;

    /// <summary>One line of at most <paramref name="length"/> characters.</summary>
    public static IRuleBuilderOptions<T, string?> SingleLine<T>(this IRuleBuilder<T, string?> rule, int length) =>
        rule.MaximumLength(length).Must(text => text is null || !text.Any(char.IsControl)).WithErrorCode(ControlCharacters);

    /// <summary>Text of several lines, at most <paramref name="length"/> characters.</summary>
    public static IRuleBuilderOptions<T, string?> ManyLines<T>(this IRuleBuilder<T, string?> rule, int length) =>
        rule.MaximumLength(length).Must(text => text is null || !text.Any(IsControlWithinText)).WithErrorCode(ControlCharacters);

    public static IRuleBuilderOptions<T, string?> Email<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || IsEmail(text)).WithErrorCode(NotAnEmail);

    /// <summary>An address of the public web: http or https, with a host that has a dot.</summary>
    public static IRuleBuilderOptions<T, string?> WebAddress<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || IsWebAddress(text)).WithErrorCode(NotAWebAddress);

    private static bool IsControlWithinText(char character) => char.IsControl(character) && character is not ('\n' or '\r' or '\t');

    private static bool IsEmail(string text) => text.IndexOf('@', StringComparison.Ordinal) <= LongestMailbox && EmailPattern().IsMatch(text);

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.UserInfo.Length == 0
        && HostPattern().IsMatch(address.Host);

    [GeneratedRegex(@"^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*@([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EmailPattern();

    [GeneratedRegex(@"^([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(\p{L}{2,}|xn--[a-z0-9-]+)\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HostPattern();
}
