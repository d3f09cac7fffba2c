using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Spreadsheets;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Web.Tests.Procurements;

public sealed class ReturnedFormTests
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
    public async Task Page_BeforeTheTimeIsOut_HasNoFormAndRefusesFiles()
    {
        var (procurement, files) = await WriteAsync();
        var browser = await _web.SignInAsync(Role.ProcurementOfficer, _authority.Id);

        var page = await browser.GetAsync(Path(procurement));
        using var api = await _web.ApiAsync(Role.ProcurementOfficer, _authority.Id);
        using var content = Files(files);
        using var answer = await api.PostAsync(Api(procurement, "read"), content);

        Assert.That(page.Text, Does.Contain("Formulären får inte läsas än. Anbud kan lämnas till och med 2026-11-02 klockan 23:59, svensk tid."));
        Assert.That(page.Document.QuerySelectorAll("main form"), Is.Empty);
        Assert.That((answer.StatusCode, (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]!), Is.EqualTo((HttpStatusCode.Conflict, "returned-forms.too-early")));
    }

    [Test]
    public async Task Post_Files_ShowsWhatTheySayAndWhichCannotBeRead()
    {
        var enterprise = await _web.Installation.AddSocialEnterpriseAsync(content => content with { OrganisationNumber = SocialEnterprises.EconomicAssociationNumber });
        var (procurement, files) = await WriteAsync();
        _web.Installation.Clock.SetUtcNow(ReturnedFormFiles.AfterTheDeadline);
        var browser = await _web.SignInAsync(Role.ProcurementOfficer, _authority.Id);

        var page = await PostAsync(browser, procurement, "", [.. files, ("Trasig.docx", [1, 2, 3])]);

        Assert.That(page.Status, Is.EqualTo(200), page.Text);
        var text = page.Text.Replace('\u00a0', ' ');
        Assert.That(text, Does.Contain("2 formulär är lästa. 1 fil gick inte att läsa. Inget av det är sparat."));
        Assert.That(text, Does.Contain("Trasig.docx: Filen går inte att läsa. Filen är inget Word-dokument (.docx)."));
        Assert.That(text, Does.Contain("450 000 kr").And.Contain("Två handledare är på plats varje dag.").And.Contain("41,7 procent").And.Contain("Når 30 procent"));
        Assert.That(page.Document.QuerySelectorAll($"a[href='/asf/{enterprise.Id}']"), Has.Length.EqualTo(2));
        Assert.That(page.Document.QuerySelectorAll("[id]").Select(element => element.Id), Is.Unique);
    }

    [Test]
    public async Task Post_Excel_GivesAFileOfTheSameFiles()
    {
        var (procurement, files) = await WriteAsync();
        _web.Installation.Clock.SetUtcNow(ReturnedFormFiles.AfterTheDeadline);
        var browser = await _web.SignInAsync(Role.ProcurementOfficer, _authority.Id);
        var page = await browser.GetAsync(Path(procurement));
        Assert.That(page.Document.QuerySelector("button[formaction]")!.GetAttribute("formaction"), Is.EqualTo($"{Path(procurement)}?handler=Excel"));

        using var content = Files(files, "Input.Files");
        content.Add(new StringContent(page.Document.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken");
        using var answer = await browser.Client.PostAsync(new Uri($"{Path(procurement)}?handler=Excel", UriKind.Relative), content);

        Assert.That((answer.StatusCode, answer.Content.Headers.ContentType!.MediaType), Is.EqualTo((HttpStatusCode.OK, ExcelFile.ContentType)));
        using var excel = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        using var workbook = new StreamReader(excel.Entries.Single(entry => entry.FullName.EndsWith("workbook.xml", StringComparison.Ordinal)).Open());
        Assert.That(await workbook.ReadToEndAsync(), Does.Contain("\"Anbud\"").And.Contain("\"Försäkringar\"").And.Contain("\"Att kontrollera\""));
    }

    [Test]
    public async Task Post_NoFile_SaysSoAtTheField_AndOthersMayNotEvenSeeThePage()
    {
        var (procurement, _) = await WriteAsync();
        _web.Installation.Clock.SetUtcNow(ReturnedFormFiles.AfterTheDeadline);
        var other = await _web.Installation.AddAuthorityAsync("Annanstads kommun");
        var browser = await _web.SignInAsync(Role.ProcurementOfficer, _authority.Id);
        var reader = await _web.SignInAsync(Role.Reader, _authority.Id);
        var stranger = await _web.SignInAsync(Role.Administrator, other.Id);

        var page = await PostAsync(browser, procurement, "", []);

        Assert.That((page.Status, page.Errors.Single()), Is.EqualTo((422, "Word-filer saknas. Välj minst ett ifyllt formulär.")));
        Assert.That((await reader.GetAsync(Path(procurement))).Status, Is.EqualTo(403));
        Assert.That((await stranger.GetAsync(Path(procurement))).Status, Is.EqualTo(404));
        Assert.That((await reader.GetAsync($"/upphandlingar/{procurement}/dokument")).Document.QuerySelector($"a[href='{Path(procurement)}']"), Is.Null);
        Assert.That((await browser.GetAsync($"/upphandlingar/{procurement}/dokument")).Document.QuerySelector($"a[href='{Path(procurement)}']"), Is.Not.Null);
    }

    [Test]
    public async Task Api_Read_GivesTypedFactsAndRemarks()
    {
        var (procurement, files) = await WriteAsync();
        _web.Installation.Clock.SetUtcNow(ReturnedFormFiles.AfterTheDeadline);
        using var api = await _web.ApiAsync(Role.ProcurementOfficer, _authority.Id);
        using var reader = await _web.ApiAsync(Role.Reader, _authority.Id);

        using var content = Files([.. files, ("Trasig.docx", [1, 2, 3])]);
        using var answer = await api.PostAsync(Api(procurement, "read"), content);
        using var again = Files(files);
        using var excel = await api.PostAsync(Api(procurement, "export.xlsx"), again);
        using var more = Files(files);
        using var forbidden = await reader.PostAsync(Api(procurement, "read"), more);

        var forms = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["forms"]!.AsArray();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
        Assert.That((long)forms[0]!["tender"]!["lots"]![0]!["price"]!["ore"]!, Is.EqualTo(450_000_00));
        Assert.That((string)forms[0]!["tender"]!["supplier"]!["organisationNumber"]!, Is.EqualTo("799999-0018"));
        Assert.That(((decimal)forms[1]!["declaration"]!["share"]!["computed"]!, (bool)forms[1]!["declaration"]!["share"]!["isReached"]!), Is.EqualTo((41.7m, true)));
        Assert.That((string)forms[2]!["notRead"]!, Does.StartWith("Filen går inte att läsa."));
        Assert.That(excel.Content.Headers.ContentType!.MediaType, Is.EqualTo(ExcelFile.ContentType));
        Assert.That(forbidden.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    private async Task<(Guid Procurement, (string Name, byte[] Content)[] Files)> WriteAsync()
    {
        var procurement = await _web.Installation.AddReadyProcurementAsync(_authority);
        var tender = await _web.Installation.WriteFormAsync(_authority, procurement, ShippedTemplates.TenderForm);
        var declaration = await _web.Installation.WriteFormAsync(_authority, procurement, ShippedTemplates.ReservationDeclaration);
        return (procurement, [("Anbud.docx", ReturnedFormFiles.Tender(tender).ToBytes()), ("Försäkran.docx", ReturnedFormFiles.Declaration(declaration).ToBytes())]);
    }

    private static string Path(Guid procurement) => $"/upphandlingar/{procurement}/formular";

    private static Uri Api(Guid procurement, string what) => new($"/api/v1/procurements/{procurement}/returned-forms/{what}", UriKind.Relative);

    private static MultipartFormDataContent Files((string Name, byte[] Content)[] files, string field = "files")
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), field, name);
        }

        return content;
    }

    private static async Task<TestPage> PostAsync(TestBrowser browser, Guid procurement, string query, (string Name, byte[] Content)[] files)
    {
        var page = await browser.GetAsync(Path(procurement));
        using var content = Files(files, "Input.Files");
        content.Add(new StringContent(page.Document.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken");
        return await TestPage.ReadAsync(await browser.Client.PostAsync(new Uri(Path(procurement) + query, UriKind.Relative), content));
    }
}
