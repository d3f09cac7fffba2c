using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Documents.Templates;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Web.Tests.Templates;

public sealed class TemplatePageTests
{
    private TestWeb _web = null!;
    private TestAuthority _authority = null!;

    private string Template => $"/mallar/{_authority.Id}/{OwnTemplates.Template.Key}";

    [SetUp]
    public async Task CreateAsync()
    {
        _web = await TestWeb.CreateAsync();
        _authority = await _web.Installation.AddAuthorityAsync();
    }

    [TearDown]
    public async Task DisposeAsync() => await _web.DisposeAsync();

    [Test]
    public async Task List_Reader_SeesEveryTemplateInItsGroupAndFetchesTheShippedOne()
    {
        var browser = await _web.SignInAsync(Role.Reader, _authority.Id);

        var page = await browser.GetAsync("/mallar");
        var link = page.Document.QuerySelector("main td a")!;
        using var file = await browser.Client.GetAsync(new Uri(link.GetAttribute("href")!, UriKind.Relative));

        Assert.That(page.Document.QuerySelectorAll("caption").Select(caption => caption.TextContent.Trim()), Is.EqualTo(new[] { "Till annonsen", "Till leverantörerna", "Till avtalet", "Efter anbudstiden", "Möten" }));
        Assert.That(page.Document.QuerySelectorAll("tbody tr"), Has.Length.EqualTo(ShippedTemplates.All.Count));
        Assert.That(await file.Content.ReadAsByteArrayAsync(), Is.EqualTo(ShippedTemplates.Notice.File));
        Assert.That(file.Content.Headers.ContentDisposition!.FileNameStar, Is.EqualTo($"Annonstext medföljande version {ShippedTemplates.Notice.Version}.docx"));
    }

    [Test]
    public async Task Upload_GoodTemplate_IsKeptLookedAtTakenIntoUseAndGoneBackFrom()
    {
        var browser = await _web.SignInAsync(Role.Administrator, _authority.Id);
        var form = await browser.GetAsync($"{Template}/ny");

        var answer = await UploadAsync(browser, form, OwnTemplates.WithSentence("Våra egna regler."), "våra regler.docx");
        var version = await browser.FollowAsync(answer);
        Assert.That(version.Notification, Does.StartWith("Egen version 1 är sparad."));
        Assert.That(version.Text, Does.Contain("Används inte").And.Contain("våra regler.docx").And.Contain("Kortare text.").And.Contain("Kontrollen hittade inga fel"));

        using var preview = await browser.Client.GetAsync(new Uri($"{Template}/version/1?handler=Preview&upphandling=", UriKind.Relative));
        Assert.That(WordFile.Text(await preview.Content.ReadAsByteArrayAsync()), Does.Contain("Våra egna regler."));
        Assert.That(preview.Content.Headers.ContentDisposition!.FileNameStar, Does.StartWith("Förhandsvisning "));

        var used = await browser.FollowAsync(await browser.SubmitAsync(version, [], "main form[method=post]"));
        Assert.That(used.Text, Does.Contain("AnvändsEgen version 1"));
        Assert.That((await browser.GetAsync("/mallar")).Text, Does.Contain("Egen version 1"));

        var shipped = await browser.GetAsync($"{Template}/version/0");
        var back = await browser.FollowAsync(await browser.SubmitAsync(shipped, [], "main form[method=post]"));
        Assert.That(back.Text, Does.Contain($"AnvändsMedföljande version {OwnTemplates.Template.Version}"));
        Assert.That((await browser.GetAsync($"{Template}/historik")).Document.QuerySelectorAll(".history > li"), Has.Length.EqualTo(3));
    }

    [Test]
    public async Task Upload_FaultyTemplate_ShowsEveryFaultWithItsPlaceAndKeepsWhatWasTyped()
    {
        var browser = await _web.SignInAsync(Role.Administrator, _authority.Id);
        var form = await browser.GetAsync($"{Template}/ny");

        var answer = await UploadAsync(browser, form, MadeWordFile.OfText("Om {{upphandling.tittel}}", "{{#delar}}"), "fel.docx");

        Assert.That(answer.Status, Is.EqualTo(422));
        Assert.That(answer.Errors, Is.EqualTo(new[] { "Mallen har 2 fel och är inte sparad." }));
        var faults = answer.Document.QuerySelectorAll(".faults > li").Select(item => string.Join(' ', item.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.That(faults[0], Does.Contain("Menade du \"upphandling.titel\"?").And.Contain("Dokumentet, stycke 1").And.Contain("Om {{upphandling.tittel}}"));
        Assert.That(faults[1], Does.Contain("delar"));
        Assert.That(answer.Document.QuerySelector("textarea")!.TextContent, Is.EqualTo("Kortare text."));
        Assert.That((await browser.GetAsync(Template)).Document.QuerySelectorAll("tbody tr"), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Upload_WarningsButNoFaults_IsKeptAndTheWarningsAreShown()
    {
        var browser = await _web.SignInAsync(Role.Administrator, _authority.Id);
        var form = await browser.GetAsync($"{Template}/ny");

        var version = await browser.FollowAsync(await UploadAsync(browser, form, MadeWordFile.OfText("{{upphandling.titel}}"), "kort.docx"));

        Assert.That(version.Text, Does.Contain("De här fälten saknas i din mall.").And.Contain("regler.svarDagar").And.Contain("Dokumentet saknar titel.").And.Contain("Logotypen skrivs inte ut"));
    }

    [Test]
    public async Task Upload_FieldThatMayBeMissing_IsWarnedOfAndSeenInThePreviewWithoutIt()
    {
        var browser = await _web.SignInAsync(Role.Administrator, _authority.Id);
        var form = await browser.GetAsync($"{Template}/ny");

        var version = await browser.FollowAsync(await UploadAsync(browser, form, OwnTemplates.WithSentence("{{upphandling.odeladSkal}}"), "kort.docx"));
        using var preview = await browser.Client.GetAsync(new Uri($"{Template}/version/1?handler=Preview&upphandling=utan-frivilligt", UriKind.Relative));
        using var unknown = await browser.Client.GetAsync(new Uri($"{Template}/version/1?handler=Preview&upphandling=annat", UriKind.Relative));

        Assert.That(version.Text, Does.Contain("Fält som kan sakna värde, utan {{#…}} runt").And.Contain("upphandling.odeladSkal"));
        Assert.That(version.Document.QuerySelectorAll("#upphandling option").Select(option => option.TextContent), Does.Contain("En upphandling där allt frivilligt saknas"));
        Assert.That(WordFile.Text(await preview.Content.ReadAsByteArrayAsync()), Does.Contain("[upphandling.odeladSkal saknas]"));
        Assert.That((int)unknown.StatusCode, Is.EqualTo(404));
    }

    [Test]
    public async Task Upload_HundredsOfFaults_ShowsTheFirstAndCountsTheRest()
    {
        var browser = await _web.SignInAsync(Role.Administrator, _authority.Id);
        var form = await browser.GetAsync($"{Template}/ny");

        var answer = await UploadAsync(browser, form, MadeWordFile.OfText(Enumerable.Range(1, 250).Select(number => $"{{{{hittat{number}}}}}")), "fel.docx");

        Assert.That(answer.Document.QuerySelectorAll(".faults > li"), Has.Length.EqualTo(200));
        Assert.That(answer.Text, Does.Contain("Mallen har 250 fel").And.Contain("50 fel till visas"));
    }

    [Test]
    public async Task Upload_NoFileOrTooLarge_SaysSoAtTheField()
    {
        var browser = await _web.SignInAsync(Role.Administrator, _authority.Id);
        var form = await browser.GetAsync($"{Template}/ny");

        var none = await browser.SubmitAsync(form, []);
        var large = await UploadAsync(browser, form, new byte[UploadTemplateHandler.LargestFile + 1], "stor.docx");
        var longNote = await browser.SubmitAsync(form, new() { ["Input.Note"] = new string('x', 1001) }, files: new ChosenFile("Input.File", "a.docx", OwnTemplates.WithSentence("Ny.")));

        Assert.That(none.Errors, Is.EqualTo(new[] { "Filen saknas. Välj en fil." }));
        Assert.That(large.Errors.Single().Replace('\u00A0', ' '), Is.EqualTo("Filen är 10,1 MB. Den får vara högst 10 MB."));
        Assert.That(longNote.Document.QuerySelector("#Input-File-hint")!.TextContent, Does.Contain("Välj filen på nytt."));
    }

    [TestCase(Role.Reader)]
    [TestCase(Role.ProcurementOfficer)]
    public async Task Change_WithoutTheRole_IsNeitherShownNorTaken(Role role)
    {
        await _web.Installation.UploadTemplateAsync(_authority);
        var browser = await _web.SignInAsync(role, _authority.Id);

        var page = await browser.GetAsync($"{Template}/version/1");

        Assert.That(page.Document.QuerySelectorAll("main form[method=post]"), Is.Empty);
        Assert.That((await browser.GetAsync(Template)).Document.QuerySelector($"a[href$='/ny']"), Is.Null);
        Assert.That((await browser.GetAsync($"{Template}/ny")).Status, Is.EqualTo(403));
        Assert.That((await browser.GetAsync($"{Template}/version/1/ta-bort")).Status, Is.EqualTo(403));
    }

    [Test]
    public async Task Pages_OfOtherAuthorityOrUnknownTemplate_AreNotFound()
    {
        await _web.Installation.UploadTemplateAsync(_authority);
        var stranger = await _web.SignInAsync(Role.Administrator, (await _web.Installation.AddAuthorityAsync("Låtsasköpings kommun")).Id);

        foreach (var path in new[] { $"/mallar?myndighet={_authority.Id}", Template, $"{Template}/ny", $"{Template}/historik", $"{Template}/version/1", $"{Template}/version/1/ta-bort", $"{Template}?handler=File&number=1", $"{Template}/version/1?handler=Preview" })
        {
            Assert.That((await stranger.GetAsync(path)).Status, Is.EqualTo(404), path);
        }

        var own = await _web.SignInAsync(Role.Administrator, _authority.Id);
        Assert.That((await own.GetAsync($"/mallar/{_authority.Id}/finns-inte")).Status, Is.EqualTo(404));
        Assert.That((await own.GetAsync($"{Template}/version/9")).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Activate_FromAnOldPage_IsRefusedInWords()
    {
        await _web.Installation.UploadTemplateAsync(_authority);
        var browser = await _web.SignInAsync(Role.Administrator, _authority.Id);
        var page = await browser.GetAsync($"{Template}/version/1");
        await _web.Installation.UploadTemplateAsync(_authority, upload => upload with { File = OwnTemplates.WithSentence("Nyare.") });

        var answer = await browser.SubmitAsync(page, [], "main form[method=post]");

        Assert.That(answer.Status, Is.EqualTo(409));
        Assert.That(answer.Errors.Single(), Does.StartWith("Testa Testsson ändrade samma sak"));
    }

    [Test]
    public async Task Remove_Draft_GoesAway()
    {
        await _web.Installation.UploadTemplateAsync(_authority);
        var browser = await _web.SignInAsync(Role.Administrator, _authority.Id);

        var list = await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync($"{Template}/version/1/ta-bort"), []));

        Assert.That(list.Notification, Is.EqualTo("Versionen är borttagen."));
        Assert.That(list.Document.QuerySelectorAll("tbody tr"), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task SeveralAuthorities_OneIsChosenAndItsTemplatesShown()
    {
        var other = await _web.Installation.AddAuthorityAsync("Låtsasköpings kommun");
        await _web.Installation.UploadTemplateAsync(other);
        await _web.Installation.ActivateTemplateAsync(other, 1);
        var browser = await _web.SignInAsInstallationAdministratorAsync();

        var page = await browser.GetAsync($"/mallar?myndighet={other.Id}");

        Assert.That(page.Document.QuerySelector("#myndighet option[selected]")!.TextContent, Is.EqualTo("Låtsasköpings kommun"));
        Assert.That(page.Text, Does.Contain("Egen version 1"));
        Assert.That((await browser.GetAsync("/mallar")).Text, Does.Not.Contain("Egen version 1"));
    }

    [Test]
    public async Task OutgrownVersion_InUse_IsPointedOutWithItsFaults()
    {
        await _web.Installation.UploadTemplateAsync(_authority);
        await _web.Installation.ActivateTemplateAsync(_authority, 1);
        await _web.Installation.ExecuteAsync("update TemplateVersions set Content = @Content, Sha256 = @Sha256, BasedOn = '0'", new { Sha256 = new string('x', 64), Content = MadeWordFile.OfText("{{upphandling.gammaltFalt}}") });
        var browser = await _web.SignInAsync(Role.Reader, _authority.Id);

        Assert.That((await browser.GetAsync("/mallar")).Text, Does.Contain("Passar inte längre").And.Contain("Den medföljande mallen har ändrats sedan er version gjordes."));
        Assert.That((await browser.GetAsync(Template)).Text, Does.Contain("Versionen som används passar inte längre").And.Contain("gammaltFalt"));
        Assert.That((await browser.GetAsync($"{Template}/version/1")).Text, Does.Contain("Mallen har ett fel"));
    }

    [Test]
    public async Task WrittenDocument_FromAnOwnVersion_SaysWhichOnTheDocumentPage()
    {
        await _web.Installation.UploadTemplateAsync(_authority);
        await _web.Installation.ActivateTemplateAsync(_authority, 1);
        var browser = await _web.SignInAsync(Role.ProcurementOfficer, _authority.Id);
        var page = await browser.GetAsync($"/upphandlingar/{await _web.Installation.AddReadyProcurementAsync(_authority)}/dokument");

        var written = await browser.FollowAsync(await browser.SubmitAsync(page, new() { ["Input.Templates"] = OwnTemplates.Template.Key }));

        Assert.That(written.Text, Does.Contain("Upphandlingsföreskrifter, egen version 1"));
    }

    [Test]
    public async Task Fields_Page_NamesEveryFieldOfTheSchema()
    {
        var page = await (await _web.SignInAsync(Role.Reader, _authority.Id)).GetAsync("/mallar/falt");

        var shown = page.Document.QuerySelectorAll("tbody th code").Select(code => code.TextContent).ToList();
        Assert.That(DocumentFields.Schema.Fields.Where(field => field.Items.Count == 0).Select(field => field.Path), Is.SubsetOf(shown));
        Assert.That(shown, Does.Contain("bevis"));
    }

    private static Task<TestPage> UploadAsync(TestBrowser browser, TestPage form, byte[] file, string name) =>
        browser.SubmitAsync(form, new() { ["Input.Note"] = "Kortare text." }, files: new ChosenFile("Input.File", name, file));
}
