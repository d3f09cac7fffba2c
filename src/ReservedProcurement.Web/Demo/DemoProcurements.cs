using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.PlainLanguage.Comparing;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Lots;
using static ReservedProcurement.Web.Demo.DemoAccounts;

namespace ReservedProcurement.Web.Demo;

/// <summary>Three procurements at three stages: with documents written, with something missing, and just begun.</summary>
public sealed class DemoProcurements(
    CreateProcurementHandler create,
    AddLotHandler addLot,
    ReserveLotHandler reserve,
    DecideRegimeHandler decide,
    WriteDocumentPackHandler writeDocuments,
    AddComparedDocumentsHandler compare,
    TimeProvider clock)
{
    private const long Krona = 100;

    public async Task FillAsync(Actor actor, Guid authorityId, Guid workUnit, Guid technicalUnit, CancellationToken cancellationToken)
    {
        await AddReadyAsync(actor, authorityId, workUnit, cancellationToken);
        await AddHalfwayAsync(actor, authorityId, technicalUnit, cancellationToken);
        Expect(await create.HandleAsync(actor, new CreateProcurement { AuthorityId = authorityId, UnitId = workUnit, CaseNumber = "EXK 2026/31", Title = "Skanning av byggnadsritningar" }, cancellationToken));
    }

    private async Task AddReadyAsync(Actor actor, Guid authorityId, Guid unitId, CancellationToken cancellationToken)
    {
        var procurement = Expect(await create.HandleAsync(actor, Complete(authorityId, unitId), cancellationToken));
        var start = ContractStart;
        var lot = Expect(await addLot.HandleAsync(
            actor,
            new AddLot
            {
                ProcurementId = procurement.Id,
                Version = procurement.Version,
                Title = "Arbetsträning i kök och café",
                Description = "Tio platser för arbetsträning. Deltagarna lagar mat, bakar och möter gäster tillsammans med en handledare.",
                MainCpv = "85312510-7",
                NutsCode = "SE332",
                EstimatedValueOre = 2_400_000 * Krona,
                Volume = "10 platser, cirka 20 timmar i veckan var",
                ContractStart = start,
                ContractEnd = start.AddYears(2).AddDays(-1),
                Options = "Kommunen får förlänga avtalet med ett år.",
                Requirements =
                [
                    Must("En handledare finns på plats när deltagarna arbetar.", "Deltagarna ska få stöd hela dagen.", "En beskrivning av bemanningen, högst en sida"),
                    Must("Varje deltagare har en egen plan som följs upp varje månad.", "Alla ska se sina framsteg.", "Ett exempel på en plan, utan personuppgifter"),
                    new RequirementContent { RequirementKind = RequirementKind.Should, Wording = "Arbetsplatsen nås med buss.", Purpose = "Fler ska kunna ta sig dit." },
                ],
            },
            cancellationToken));
        lot = Expect(await reserve.HandleAsync(
            actor,
            new ReserveLot(lot.Id, lot.Version, ReservationBasis.SocialIntegrationSupplier, "Kommunen vill att fler ska kunna få en väg till arbete. Det finns flera sociala företag som kan utföra tjänsten."),
            cancellationToken));
        lot = Expect(await addLot.HandleAsync(
            actor,
            new AddLot
            {
                ProcurementId = procurement.Id,
                Version = lot.Version,
                Title = "Yrkesutbildning för deltagare",
                Description = "Korta kurser i livsmedelshygien och kassahantering.",
                MainCpv = "80530000-8",
                NutsCode = "SE332",
                EstimatedValueOre = 350_000 * Krona,
                Volume = "Cirka 40 deltagare om året",
                ContractStart = start,
                ContractEnd = start.AddYears(1).AddDays(-1),
                Requirements = [Must("Läraren har minst två års erfarenhet av vuxenutbildning.", "Kurserna ska passa ovana deltagare.", "Namn på kurser som läraren har hållit")],
            },
            cancellationToken));
        Expect(await decide.HandleAsync(actor, new DecideRegime(procurement.Id, lot.Version, Regime.Annex2, "Vi annonserar så att alla som vill kan lämna anbud."), cancellationToken));
        Expect(await writeDocuments.HandleAsync(actor, new WriteDocumentPack(procurement.Id), cancellationToken));
        Expect(await compare.HandleAsync(actor, new AddComparedDocuments(procurement.Id, [new FileToCompare(OrdinaryDocument.FileName, OrdinaryDocument.Write())]), cancellationToken));
    }

    private async Task AddHalfwayAsync(Actor actor, Guid authorityId, Guid unitId, CancellationToken cancellationToken)
    {
        var procurement = Expect(await create.HandleAsync(
            actor,
            new CreateProcurement
            {
                AuthorityId = authorityId,
                UnitId = unitId,
                CaseNumber = "EXK 2026/24",
                Title = "Skötsel av parker och gångvägar",
                Description = "Kommunen köper skötsel av grönytor och snöröjning av gångvägar.",
                PublishOn = Today.AddDays(60),
            },
            cancellationToken));
        var version = procurement.Version;
        foreach (var (title, cpv, kronor) in new[] { ("Markskötsel", "77314000-4", 900_000L), ("Ogräsröjning", "77312000-0", 250_000L), ("Snöröjning av gångvägar", "90620000-9", 1_600_000L) })
        {
            var lot = Expect(await addLot.HandleAsync(
                actor,
                new AddLot { ProcurementId = procurement.Id, Version = version, Title = title, MainCpv = cpv, NutsCode = "SE332", EstimatedValueOre = kronor * Krona },
                cancellationToken));
            version = lot.Version;
        }
    }

    private CreateProcurement Complete(Guid authorityId, Guid unitId) => new()
    {
        AuthorityId = authorityId,
        UnitId = unitId,
        CaseNumber = "EXK 2026/17",
        Title = "Arbetsträningsplatser",
        Description = "Kommunen köper platser där människor som står långt från arbetsmarknaden får arbetsträna med stöd.",
        ContactName = "Ulla Upphandlare",
        ContactEmail = $"upphandlare{Domain}",
        ContactPhone = "070-174 06 06",
        PublishOn = Today.AddDays(14),
        QuestionsUntil = Today.AddDays(32),
        AnswersBy = Today.AddDays(36),
        TendersUntil = Today.AddDays(46),
        TendersUntilTime = "23:59",
        TendersValidUntil = Today.AddDays(166),
        ContractStartsOn = ContractStart,
        HowToSubmit = "Lämna anbudet i kommunens system för upphandling. Där finns också alla dokument.",
        Evaluation = "Vi väljer det anbud som uppfyller alla skakrav och har lägst pris per plats.",
        CountingRule = "Vi räknar antalet personer som sysselsätts hos leverantören den dag anbudet lämnas. Praktik och arbetsträning räknas.",
    };

    private DateOnly Today => SwedishTime.Today(clock);

    /// <summary>After the standstill, while tenders still hold.</summary>
    private DateOnly ContractStart => new(Today.AddDays(140).Year, Today.AddDays(140).Month, 1);

    private static RequirementContent Must(string wording, string purpose, string proof) => new() { RequirementKind = RequirementKind.Must, Wording = wording, Purpose = purpose, Proof = proof };
}
