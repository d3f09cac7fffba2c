using System.Net.Http.Headers;
using AngleSharp.Dom;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.PlainLanguage.Comparing;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Core.Spreadsheets;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Web.Tests.PlainLanguage;

public sealed class PlainLanguagePageTests
{
    private TestWeb _web = null!;
    private TestAuthority _authority = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _web = await TestWeb.CreateAsync();
        _authority = await _web.Installation.AddAuthorityAsync();
    }

    [TearDown]
    public async Task DisposeAsync() => await _web.DisposeAsync();

    [Test]
    public async Task Page_WrittenPack_HasATableACardForEachDocumentAndAnExcelFile()
    {
        var (procurement, pack) = await WriteAsync();
        var browser = await _web.SignInAsync(Role.Reader, _authority.Id);

        var page = await browser.GetAsync(Path(procurement));
        var opened = await browser.GetAsync($"{Path(procurement)}?dokument=annonstext");

        var rows = page.Document.QuerySelectorAll("section[aria-labelledby=dokumenten] > .table-region tbody tr");
        Assert.That(rows.Select(row => row.QuerySelector("th")!.TextContent.Trim()), Is.EqualTo(pack.Documents.Select(document => ShippedTemplates.Find(document.TemplateKey)!.Title).Append("Alla dokument")));
        Assert.That(rows.Select(row => row.QuerySelector("td")!.TextContent.Trim()), Has.All.StartsWith("ungefär "));
        Assert.That(page.Document.QuerySelectorAll("details[id^=kort-]"), Has.Length.EqualTo(pack.Documents.Count));
        Assert.That(page.Document.QuerySelectorAll("details[open]"), Is.Empty);
        Assert.That(opened.Document.QuerySelectorAll("details[open]").Select(card => card.Id), Is.EqualTo(new[] { "kort-annonstext" }));
        Assert.That(page.Document.QuerySelectorAll("[id]").Select(element => element.Id), Is.Unique);
        using var excel = await browser.Client.GetAsync(new Uri(page.Document.QuerySelector("a[href*='handler=Excel']")!.GetAttribute("href")!, UriKind.Relative));
        Assert.That(excel.Content.Headers.ContentType!.MediaType, Is.EqualTo(ExcelFile.ContentType));
    }

    [Test]
    public async Task Page_EarlierPack_CanBeChosen_AndOneOfAnotherProcurementDoesNotExist()
    {
        var (procurement, first) = await WriteAsync();
        _web.Installation.Clock.Advance(TimeSpan.FromMinutes(5));
        await WriteAsync(procurement, "inbjudan");
        var (_, other) = await WriteAsync();
        var browser = await _web.SignInAsync(Role.Reader, _authority.Id);

        var newest = await browser.GetAsync(Path(procurement));
        var chosen = await browser.GetAsync($"{Path(procurement)}?paket={first.Id}");

        Assert.That(newest.Document.QuerySelectorAll("details[id^=kort-]").Select(card => card.Id), Is.EqualTo(new[] { "kort-inbjudan" }));
        Assert.That(newest.Document.QuerySelectorAll("select[name=paket] option"), Has.Length.EqualTo(2));
        Assert.That(chosen.Document.QuerySelectorAll("details[id^=kort-]"), Has.Length.EqualTo(first.Documents.Count));
        Assert.That(chosen.Document.QuerySelector("select[name=paket] option[selected]")!.GetAttribute("value"), Is.EqualTo(first.Id.ToString()));
        Assert.That((await browser.GetAsync($"{Path(procurement)}?paket={other.Id}")).Status, Is.EqualTo(404));
        Assert.That((await browser.GetAsync($"{Path(procurement)}?paket=abc")).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Post_OrdinaryDocuments_AreComparedInWordsAndFigures_AndCanBeTakenAwayAgain()
    {
        var (procurement, _) = await WriteAsync();
        var browser = await _web.SignInAsync(Role.ProcurementOfficer, _authority.Id);
        var long46 = string.Concat(Enumerable.Repeat("<w:p><w:r><w:t>Leverantören skall tillse att avtalet följs.</w:t><w:br w:type=\"page\"/></w:r></w:p>", 46));

        var answer = await PostAsync(browser, procurement, ("Underlag.docx", MadeWordFile.OfBody(long46)), ("Avtal.docx", MadeWordFile.OfText("Avtalet gäller i två år.")));
        var page = await browser.FollowAsync(answer);

        Assert.That(page.Notification, Is.EqualTo("2 filer är mätta och med i jämförelsen."));
        Assert.That(page.Text, Does.Match("Ungefär [0-9]+ sidor i stället för ungefär 47\\.").And.Contain("Filerna sparas inte"));
        Assert.That(page.Document.QuerySelectorAll("th").Select(head => head.TextContent.Trim()), Does.Contain("Underlag.docx").And.Contain("Avtal.docx"));

        var confirm = await browser.GetAsync(page.Document.QuerySelectorAll("a").First(link => link.TextContent.Contains("Ta bort Avtal.docx", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.That(confirm.Text, Does.Contain("Avtal.docx tas bort ur jämförelsen"));
        var removed = await browser.FollowAsync(await browser.SubmitAsync(confirm, []));
        Assert.That(removed.Notification, Is.EqualTo("Dokumentet är borttaget ur jämförelsen."));
        Assert.That(await _web.Installation.SingleAsync<int>("select count(*) from ComparedDocuments"), Is.EqualTo(1));
    }

    [Test]
    public async Task Post_NothingOrWhatCannotBeRead_SaysSoAtTheField()
    {
        var (procurement, _) = await WriteAsync();
        var browser = await _web.SignInAsync(Role.ProcurementOfficer, _authority.Id);

        var nothing = await PostAsync(browser, procurement);
        var wrong = await PostAsync(browser, procurement, ("Underlag.docx", "inte ett dokument"u8.ToArray()));

        Assert.That((nothing.Status, nothing.Errors.Single()), Is.EqualTo((422, "Word-filer saknas. Välj minst en fil att jämföra med.")));
        Assert.That((wrong.Status, wrong.Errors.Single()), Is.EqualTo((422, wrong.Errors.Single())));
        Assert.That(wrong.Errors.Single(), Does.StartWith("Word-filer: ”Underlag.docx” går inte att mäta. ").And.EndWith("."));
        Assert.That(wrong.Document.GetElementById(wrong.Document.QuerySelector(".error-summary a")!.GetAttribute("href")![1..])!.GetAttribute("type"), Is.EqualTo("file"));
    }

    [Test]
    public async Task Page_Reader_SeesTheAdviceWithoutLinksAndNoForm_AndMayNotPostOrRemove()
    {
        var procurement = await _web.Installation.AddReadyProcurementAsync(_authority);
        var compared = (await _web.Installation.Get<AddComparedDocumentsHandler>().HandleAsync(
            _authority.ProcurementOfficer,
            new AddComparedDocuments(procurement, [new FileToCompare("Avtal.docx", MadeWordFile.OfText("Avtalet gäller i två år."))]),
            CancellationToken.None)).Must().Single();
        var officer = await _web.SignInAsync(Role.ProcurementOfficer, _authority.Id);
        var reader = await _web.SignInAsync(Role.Reader, _authority.Id);

        var forOfficer = await officer.GetAsync(Path(procurement));
        var forReader = await reader.GetAsync(Path(procurement));

        Assert.That(forOfficer.Text, Does.Contain("Inga dokument är skrivna än").And.Contain("Krav utan syfte (1)").And.Contain("Jämförelsen visas när upphandlingens dokument är skrivna."));
        Assert.That(forReader.Text, Does.Contain("Krav utan syfte (1)"));
        Assert.That(forReader.Document.QuerySelectorAll("main form, section[aria-labelledby=texter] a"), Is.Empty);
        Assert.That((await reader.GetAsync($"{Path(procurement)}/{compared.Id}/ta-bort")).Status, Is.EqualTo(403));
        Assert.That((await officer.GetAsync($"{Path(Guid.CreateVersion7())}/{compared.Id}/ta-bort")).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Advice_Link_LeadsToTheFieldOfTheRequirement()
    {
        var procurement = await _web.Installation.AddReadyProcurementAsync(_authority);
        var browser = await _web.SignInAsync(Role.ProcurementOfficer, _authority.Id);

        var page = await browser.GetAsync(Path(procurement));
        var links = page.Document.QuerySelectorAll("section[aria-labelledby=texter] li a").Select(link => link.GetAttribute("href")!).ToList();

        Assert.That(links, Has.Count.EqualTo(2));
        foreach (var link in links)
        {
            var edit = await browser.GetAsync(link.Split('#')[0]);
            Assert.That(edit.Document.GetElementById(link.Split('#')[1]), Is.Not.Null, link);
        }
    }

    [Test]
    public async Task Advice_OnManyLots_ShowsTheFirstAndKeepsTheRestBehindADisclosure()
    {
        var procurement = await _web.Installation.AddReadyProcurementAsync(_authority, lots: 12);
        var browser = await _web.SignInAsync(Role.ProcurementOfficer, _authority.Id);

        var page = await browser.GetAsync(Path(procurement));

        Assert.That(page.Text, Does.Contain("Krav utan syfte (12)").And.Contain("Visa 2 till"));
        Assert.That(page.Document.QuerySelectorAll("section[aria-labelledby=texter] > ul > li"), Has.Length.EqualTo(20));
        Assert.That(page.Document.QuerySelectorAll("section[aria-labelledby=texter] details li"), Has.Length.EqualTo(4));
    }

    [Test]
    public async Task Advice_OfficialeseAndLongSentences_NameTheirPlaces()
    {
        var procurement = await _web.Installation.AddProcurementAsync(_authority, content => content with { Description = "Köpet görs avseende mat." });
        await _web.Installation.AddLotAsync(_authority.ProcurementOfficer, procurement, lot => lot with
        {
            Requirements = [new RequirementContent { Wording = "Leverantören skall ha en bil.", Purpose = "Stöd avseende transport", Proof = "Ett intyg" }],
        });
        var browser = await _web.SignInAsync(Role.ProcurementOfficer, _authority.Id);

        var page = await browser.GetAsync(Path(procurement.Id));

        Assert.That(page.Text, Does.Contain("avseende, enklare: om, för. Beskrivning; Delkontrakt 1, krav 1, syftet").And.Contain("skall, enklare: ska. Delkontrakt 1, krav 1"));
    }

    private static string Path(Guid procurement) => $"/upphandlingar/{procurement}/klarsprak";

    private async Task<(Guid Procurement, DocumentPack Pack)> WriteAsync(Guid? procurement = null, params string[] templates)
    {
        var id = procurement ?? await _web.Installation.AddReadyProcurementAsync(_authority);
        var pack = await _web.Installation.Get<WriteDocumentPackHandler>().HandleAsync(_authority.ProcurementOfficer, new WriteDocumentPack(id, templates.Length == 0 ? null : templates), CancellationToken.None);
        return (id, pack.Must());
    }

    private static async Task<TestPage> PostAsync(TestBrowser browser, Guid procurement, params (string Name, byte[] Content)[] files)
    {
        var page = await browser.GetAsync(Path(procurement));
        var form = page.Document.QuerySelector("main form[method=post]")!;
        Assert.That(form.GetAttribute("enctype"), Is.EqualTo("multipart/form-data"));
        using var content = new MultipartFormDataContent();
        content.Add(new StringContent(form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken");
        foreach (var (name, bytes) in files)
        {
            var file = new ByteArrayContent(bytes);
            file.Headers.ContentType = new MediaTypeHeaderValue(GetDocumentFileHandler.WordContentType);
            content.Add(file, form.QuerySelector("input[type=file]")!.GetAttribute("name")!, name);
        }

        return await TestPage.ReadAsync(await browser.Client.PostAsync(new Uri(Path(procurement), UriKind.Relative), content));
    }
}
