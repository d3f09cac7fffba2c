using System.Text.RegularExpressions;
using FluentValidation;

namespace ReservedProcurement.Core.Register.OrganisationNumbers;

/// <summary>
/// Finds Swedish personal identity numbers and coordination numbers in free text, where they have no business:
/// what is kept are facts about firms and purchases, and about people only how to reach them at work.
/// </summary>
public static partial class PersonalNumbers
{
    public const string HiddenMark = "[personnummer dolt]";

    /// <summary>Ten or twelve digits that stand alone, make a date of birth and carry the right check digit.</summary>
    public static bool OccurIn(string? text) => text is not null && Candidate().Matches(text).Any(IsPersonal);

    /// <summary>The text with a mark in the place of each such number.</summary>
    public static string Hide(string text) => Candidate().Replace(text, match => IsPersonal(match) ? HiddenMark : match.Value);

    public static IRuleBuilderOptions<T, string?> WithoutPersonalNumber<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => !OccurIn(text)).WithErrorCode(RegisterProblems.PersonalNumberInText);

    private static bool IsPersonal(Match match) => OrganisationNumber.TryParse(match.Value, out var number) && number.IsPersonalData;

    [GeneratedRegex(@"(?<![0-9])(?:[0-9]{2})?[0-9]{6}[ \u00A0]?[-+\u2010\u2011\u2013]?[ \u00A0]?[0-9]{4}(?![0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Candidate();
}
