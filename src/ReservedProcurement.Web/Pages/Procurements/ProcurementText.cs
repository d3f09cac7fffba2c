using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.PlainLanguage.Advising;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Law;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.Web.Display;
using ReservedProcurement.Web.Forms;

namespace ReservedProcurement.Web.Pages.Procurements;

/// <summary>The words, tones and addresses that several procurement pages share.</summary>
public static class ProcurementText
{
    public static Tone Tone(ReservedPart part) => part == ReservedPart.None ? Display.Tone.Neutral : Display.Tone.Good;

    public static ReservedPart Reserved(Procurement procurement) => procurement.Lots.Count(lot => lot.IsReserved) switch
    {
        0 => ReservedPart.None,
        var count when count == procurement.Lots.Count => ReservedPart.All,
        _ => ReservedPart.Some,
    };

    public static string Lots(int count) => count == 1 ? "1 delkontrakt" : $"{count} delkontrakt";

    /// <summary>The short form for a list; the long name stands on the procurement's own page.</summary>
    public static string InShort(Regime regime) => regime switch
    {
        Regime.AboveThreshold => "Över tröskelvärdet",
        Regime.Chapter19 => "19 kap.",
        Regime.Annex2 => "Bilaga 2",
        _ => "19 a kap.",
    };

    /// <summary>The short form for a tag; the long name stands on the pages that explain.</summary>
    public static string Section(ReservationBasis basis) => basis switch
    {
        ReservationBasis.SocialIntegrationSupplier => "4 kap. 18 § p. 1",
        ReservationBasis.ShelteredEmploymentProgramme => "4 kap. 18 § p. 2",
        ReservationBasis.PublicServiceMission => "19 kap. 25 §",
        ReservationBasis.NonProfitOrganisation => "19 kap. 25 a §",
        _ => "Nej",
    };

    public static string Place(Lot lot) => string.Join(", ", new[] { Municipalities.Find(lot.MunicipalityCode)?.Name, NutsRegions.Find(lot.NutsCode)?.Name }.OfType<string>());

    public static string Cpv(CpvInput cpv) => CpvCatalogue.Swedish.Find(cpv.Code) is { } entry ? $"{cpv} {entry.Name}" : cpv.ToString();

    /// <summary>The page and the field where what is missing can be filled in.</summary>
    public static string Address(Guid procurementId, MissingItem item) => (item.LotId, item.Field) switch
    {
        ({ } lot, nameof(Lot.ReservationBasis) or nameof(Lot.Justification)) => $"/upphandlingar/{procurementId}/delkontrakt/{lot}/reservera#Input-{item.Field}",
        ({ } lot, _) => $"/upphandlingar/{procurementId}/delkontrakt/{lot}/andra#Input-{item.Field}",
        (null, nameof(Procurement.Lots)) => $"/upphandlingar/{procurementId}/delkontrakt/nytt",
        (null, nameof(Procurement.Regime) or nameof(Procurement.RegimeReason)) => $"/upphandlingar/{procurementId}/regler#Input-{item.Field}",
        _ => $"/upphandlingar/{procurementId}/andra#Input-{item.Field}",
    };

    /// <summary>The page and the field where a text can be changed.</summary>
    public static string Address(Guid procurementId, TextAdvice advice)
    {
        var field = FieldId.Of($"{PageResults.InputPrefix}.{advice.Field}");
        return (advice.LotId, advice.Field) switch
        {
            ({ } lot, nameof(Lot.Justification)) => $"/upphandlingar/{procurementId}/delkontrakt/{lot}/reservera#{field}",
            ({ } lot, _) => $"/upphandlingar/{procurementId}/delkontrakt/{lot}/andra#{field}",
            _ => $"/upphandlingar/{procurementId}/andra#{field}",
        };
    }

    public static IReadOnlyList<Choice> RegimeChoices { get; } = Choices.Of<Regime>(regime => regime switch
    {
        Regime.AboveThreshold => "Värdet når tröskelvärdet och det är inte tjänster enligt bilaga 2. Hela LOU utom 19 och 19 a kap. gäller (1 kap. 4 §).",
        Regime.Chapter19 => "Värdet är lägre än tröskelvärdet och upphandlingen annonseras (19 kap. 1 §).",
        Regime.Annex2 => "Till exempel arbetsträning, café och catering. 19 kap. gäller oavsett värde (1 kap. 4 §).",
        _ => "Utan annons. Tillåten när värdet är lägre än gränsen för direktupphandling (19 a kap. 2 §).",
    });

    public static IReadOnlyList<Choice> BasisChoices { get; } = Choices.Of<ReservationBasis>(basis => basis switch
    {
        ReservationBasis.None => "Alla leverantörer får lämna anbud.",
        ReservationBasis.SocialIntegrationSupplier => "Bara den vars främsta syfte är social och yrkesmässig integration av personer med funktionsnedsättning eller som har svårt att komma in på arbetsmarknaden, och där de är minst 30 procent av dem som sysselsätts. Det här passar oftast för ASF. 4 kap. 18 § första stycket 1 LOU.",
        ReservationBasis.ShelteredEmploymentProgramme => "Kontraktet ska utföras inom ett program för skyddad anställning, till exempel hos Samhall. Passar sällan för ASF. 4 kap. 18 § första stycket 2 LOU.",
        ReservationBasis.PublicServiceMission => "Bara organisationer som har ett offentligt uppdrag som syfte, återinvesterar sin vinst och styrs med personal, användare eller andra berörda. Bara för vissa tjänster i bilaga 2, och i högst tre år. 19 kap. 25 § LOU.",
        _ => "Bara idéburna organisationer vars allmännyttiga syfte bidrar till det som tjänsten är till för. Bara för vissa tjänster i bilaga 2. 19 kap. 25 a § LOU.",
    });

    public static IReadOnlyList<Choice> RequirementKindChoices { get; } = Choices.Of<RequirementKind>();

    public static IReadOnlyList<Choice> CountyChoices { get; } = [.. NutsRegions.Counties.Select(county => new Choice(county.Code, county.Name))];

    public static IReadOnlyList<Choice> MunicipalityChoices { get; } = [.. Municipalities.All.Select(municipality => new Choice(municipality.Code, municipality.Name))];

    /// <summary>The open units of an authority, and the one that is already chosen even if it has been closed since.</summary>
    public static IReadOnlyList<Choice> UnitChoices(Authority? authority, Guid? chosen) =>
        Choices.From((authority?.Units ?? []).Where(unit => !unit.IsClosed || unit.Id == chosen), unit => unit.Id, unit => unit.Name);
}
