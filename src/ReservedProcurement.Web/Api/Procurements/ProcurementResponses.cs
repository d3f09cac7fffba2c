using System.Text.Json.Serialization;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Law;
using ReservedProcurement.Core.Procurements.Lots;

namespace ReservedProcurement.Web.Api.Procurements;

/// <summary>A procurement with its lots and what the law says of it.</summary>
public sealed record ProcurementResponse
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required Guid AuthorityId { get; init; }
    public required string AuthorityName { get; init; }
    public string? UnitName { get; init; }
    public required ProcurementContent Content { get; init; }
    public Regime? Regime { get; init; }
    public string? RegimeReason { get; init; }
    public required RegimeProposalResponse Proposal { get; init; }
    public required long EstimatedValueOre { get; init; }
    public required DateOnly LawDate { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required IReadOnlyList<LotResponse> Lots { get; init; }
    public required IReadOnlyList<WarningResponse> Warnings { get; init; }
    public required IReadOnlyList<MissingResponse> Missing { get; init; }

    public static ProcurementResponse Of(ProcurementReview review) => new()
    {
        Id = review.Procurement.Id,
        Version = review.Procurement.Version,
        AuthorityId = review.Procurement.AuthorityId,
        AuthorityName = review.Procurement.AuthorityName,
        UnitName = review.Procurement.UnitName,
        Content = ProcurementContent.Of(review.Procurement),
        Regime = review.Procurement.Regime,
        RegimeReason = review.Procurement.RegimeReason,
        Proposal = new RegimeProposalResponse(review.Proposal.Regime, review.Proposal.Code, review.Proposal.Sentence, review.Proposal.Paragraph, review.Proposal.Verified, review.Proposal.Sources),
        EstimatedValueOre = review.Procurement.EstimatedValueOre,
        LawDate = review.LawDate,
        CreatedAt = review.Procurement.CreatedAt,
        Lots = [.. review.Procurement.Lots.Select(lot => LotResponse.Of(lot, review.Procurement) with { LegalBasis = review.LegalBases.GetValueOrDefault(lot.Number)?.ValueText })],
        Warnings = [.. review.Warnings.Select(warning => new WarningResponse(warning.Code, warning.Level, warning.Sentence, warning.Paragraph, warning.LotNumber))],
        Missing = [.. review.Missing.Select(item => new MissingResponse(ApiProblem.JsonPath(item.Field), item.Code, item.Sentence, item.LotId, item.LotNumber))],
    };
}

public sealed record RegimeProposalResponse(Regime? Regime, string Code, string Message, string Paragraph, bool Verified, IReadOnlyList<string> Sources);

public sealed record WarningResponse(string Code, WarningLevel Level, string Message, string Paragraph, int? LotNumber);

public sealed record MissingResponse(string Field, string Code, string Message, Guid? LotId, int? LotNumber);

public sealed record LotResponse
{
    public required Guid Id { get; init; }
    public required Guid ProcurementId { get; init; }

    /// <summary>The procurement's version, which a change of the lot is based on.</summary>
    public required int Version { get; init; }
    public required int Number { get; init; }
    public required LotContent Content { get; init; }
    public required ReservationBasis ReservationBasis { get; init; }
    public string? Justification { get; init; }

    /// <summary>The sentence of law that the documents carry; only when the lot is read with its procurement.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LegalBasis { get; init; }

    public static LotResponse Of(Lot lot, Procurement procurement) => new()
    {
        Id = lot.Id,
        ProcurementId = procurement.Id,
        Version = procurement.Version,
        Number = lot.Number,
        Content = LotContent.Of(lot),
        ReservationBasis = lot.ReservationBasis,
        Justification = lot.Justification,
    };
}

public sealed record CopyProcurementRequest(string CaseNumber, string Title, bool WithRequirements = false, bool WithReservations = false)
{
    public CopyProcurement ToCopy(Guid id) => new() { Id = id, CaseNumber = CaseNumber, Title = Title, WithRequirements = WithRequirements, WithReservations = WithReservations };
}

public sealed record DecideRegimeRequest(Regime Regime, string? RegimeReason = null);

public sealed record ReservationRequest(ReservationBasis ReservationBasis, string? Justification = null);
