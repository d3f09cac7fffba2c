using System.ComponentModel;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;

namespace ReservedProcurement.Web.Api.Procurements;

/// <summary>Which procurements a list or an export holds: <c>[AsParameters] ProcurementFilter filter</c>.</summary>
public sealed record ProcurementFilter(
    [property: Description("Sökord i titel eller diarienummer.")] string? Text,
    Guid? AuthorityId,
    Guid? UnitId,
    [property: Description("aboveThreshold, chapter19, annex2 eller chapter19a.")] string? Regime,
    [property: Description("none, some eller all.")] string? Reserved,
    [property: Description("Året för annonseringen, eller året då upphandlingen påbörjades.")] int? Year,
    [property: Description("newest, caseNumber, title, tendersUntil eller estimatedValue.")] string? Sort,
    bool? Descending)
{
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
