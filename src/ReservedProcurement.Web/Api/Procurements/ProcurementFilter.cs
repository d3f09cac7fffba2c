using System.ComponentModel;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;

namespace ReservedProcurement.Web.Api.Procurements;

/// <summary>Which procurements a list or an export holds: <c>[AsParameters] ProcurementFilter filter</c>.</summary>
public sealed record ProcurementFilter
{
    [Description("Sökord i titel eller diarienummer.")]
    public string? Text { get; init; }

    public Guid? AuthorityId { get; init; }

    public Guid? UnitId { get; init; }

    [Description("aboveThreshold, chapter19, annex2 eller chapter19a.")]
    public string? Regime { get; init; }

    [Description("none, some eller all.")]
    public string? Reserved { get; init; }

    [Description("Året för annonseringen, eller året då upphandlingen påbörjades.")]
    public int? Year { get; init; }

    [Description("newest, caseNumber, title, tendersUntil eller estimatedValue.")]
    public string? Sort { get; init; }

    public bool? Descending { get; init; }

    /// <summary>The search, or which of the choices there is no such value of.</summary>
    public Result<FindProcurements> ToRequest(int page = 1, int pageSize = FindProcurements.LargestPage)
    {
        if (!QueryChoice.TryRead<Regime>(Regime, out var regime))
        {
            return Problem.OnField(nameof(Regime), "field.unknown-choice");
        }

        if (!QueryChoice.TryRead<ReservedPart>(Reserved, out var reserved))
        {
            return Problem.OnField(nameof(Reserved), "field.unknown-choice");
        }

        if (!QueryChoice.TryRead<ProcurementSort>(Sort, out var sort))
        {
            return Problem.OnField(nameof(Sort), "field.unknown-choice");
        }

        return new FindProcurements
        {
            Text = Text,
            AuthorityId = AuthorityId,
            UnitId = UnitId,
            Regime = regime,
            Reserved = reserved,
            Year = Year,
            Sort = sort ?? ProcurementSort.Newest,
            Descending = Descending ?? false,
            Page = page,
            PageSize = pageSize,
        };
    }
}
