using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.PlainLanguage;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Documents;

public sealed class PackContentTests
{
    private const int LongestSentence = 24;
    private const double HighestLix = 40;

    [Test]
    public async Task Write_EveryTemplate_InEveryRegimeAndGround_IsAValidFileWithoutFieldsLeft(
        [Values] Regime regime,
        [Values(null, ReservationBasis.SocialIntegrationSupplier, ReservationBasis.ShelteredEmploymentProgramme, ReservationBasis.PublicServiceMission, ReservationBasis.NonProfitOrganisation)] ReservationBasis? basis)
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddReadyProcurementAsync(authority, regime, basis, lots: 3);
        var review = await installation.ReviewAsync(authority.ProcurementOfficer, procurement);
        if (!review.IsReadyForDocuments)
        {
            // A ground that the regime has no sentence for: nothing is written.
            Assert.That(basis is not null && ReservationRulesHaveNoSentence(basis.Value, regime), Is.True, review.Missing[0].Sentence);
            return;
        }

        var texts = await TextsAsync(installation, authority, procurement, [.. DocumentPacks.ChoicesFor(review, new DateOnly(2026, 9, 14)).Select(choice => choice.Template.Key)]);

        Assert.That(texts, Has.Count.GreaterThan(9));
        Assert.That(texts.Values, Has.None.Contains("{{").And.None.Contains("}}"));
        await AssertEasyToReadAsync(installation, authority, procurement);
    }

    /// <summary>What suppliers read, and the notice that is made from it.</summary>
    private static async Task AssertEasyToReadAsync(TestInstallation installation, TestAuthority authority, Guid procurement)
    {
        var packs = (await installation.Get<ListDocumentsHandler>().HandleAsync(authority.Reader, procurement, CancellationToken.None)).Must();
        var language = (await installation.Get<MeasurePackHandler>().HandleAsync(authority.Reader, packs[0].Id, CancellationToken.None)).Must();
        var hard = language.Documents
            .Where(document => document.Card!.LongestSentences[0].Words > LongestSentence || document.Card.Figures.Lix >= HighestLix)
            .Select(document => $"{document.TemplateKey}: LIX {document.Card!.Figures.Lix}, {document.Card.LongestSentences[0].Words} ord: {document.Card.LongestSentences[0].Text}");

        Assert.That(hard, Is.Empty);
        Assert.That(language.Documents.SelectMany(document => document.Card!.Officialese).Select(found => found.Word), Has.None.EqualTo("tillämpa").And.None.EqualTo("fullgöra"));
    }

    [Test]
    public async Task Write_OnlyWhatIsRequired_LeavesNoEmptyListItemsInWhatSuppliersRead()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddReadyProcurementAsync(authority, change: lot => lot with { Requirements = [] });

        var texts = await TextsAsync(installation, authority, procurement, "det-har-koper-vi", "kravspecifikation", "anbudsformular");

        Assert.That(texts["kravspecifikation"], Does.Contain("Vi har inga fler krav än det som står här.").And.Not.Contain("Ska-krav"));
        Assert.That(texts["anbudsformular"], Does.Not.Contain("Så uppfyller du kravet"));
    }

    [TestCase(null, false)]
    [TestCase(ReservationBasis.NonProfitOrganisation, true)]
    [TestCase(ReservationBasis.PublicServiceMission, true)]
    public async Task ProcurementDocument_WithoutTheShareOf418_AsksForNoDeclaration(ReservationBasis? basis, bool asksForOtherProof)
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddReadyProcurementAsync(authority, basis: basis);

        var text = (await TextsAsync(installation, authority, procurement, "upphandlingsdokument-forenklat"))["upphandlingsdokument-forenklat"];

        Assert.That(text, Does.Not.Contain("försäkran").IgnoreCase);
        Assert.That(text.Contains("Underlag som visar att ni uppfyller villkoren", StringComparison.Ordinal), Is.EqualTo(asksForOtherProof));
    }

    [TestCase(ReservationBasis.SocialIntegrationSupplier, "res-ws", "no", false)]
    [TestCase(ReservationBasis.ShelteredEmploymentProgramme, "none eller res-ws", "yes", true)]
    [TestCase(ReservationBasis.PublicServiceMission, "res-pub-ser", "no", false)]
    [TestCase(ReservationBasis.NonProfitOrganisation, "res-pub-ser", "no", true)]
    public async Task Notice_EachGround_HasItsCodesAndSaysWhatIsNotConfirmed(ReservationBasis basis, string participation, string execution, bool unconfirmed)
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddReadyProcurementAsync(authority, basis: basis);

        var lines = (await TextsAsync(installation, authority, procurement, "annonstext"))["annonstext"].Split('\n');

        Assert.That(After(lines, "BT-71 Reserverad upphandling"), Is.EqualTo(participation));
        Assert.That(After(lines, "BT-736 Reserverat utförande"), Is.EqualTo(execution));
        Assert.That(After(lines, "BT-06 Strategisk upphandling"), Is.EqualTo("soc-obj"));
        Assert.That(After(lines, "BT-775 Socialt mål"), Is.EqualTo("opp"));
        Assert.That(lines.Any(line => line.StartsWith("Inte bekräftat:", StringComparison.Ordinal) && line.Contains("kodlistan reserved-procurement", StringComparison.Ordinal)), Is.EqualTo(unconfirmed));
    }

    [Test]
    public async Task Notice_LotThatIsNotReserved_HasNoneAndLeavesTheRestToTheOfficer()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddReadyProcurementAsync(authority, basis: null);

        var lines = (await TextsAsync(installation, authority, procurement, "annonstext"))["annonstext"].Split('\n');

        Assert.That(After(lines, "BT-71 Reserverad upphandling"), Is.EqualTo("none"));
        Assert.That(After(lines, "BT-06 Strategisk upphandling"), Is.EqualTo("Välj värde"));
    }

    [TestCase(Regime.AboveThreshold, "12 kap. 11 §", "12 kap. 13 §", "4 kap. 5 §")]
    [TestCase(Regime.Chapter19, "19 kap. 13–14 §§", "19 kap. 20 §", "19 kap. 4 §")]
    [TestCase(Regime.Annex2, "19 kap. 13–14 §§", "19 kap. 20 §", "19 kap. 4 §")]
    public async Task Rules_EachRegime_NamesItsOwnParagraphs(Regime regime, string answers, string reasons, string jointTenders)
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddReadyProcurementAsync(authority, regime);

        var text = (await TextsAsync(installation, authority, procurement, "upphandlingsforeskrifter"))["upphandlingsforeskrifter"];

        Assert.That(text, Does.Contain($"minst 6 dagar före sista dagen för anbud ({answers} LOU)").And.Contain($"inom 15 dagar ({reasons} LOU)").And.Contain($"({jointTenders} LOU)"));
    }

    [Test]
    public async Task Summary_ManyLots_SaysWhichAreReservedAndAsksForEachProofOnce()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddReadyProcurementAsync(authority, lots: 4);
        var lot = (await installation.ReviewAsync(authority.ProcurementOfficer, procurement)).Procurement.Lots[1];
        var version = (await installation.ReviewAsync(authority.ProcurementOfficer, procurement)).Procurement.Version;
        (await installation.Get<ReserveLotHandler>().HandleAsync(authority.ProcurementOfficer, new ReserveLot(lot.Id, version, ReservationBasis.None, null), CancellationToken.None)).Must();

        var text = (await TextsAsync(installation, authority, procurement, "det-har-koper-vi"))["det-har-koper-vi"];

        Assert.That(text, Does.Contain("Gäller delkontrakt 1, 3 och 4.").And.Contain("Gäller delkontrakt 2. Alla leverantörer får lämna anbud."));
        Assert.That(text.Split("Kort beskrivning av bemanningen"), Has.Length.EqualTo(2));
    }

    [TestCase(null, "Fråga Åsa Exempel, asa.exempel@exempelstad.se.")]
    [TestCase("dataskyddsombud@exempelstad.example", "Vårt dataskyddsombud når du på dataskyddsombud@exempelstad.example.")]
    public async Task PersonalData_InEveryDocumentThatNamesIt_SaysTheSame(string? email, string sentence)
    {
        string[] documents = ["upphandlingsforeskrifter", "forsakran-reservationsvillkor", "upphandlingsdokument-forenklat"];
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        (await installation.Get<ChangeAuthorityHandler>().HandleAsync(authority.Administrator, new ChangeAuthority { Id = authority.Id, Version = 1, Name = "Exempelstads kommun", DataProtectionEmail = email }, CancellationToken.None)).Must();
        var procurement = await installation.AddReadyProcurementAsync(authority);

        var texts = await TextsAsync(installation, authority, procurement, documents);

        Assert.That(texts.Values, Has.All.Contains(sentence).And.All.Contains("Vårt stöd i dataskyddsreglerna är att köpet är en uppgift av allmänt intresse").And.None.Contains("[köparen"));
    }

    [TestCase(false, true)]
    [TestCase(true, false)]
    public async Task Summary_PlaceAndTermOfTheLots_StandOnceWhenTheyAreTheSame(bool differ, bool once)
    {
        var number = 0;
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddReadyProcurementAsync(authority, lots: 2, change: lot => lot with { ContractEnd = new DateOnly(2028 + (differ ? number++ : 0), 12, 31) });

        var text = (await TextsAsync(installation, authority, procurement, "det-har-koper-vi"))["det-har-koper-vi"];

        Assert.That(text.Contains("Var och när: Norrbottens län, 1 januari 2027 till och med 31 december 2028.", StringComparison.Ordinal), Is.EqualTo(once));
        Assert.That(text.Contains("2027-01-01 till 2029-12-31", StringComparison.Ordinal), Is.EqualTo(differ));
    }

    [TestCase(new[] { 2 }, "delkontrakt 2")]
    [TestCase(new[] { 1, 2 }, "delkontrakt 1 och 2")]
    [TestCase(new[] { 1, 2, 3 }, "delkontrakt 1–3")]
    [TestCase(new[] { 1, 2, 4, 6, 7, 8, 20 }, "delkontrakt 1, 2, 4, 6–8 och 20")]
    public void LotRanges_Numbers_AreShort(int[] numbers, string expected) => Assert.That(LotRanges.Text(numbers), Is.EqualTo(expected));

    [Test]
    public async Task DatedValues_EveryGroundAndRegime_HasWhatTheDocumentsSay()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var values = await installation.Database.ReadAsync(DatedValues.LoadAsync, CancellationToken.None);
        var date = new DateOnly(2026, 10, 1);
        string[] advertised = [DatedCodes.Regimes.AboveThreshold, DatedCodes.Regimes.BelowThreshold];
        string[] rules = [DatedCodes.Rules.Answers, DatedCodes.Rules.Reasons, DatedCodes.Rules.Documentation, DatedCodes.Rules.AwardNotice, DatedCodes.Rules.JointTender, DatedCodes.Rules.Capacity];

        Assert.That(advertised.SelectMany(regime => rules.Select(rule => DatedCodes.Section(rule, regime))).Concat(advertised.Select(DatedCodes.Opening)).Where(code => values.Text(code, date) is null), Is.Empty);
        Assert.That(Enum.GetValues<ReservationBasis>().Where(basis => basis != ReservationBasis.None).Where(basis => values.Text(DatedCodes.PlainBasis(ReservationGrounds.Code(basis)), date) is null), Is.Empty);
    }

    private static bool ReservationRulesHaveNoSentence(ReservationBasis basis, Regime regime) =>
        regime == Regime.Chapter19a || (regime == Regime.AboveThreshold && basis is ReservationBasis.PublicServiceMission or ReservationBasis.NonProfitOrganisation);

    private static string After(string[] lines, string label) => lines[Array.IndexOf(lines, label) + 1];

    internal static async Task<Dictionary<string, string>> TextsAsync(TestInstallation installation, TestAuthority authority, Guid procurement, params string[] templates)
    {
        var pack = (await installation.Get<WriteDocumentPackHandler>().HandleAsync(authority.ProcurementOfficer, new WriteDocumentPack(procurement, templates), CancellationToken.None)).Must();
        Dictionary<string, string> texts = [];
        foreach (var document in pack.Documents)
        {
            var file = (await installation.Get<GetDocumentFileHandler>().HandleAsync(authority.Reader, document.Id, CancellationToken.None)).Must();
            Assert.That(WordFile.Faults(file.Content), Is.Empty, document.FileName);
            texts.Add(document.TemplateKey, WordFile.Text(file.Content));
        }

        return texts;
    }
}
