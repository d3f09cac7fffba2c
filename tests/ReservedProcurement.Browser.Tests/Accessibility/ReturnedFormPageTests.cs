using System.Globalization;
using Microsoft.Playwright;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Browser.Tests.Accessibility;

/// <summary>Returned forms can only be read when the time for tenders is over, so the demonstration's days are first moved back.</summary>
public sealed class ReturnedFormPageTests : DemoPagesTests
{
    private const string Path = "/upphandlingar/{klar}/formular";
    private const string Field = "Ifyllda formulär";
    private const string ReadButton = "Läs formulären";

    [Test]
    public async Task Forms_WhenTheTimeIsOut_AreReadAccessibly()
    {
        var visitor = await VisitorAsync("Administratör");
        await visitor.GoAsync(Places.Of("/upphandlingar/{klar}/dokument"));
        var tender = await visitor.DownloadAsync(LinkTo(visitor.Page, ShippedTemplates.TenderForm.Title));
        var declaration = await visitor.DownloadAsync(LinkTo(visitor.Page, "Försäkran om"));
        await MoveBackAsync(Places.Of("/upphandlingar/{klar}/andra"));

        var empty = new Visit(Path) { As = "öppen" };
        await AssertAccessibleAsync(empty, await OpenAsync(empty, Places.Of(Path)));

        var refused = new Visit(Path) { State = State.Refused, Button = ReadButton };
        await AssertAccessibleAsync(refused, await OpenAsync(refused, Places.Of(Path)));
        await Assertions.Expect(visitor.Page.Locator(".error-summary")).ToContainTextAsync("Välj minst ett ifyllt formulär.");

        await visitor.GoAsync(Places.Of(Path));
        await visitor.Page.GetByLabel(Field, new() { Exact = true }).SetInputFilesAsync(
        [
            File("Anbud från Exempelvik.docx", ReturnedFormFiles.Tender(tender).ToBytes()),
            File("Anbud från Påhittade Kök AB.docx", new FilledForm(tender).Type("foretag", "Påhittade Kök AB").Type("organisationsnummer", "599999-0005").Type("kontakt", "Testa Kocksson")
                .Tick("delar.1.lamnas", "delar.2.lamnas", "delar.2.krav.1.uppfylls").Type("delar.1.pris", "enligt bilaga 2").Type("delar.2.pris", "325 000 kr").Type("delar.2.prisenhet", "Per år").ToBytes()),
            File("Försäkran från Exempelvik.docx", ReturnedFormFiles.Declaration(declaration).Type("sysselsatta", "200").Type("malgrupp", "59").Type("andel", "31").ToBytes()),
            File("Skannat anbud.docx", [1, 2, 3]),
        ]);
        await visitor.PressAsync(ReadButton);
        await visitor.ReadsAsync("3 formulär är lästa. 1 fil gick inte att läsa.");
        await AssertAccessibleAsync(new Visit(Path) { As = "lästa" }, visitor.Page);
    }

    private async Task MoveBackAsync(string edit)
    {
        var visitor = await VisitorAsync("Administratör");
        await visitor.GoAsync(edit);
        (string Label, int DaysAgo)[] days =
        [
            ("Planerad annonsering", 60), ("Sista dag för frågor", 40), ("Sista dag för svar på frågor", 35), ("Sista anbudsdag", 2),
        ];
        foreach (var (label, ago) in days)
        {
            await visitor.FillAsync(label, TimeProvider.System.GetUtcNow().AddDays(-ago).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        await visitor.PressAsync("Spara");
        await visitor.SeesAsync("Arbetsträningsplatser");
    }

    private static ILocator LinkTo(IPage page, string title) =>
        page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link).Filter(new() { HasText = title }).First;

    private static FilePayload File(string name, byte[] content) => new() { Name = name, MimeType = GetDocumentFileHandler.WordContentType, Buffer = content };
}
