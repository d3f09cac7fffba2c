using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Register.OrganisationNumbers;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.Documents.ReturnedForms;

/// <summary>
/// The answers of one form, or of one item in it, as facts. Texts that others have written are shown without characters that steer what a
/// reader sees, and without personal identity numbers.
/// </summary>
/// <param name="answers">What came back.</param>
/// <param name="blank">The form as it was written: what it asks.</param>
internal sealed partial class FormReading(FormAnswers answers, FormAnswers blank)
{
    private const int LongestText = 10_000;
    private const decimal LargestNumber = 1_000_000_000;
    private const string CutOff = " […]";

    private readonly List<string> _missing = [];

    /// <summary>What must be answered and is not, in the order it was asked for.</summary>
    public IReadOnlyList<string> Missing => _missing;

    public bool IsFoundByPlace => answers.All.Any(answer => answer is { IsAnswered: true, IsNameFoundByPlace: true });

    /// <summary>Whether the form asks this.</summary>
    public bool Asks(string name) => blank.Find(name) is not null;

    /// <summary>The answer as it was written, for what is read further.</summary>
    public string? Raw(string name) => answers.Find(name) is { IsAnswered: true } answer ? answer.Text : null;

    public string? Text(string name) => Raw(name) is { } text ? Shown(text) : null;

    /// <summary>The text of an answer that must be given where the form asks for it.</summary>
    public string? Text(string name, string required)
    {
        Require(Asks(name), answers.Find(name)?.IsAnswered == true, required);
        return Text(name);
    }

    public DateOnly? Day(string name, string? required = null)
    {
        var day = answers.Find(name)?.Date;
        Require(required is not null && Asks(name), day is not null, required!);
        return day;
    }

    public bool IsTicked(string name) => answers.Find(name)?.IsChecked == true;

    /// <summary>A number that is written alone or with its unit; a point may stand for the comma, but three digits after it would leave in doubt which it is.</summary>
    public decimal? Number(string name, string? required = null)
    {
        var text = Raw(name);
        Require(required is not null && Asks(name), text is not null, required!);
        return text is not null && NumberWithUnit().Match(text) is { Success: true } match && SwedishNumber.TryParseDecimal(match.Groups[1].Value, out var number) && number <= LargestNumber ? number : null;
    }

    public void Require(bool isAsked, bool isAnswered, string what)
    {
        if (isAsked && !isAnswered)
        {
            _missing.Add(what);
        }
    }

    /// <summary>The items of a list that the form or the answers have, by their numbers.</summary>
    public IEnumerable<(int Number, FormReading Reading)> Items(string list)
    {
        var asked = blank.Items(list).ToDictionary(item => item.Number, item => item.Answers);
        var given = answers.Items(list).ToDictionary(item => item.Number, item => item.Answers);
        return asked.Keys.Union(given.Keys).Order().Select(number => (number, new FormReading(given.GetValueOrDefault(number, FormAnswers.None), asked.GetValueOrDefault(number, FormAnswers.None))));
    }

    /// <summary>Whether some answer, other than the number of the firm, holds a personal identity number.</summary>
    public bool HidesPersonalNumber => answers.All.Any(answer =>
        !string.Equals(answer.Name, SupplierReading.NumberName, StringComparison.OrdinalIgnoreCase) && PersonalNumbers.OccurIn(answer.Text));

    private static string Shown(string text)
    {
        var cut = text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)] + CutOff;
        return PersonalNumbers.Hide(string.Concat(cut.EnumerateRunes().Where(rune => rune.Value is 0x00AD or 0x200C or 0x200D || Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)));
    }

    [GeneratedRegex(@"^\s*((?:[0-9]|[0-9][0-9\s]*[0-9])(?:[.,][0-9]{1,2})?)\s*(?:%|procent|st\.?|personer|heltidstjänster|heltider)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberWithUnit();
}
