using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.Appearance;
using ReservedProcurement.Core.Documents.Templates;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Law;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.Core.Register.OrganisationNumbers;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.Documents;

/// <summary>All that the documents of a procurement are written from.</summary>
/// <param name="Review">The procurement, with what the rules say of it.</param>
/// <param name="Authority">The authority that buys.</param>
/// <param name="Logo">Its logotype; null when none is chosen.</param>
/// <param name="Values">Amounts, times and sentences of law.</param>
/// <param name="Today">The day the documents are written.</param>
internal sealed record DocumentFacts(ProcurementReview Review, Authority Authority, LogoFile? Logo, DatedValueSet Values, DateOnly Today)
{
    /// <summary>The meeting whose notes are written; null for all other documents.</summary>
    public MeetingFacts? Meeting { get; init; }

    /// <summary>What has been told in the dialogue before the procurement.</summary>
    public DialogueFacts Dialogue { get; init; } = DialogueFacts.None;
}

/// <summary>What the documents say of a procurement: the values of <see cref="DocumentFields"/>.</summary>
internal static class DocumentModel
{
    public static TemplateModel Of(DocumentFacts facts, DocumentTemplate template, Guid documentId)
    {
        var (review, authority, logo, values, today) = (facts.Review, facts.Authority, facts.Logo, facts.Values, facts.Today);
        var procurement = review.Procurement;
        return TemplateModel.Create(model =>
        {
            model.Add("myndighet.namn", authority.Name);
            model.Add("myndighet.organisationsnummer", OrganisationNumber.TryParse(authority.OrganisationNumber, out var number) ? number.ToString() : null);
            model.Add("myndighet.postadress", authority.PostalAddress);
            model.Add("myndighet.webbplats", authority.Website);
            model.Add("myndighet.dataskydd", DataProtectionContact.Of(authority));
            model.AddImage("myndighet.logotyp", logo?.Content, logo?.Text ?? "");
            model.Add("enhet.namn", procurement.UnitName);
            AddProcurement(model, review, values, facts.Dialogue);
            RuleFields.Add(model, RegimeOf(review), review.LawDate, values);
            ReservationGrounds.Add(model, review, values);
            model.AddList("underlag", Proofs(procurement), (group, proof) => group.Add("vad", proof.Text).Add("delkontrakt", proof.Lots));
            model.AddList("delar", procurement.Lots, (group, lot) => LotFields.Add(group, lot, review, values));
            model.AddList("bilagor", Attachments(procurement), (group, text) => group.Add("text", text));
            MeetingFacts.Add(model, facts.Meeting);
            DialogueFacts.Add(model, facts.Dialogue);
            model.Add("dokument.datum", today);
            model.Add("dokument.mall", template.Title);
            model.Add("dokument.mallversion", template.RecordedVersion);
            model.Add("dokument.id", documentId.ToString());
        });
    }

    private static void AddProcurement(TemplateGroup model, ProcurementReview review, DatedValueSet values, DialogueFacts dialogue)
    {
        var procurement = review.Procurement;
        var reserved = procurement.Lots.Count(lot => lot.IsReserved);
        model.AddGroup("upphandling", group => group
            .Add("diarienummer", procurement.CaseNumber)
            .Add("titel", procurement.Title)
            .Add("beskrivning", procurement.Description)
            .Add("forfarande", procurement.Regime is { } regime ? LawText.Unbroken(Texts.Name(regime)) : null)
            .Add("forfarandeText", LawText.Unbroken(RegimeSentence(review, values)))
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
            .Add("punkt1Delar", LotRanges.Some(procurement, lot => lot.ReservationBasis == ReservationBasis.SocialIntegrationSupplier))
            .Add("punkt2Delar", LotRanges.Some(procurement, lot => lot.ReservationBasis == ReservationBasis.ShelteredEmploymentProgramme))
            .AddMoney("uppskattatVarde", procurement.Lots.All(lot => lot.EstimatedValueOre is not null) ? procurement.EstimatedValueOre : null)
            .Add("avtalssparr", LawText.Unbroken(StandstillSentence(procurement.Regime, review.LawDate, values)))
            .Add("utvardering", procurement.Evaluation)
            .Add("andelsprocent", HasIntegrationShare(procurement) ? values.Percent(DatedCodes.IntegrationShare, review.LawDate) : null)
            .Add("andelsdelar", LotRanges.Some(procurement, lot => ReservationRules.HasIntegrationShare(lot.ReservationBasis)))
            .Add("berakningssatt", procurement.CountingRule)
            .Add("antalDelar", procurement.Lots.Count)
            .Add("flera", procurement.Lots.Count > 1)
            .Add("harDelar", procurement.Lots.Count > 0)
            .Add("antalReserverade", reserved)
            .Add("oreserveradeDelar", reserved > 0 ? LotRanges.Some(procurement, lot => !lot.IsReserved) : null)
            .Add("annanReservation", procurement.Lots.Any(lot => lot.ReservationBasis is ReservationBasis.PublicServiceMission or ReservationBasis.NonProfitOrganisation))
            .Add("langstaTid", IsForPublicServiceMission(procurement) && values.Months(DatedCodes.PublicServiceMissionTerm, review.LawDate) is { } longest ? SwedishTime.Months(longest) : null)
            .Add("karenstid", IsForPublicServiceMission(procurement) && values.Months(DatedCodes.PublicServiceMissionPause, review.LawDate) is { } pause ? SwedishTime.Months(pause) : null)
            .Add("varOchNar", LotFields.PlaceAndTermOfAll(procurement))
            .Add("overTroskel", RegimeOf(review) == Regime.AboveThreshold)
            .Add("underTroskel", RegimeOf(review) == Regime.Chapter19)
            .Add("bilaga2", RegimeOf(review) == Regime.Annex2)
            .Add("direkt", RegimeOf(review) == Regime.Chapter19a)
            .Add("annonsdag", procurement.PublishOn)
            .Add("lagdag", review.LawDate)
            .Add("odeladSkal", procurement.UndividedReason)
            .Add("harDialog", dialogue.Entries.Count > 0)
            .Add("dialogsida", dialogue.Page?.AbsoluteUri));
    }

    /// <summary>What the authority has decided, and before that what the rules propose: a meeting may be held before the decision.</summary>
    private static Regime? RegimeOf(ProcurementReview review) => review.Procurement.Regime ?? review.Proposal.Regime;

    /// <summary>Whether any lot asks for the share of 4 kap. 18 § second paragraph, so that a declaration of it belongs to the tender.</summary>
    public static bool HasIntegrationShare(Procurement procurement) => procurement.Lots.Any(lot => ReservationRules.HasIntegrationShare(lot.ReservationBasis));

    private static bool IsForPublicServiceMission(Procurement procurement) => procurement.Lots.Any(lot => lot.ReservationBasis == ReservationBasis.PublicServiceMission);

    private static string? RegimeSentence(ProcurementReview review, DatedValueSet values)
    {
        if (review.Procurement.Regime is not { } regime)
        {
            return null;
        }

        // The sentence of the law gives value or subject as the ground. It is only true of a regime that the rules themselves led to.
        return regime == review.Proposal.Regime
            ? values.Text(DatedCodes.Regime(regime == Regime.Annex2 && review.Proposal.IsWeighed ? DatedCodes.Regimes.Annex2Mixed : RuleFields.Code(regime)), review.LawDate)
            : $"Myndigheten har valt detta förfarande. Skäl: {review.Procurement.RegimeReason}";
    }

    private static string? StandstillSentence(Regime? regime, DateOnly date, DatedValueSet values) =>
        regime is not null and not Regime.Chapter19a
        && values.Days(DatedCodes.StandstillElectronic, date) is { } electronic
        && values.Days(DatedCodes.StandstillOtherMeans, date) is { } other
            ? $"Efter underrättelsen väntar vi innan vi skriver avtal. Väntetiden kallas avtalsspärr (20 kap. 1 § LOU). Den är minst {electronic} dagar när underrättelsen skickas elektroniskt, annars minst {other} dagar."
            : null;

    /// <summary>The declaration, or what shows that the other grounds are met, and for each requirement what shows that it is met.</summary>
    private static IEnumerable<string> Attachments(Procurement procurement)
    {
        var withShare = procurement.Lots.Where(lot => ReservationRules.HasIntegrationShare(lot.ReservationBasis)).Select(lot => lot.Number).ToList();
        if (withShare.Count > 0)
        {
            yield return $"{ShippedTemplates.ReservationDeclaration.Title}, om du lämnar anbud på {LotNumbers.Text(withShare)}";
        }

        foreach (var (text, lots) in OfOtherGrounds(procurement))
        {
            yield return lots is null ? text : $"{text} ({lots})";
        }

        foreach (var lot in procurement.Lots)
        {
            foreach (var requirement in lot.Requirements.Where(requirement => requirement is { RequirementKind: RequirementKind.Must, Proof: not null }))
            {
                yield return $"Delkontrakt {lot.Number}, krav {requirement.Number}: {requirement.Proof}";
            }
        }
    }

    /// <summary>What shows that somebody may tender on the grounds of 19 kap. 25 and 25 a §§, and that the must requirements are met: each text once with the lots that ask for it.</summary>
    private static IEnumerable<(string Text, string? Lots)> Proofs(Procurement procurement) =>
        [.. OfOtherGrounds(procurement), .. OfRequirements(procurement)];

    /// <summary>The declaration is of the share in 4 kap. 18 §. The law names no proof for the other grounds, so the organisation shows it as it can.</summary>
    private static IEnumerable<(string Text, string? Lots)> OfOtherGrounds(Procurement procurement) => procurement.Lots.Any(HasOtherGround)
        ? [("Underlag som visar att ni uppfyller villkoren för att få lämna anbud på det som är reserverat, till exempel stadgar och årsredovisning", LotRanges.Some(procurement, HasOtherGround))]
        : [];

    private static bool HasOtherGround(Lot lot) => lot.IsReserved && !ReservationRules.HasIntegrationShare(lot.ReservationBasis);

    private static IEnumerable<(string Text, string? Lots)> OfRequirements(Procurement procurement) => procurement.Lots
        .SelectMany(lot => lot.Requirements)
        .Where(requirement => requirement.RequirementKind == RequirementKind.Must)
        .Select(requirement => requirement.Proof)
        .OfType<string>()
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Select(proof => (proof, LotRanges.Some(procurement, lot => lot.Requirements.Any(requirement =>
            requirement.RequirementKind == RequirementKind.Must && string.Equals(requirement.Proof, proof, StringComparison.OrdinalIgnoreCase)))));
}
