using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Core.Reference;

namespace ReservedProcurement.Core.Documents.Templates;

/// <summary>The made-up procurement without all that may be missing (<see cref="OptionalFields.All"/>), to see what a template then becomes.</summary>
internal static class BareSampleProcurement
{
    public static Authority Authority { get; } = new() { Id = Guid.Empty, Name = SampleProcurement.Authority.Name, Version = 1 };

    public static Procurement Of(DateOnly today)
    {
        var full = SampleProcurement.Of(today);
        return new Procurement
        {
            Id = Guid.Empty,
            AuthorityId = Guid.Empty,
            AuthorityName = Authority.Name,
            CaseNumber = full.CaseNumber,
            Title = "Exempel: det som måste finnas och inget mer",
            Regime = Regime.Chapter19a,
            ContactName = full.ContactName,
            ContactEmail = full.ContactEmail,
            TendersUntil = full.TendersUntil,
            TendersUntilTime = full.TendersUntilTime,
            Evaluation = full.Evaluation,
            CreatedAt = full.CreatedAt,
            Version = 1,
            Lots = [.. full.Lots.Select(Bare)],
        };
    }

    /// <summary>Every rule is missing in some kind of procurement, and no kind misses them all.</summary>
    public static DatedValueSet Without(DatedValueSet values)
    {
        var kept = DatedCodes.Regime(DatedCodes.Regimes.DirectAward);
        return new DatedValueSet(values.All.Where(value => value.Code == kept || value.Code.StartsWith("eforms.", StringComparison.Ordinal)));
    }

    private static Lot Bare(Lot lot) => new()
    {
        Id = lot.Id,
        Number = lot.Number,
        Title = lot.Title,
        Requirements = [.. lot.Requirements.Select(requirement => requirement with { Purpose = null, Proof = null })],
    };
}
