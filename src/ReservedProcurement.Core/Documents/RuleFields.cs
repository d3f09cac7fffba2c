using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.Documents;

/// <summary>The times, amounts and paragraphs of the regime: the fields <c>regler</c>. What the law does not give in a regime is missing.</summary>
internal static class RuleFields
{
    public static void Add(TemplateGroup model, Regime? regime, DateOnly date, DatedValueSet values) => model.AddGroup("regler", group =>
    {
        AddRule("svar", DatedCodes.Rules.Answers, DatedCodes.AnswerQuestions);
        AddRule("skal", DatedCodes.Rules.Reasons, DatedCodes.ReasonsOnRequest);
        AddRule("dokumentation", DatedCodes.Rules.Documentation, DatedCodes.DocumentationFinished);
        AddRule("efterannons", DatedCodes.Rules.AwardNotice, DatedCodes.AwardNotice);
        var direct = regime == Regime.Chapter19a;
        group
            .AddMoney("dokumentationFran", direct ? values.Amount(DatedCodes.DirectAwardDocumentation, date) : null)
            .AddMoney("efterannonsFran", direct ? values.Amount(DatedCodes.DirectAwardAwardNotice, date) : null)
            .Add("gemensamtParagraf", Paragraph(DatedCodes.Rules.JointTender))
            .Add("kapacitetParagraf", Paragraph(DatedCodes.Rules.Capacity))
            .Add("oppning", regime is { } opened ? LawText.Unbroken(values.Text(DatedCodes.Opening(Family(opened)), date)) : null)
            .Add("dialog", regime is { } talked ? LawText.Unbroken(values.Text(DatedCodes.Dialogue(Family(talked)), date)) : null);

        void AddRule(string name, string rule, string days)
        {
            var paragraph = Paragraph(rule);
            group.Add($"{name}Dagar", paragraph is null ? null : values.Days(days, date)).Add($"{name}Paragraf", paragraph);
        }

        string? Paragraph(string rule) => regime is { } known
            ? LawText.Unbroken(values.Text(DatedCodes.Section(rule, Code(known)), date) ?? values.Text(DatedCodes.Section(rule, Family(known)), date))
            : null;
    });

    public static string Code(Regime regime) => regime switch
    {
        Regime.AboveThreshold => DatedCodes.Regimes.AboveThreshold,
        Regime.Annex2 => DatedCodes.Regimes.Annex2,
        Regime.Chapter19a => DatedCodes.Regimes.DirectAward,
        _ => DatedCodes.Regimes.BelowThreshold,
    };

    /// <summary>19 kap. LOU is one set of rules, below the threshold and for bilaga 2, but for the paragraphs that bilaga 2 has of its own.</summary>
    private static string Family(Regime regime) => regime == Regime.Annex2 ? DatedCodes.Regimes.BelowThreshold : Code(regime);
}
