using ReservedProcurement.Core.PlainLanguage.Measuring;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Lots;

namespace ReservedProcurement.Core.PlainLanguage.Advising;

public enum AdviceKind
{
    /// <summary>A requirement that does not say why it is there.</summary>
    NoPurpose,

    /// <summary>A requirement that does not say how it is shown.</summary>
    NoProof,

    /// <summary>A sentence of more than <see cref="PlainLanguageRules.LongSentence"/> words.</summary>
    LongSentence,

    /// <summary>A word on the plain-language list.</summary>
    Officialese,
}

/// <summary>Something in a procurement's own texts that is worth another look before the documents are written.</summary>
public sealed record TextAdvice
{
    public required AdviceKind Kind { get; init; }

    public Guid? LotId { get; init; }

    public int? LotNumber { get; init; }

    public int? RequirementNumber { get; init; }

    /// <summary>The field to change, by its path in the request that changes it, such as <c>Requirements[0].Purpose</c>.</summary>
    public required string Field { get; init; }

    /// <summary>The requirement that lacks something, the long sentence, or the word on the list.</summary>
    public required string Text { get; init; }

    /// <summary>Of the long sentence.</summary>
    public int? Words { get; init; }

    /// <summary>What can be written instead of the word.</summary>
    public string? Plain { get; init; }
}

/// <summary>Reads the texts that go into a procurement's documents. Pure: it only points out, and nothing here stops anything.</summary>
public static class LanguageAdvice
{
    public static IReadOnlyList<TextAdvice> For(Procurement procurement) =>
    [
        .. OfText(nameof(Procurement.Description), procurement.Description),
        .. OfText(nameof(Procurement.HowToSubmit), procurement.HowToSubmit),
        .. OfText(nameof(Procurement.Evaluation), procurement.Evaluation),
        .. OfText(nameof(Procurement.CountingRule), procurement.CountingRule),
        .. OfText(nameof(Procurement.UndividedReason), procurement.UndividedReason),
        .. procurement.Lots.SelectMany(lot => OfLot(lot).Select(advice => advice with { LotId = lot.Id, LotNumber = lot.Number })),
    ];

    private static IEnumerable<TextAdvice> OfLot(Lot lot) =>
    [
        .. OfText(nameof(Lot.Description), lot.Description),
        .. OfText(nameof(Lot.Volume), lot.Volume),
        .. OfText(nameof(Lot.Options), lot.Options),
        .. OfText(nameof(Lot.Justification), lot.IsReserved ? lot.Justification : null),
        .. lot.Requirements.SelectMany((requirement, index) => OfRequirement(requirement, index).Select(advice => advice with { RequirementNumber = requirement.Number })),
    ];

    private static IEnumerable<TextAdvice> OfRequirement(Requirement requirement, int index)
    {
        var path = $"{nameof(Lot.Requirements)}[{index}].";
        if (requirement.Purpose is null)
        {
            yield return new TextAdvice { Kind = AdviceKind.NoPurpose, Field = path + nameof(Requirement.Purpose), Text = requirement.Wording };
        }

        if (requirement.Proof is null)
        {
            yield return new TextAdvice { Kind = AdviceKind.NoProof, Field = path + nameof(Requirement.Proof), Text = requirement.Wording };
        }

        foreach (var (name, text) in new[] { (nameof(Requirement.Wording), requirement.Wording), (nameof(Requirement.Purpose), requirement.Purpose), (nameof(Requirement.Proof), requirement.Proof) })
        {
            foreach (var advice in OfText(path + name, text))
            {
                yield return advice;
            }
        }
    }

    private static IEnumerable<TextAdvice> OfText(string field, string? text)
    {
        if (text is null)
        {
            yield break;
        }

        foreach (var sentence in PlainLanguageRules.SentencesOf(new TextParagraph(TextKind.Body, text)))
        {
            var words = Words.In(sentence).Count;
            if (words > PlainLanguageRules.LongSentence)
            {
                yield return new TextAdvice { Kind = AdviceKind.LongSentence, Field = field, Text = sentence.ReplaceLineEndings(" "), Words = words };
            }
        }

        foreach (var entry in Officialese.In(Words.In(text)).Distinct())
        {
            yield return new TextAdvice { Kind = AdviceKind.Officialese, Field = field, Text = entry.Word, Plain = entry.Plain };
        }
    }
}
