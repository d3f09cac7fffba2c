using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.PlainLanguage;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.PlainLanguage;

public sealed class MeasurePackTests
{
    [Test]
    public async Task Measure_WrittenPack_HasACardForEachDocumentAndTheirSum()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var pack = await WriteAsync(installation, authority);

        var language = (await installation.Get<MeasurePackHandler>().HandleAsync(authority.Reader, pack.Id, CancellationToken.None)).Must();

        Assert.That(language.Documents.Select(document => document.TemplateKey), Is.EqualTo(pack.Documents.Select(document => document.TemplateKey)));
        Assert.That(language.Documents.Select(document => document.Card?.Figures.Lix), Has.All.InRange(10, 40));
        Assert.That(language.Total.Words, Is.EqualTo(language.Documents.Sum(document => document.Card!.Figures.Words)));
        Assert.That(language.Total.Pages, Is.EqualTo(language.Documents.Sum(document => document.Card!.Figures.Pages)));
        Assert.That(language.TotalMinutes, Is.LessThanOrEqualTo(language.Documents.Sum(document => document.Card!.ReadingMinutes)));
        Assert.That(language.CaseNumber, Is.Not.Empty);
    }

    [Test]
    public async Task Measure_RequirementsOfASpecification_AreCountedThoughTheySayNoSka()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var one = await WriteAsync(installation, authority, lots: 1);
        var three = await WriteAsync(installation, authority, lots: 3);

        var before = await RequirementsAsync(installation, authority, one);
        var after = await RequirementsAsync(installation, authority, three);

        // Each lot has one ska-krav ("Det finns en handledare …"), a bör-krav, and a reason for its reservation that says ska.
        Assert.That((after.Must - before.Must, after.Should - before.Should), Is.EqualTo((4, 2)));
    }

    [Test]
    public async Task Measure_TheSamePackAgain_GivesTheSameCardsWithoutReadingTheFiles()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var pack = await WriteAsync(installation, authority);
        var measure = installation.Get<MeasurePackHandler>();
        var first = (await measure.HandleAsync(authority.Reader, pack.Id, CancellationToken.None)).Must();

        await installation.ExecuteAsync("update GeneratedDocuments set Content = @Content", new { Content = new byte[] { 1 } });
        var again = (await measure.HandleAsync(authority.Reader, pack.Id, CancellationToken.None)).Must();

        Assert.That(again.Documents.Select(document => document.Card), Is.EqualTo(first.Documents.Select(document => document.Card)));
    }

    [Test]
    public async Task Measure_DocumentThatCannotBeRead_IsListedWithTheReason()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var pack = await WriteAsync(installation, authority);
        await installation.ExecuteAsync("update GeneratedDocuments set Content = @Content where Id = @Id", new { Content = new byte[] { 1 }, pack.Documents[0].Id });

        var language = (await installation.Get<MeasurePackHandler>().HandleAsync(authority.Reader, pack.Id, CancellationToken.None)).Must();

        Assert.That(language.Documents[0].Card, Is.Null);
        Assert.That(language.Documents[0].NotMeasured, Does.StartWith("Filen går inte att mäta."));
        Assert.That(language.Measured.Count(), Is.EqualTo(pack.Documents.Count - 1));
    }

    [Test]
    public async Task Measure_PackOfAnotherAuthority_DoesNotExist()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var pack = await WriteAsync(installation, await installation.AddAuthorityAsync());
        var stranger = (await installation.AddAuthorityAsync("Annanstads kommun")).Reader;

        Assert.That((await installation.Get<MeasurePackHandler>().HandleAsync(stranger, pack.Id, CancellationToken.None)).Problem, Is.EqualTo(CommonProblems.NoSuchRecord));
        Assert.That((await installation.Get<ExportPackLanguageHandler>().HandleAsync(stranger, pack.Id, CancellationToken.None)).Problem, Is.EqualTo(CommonProblems.NoSuchRecord));
        Assert.That((await installation.Get<MeasurePackHandler>().HandleAsync(stranger, Guid.Empty, CancellationToken.None)).Problem, Is.EqualTo(CommonProblems.NoSuchRecord));
    }

    [Test]
    public async Task Export_Pack_HasARowForEachDocumentAndOneForAll()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var pack = await WriteAsync(installation, authority);
        var language = (await installation.Get<MeasurePackHandler>().HandleAsync(authority.Reader, pack.Id, CancellationToken.None)).Must();

        var file = (await installation.Get<ExportPackLanguageHandler>().HandleAsync(authority.Reader, pack.Id, CancellationToken.None)).Must();
        var rows = ExcelRows.Of(file.Content);

        Assert.That(rows, Has.Count.EqualTo(pack.Documents.Count + 2));
        Assert.That(rows[0], Does.StartWith("Dokument;Sidor;Sidantalet är;Lästid i minuter;Ord;LIX;"));
        Assert.That(rows[^1], Does.StartWith($"Alla dokument;{language.Total.Pages};beräknat här;{language.TotalMinutes};{language.Total.Words};{language.Total.WholeLix};"));
        Assert.That(file.FileName, Does.EndWith("klarspråk.xlsx"));
    }

    [Test]
    public async Task Template_Shipped_HasItsCard_AndOthersDoNotExist()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var reader = (await installation.AddAuthorityAsync()).Reader;
        var measure = installation.Get<MeasureTemplateHandler>();

        foreach (var template in ShippedTemplates.All)
        {
            var language = measure.Handle(reader, template.Key).Must();
            Assert.That((language.Title, language.Version), Is.EqualTo((template.Title, template.Version)));
            Assert.That(language.Card.Figures.Words, Is.GreaterThan(50));
            Assert.That(language.Card.LongestSentences[0].Words, Is.LessThan(PlainLanguageRules.LongSentence), $"{template.Key}: {language.Card.LongestSentences[0].Text}");
        }

        Assert.That(measure.Handle(reader, "finns-inte").Problem, Is.EqualTo(CommonProblems.NoSuchRecord));
        Assert.That(measure.Handle(new Actor { Name = "Testa Testsson", Via = "web" }, ShippedTemplates.Notice.Key).Problem, Is.EqualTo(CommonProblems.NotAllowed));
    }

    private static async Task<DocumentPack> WriteAsync(TestInstallation installation, TestAuthority authority, int lots = 1) =>
        (await installation.Get<WriteDocumentPackHandler>().HandleAsync(
            authority.ProcurementOfficer,
            new WriteDocumentPack(await installation.AddReadyProcurementAsync(authority, lots: lots)),
            CancellationToken.None)).Must();

    private static async Task<(int Must, int Should)> RequirementsAsync(TestInstallation installation, TestAuthority authority, DocumentPack pack)
    {
        var language = (await installation.Get<MeasurePackHandler>().HandleAsync(authority.Reader, pack.Id, CancellationToken.None)).Must();
        var figures = language.Documents.Single(document => document.TemplateKey == ShippedTemplates.Specification.Key).Card!.Figures;
        return (figures.MustSentences, figures.ShouldSentences);
    }
}
