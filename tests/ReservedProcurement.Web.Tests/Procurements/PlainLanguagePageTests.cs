using System.Net.Http.Headers;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Web.Tests.Procurements;

public sealed class PlainLanguagePageTests
{
    private static readonly byte[] Ordinary = MadeWordFile.OfBody(string.Concat(Enumerable.Repeat("""<w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>Leverantören ska tillse att tjänsterna tillhandahålls.</w:t></w:r></w:p>""", 46)));

    private TestWeb _web = null!;
    private TestAuthority _authority = null!;
    private Guid _procurement;

    [SetUp]
    public async Task CreateAsync()
    {
        _web = await TestWeb.CreateAsync();
        _authority = await _web.Installation.AddAuthorityAsync();
        _procurement = await _web.Installation.AddReadyProcurementAsync(_authority);
        (await _web.Installation.Get<WriteDocumentPackHandler>().HandleAsync(
            _authority.ProcurementOfficer, new WriteDocumentPack(_procurement, ["det-har-koper-vi", "avtalsutkast"]), CancellationToken.None)).Must();
    }

    [TearDown]
    public async Task DisposeAsync() => await _web.DisposeAsync();

    [Test]
    public async Task Page_IsReachedFromTheDocuments_AndShowsEachDocumentsFiguresAndRequirementsWithoutPurpose()
    {
        var browser = await _web.SignInAsync(Role.ProcurementOfficer, _authority.Id);
        var documents = await browser.GetAsync($"/upphandlingar/{_procurement}/dokument");

        var page = await browser.GetAsync(documents.Document.QuerySelector("a[href$='/klarsprak']")!.GetAttribute("href")!);

        Assert.That(page.Document.QuerySelectorAll("tbody th").Select(head => head.TextContent.Trim()), Is.EqualTo(new[] { "Det här köper vi", "Avtalsutkast" }));
        Assert.That(page.Document.QuerySelectorAll("tbody td").Select(cell => cell.TextContent.Trim()), Has.Some.Matches(@"^\d+,\d \((mycket )?lätt\)$").And.Some.Matches(@"^cirka \d+$"));
        Assert.That(page.Text, Does.Contain("Krav 2: Arbetsplatsen nås med buss.").And.Not.Contain("Det finns en handledare på plats varje dag. Krav"));
        Assert.That(page.Document.QuerySelectorAll("main h4 a[href*='/andra']"), Has.Length.EqualTo(1));
        Assert.That(page.Document.QuerySelectorAll("[id]").Select(element => element.Id), Is.Unique);
    }

    [Test]
    public async Task Post_OrdinaryDocument_SaysHowManyPagesInsteadOfHowMany_AndCanBeTakenAway()
    {
        var browser = await _web.SignInAsync(Role.ProcurementOfficer, _authority.Id);

        var list = await browser.FollowAsync(await UploadAsync(browser, "Förfrågningsunderlag 2024", Ordinary));

        Assert.That(list.Notification, Is.EqualTo("Förfrågningsunderlag 2024 är mätt."));
        Assert.That(list.Text, Does.Match(@"Cirka \d sidor i stället för cirka 46").And.Contain("Filen är inte sparad."));
        var answer = await browser.SubmitAsync(list, new(), "form[action*='Remove']");
        var after = await browser.FollowAsync(answer);
        Assert.That(after.Notification, Is.EqualTo("Jämförelsen är borttagen."));
        Assert.That(after.Text, Does.Not.Contain("i stället för"));
    }

    [Test]
    public async Task Post_NothingOrNoDocument_SaysWhatIsWrongAtTheFields()
    {
        var browser = await _web.SignInAsync(Role.ProcurementOfficer, _authority.Id);

        var nothing = await UploadAsync(browser, "", null);
        var noDocument = await UploadAsync(browser, "Underlag", "inte ett dokument"u8.ToArray());

        Assert.That((nothing.Status, noDocument.Status), Is.EqualTo((422, 422)));
        Assert.That(nothing.Errors, Is.EqualTo(new[] { "Dokumentets namn måste fyllas i.", "Välj ett Word-dokument." }).Or.EqualTo(new[] { "Namn måste fyllas i.", "Välj ett Word-dokument." }));
        Assert.That(noDocument.Errors.Single(), Does.StartWith("Filen går inte att mäta. Filen är inget Word-dokument"));
        Assert.That(noDocument.Document.QuerySelector("#Input-Name")?.GetAttribute("value"), Is.EqualTo("Underlag"));
        Assert.That(noDocument.Document.QuerySelector("#Input-File")?.GetAttribute("aria-invalid"), Is.EqualTo("true"));
    }

    [Test]
    public async Task Post_WithoutTheTokenOfThePage_IsRefused()
    {
        var browser = await _web.SignInAsync(Role.ProcurementOfficer, _authority.Id);
        using var content = Form("Underlag", Ordinary, token: null);

        using var answer = await browser.Client.PostAsync(new Uri(Address, UriKind.Relative), content);

        Assert.That((int)answer.StatusCode, Is.EqualTo(400));
        Assert.That(await _web.Installation.SingleAsync<int>("select count(*) from PlainLanguageComparisons"), Is.Zero);
    }

    [Test]
    public async Task Reader_SeesTheFiguresButNoForm_AndAnotherAuthorityNothing()
    {
        var reader = await (await _web.SignInAsync(Role.Reader, _authority.Id)).GetAsync(Address);
        var other = await _web.Installation.AddAuthorityAsync("Påhittads kommun");
        var stranger = await (await _web.SignInAsync(Role.ProcurementOfficer, other.Id)).GetAsync(Address);

        Assert.That((reader.Status, reader.Document.QuerySelectorAll("main form").Length), Is.EqualTo((200, 0)));
        Assert.That(stranger.Status, Is.EqualTo(404));
    }

    private string Address => $"/upphandlingar/{_procurement}/klarsprak";

    private async Task<TestPage> UploadAsync(TestBrowser browser, string name, byte[]? file)
    {
        var page = await browser.GetAsync(Address);
        var token = page.Document.QuerySelector("form[enctype='multipart/form-data'] input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        using var content = Form(name, file, token);
        return await TestPage.ReadAsync(await browser.Client.PostAsync(new Uri(Address, UriKind.Relative), content));
    }

    private static MultipartFormDataContent Form(string name, byte[]? file, string? token)
    {
        var content = new MultipartFormDataContent { { new StringContent(name), "Input.Name" }, { new StringContent(""), "Input.TemplateKey" } };
        if (token is not null)
        {
            content.Add(new StringContent(token), "__RequestVerificationToken");
        }

        if (file is not null)
        {
            var part = new ByteArrayContent(file);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
            content.Add(part, "Input.File", "underlag.docx");
        }

        return content;
    }
}
