using ReservedProcurement.Core.Register;
using ReservedProcurement.Web.Forms;

namespace ReservedProcurement.Web.Pages.Register;

public static class AreaChoices
{
    public static IReadOnlyList<Choice> All { get; } =
    [
        new(nameof(ServiceAreaKind.Offers), "Ja, det erbjuds"),
        new(nameof(ServiceAreaKind.WantsToGrowInto), "Nej, men företaget vill växa inom det"),
    ];
}
