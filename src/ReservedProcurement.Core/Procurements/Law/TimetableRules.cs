using System.Globalization;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Reference;

namespace ReservedProcurement.Core.Procurements.Law;

/// <summary>The order of the days of a procurement, and the time that answers to questions must leave before the last day for tenders.</summary>
public static class TimetableRules
{
    private const int FirstYear = 2017;
    private const int LastYear = 2099;

    /// <summary>The fields whose day comes before a day that must come first; empty when the order holds. Days that are not set are passed over.</summary>
    public static IReadOnlyList<FieldProblem> Check(ProcurementContent content)
    {
        (string Field, DateOnly? Day, bool MayBeSameDay)[] days =
        [
            (nameof(content.PublishOn), content.PublishOn, true),
            (nameof(content.QuestionsUntil), content.QuestionsUntil, true),
            (nameof(content.AnswersBy), content.AnswersBy, true),
            (nameof(content.TendersUntil), content.TendersUntil, true),
            (nameof(content.TendersValidUntil), content.TendersValidUntil, false),
        ];
        List<FieldProblem> problems = [.. days.Append((nameof(content.ContractStartsOn), content.ContractStartsOn, true)).Where(entry => !IsSensible(entry.Item2)).Select(entry => OutOfRange(entry.Item1))];
        var before = ("", (DateOnly?)null);
        foreach (var (field, day, mayBeSameDay) in days.Where(entry => entry.Day is not null))
        {
            if (before.Item2 is { } earlier && (mayBeSameDay ? day < earlier : day <= earlier))
            {
                problems.Add(OutOfOrder(field, before.Item1));
            }

            before = (field, day);
        }

        if (content.ContractStartsOn is { } start && content.TendersUntil is { } until && start <= until)
        {
            problems.Add(OutOfOrder(nameof(content.ContractStartsOn), nameof(content.TendersUntil)));
        }

        return problems;
    }

    public static IEnumerable<ProcurementWarning> Warnings(Procurement procurement, Regime? regime, DateOnly date, DatedValueSet values)
    {
        if (procurement is not { AnswersBy: { } answers, TendersUntil: { } until } || regime is null or Regime.Chapter19a)
        {
            yield break;
        }

        var paragraph = regime == Regime.AboveThreshold ? "12 kap. 11 § LOU" : "19 kap. 13 och 14 §§ LOU";
        if (values.Days(DatedCodes.AnswerQuestions, date) is not { } days)
        {
            yield return new(LawSentences.AnswerTimeUnknown, WarningLevel.Warning, paragraph);
        }
        else if (answers > until.AddDays(-days))
        {
            yield return new(LawSentences.AnswersTooLate, WarningLevel.Warning, paragraph) { Arguments = [days, SwedishTime.Day(until.AddDays(-days))] };
        }
    }

    /// <summary>A year that is a slip of the finger: LOU is of 2016, and nobody plans a century ahead.</summary>
    internal static bool IsSensible(DateOnly? day) => day is null || day.Value.Year is >= FirstYear and <= LastYear;

    internal static FieldProblem OutOfRange(string field) => new(field, ProcurementProblems.DateOutOfRange) { Arguments = [FirstYear.ToString(CultureInfo.InvariantCulture), LastYear.ToString(CultureInfo.InvariantCulture)] };

    private static FieldProblem OutOfOrder(string field, string earlier) =>
        new(field, ProcurementProblems.DatesOutOfOrder) { Arguments = [Texts.Field(earlier)] };
}
