using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Documents.ReturnedForms;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.TestKit;
using Form = ReservedProcurement.Core.Documents.ReturnedForms.ReturnedForm;

namespace ReservedProcurement.Core.Tests.Documents.ReturnedForms;

public sealed class ReadReturnedFormsTests
{
    private TestInstallation _installation = null!;
    private TestAuthority _authority = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _installation = await TestInstallation.CreateAsync();
        _authority = await _installation.AddAuthorityAsync();
    }

    [TearDown]
    public async Task DisposeAsync() => await _installation.DisposeAsync();

    [Test]
    public async Task Tender_FilledIn_IsReadAsFactsOfTheProcurement()
    {
        var enterprise = await _installation.AddSocialEnterpriseAsync(content => content with { Name = "Exempelvik i registret", OrganisationNumber = SocialEnterprises.EconomicAssociationNumber });
        var (procurement, blank) = await WriteAsync(ShippedTemplates.TenderForm, lots: 2);

        var form = await ReadAsync(procurement, ReturnedFormFiles.Tender(blank)
            .Tick("delar.1.krav.2.uppfylls", "delar.2.lamnas", "delar.2.krav.1.uppfylls").Type("delar.2.pris", "1 250,50").Type("delar.2.prisenhet", "Per dag").Type("delar.2.priskommentar", "Lunch ingår."));

        var tender = form.Tender!;
        Assert.That(form.Remarks.Select(remark => remark.Code), Is.EqualTo(new[] { ReturnedFormSentences.DeclarationMissing }));
        Assert.That((form.FileName, form.MadeFrom!.TemplateKey, form.MadeFrom.IsFoundByLikeness), Is.EqualTo(("Anbud.docx", "anbudsformular", false)));
        Assert.That((tender.Supplier.Name, tender.Supplier.OrganisationNumber, tender.Supplier.Registered!.Id, tender.Supplier.Registered.Name), Is.EqualTo(("Kooperativet Exempelvik", "799999-0018", enterprise.Id, "Exempelvik i registret")));
        Assert.That((tender.Supplier.ContactName, tender.Supplier.Email, tender.Supplier.Phone), Is.EqualTo(("Testa Exempelsson", "testa@exempelvik.se", (string?)null)));
        Assert.That(tender.Lots.Select(lot => (lot.Number, lot.Title, lot.IsTendered, lot.Price!.Ore, lot.Unit, lot.Comment)), Is.EqualTo(new[]
        {
            (1, "Arbetsträning 1", true, (long?)450_000_00, "Per år", (string?)null), (2, "Arbetsträning 2", true, 1_250_50, "Per dag", "Lunch ingår."),
        }));
        Assert.That(tender.Lots[0].Requirements.Select(requirement => (requirement.Number, requirement.RequirementKind, requirement.Wording, requirement.IsMet, requirement.Answer)), Is.EqualTo(new[]
        {
            (1, (RequirementKind?)RequirementKind.Must, "Det finns en handledare på plats varje dag.", true, "Två handledare är på plats varje dag."),
            (2, RequirementKind.Should, "Arbetsplatsen nås med buss.", true, null),
        }));
        Assert.That(tender.Signature, Is.EqualTo(new ReturnedSignature(null, new DateOnly(2026, 11, 1), "Testa Exempelsson", null)));
    }

    [Test]
    public async Task Tender_WithAnswersLeftOut_SaysWhichAndForWhichLot()
    {
        var (procurement, blank) = await WriteAsync(ShippedTemplates.TenderForm, lots: 3);

        var form = await ReadAsync(procurement, new FilledForm(blank)
            .Type("foretag", "Exempelvik").Type("organisationsnummer", "799999-0019").Tick("gemensamt", "delar.1.lamnas", "delar.2.lamnas")
            .Type("delar.2.pris", "enligt bilaga").Type("delar.2.prisenhet", "Per dag").Type("delar.3.pris", "100"));

        Assert.That(form.Remarks.Select(remark => remark.Sentence), Is.EquivalentTo(new[]
        {
            "De här svaren saknas: kontaktperson, e-post eller telefon, datum för underskriften, namn på den som skriver under, vilka som lämnar anbudet tillsammans.",
            "Organisationsnumret går inte att använda. Kontrollsiffran stämmer inte. Någon siffra är felskriven eller så har två siffror bytt plats.",
            "Delkontrakt 1: de här svaren saknas: pris, vad priset gäller.",
            "Delkontrakt 1: de här ska-kraven är inte ikryssade: 1.",
            "Delkontrakt 2: priset går inte att läsa som ett belopp. Läs vad som står.",
            "Delkontrakt 2: de här ska-kraven är inte ikryssade: 1.",
            "Delkontrakt 3: det finns ett pris, men rutan för att lämna anbud är inte ikryssad.",
        }));
        Assert.That((form.Supplier!.OrganisationNumber, form.Supplier.OrganisationNumberText), Is.EqualTo(((string?)null, "799999-0019")));
        Assert.That((form.Tender!.Lots[1].Price!.Ore, form.Tender.Lots[1].Price!.Text), Is.EqualTo(((long?)null, "enligt bilaga")));
    }

    [Test]
    public async Task Tender_InTheSingleDocument_IsReadTheSameWay()
    {
        var (procurement, blank) = await WriteAsync(ShippedTemplates.ProcurementDocument, lots: 2);

        var form = await ReadAsync(procurement, new FilledForm(blank)
            .Type("foretag", "Exempelvik").Type("organisationsnummer", SocialEnterprises.LimitedCompanyNumber).Type("kontakt", "Testa").Type("kontaktvag", "070-123 45 67")
            .Type("datum", "1 november 2026").Type("undertecknare", "Testa, ordförande")
            .Tick("delar.2.delkontrakt", "skakrav").Type("delar.2.pris", "12 500 kr per månad"));

        var lot = form.Tender!.TenderedLots.Single();
        Assert.That((lot.Number, lot.Price!.Ore, lot.Unit, form.Tender.MeetsAllMustRequirements), Is.EqualTo((2, (long?)12_500_00, "per månad", (bool?)true)));
        Assert.That(form.Supplier!.ContactDetails, Is.EqualTo("070-123 45 67"));
        Assert.That(form.Remarks.Select(remark => remark.Code), Is.EqualTo(new[] { ReturnedFormSentences.DeclarationMissing }));
    }

    [Test]
    public async Task Conditions_OfAReservationUnderChapter19_AreReadWithTheirGround()
    {
        var procurement = await _installation.AddReadyProcurementAsync(_authority, basis: ReservationBasis.PublicServiceMission);
        var blank = await _installation.WriteFormAsync(_authority, procurement, ShippedTemplates.TenderForm);
        _installation.Clock.SetUtcNow(ReturnedFormFiles.AfterTheDeadline);

        var without = await ReadAsync(procurement, ReturnedFormFiles.Tender(blank));
        var with = await ReadAsync(procurement, ReturnedFormFiles.Tender(blank).Tick("grunder.1.villkor").Type("grunder.1.villkor-underlag", "Stadgarna 2 §"));

        Assert.That(without.Remarks.Select(remark => remark.Code), Is.EqualTo(new[] { ReturnedFormSentences.ConditionNotMet }));
        Assert.That(with.Remarks, Is.Empty);
        Assert.That(with.Tender!.Conditions.Single(), Is.EqualTo(new ReturnedCondition(Texts.Name(ReservationBasis.PublicServiceMission), true, "Stadgarna 2 §")));
    }

    [Test]
    public async Task Declaration_FilledIn_IsCountedAgain()
    {
        var (procurement, blank) = await WriteAsync(ShippedTemplates.ReservationDeclaration);

        var form = await ReadAsync(procurement, ReturnedFormFiles.Declaration(blank).Type("intygas-av", "Revisorn Exempel AB"));

        var share = form.Declaration!.Share;
        Assert.That(form.Remarks, Is.Empty);
        Assert.That((share.Occupied, share.TargetGroup, share.Computed, share.Stated, share.Required, share.IsReached), Is.EqualTo(((decimal?)12, (decimal?)5, (decimal?)41.7m, (decimal?)41.7m, (int?)30, (bool?)true)));
        Assert.That((share.MeasuredOn, share.CountedIn, form.Declaration!.CertifiedBy), Is.EqualTo(((DateOnly?)new DateOnly(2026, 10, 30), "Personer", "Revisorn Exempel AB")));
        Assert.That((form.Declaration.IsForIntegration, form.Declaration.IsShelteredWorkshop, form.Declaration.PurposeDocument), Is.EqualTo((true, false, "Stadgar")));
        Assert.That(form.Declaration.Lots, Is.EqualTo(new[] { 1 }));
        Assert.That(form.Declaration.Promises, Has.Count.EqualTo(5).And.All.Matches<ReturnedPromise>(promise => promise!.IsGiven));
    }

    [Test]
    public async Task Declaration_ThatDoesNotAddUp_SaysHow()
    {
        var (procurement, blank) = await WriteAsync(ShippedTemplates.ReservationDeclaration);

        var low = await ReadAsync(procurement, ReturnedFormFiles.Declaration(blank).Type("sysselsatta", "200").Type("malgrupp", "59").Type("andel", "30 %").Type("matdatum", "2027-01-01"));
        var odd = await ReadAsync(procurement, ReturnedFormFiles.Declaration(blank).Type("sysselsatta", "4").Type("malgrupp", "5"));
        var words = await ReadAsync(procurement, ReturnedFormFiles.Declaration(blank).Type("sysselsatta", "ett dussin"));

        Assert.That(low.Remarks.Select(remark => remark.Sentence), Is.EqualTo(new[] { "Andelen är 29,5 procent räknad på antalen. Lagen kräver minst 30 procent.", "Mätdagen är senare än i dag." }));
        Assert.That(odd.Remarks.Select(remark => remark.Code), Is.EqualTo(new[] { ReturnedFormSentences.CountsImpossible }));
        Assert.That(words.Remarks.Select(remark => remark.Code), Is.EqualTo(new[] { ReturnedFormSentences.CountsNotRead }));
    }

    [Test]
    public async Task Forms_OfOneFirm_AreSeenTogether()
    {
        var (procurement, tender) = await WriteAsync(ShippedTemplates.TenderForm);
        var declaration = await _installation.WriteFormAsync(_authority, procurement, ShippedTemplates.ReservationDeclaration);
        _installation.Clock.SetUtcNow(ReturnedFormFiles.AfterTheDeadline);

        var both = await HandleAsync(procurement, ("Anbud.docx", ReturnedFormFiles.Tender(tender).ToBytes()), ("Försäkran.docx", ReturnedFormFiles.Declaration(declaration).ToBytes()));
        var twice = await HandleAsync(procurement, ("Anbud 1.docx", ReturnedFormFiles.Tender(tender).ToBytes()), ("Anbud 2.docx", ReturnedFormFiles.Tender(tender).ToBytes()));

        Assert.That(both.Must().Forms.SelectMany(form => form.Remarks), Is.Empty);
        Assert.That(twice.Must().Forms.Select(form => form.Remarks[0].Code), Is.All.EqualTo(ReturnedFormSentences.SameFormTwice));
    }

    [Test]
    public async Task SoleTraders_Number_IsShownAsInTheRegister_AndHiddenInOtherTexts()
    {
        var (procurement, blank) = await WriteAsync(ShippedTemplates.TenderForm);

        var form = await ReadAsync(procurement, ReturnedFormFiles.Tender(blank).Type("organisationsnummer", SocialEnterprises.SoleTraderNumber).Type("utvardering", $"Ring {SocialEnterprises.SoleTraderNumber}."));

        Assert.That(form.Supplier!.OrganisationNumber, Is.EqualTo("800101-0001"));
        Assert.That(form.Tender!.Evaluation, Is.EqualTo("Ring [personnummer dolt]."));
        Assert.That(form.Remarks.Select(remark => remark.Code), Is.EquivalentTo(new[] { ReturnedFormSentences.SoleTrader, ReturnedFormSentences.PersonalNumberHidden, ReturnedFormSentences.DeclarationMissing }));
    }

    [Test]
    public async Task Form_WhoseLotsHaveBeenRemoved_SaysWhichDoNotExist()
    {
        var (procurement, blank) = await WriteAsync(ShippedTemplates.TenderForm, lots: 2);
        var review = await _installation.ReviewAsync(_authority.ProcurementOfficer, procurement);
        (await _installation.Get<RemoveLotHandler>().HandleAsync(_authority.ProcurementOfficer, new RemoveLot(review.Procurement.Lots[1].Id, review.Procurement.Version), CancellationToken.None)).Must();

        var form = await ReadAsync(procurement, ReturnedFormFiles.Tender(blank).Tick("delar.2.lamnas").Type("delar.2.pris", "10").Type("delar.2.prisenhet", "Per dag"));

        Assert.That(form.Remarks.Select(remark => remark.Sentence), Does.Contain("Formuläret har svar om delkontrakt 2, som inte finns i upphandlingen."));
        Assert.That(form.Remarks.Select(remark => remark.Code), Does.Contain(ReturnedFormSentences.Outdated));
        Assert.That(form.Tender!.Lots.Select(lot => (lot.Number, lot.Title)), Is.EqualTo(new[] { (1, "Arbetsträning 1"), (2, null) }));
    }

    [Test]
    public async Task NotAForm_DamagedOrEmpty_IsToldAtItsNameAndStopsNoOther()
    {
        var (procurement, blank) = await WriteAsync(ShippedTemplates.TenderForm);
        var rules = await _installation.WriteFormAsync(_authority, procurement, ShippedTemplates.Rules);
        _installation.Clock.SetUtcNow(ReturnedFormFiles.AfterTheDeadline);
        var tender = ReturnedFormFiles.Tender(blank).ToBytes();

        var read = (await HandleAsync(
            procurement,
            ("C:\\anbud\\Trasig.docx", tender[..^200]),
            ("Bild.docx", [1, 2, 3]),
            ("Tom.docx", []),
            ("Stor.docx", new byte[ReadReturnedForms.LargestFile + 1]),
            ("Föreskrifter.docx", rules),
            ("Annat.docx", MadeWordFile.OfText("Hej")),
            ("Anbud.docx", tender))).Must();

        Assert.That(read.Forms.Select(form => form.FileName), Is.EqualTo(new[] { "Trasig.docx", "Bild.docx", "Tom.docx", "Stor.docx", "Föreskrifter.docx", "Annat.docx", "Anbud.docx" }));
        Assert.That(read.Forms.Select(form => form.NotRead is null), Is.EqualTo(new[] { false, false, false, false, false, false, true }));
        Assert.That(read.Forms[0].NotRead, Does.StartWith("Filen går inte att läsa. ").And.EndWith("."));
        Assert.That(read.Forms[1].NotRead, Is.EqualTo("Filen går inte att läsa. Filen är inget Word-dokument (.docx)."));
        Assert.That(read.Forms[3].NotRead!.Replace('\u00a0', ' '), Is.EqualTo("Filen är 10,1 MB. En fil får vara högst 10 MB."));
        Assert.That(read.Forms[4].NotRead, Does.Contain("Upphandlingsföreskrifter"));
        Assert.That(read.Forms[5].NotRead, Does.StartWith("Filen liknar inget av formulären"));
    }

    [Test]
    public async Task Form_OfAnotherProcurement_IsNotReadHoweverAlike()
    {
        var (_, other) = await WriteAsync(ShippedTemplates.TenderForm);
        var (procurement, _) = await WriteAsync(ShippedTemplates.TenderForm);

        var form = await ReadAsync(procurement, ReturnedFormFiles.Tender(other));

        Assert.That(form.NotRead, Is.EqualTo("Filen är inte gjord från något dokument i den här upphandlingen. Den kan höra till en annan upphandling."));
        Assert.That((form.Tender, form.MadeFrom), Is.EqualTo(((ReturnedTender?)null, (FormOrigin?)null)));
    }

    [Test]
    public async Task Form_ThatLostItsNumber_IsFoundByLikenessAmongTheForms()
    {
        var (procurement, tender) = await WriteAsync(ShippedTemplates.TenderForm, lots: 2);
        await _installation.WriteFormAsync(_authority, procurement, ShippedTemplates.ProcurementDocument);
        var declaration = await _installation.WriteFormAsync(_authority, procurement, ShippedTemplates.ReservationDeclaration);

        var first = await ReadAsync(procurement, ReturnedFormFiles.Tender(tender).WithoutId());
        var second = await ReadAsync(procurement, ReturnedFormFiles.Declaration(declaration).WithoutId());

        Assert.That((first.MadeFrom!.TemplateKey, second.MadeFrom!.TemplateKey), Is.EqualTo(("anbudsformular", "forsakran-reservationsvillkor")));
        Assert.That(first.MadeFrom.IsFoundByLikeness, Is.True);
        Assert.That(first.Remarks.Select(remark => remark.Code), Does.Contain(ReturnedFormSentences.FoundByLikeness));
        Assert.That(first.Tender!.Lots[0].Price!.Ore, Is.EqualTo(450_000_00));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Form_ThatLostTheNamesOfItsControls_IsReadByPlaceAndSaysSo(bool losesId)
    {
        var (procurement, blank) = await WriteAsync(ShippedTemplates.TenderForm, lots: 2);
        var returned = ReturnedFormFiles.Tender(blank).WithoutTags();

        var form = await ReadAsync(procurement, losesId ? returned.WithoutId() : returned);

        Assert.That(form.NotRead, Is.Null);
        Assert.That((form.Supplier!.OrganisationNumber, form.Tender!.Lots[0].Price!.Ore, form.Tender.Lots[0].IsFoundByPlace, form.Tender.Lots[1].IsFoundByPlace), Is.EqualTo(("799999-0018", (long?)450_000_00, true, false)));
        Assert.That(form.Tender.Lots[0].Requirements[0].IsMet, Is.True);
        Assert.That(form.Remarks.Select(remark => remark.Sentence), Has.Some.Match("^(\\d+) av \\1 ifyllda svar har hittats efter var de står"));
        Assert.That(form.Remarks.Any(remark => remark.Code == ReturnedFormSentences.FoundByLikeness), Is.EqualTo(losesId));
    }

    [TestCase(Regime.Annex2, "Formulären får inte läsas än. Anbud kan lämnas till och med 2026-11-02 klockan 23:59, svensk tid. Anbuden är hemliga, så tjänsten låter ingen läsa dem förrän tiden har gått ut.")]
    [TestCase(Regime.AboveThreshold, "Formulären får inte läsas än. Anbud kan lämnas till och med 2026-11-02 klockan 23:59, svensk tid. Ingen får ta del av anbuden förrän tiden har gått ut (12 kap. 10 § LOU).")]
    public async Task Deadline_NotPassed_IsRefusedToTheMinuteInSwedishTime(Regime regime, string sentence)
    {
        var procurement = await _installation.AddReadyProcurementAsync(_authority, regime, change: lot => lot with { EstimatedValueOre = 90_000_000_00 });
        var blank = await _installation.WriteFormAsync(_authority, procurement, ShippedTemplates.TenderForm);
        var file = ("Anbud.docx", ReturnedFormFiles.Tender(blank).ToBytes());
        var end = new DateTimeOffset(2026, 11, 2, 23, 0, 0, TimeSpan.Zero);

        _installation.Clock.SetUtcNow(end.AddSeconds(-1));
        var before = await HandleAsync(procurement, file);
        _installation.Clock.SetUtcNow(end);
        var after = await HandleAsync(procurement, file);

        Assert.That((before.Problem!.Kind, Texts.Sentence(before.Problem)), Is.EqualTo((ProblemKind.Refused, sentence)));
        Assert.That(after.Must().Forms.Single().Tender, Is.Not.Null);
    }

    [Test]
    public async Task Request_ByOthersOrWithNoOrTooManyFiles_IsRefused()
    {
        var (procurement, blank) = await WriteAsync(ShippedTemplates.TenderForm);
        var other = await _installation.AddAuthorityAsync("Annanstads kommun");
        var file = new FileToRead("Anbud.docx", blank);
        var handler = _installation.Get<ReadReturnedFormsHandler>();

        Task<Result<Core.Documents.ReturnedForms.ReturnedForms>> ByAsync(Actor actor, params FileToRead[] files) => handler.HandleAsync(actor, new ReadReturnedForms(procurement, files), CancellationToken.None);

        Assert.That((await ByAsync(_authority.Reader, file)).Problem, Is.EqualTo(CommonProblems.NotAllowed));
        Assert.That((await ByAsync(_authority.Reporter, file)).Problem, Is.EqualTo(CommonProblems.NotAllowed));
        Assert.That((await ByAsync(other.Administrator, file)).Problem, Is.EqualTo(CommonProblems.NoSuchRecord));
        Assert.That((await ByAsync(_authority.ProcurementOfficer)).Problem!.Fields.Single().Code, Is.EqualTo(ReturnedFormProblems.NoFileChosen));
        Assert.That((await ByAsync(_authority.ProcurementOfficer, [.. Enumerable.Repeat(file, ReadReturnedForms.MostAtOnce + 1)])).Problem!.Fields.Single().Code, Is.EqualTo(ReturnedFormProblems.TooManyAtOnce));
    }

    [Test]
    public async Task Reading_LeavesNothingBehind()
    {
        var (procurement, blank) = await WriteAsync(ShippedTemplates.TenderForm);
        const string CountSql = "select (select count(*) from AuditEntries) + (select count(*) from GeneratedDocuments) + (select count(*) from OutboxMessages)";
        var before = await _installation.SingleAsync<int>(CountSql);

        await ReadAsync(procurement, ReturnedFormFiles.Tender(blank));

        Assert.That(await _installation.SingleAsync<int>(CountSql), Is.EqualTo(before));
    }

    private async Task<(Guid Procurement, byte[] Blank)> WriteAsync(ShippedTemplate template, int lots = 1)
    {
        var procurement = await _installation.AddReadyProcurementAsync(_authority, lots: lots);
        var blank = await _installation.WriteFormAsync(_authority, procurement, template);
        _installation.Clock.SetUtcNow(ReturnedFormFiles.AfterTheDeadline);
        return (procurement, blank);
    }

    private async Task<Form> ReadAsync(Guid procurement, FilledForm form)
    {
        _installation.Clock.SetUtcNow(ReturnedFormFiles.AfterTheDeadline);
        return (await HandleAsync(procurement, ("Anbud.docx", form.ToBytes()))).Must().Forms.Single();
    }

    private Task<Result<Core.Documents.ReturnedForms.ReturnedForms>> HandleAsync(Guid procurement, params (string Name, byte[] Content)[] files) =>
        _installation.Get<ReadReturnedFormsHandler>().HandleAsync(
            _authority.ProcurementOfficer, new ReadReturnedForms(procurement, [.. files.Select(file => new FileToRead(file.Name, file.Content))]), CancellationToken.None);
}
