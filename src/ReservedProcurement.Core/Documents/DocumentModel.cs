using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Law;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.Core.Register.OrganisationNumbers;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.Documents;

/// <summary>What the documents say of a procurement: the values of <see cref="DocumentFields"/>.</summary>
internal static class DocumentModel
{
    public static TemplateModel Of(ProcurementReview review, Authority authority, DatedValueSet values, ShippedTemplate template, DateOnly today)
    {
        var procurement = review.Procurement;
        return TemplateModel.Create(model =>
        {
            model.Add("myndighet.namn", authority.Name);
            model.Add("myndighet.organisationsnummer", OrganisationNumber.TryParse(authority.OrganisationNumber, out var number) ? number.ToString() : null);
            model.Add("myndighet.postadress", authority.PostalAddress);
            model.Add("myndighet.webbplats", authority.Website);
            model.Add("enhet.namn", procurement.UnitName);
            AddProcurement(model, review, values);
            model.AddList("delar", procurement.Lots, (group, lot) => AddLot(group, lot, review.LegalBases.GetValueOrDefault(lot.Number)));
            model.AddList("bilagor", Attachments(procurement), (group, text) => group.Add("text", text));
            model.Add("dokument.datum", today);
            model.Add("dokument.mall", template.Title);
            model.Add("dokument.mallversion", template.Version);
        });
    }

    private static void AddProcurement(TemplateGroup model, ProcurementReview review, DatedValueSet values)
    {
        var procurement = review.Procurement;
        var reserved = procurement.Lots.Count(lot => lot.IsReserved);
        model.AddGroup("upphandling", group => group
            .Add("diarienummer", procurement.CaseNumber)
            .Add("titel", procurement.Title)
            .Add("beskrivning", procurement.Description)
            .Add("forfarande", procurement.Regime is { } regime ? Texts.Name(regime) : null)
            .Add("forfarandeText", RegimeSentence(review, values))
            .Add("fragorSenast", procurement.QuestionsUntil)
            .Add("svarSenast", procurement.AnswersBy)
            .Add("anbudSenast", procurement.TendersUntil)
            .Add("anbudSenastTid", procurement.TendersUntilTime?.Replace(':', '.'))
            .Add("anbudGiltigTill", procurement.TendersValidUntil)
            .Add("avtalsstart", procurement.ContractStartsOn)
            .Add("inlamning", procurement.HowToSubmit)
            .Add("kontakt.namn", procurement.ContactName)
            .Add("kontakt.epost", procurement.ContactEmail)
            .Add("kontakt.telefon", procurement.ContactPhone)
            .Add("reserverad", reserved > 0)
            .Add("heltReserverad", reserved > 0 && reserved == procurement.Lots.Count)
            .Add("delvisReserverad", reserved > 0 && reserved < procurement.Lots.Count)
            .Add("punkt1", procurement.Lots.Any(lot => lot.ReservationBasis == ReservationBasis.SocialIntegrationSupplier))
            .Add("punkt2", procurement.Lots.Any(lot => lot.ReservationBasis == ReservationBasis.ShelteredEmploymentProgramme))
            .AddMoney("uppskattatVarde", procurement.EstimatedValueOre)
            .Add("avtalssparr", StandstillSentence(procurement.Regime, review.LawDate, values))
            .Add("utvardering", procurement.Evaluation)
            .Add("andelsprocent", HasIntegrationShare(procurement) ? values.Percent(DatedCodes.IntegrationShare, review.LawDate) : null)
            .Add("berakningssatt", procurement.CountingRule)
            .Add("antalDelar", procurement.Lots.Count));
    }

    private static void AddLot(TemplateGroup group, Lot lot, DatedValue? legalBasis) => group
        .Add("nr", lot.Number)
        .Add("titel", lot.Title)
        .Add("beskrivning", lot.Description)
        .Add("cpvKod", lot.MainCpv?.ToString())
        .Add("cpvNamn", lot.MainCpv is { } cpv ? CpvCatalogue.Swedish.Find(cpv.Code)?.Name : null)
        .Add("plats", Place(lot))
        .AddMoney("varde", lot.EstimatedValueOre)
        .Add("volym", lot.Volume)
        .Add("avtalstid", Term(lot))
        .Add("optioner", lot.Options)
        .Add("reserverad", lot.IsReserved)
        .Add("andelskrav", ReservationRules.HasIntegrationShare(lot.ReservationBasis))
        .Add("reservation.rubrik", lot.IsReserved ? Texts.Name(lot.ReservationBasis) : null)
        .Add("reservation.text", legalBasis?.ValueText)
        .Add("reservation.motivering", lot.Justification)
        .Add("antalKrav", lot.Requirements.Count)
        .AddList("krav", lot.Requirements, (row, requirement) => row
            .Add("nr", requirement.Number)
            .Add("text", requirement.Wording)
            .Add("syfte", requirement.Purpose)
            .Add("bevis", requirement.Proof)
            .Add("ska", requirement.RequirementKind == RequirementKind.Must)
            .Add("typ", requirement.RequirementKind == RequirementKind.Must ? "Ska" : "Bör"));

    /// <summary>Whether any lot asks for the share of 4 kap. 18 § second paragraph, so that a declaration of it belongs to the tender.</summary>
    public static bool HasIntegrationShare(Procurement procurement) => procurement.Lots.Any(lot => ReservationRules.HasIntegrationShare(lot.ReservationBasis));

    private static string? RegimeSentence(ProcurementReview review, DatedValueSet values)
    {
        if (review.Procurement.Regime is not { } regime)
        {
            return null;
        }

        // The sentence of the law gives value or subject as the ground. It is only true of a regime that the rules themselves led to.
        return regime == review.Proposal.Regime
            ? values.Text(DatedCodes.Regime(Code(regime)), review.LawDate)
            : $"Myndigheten har valt detta förfarande. Skäl: {review.Procurement.RegimeReason}";
    }

    private static string Code(Regime regime) => regime switch
    {
        Regime.AboveThreshold => DatedCodes.Regimes.AboveThreshold,
        Regime.Annex2 => DatedCodes.Regimes.Annex2,
        Regime.Chapter19a => DatedCodes.Regimes.DirectAward,
        _ => DatedCodes.Regimes.BelowThreshold,
    };

    private static string? StandstillSentence(Regime? regime, DateOnly date, DatedValueSet values) =>
        regime is not null and not Regime.Chapter19a
        && values.Days(DatedCodes.StandstillElectronic, date) is { } electronic
        && values.Days(DatedCodes.StandstillOtherMeans, date) is { } other
            ? $"Efter underrättelsen väntar vi innan vi skriver avtal. Väntetiden kallas avtalsspärr (20 kap. 1 § LOU). Den är minst {electronic} dagar när underrättelsen skickas elektroniskt, annars minst {other} dagar."
            : null;

    private static string? Place(Lot lot)
    {
        var municipality = Municipalities.Find(lot.MunicipalityCode)?.Name;
        var region = NutsRegions.Find(lot.NutsCode)?.Name;
        return municipality is null || region is null ? municipality ?? region : $"{municipality}, {region}";
    }

    private static string? Term(Lot lot) => lot is { ContractStart: { } start, ContractEnd: { } end }
        ? $"{SwedishTime.Day(start)} till och med {SwedishTime.Day(end)}"
        : null;

    /// <summary>The declaration, and for each requirement what shows that it is met.</summary>
    private static IEnumerable<string> Attachments(Procurement procurement)
    {
        var withShare = procurement.Lots.Where(lot => ReservationRules.HasIntegrationShare(lot.ReservationBasis)).Select(lot => lot.Number).ToList();
        if (withShare.Count > 0)
        {
            yield return $"{ShippedTemplates.ReservationDeclaration.Title}, om du lämnar anbud på {LotNumbers.Text(withShare)}";
        }

        foreach (var lot in procurement.Lots)
        {
            foreach (var requirement in lot.Requirements.Where(requirement => requirement is { RequirementKind: RequirementKind.Must, Proof: not null }))
            {
                yield return $"Delkontrakt {lot.Number}, krav {requirement.Number}: {requirement.Proof}";
            }
        }
    }
}
