using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Law;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.Documents;

/// <summary>What the documents say of one lot: the list <c>delar</c>.</summary>
internal static class LotFields
{
    private const string ReservedParticipation = "bt-71";
    private const string ReservedExecution = "bt-736";
    private const string StrategicProcurement = "bt-06";
    private const string SocialObjective = "bt-775";

    public static void Add(TemplateGroup group, Lot lot, ProcurementReview review, DatedValueSet values)
    {
        group
            .Add("nr", lot.Number)
            .Add("titel", lot.Title)
            .Add("beskrivning", lot.Description)
            .Add("cpvKod", lot.MainCpv?.ToString())
            .Add("cpvNamn", lot.MainCpv is { } cpv ? CpvCatalogue.Swedish.Find(cpv.Code)?.Name : null)
            .Add("cpvSiffror", lot.MainCpv?.Code.Digits)
            .Add("cpvFler", lot.Cpv.Count > 1 ? string.Join(", ", lot.ExtraCpv) : null)
            .Add("nutsKod", lot.NutsCode)
            .Add("plats", Place(lot))
            .Add("ort", Town(lot))
            .AddMoney("varde", lot.EstimatedValueOre)
            .Add("volym", lot.Volume)
            .Add("avtalstid", Term(lot))
            .Add("forstaDag", lot.ContractStart)
            .Add("sistaDag", lot.ContractEnd)
            .Add("optioner", lot.Options)
            .Add("reserverad", lot.IsReserved)
            .Add("andelskrav", ReservationRules.HasIntegrationShare(lot.ReservationBasis))
            .Add("reservation.rubrik", lot.IsReserved ? Texts.Name(lot.ReservationBasis) : null)
            .Add("reservation.text", LawText.Unbroken(review.LegalBases.GetValueOrDefault(lot.Number)?.ValueText))
            .Add("reservation.motivering", lot.Justification);
        AddEForms(group, lot, review.LawDate, values);
        AddRequirements(group, lot);
    }

    private static void AddEForms(TemplateGroup group, Lot lot, DateOnly date, DatedValueSet values)
    {
        var basis = ReservationGrounds.Code(lot.ReservationBasis);
        var participation = values.Find(DatedCodes.EForms(ReservedParticipation, basis), date);
        group
            .Add("eforms.bt71", participation?.ValueText)
            .Add("eforms.bt71Anm", participation is { Verified: false } ? LawText.Unbroken($"Inte bekräftat: {participation.Source}.") : null)
            .Add("eforms.bt736", values.Text(DatedCodes.EForms(ReservedExecution, basis), date))
            .Add("eforms.bt06", lot.IsReserved ? values.Text(DatedCodes.EForms(StrategicProcurement, DatedCodes.Bases.Reserved), date) : null)
            .Add("eforms.bt775", lot.IsReserved ? values.Text(DatedCodes.EForms(SocialObjective, DatedCodes.Bases.Reserved), date) : null)
            .Add("eforms.bt777", lot.IsReserved ? lot.Justification : null);
    }

    private static void AddRequirements(TemplateGroup group, Lot lot) => group
        .Add("antalKrav", lot.Requirements.Count)
        .Add("harKrav", lot.Requirements.Count > 0)
        .Add("harSkakrav", lot.Requirements.Any(requirement => requirement.RequirementKind == RequirementKind.Must))
        .Add("harBorkrav", lot.Requirements.Any(requirement => requirement.RequirementKind == RequirementKind.Should))
        .AddList("krav", lot.Requirements, (row, requirement) => row
            .Add("nr", requirement.Number)
            .Add("text", requirement.Wording)
            .Add("syfte", requirement.Purpose)
            .Add("bevis", requirement.Proof)
            .Add("ska", requirement.RequirementKind == RequirementKind.Must)
            .Add("typ", requirement.RequirementKind == RequirementKind.Must ? "Ska" : "Bör"));

    private static string? Place(Lot lot)
    {
        var municipality = Municipalities.Find(lot.MunicipalityCode)?.Name;
        var region = NutsRegions.Find(lot.NutsCode)?.Name;
        return municipality is null || region is null ? municipality ?? region : $"{municipality}, {region}";
    }

    private static string? Term(Lot lot) => lot is { ContractStart: { } start, ContractEnd: { } end }
        ? $"{SwedishTime.LongDay(start)} till och med {SwedishTime.LongDay(end)}"
        : null;

    private static string? Town(Lot lot) => Municipalities.Find(lot.MunicipalityCode)?.Name ?? NutsRegions.Find(lot.NutsCode)?.Name;

    /// <summary>Said once where it is the same for all lots; null when it is not, or when there is only one.</summary>
    public static string? PlaceAndTermOfAll(Procurement procurement) =>
        procurement.Lots.Count > 1 && procurement.Lots.Select(lot => (Town(lot), Term(lot))).Distinct().ToList() is [({ } town, { } term)]
            ? $"{town}, {term}"
            : null;
}
