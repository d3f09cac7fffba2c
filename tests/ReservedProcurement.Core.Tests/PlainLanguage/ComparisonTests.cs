using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.PlainLanguage;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.PlainLanguage;

public sealed class ComparisonTests
{
    private const string CountSql = "select count(*) from PlainLanguageComparisons";

    private static readonly byte[] Ordinary = MadeWordFile.OfText("Leverantören ska tillse att tjänsterna tillhandahålls.", "Anbud ska lämnas skriftligt av behörig företrädare.");

    private TestInstallation _installation = null!;
    private TestAuthority _authority = null!;
    private Guid _procurement;

    [SetUp]
    public async Task CreateAsync()
    {
        _installation = await TestInstallation.CreateAsync();
        _authority = await _installation.AddAuthorityAsync();
        _procurement = await _installation.AddReadyProcurementAsync(_authority);
    }

    [TearDown]
    public async Task DisposeAsync() => await _installation.DisposeAsync();

    [Test]
    public async Task Get_BeforeAnyDocument_TellsOfTheRequirementsAlone()
    {
        var measured = (await GetAsync(_authority.Reader)).Must();

        Assert.That((measured.Documents.Count, measured.Comparisons.Count, measured.MustRequirements, measured.ShouldRequirements), Is.EqualTo((0, 0, 1, 1)));
        Assert.That(measured.WithoutPurpose.Single().Requirements.Select(requirement => requirement.Wording), Is.EqualTo(new[] { "Arbetsplatsen nås med buss." }));
    }

    [Test]
    public async Task Get_NewestPack_HasACardForEachDocument()
    {
        await WriteAsync(ShippedTemplates.Rules.Key);
        _installation.Clock.Advance(TimeSpan.FromMinutes(1));
        await WriteAsync(ShippedTemplates.Summary.Key, ShippedTemplates.Specification.Key);

        var measured = (await GetAsync(_authority.Reader)).Must();

        Assert.That(measured.Documents.Select(document => document.Document.TemplateKey), Is.EqualTo(new[] { "det-har-koper-vi", "kravspecifikation" }));
        Assert.That(measured.Documents.Select(document => document.Card.Figures.Lix), Is.All.InRange(10, 60));
        Assert.That(measured.Documents.Select(document => document.Card.Figures.Pages), Is.All.InRange(1, 4));
    }

    [Test]
    public async Task Add_Document_KeepsItsFiguresAndComparesThemWithThePackOrOneDocument()
    {
        await WriteAsync(ShippedTemplates.Summary.Key, ShippedTemplates.Specification.Key);
        var all = (await AddAsync(_authority.ProcurementOfficer, request => request)).Must();
        _installation.Clock.Advance(TimeSpan.FromSeconds(1));
        var one = (await AddAsync(_authority.ProcurementOfficer, request => request with { TemplateKey = "kravspecifikation" })).Must();
        _installation.Clock.Advance(TimeSpan.FromSeconds(1));
        var none = (await AddAsync(_authority.ProcurementOfficer, request => request with { TemplateKey = "annonstext" })).Must();

        var measured = (await GetAsync(_authority.Reader)).Must();

        Assert.That(measured.Comparisons, Is.EqualTo(new[] { all, one, none }));
        Assert.That((all.Name, all.Figures.Sentences, all.Figures.Words, all.Figures.Officialese, all.Figures.MustSentences), Is.EqualTo(("Vår vanliga mall", 2, 13, 2, 2)));
        Assert.That((all.Figures.PagesAreEstimated, all.MeasuredByName), Is.EqualTo((true, "Testa Testsson")));
        Assert.That(measured.Against(all)?.Words, Is.EqualTo(measured.Documents.Sum(document => document.Card.Figures.Words)));
        Assert.That(measured.Against(one), Is.EqualTo(measured.Documents[1].Card.Figures));
        Assert.That(measured.Against(none), Is.Null);
        var history = await _installation.Get<ReadHistoryHandler>().HandleAsync(AuditSubject.Procurement, _procurement, CancellationToken.None);
        Assert.That(history.Select(entry => entry.Action), Has.Exactly(3).EqualTo("comparison-added"));
    }

    [Test]
    public async Task Add_WithoutNameOrFileOrWithAnUnknownTemplate_TellsEachField()
    {
        var result = await AddAsync(_authority.ProcurementOfficer, request => request with { Name = " ", File = [], TemplateKey = "finns-inte" });

        Assert.That(result.Problem?.Fields.Select(field => (field.Field, field.Code)), Is.EquivalentTo(new[]
        {
            ("Name", "field.required"), ("File", PlainLanguageProblems.NoFile), ("TemplateKey", "field.unknown-choice"),
        }));
    }

    [Test]
    public async Task Add_FileThatIsNoDocument_KeepsNothing()
    {
        var result = await AddAsync(_authority.ProcurementOfficer, request => request with { File = "PK"u8.ToArray() });

        Assert.That(result.Problem?.Fields.Single().Code, Is.EqualTo(PlainLanguageProblems.NotReadable));
        Assert.That(await _installation.SingleAsync<int>(CountSql), Is.Zero);
    }

    [Test]
    public async Task Add_OneTooMany_IsRefused()
    {
        for (var number = 0; number < AddComparisonHandler.MostComparisons; number++)
        {
            (await AddAsync(_authority.ProcurementOfficer, request => request)).Must();
        }

        Assert.That((await AddAsync(_authority.ProcurementOfficer, request => request)).Problem?.Code, Is.EqualTo(PlainLanguageProblems.TooManyComparisons));
        Assert.That(await _installation.SingleAsync<int>(CountSql), Is.EqualTo(AddComparisonHandler.MostComparisons));
    }

    [Test]
    public async Task Remove_TakesAwayThatComparisonAlone()
    {
        var first = (await AddAsync(_authority.ProcurementOfficer, request => request)).Must();
        var second = (await AddAsync(_authority.ProcurementOfficer, request => request with { Name = "En annan" })).Must();

        var removed = (await RemoveAsync(_authority.ProcurementOfficer, first.Id)).Must();
        var again = await RemoveAsync(_authority.ProcurementOfficer, first.Id);

        Assert.That((removed, again.Problem?.Kind), Is.EqualTo((_procurement, ProblemKind.NotFound)));
        Assert.That((await GetAsync(_authority.Reader)).Must().Comparisons, Is.EqualTo(new[] { second }));
    }

    [Test]
    public async Task Others_AreRefused_AndAnotherAuthoritySeesNothing()
    {
        var comparison = (await AddAsync(_authority.ProcurementOfficer, request => request)).Must();
        var stranger = (await _installation.AddAuthorityAsync("Påhittads kommun")).Administrator;

        Assert.That((await AddAsync(_authority.Reader, request => request)).Problem?.Kind, Is.EqualTo(ProblemKind.Forbidden));
        Assert.That((await RemoveAsync(_authority.Reader, comparison.Id)).Problem?.Kind, Is.EqualTo(ProblemKind.Forbidden));
        Assert.That((await AddAsync(stranger, request => request)).Problem?.Kind, Is.EqualTo(ProblemKind.NotFound));
        Assert.That((await RemoveAsync(stranger, comparison.Id)).Problem?.Kind, Is.EqualTo(ProblemKind.NotFound));
        Assert.That((await GetAsync(stranger)).Problem?.Kind, Is.EqualTo(ProblemKind.NotFound));
        Assert.That(await _installation.SingleAsync<int>(CountSql), Is.EqualTo(1));
    }

    private Task<Result<ProcurementPlainLanguage>> GetAsync(Actor actor) => _installation.Get<GetPlainLanguageHandler>().HandleAsync(actor, _procurement, CancellationToken.None);

    private Task<Result<Comparison>> AddAsync(Actor actor, Func<AddComparison, AddComparison> change) =>
        _installation.Get<AddComparisonHandler>().HandleAsync(actor, change(new AddComparison(_procurement, "Vår vanliga mall", null, Ordinary)), CancellationToken.None);

    private Task<Result<Guid>> RemoveAsync(Actor actor, Guid id) => _installation.Get<RemoveComparisonHandler>().HandleAsync(actor, id, CancellationToken.None);

    private async Task WriteAsync(params string[] templates) =>
        (await _installation.Get<WriteDocumentPackHandler>().HandleAsync(_authority.ProcurementOfficer, new WriteDocumentPack(_procurement, [.. templates]), CancellationToken.None)).Must();
}
