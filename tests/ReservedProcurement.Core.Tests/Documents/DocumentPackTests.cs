using System.IO.Compression;
using System.Security.Cryptography;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Documents;

public sealed class DocumentPackTests
{
    private const string CountSql = "select count(*) from GeneratedDocuments";

    [Test]
    public async Task Write_CompleteProcurement_GivesValidDocumentsThatSayWhatWasEntered()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await ReadyAsync(installation, authority);

        var pack = (await WriteAsync(installation, authority.ProcurementOfficer, procurement)).Must();
        var files = await FilesAsync(installation, authority.Reader, pack);

        Assert.That(pack.Documents.Select(document => document.TemplateKey), Is.EqualTo(new[]
        {
            "annonstext", "det-har-koper-vi", "upphandlingsforeskrifter", "kravspecifikation", "anbudsformular", "forsakran-reservationsvillkor", "avtalsutkast",
        }));
        foreach (var (document, file) in pack.Documents.Zip(files))
        {
            Assert.That(WordFile.Faults(file.Content), Is.Empty, document.FileName);
            Assert.That(WordFile.Text(file.Content), Does.Not.Contain("{{").And.Not.Contain("}}"), document.FileName);
            Assert.That(document.Sha256, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(file.Content))));
            Assert.That(document.Size, Is.EqualTo(file.Content.Length));
        }

        var text = WordFile.Text(files[3].Content);
        Assert.That(text, Does.Contain("Exempelstads kommun").And.Contain("85312510-7").And.Contain("Yrkesrehabilitering").And.Contain("Norrbottens län"));
        Assert.That(WordFile.Text(files[2].Content), Does.Contain("2 november 2026").And.Contain("klockan 23.59"));
        Assert.That(text, Does.Contain("3 000 000 kr"));
        Assert.That(files.Select(file => WordFile.Title(file.Content)), Has.All.Contains("Arbetsträningsplatser"));
    }

    [Test]
    public async Task Write_LegalSentence_ComesFromDatedDataOfTheRegime()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await ReadyAsync(installation, authority);

        var pack = (await WriteAsync(installation, authority.ProcurementOfficer, procurement, ShippedTemplates.Rules.Key)).Must();
        var text = WordFile.Text((await FilesAsync(installation, authority.Reader, pack)).Single().Content);

        var sentence = await installation.SingleAsync<string>("select ValueText from DatedValues where Code = 'reservation.lou-4-18-1.annex-2' and ValidTo is null");
        Assert.That(text, Does.Contain(sentence));
        Assert.That(text, Does.Contain("30"));
    }

    [Test]
    public async Task Write_Declaration_OffersOnlyTheGroundThatIsReservedAndCarriesTheLaw()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var pack = (await WriteAsync(installation, authority.ProcurementOfficer, await ReadyAsync(installation, authority), ShippedTemplates.ReservationDeclaration.Key)).Must();

        var declaration = WordFile.Text((await FilesAsync(installation, authority.Reader, pack)).Single().Content);

        Assert.That(declaration, Does.Contain("Företaget är en skyddad verkstad.").And.Not.Contain("inom ett program för skyddad anställning."));
        Assert.That(declaration, Does.Contain("4 kap. 18 §"));
    }

    [Test]
    public async Task Write_NothingReserved_LeavesOutTheDeclarationAndTheShare()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await ReadyAsync(installation, authority, reserve: false);

        var pack = (await WriteAsync(installation, authority.ProcurementOfficer, procurement)).Must();
        var texts = (await FilesAsync(installation, authority.Reader, pack)).Select(file => WordFile.Text(file.Content));

        Assert.That(pack.Documents.Select(document => document.TemplateKey), Has.None.EqualTo(ShippedTemplates.ReservationDeclaration.Key).And.Count.EqualTo(6));
        Assert.That(texts, Has.None.Contains("4 kap. 18 §"));
    }

    [Test]
    public async Task Write_NotReady_IsRefusedWithTheFirstMissingField_AndKeepsNothing()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddProcurementAsync(authority);

        var result = await WriteAsync(installation, authority.ProcurementOfficer, procurement.Id);

        Assert.That(result.Problem?.Code, Is.EqualTo(DocumentProblems.NotReady));
        Assert.That(await installation.SingleAsync<int>(CountSql), Is.Zero);
    }

    [Test]
    public async Task Write_ByReader_IsForbidden_AndByOtherAuthority_IsNotFound()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var other = await installation.AddAuthorityAsync("Låtsasköpings kommun");
        var procurement = await ReadyAsync(installation, authority);

        var byReader = await WriteAsync(installation, authority.Reader, procurement);
        var byOther = await WriteAsync(installation, other.ProcurementOfficer, procurement);

        Assert.That(byReader.Problem?.Kind, Is.EqualTo(ProblemKind.Forbidden));
        Assert.That(byOther.Problem?.Kind, Is.EqualTo(ProblemKind.NotFound));
    }

    [Test]
    public async Task Files_OfOtherAuthority_AreNotFound()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var other = await installation.AddAuthorityAsync("Låtsasköpings kommun");
        var pack = (await WriteAsync(installation, authority.ProcurementOfficer, await ReadyAsync(installation, authority))).Must();
        var files = installation.Get<GetDocumentFileHandler>();

        var document = await files.HandleAsync(other.Administrator, pack.Documents[0].Id, CancellationToken.None);
        var zip = await files.PackAsync(other.Administrator, pack.Id, CancellationToken.None);
        var list = await installation.Get<ListDocumentsHandler>().HandleAsync(other.Administrator, pack.Documents[0].ProcurementId, CancellationToken.None);

        Assert.That(new[] { document.Problem?.Kind, zip.Problem?.Kind, list.Problem?.Kind }, Is.All.EqualTo(ProblemKind.NotFound));
    }

    [Test]
    public async Task Write_Again_GivesANewPackAndLeavesTheOldOneAsItWas()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await ReadyAsync(installation, authority);
        var first = (await WriteAsync(installation, authority.ProcurementOfficer, procurement)).Must();
        var before = await FilesAsync(installation, authority.Reader, first);
        installation.Clock.Advance(TimeSpan.FromDays(1));

        var second = (await WriteAsync(installation, authority.ProcurementOfficer, procurement)).Must();
        var packs = (await installation.Get<ListDocumentsHandler>().HandleAsync(authority.Reader, procurement, CancellationToken.None)).Must();
        var after = await FilesAsync(installation, authority.Reader, first);

        Assert.That(packs.Select(pack => pack.Id), Is.EqualTo(new[] { second.Id, first.Id }));
        Assert.That(after.Select(file => file.Content), Is.EqualTo(before.Select(file => file.Content)));
    }

    [Test]
    public async Task Pack_AsZip_HoldsTheSameFiles()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var pack = (await WriteAsync(installation, authority.ProcurementOfficer, await ReadyAsync(installation, authority))).Must();

        var zip = (await installation.Get<GetDocumentFileHandler>().PackAsync(authority.Reader, pack.Id, CancellationToken.None)).Must();

        using var archive = new ZipArchive(new MemoryStream(zip.Content));
        Assert.That(archive.Entries.Select(entry => (entry.FullName, (int)entry.Length)), Is.EqualTo(pack.Documents.Select(document => (document.FileName, document.Size))));
    }

    [Test]
    public async Task Write_IsInTheHistoryOfTheProcurement()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await ReadyAsync(installation, authority);
        installation.Clock.Advance(TimeSpan.FromMinutes(1));

        (await WriteAsync(installation, authority.ProcurementOfficer, procurement)).Must();

        var history = await installation.Get<ReadHistoryHandler>().HandleAsync(AuditSubject.Procurement, procurement, CancellationToken.None);
        Assert.That(history[0].Action, Is.EqualTo("documents-written"));
    }

    [TestCase("AMN 2026/17", "Försäkran: <om> villkoren?", "AMN 2026-17 Försäkran- -om- villkoren.docx")]
    [TestCase("../..", "x", "x.docx")]
    public void FileName_AnyCaseNumber_IsASafeName(string caseNumber, string title, string expected) =>
        Assert.That(DocumentPacks.FileName(caseNumber, title), Is.EqualTo(expected));

    private static async Task<Guid> ReadyAsync(TestInstallation installation, TestAuthority authority, bool reserve = true)
    {
        var officer = authority.ProcurementOfficer;
        var procurement = await installation.AddProcurementAsync(authority, _ => TestProcurements.CompleteProcurement(authority));
        var lot = await installation.AddLotAsync(officer, procurement, content => content with
        {
            Requirements =
            [
                new RequirementContent { Wording = "Det finns en handledare på plats varje dag.", Purpose = "Deltagaren ska få stöd.", Proof = "Kort beskrivning av bemanningen" },
                new RequirementContent { RequirementKind = RequirementKind.Should, Wording = "Arbetsplatsen nås med buss." },
            ],
        });
        if (reserve)
        {
            lot = await installation.ReserveAsync(officer, lot);
        }

        (await installation.Get<DecideRegimeHandler>().HandleAsync(officer, new DecideRegime(procurement.Id, lot.Version, Regime.Annex2, "Vi annonserar för att fler ska kunna lämna anbud."), CancellationToken.None)).Must();
        return procurement.Id;
    }

    private static Task<Result<DocumentPack>> WriteAsync(TestInstallation installation, Actor actor, Guid procurement, params string[] templates) =>
        installation.Get<WriteDocumentPackHandler>().HandleAsync(actor, new WriteDocumentPack(procurement, templates.Length == 0 ? null : templates), CancellationToken.None);

    private static async Task<List<DocumentFile>> FilesAsync(TestInstallation installation, Actor actor, DocumentPack pack)
    {
        List<DocumentFile> files = [];
        foreach (var document in pack.Documents)
        {
            files.Add((await installation.Get<GetDocumentFileHandler>().HandleAsync(actor, document.Id, CancellationToken.None)).Must());
        }

        return files;
    }
}
