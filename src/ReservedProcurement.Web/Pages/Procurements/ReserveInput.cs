using ReservedProcurement.Core.Procurements.Lots;

namespace ReservedProcurement.Web.Pages.Procurements;

public sealed class ReserveInput
{
    public ReservationBasis? ReservationBasis { get; set; }

    public string? Justification { get; set; }

    public int Version { get; set; }
}
