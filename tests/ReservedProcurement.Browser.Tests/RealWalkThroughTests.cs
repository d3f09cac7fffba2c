using System.Globalization;
using Microsoft.Playwright;
using ReservedProcurement.Browser.Tests.Running;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Browser.Tests;

/// <summary>
/// The first day with the service, as the README tells it: from an empty installation to finished Word documents, through the pages alone
/// and without JavaScript. Municipality, units, enterprises and procurement are those of Luleå's own plan; of the enterprises only the names are known.
/// </summary>
public sealed class RealWalkThroughTests
{
    private const string Authority = "Luleå kommun";
    private const string Unit = "Inköp och upphandling";
    private const string Procurement = "Reserverad upphandling av arbetsträningsplatser";
    private const string OfficerEmail = "upphandlare@exempelstad.example";
    private const string Password = "fyra korta ord räcker";

    private static readonly string[] Enterprises = ["Bevara Digitalt", "Entrévärdarna", "FourM", "Kooperativ Valborg", "Sivans Hundtjänst"];

    private WebProgram _program = null!;
    private Visitor _visitor = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _program = await WebProgram.StartAsync();
        _visitor = await Visitor.ComeToAsync(_program, withJavaScript: false);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _visitor.DisposeAsync();
        await _program.DisposeAsync();
    }

    [Test]
    public async Task NewInstallation_FollowingTheReadme_EndsInWordDocuments()
    {
        await SignInAsFirstAdministratorAsync();
        await AddAuthorityWithUnitsAsync();
        await InviteOfficerAsync();
        await BecomeOfficerAsync();
        foreach (var enterprise in Enterprises)
        {
            await RegisterAsync(enterprise);
        }

        await SeeWholeRegisterAsync();
        await BeginProcurementAsync();
        await AddLotAsync(new LotToType("Arbetsträning", "Platser för arbetsträning med handledare.", "85312510-7", "3 000 000", "20 platser", "En handledare finns på plats när deltagarna arbetar."));
        await AddLotAsync(new LotToType("Markskötsel", "Skötsel av grönytor.", "77314000-4", "900 000", "Cirka 40 hektar", "Gräset klipps minst var fjortonde dag under säsongen."));
        await ReserveFirstLotAsync();
        await FillInProcurementAsync();
        await ChooseRegimeAsync();
        await WriteAndReadDocumentsAsync();
    }

    private async Task SignInAsFirstAdministratorAsync()
    {
        var password = _program.Printed("Lösenord ");
        await _visitor.GoAsync("/");
        await _visitor.SeesAsync("Logga in");
        await _visitor.SignInAsync(_program.Printed("E-postadress "), password);

        await _visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Ditt konto" }).ClickAsync();
        await _visitor.FollowAsync("Byt lösenord");
        await _visitor.FillAsync("Nuvarande lösenord", password);
        await _visitor.FillAsync("Nytt lösenord", Password);
        await _visitor.PressAsync("Byt lösenord");
        await _visitor.ReadsAsync("Lösenordet är bytt.");
    }

    private async Task AddAuthorityWithUnitsAsync()
    {
        await _visitor.FollowMenuAsync("Översikt");
        await _visitor.FollowAsync("Lägg till din myndighet");
        await _visitor.FillAsync("Namn", Authority);
        await _visitor.ChooseAsync("Kommun", "Luleå");
        await _visitor.PressAsync("Lägg till");
        await _visitor.SeesAsync(Authority);
        foreach (var unit in new[] { Unit, "Tillväxt, integration och arbetsmarknad" })
        {
            await _visitor.FollowAsync("Lägg till enhet");
            await _visitor.FillAsync("Namn", unit);
            await _visitor.PressAsync("Lägg till");
            await _visitor.ReadsAsync(unit);
        }
    }

    private async Task InviteOfficerAsync()
    {
        await _visitor.FollowMenuAsync("Översikt");
        await _visitor.FollowAsync("Bjud in kollegor");
        await _visitor.FillAsync("Namn", "Ulla Upphandlare");
        await _visitor.FillAsync("E-postadress", OfficerEmail);
        await _visitor.ChooseAsync(Authority, "Upphandlare");
        await _visitor.PressAsync("Skicka inbjudan");
        await _visitor.ReadsAsync($"En inbjudan skickas till {OfficerEmail}.");
        await _visitor.PressAsync("Logga ut");
        await _visitor.SeesAsync("Logga in");
    }

    private async Task BecomeOfficerAsync()
    {
        await _visitor.GoAsync(await Mailbox.LinkToAsync(_program, OfficerEmail));
        await _visitor.SeesAsync("Välj lösenord");
        await _visitor.FillAsync("Nytt lösenord", Password);
        await _visitor.PressAsync("Spara lösenord och logga in");
        await _visitor.SeesAsync("Översikt");
        await _visitor.PressAsync("Logga ut");
        await _visitor.SignInAsync(OfficerEmail, Password);
    }

    private async Task RegisterAsync(string enterprise)
    {
        await _visitor.FollowMenuAsync("ASF-register");
        await _visitor.SeesAsync("ASF-register");
        await _visitor.FollowAsync(enterprise == Enterprises[0] ? "Lägg till det första företaget" : "Lägg till företag");
        await _visitor.FillAsync("Namn", enterprise);
        await _visitor.Page.Keyboard.PressAsync("Enter");
        await _visitor.SeesAsync(enterprise);
        await _visitor.ReadsAsync("Det här saknas");
        await _visitor.ReadsAsync("Kontakt med e-postadress");
    }

    private async Task SeeWholeRegisterAsync()
    {
        await _visitor.FollowMenuAsync("ASF-register");
        await _visitor.ReadsAsync("5 företag");
        var names = await _visitor.Page.Locator("tbody th a").AllTextContentsAsync();
        Assert.That(names, Is.EqualTo(Enterprises));
    }

    private async Task BeginProcurementAsync()
    {
        await _visitor.FollowMenuAsync("Upphandlingar");
        await _visitor.FollowAsync("Påbörja den första upphandlingen");
        await _visitor.FillAsync("Diarienummer", "KS 2026/123");
        await _visitor.FillAsync("Titel", Procurement);
        await _visitor.ChooseAsync("Vem upphandlar?", Unit);
        await _visitor.PressAsync("Påbörja upphandlingen");
        await _visitor.SeesAsync(Procurement);
        await _visitor.ReadsAsync("Det här saknas innan dokumenten kan skrivas");
        await _visitor.FollowAsync("Delkontrakt");
        await _visitor.ReadsAsync("Det finns inga delkontrakt än");
    }

    private async Task AddLotAsync(LotToType lot)
    {
        await _visitor.FollowAsync(lot.Title == "Arbetsträning" ? "Lägg till det första delkontraktet" : "Lägg till delkontrakt");
        await _visitor.FillAsync("Titel", lot.Title);
        await _visitor.FillAsync("Beskrivning", lot.Description);
        await _visitor.FillAsync("Omfattning", lot.Volume);
        await _visitor.FillAsync("Huvudsaklig CPV-kod", lot.Cpv);
        await _visitor.ChooseAsync("Kommun", "Luleå");
        await _visitor.FillAsync("Uppskattat värde", lot.Kronor);
        await _visitor.FillAsync("Kontraktets första dag", Day(200));
        await _visitor.FillAsync("Kontraktets sista dag", Day(200 + 700));
        await _visitor.PressAsync("Lägg till ett krav");
        await _visitor.TickAsync("Ska");
        await _visitor.FillAsync("Kravets lydelse", lot.Requirement);
        await _visitor.PressAsync("Spara delkontraktet");
        await _visitor.ReadsAsync("är tillagt.");
        await _visitor.ReadsAsync(lot.Requirement);
    }

    private async Task ReserveFirstLotAsync()
    {
        await _visitor.FollowAsync("Reservera för delkontrakt 1");
        await _visitor.TickAsync("Skyddad verkstad eller leverantör för social och yrkesmässig integration");
        await _visitor.FillAsync("Motivering", "Kommunens plan är att fler ska få arbetsträna hos sociala företag.");
        await _visitor.PressAsync("Spara");
        await _visitor.ReadsAsync("Delkontrakt 1 är reserverat.");
        await _visitor.ReadsAsync("4 kap. 18 § p. 1");
    }

    private async Task FillInProcurementAsync()
    {
        await _visitor.FollowAsync("Uppgifter");
        await _visitor.FollowAsync("Ändra uppgifter");
        await _visitor.FillAsync("Beskrivning", "Kommunen köper platser för arbetsträning och skötsel av grönytor.");
        await _visitor.FillAsync("Namn", "Ulla Upphandlare");
        await _visitor.FillAsync("E-postadress", OfficerEmail);
        await _visitor.FillAsync("Planerad annonsering", Day(14));
        await _visitor.FillAsync("Sista dag för frågor", Day(35));
        await _visitor.FillAsync("Sista dag för svar på frågor", Day(40));
        await _visitor.FillAsync("Sista anbudsdag", Day(50));
        await _visitor.FillAsync("Klockslag sista anbudsdag", "23:59");
        await _visitor.FillAsync("Anbuden gäller till", Day(170));
        await _visitor.FillAsync("Så lämnas anbud", "I kommunens system för upphandling.");
        await _visitor.FillAsync("Så väljs anbud", "Lägst pris bland dem som uppfyller kraven.");
        await _visitor.FillAsync("Så räknas andelen", "Vi räknar personer den dag anbudet lämnas.");
        await _visitor.PressAsync("Spara");
        await _visitor.ReadsAsync("Ändringen är sparad.");
    }

    private async Task ChooseRegimeAsync()
    {
        await _visitor.FollowAsync("Det är inte valt vilka regler som gäller.");
        await _visitor.SeesAsync("Välj vilka regler som gäller");
        await _visitor.ReadsAsync("Förslag: Tjänster enligt bilaga 2 (19 kap.)");
        await _visitor.PressAsync("Spara valet");
        await _visitor.ReadsAsync("Valet av regler är sparat.");
        await _visitor.ReadsAsync("Allt som behövs för upphandlingsdokumenten finns.");
    }

    private async Task WriteAndReadDocumentsAsync()
    {
        await _visitor.FollowAsync("Dokument");
        await _visitor.PressAsync("Skriv dokumenten");
        var links = _visitor.Page.Locator("tbody th a");
        await Assertions.Expect(links).ToHaveCountAsync(7);
        var requirements = await ReadDocumentAsync(links.Filter(new() { HasText = "Kravspecifikation" }));
        Assert.That(requirements, Does.Contain("85312510-7").And.Contain("77314000-4").And.Contain("Markskötsel").And.Contain("Gräset klipps minst var fjortonde dag"));
        var rules = await ReadDocumentAsync(links.Filter(new() { HasText = "Upphandlingsföreskrifter" }));
        Assert.That(rules, Does.Contain("Myndigheten har valt att ställa samma villkor som i 4 kap. 18 § första stycket 1"));

        // The declaration is for the reserved lot alone.
        var declaration = await ReadDocumentAsync(links.Filter(new() { HasText = "Försäkran" }));
        Assert.That(declaration, Does.Contain("Minst 30 procent av dem som sysselsätts").And.Contain("Vi räknar personer den dag anbudet lämnas."));
        Assert.That(declaration, Does.Not.Contain("Markskötsel"));
    }

    private async Task<string> ReadDocumentAsync(ILocator link)
    {
        var name = await link.TextContentAsync();
        var file = await _visitor.DownloadAsync(link);
        var text = WordFile.Text(file);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(name, Does.EndWith(".docx"));
            Assert.That(WordFile.Faults(file), Is.Empty, name);
            Assert.That(text, Does.Not.Contain("{{").And.Not.Contain("}}"), name);
            Assert.That(text, Does.Contain(Procurement).And.Contain("KS 2026/123").And.Contain(Authority).And.Contain("Arbetsträning"), name);
        }

        return text;
    }

    private static string Day(int fromToday) => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date).AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record LotToType(string Title, string Description, string Cpv, string Kronor, string Volume, string Requirement);
}
