using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.TestKit;
using ReservedProcurement.Web.Pages.Procurements;
using ReservedProcurement.Web.Tests.Register;

namespace ReservedProcurement.Web.Tests.Procurements;

public sealed class LotPageTests
{
    private TestWeb _web = null!;
    private TestAuthority _authority = null!;
    private TestBrowser _browser = null!;
    private ProcurementSaved _procurement = null!;

    private string Address => $"/upphandlingar/{_procurement.Id}/delkontrakt";

    [SetUp]
    public async Task CreateAsync()
    {
        _web = await TestWeb.CreateAsync();
        _authority = await _web.Installation.AddAuthorityAsync();
        _browser = await _web.SignInAsync(Role.ProcurementOfficer, _authority.Id);
        _procurement = await _web.Installation.AddProcurementAsync(_authority);
    }

    [TearDown]
    public async Task DisposeAsync() => await _web.DisposeAsync();

    [Test]
    public async Task AddLot_WithRowsAddedWithoutScript_SavesAllOfIt()
    {
        var form = await _browser.GetAsync($"{Address}/nytt");
        form = await _browser.PressAsync(form, LotFormModel.FindCodes, new() { ["Input.Title"] = "Arbetsträning", ["Input.CodeText"] = "yrkesrehabilitering", ["Input.ContractStart"] = "2027-01-01" });
        Assert.That(form.Text, Does.Contain("85312510-7 Yrkesrehabilitering (bilaga 2)"));
        form = await _browser.PressAsync(form, $"{LotFormModel.UseAsMain}:85312510-7");
        form = await _browser.PressAsync(form, LotFormModel.AddRequirement);
        form = await _browser.PressAsync(form, LotFormModel.AddRequirement, new() { ["Input.Requirements[0].Wording"] = "Tas bort" });
        form = await _browser.PressAsync(form, $"{LotFormModel.RemoveRequirement}:0", new() { ["Input.Requirements[1].Wording"] = "Handledare på plats", ["Input.Requirements[1].RequirementKind"] = "Should" });
        Assert.That(await _web.Installation.SingleAsync<int>("select count(*) from Lots"), Is.Zero, "the buttons save nothing");

        var answer = await _browser.SaveAsync(form, new() { ["Input.EstimatedValueOre"] = "3 000 000 kr" });
        var page = await _browser.FollowAsync(answer);

        var lot = (await _web.Installation.ReviewAsync(_authority.Reader, _procurement.Id)).Procurement.Lots.Single();
        Assert.That(page.Notification, Does.Contain("Delkontrakt 1 är tillagt"));
        Assert.That(page.Text, Does.Contain("85312510-7 Yrkesrehabilitering (bilaga 2)").And.Contain("3 000 000 kr").And.Contain("Bör: Handledare på plats").And.Not.Contain("Tas bort krav"));
        Assert.That(lot, Has.Property("EstimatedValueOre").EqualTo(3_000_000_00L).And.Property("ContractStart").EqualTo(new DateOnly(2027, 1, 1)));
        Assert.That(lot.Requirements.Select(requirement => (requirement.Number, requirement.Wording)), Is.EqualTo(new[] { (1, "Handledare på plats") }));
    }

    [Test]
    public async Task AddLot_BadFields_AreToldAndKept()
    {
        var form = await _browser.GetAsync($"{Address}/nytt");

        var unreadable = await _browser.SaveAsync(form, new() { ["Input.EstimatedValueOre"] = "många" });
        var refused = await _browser.SaveAsync(form, new() { ["Input.MainCpv"] = "12", ["Input.EstimatedValueOre"] = "-5" });

        Assert.That((unreadable.Status, unreadable.Errors.Single()), Is.EqualTo((422, "Uppskattat värde är inte ett belopp. Skriv i kronor med siffror, till exempel 450 000.")));
        Assert.That(refused.Errors, Has.Count.EqualTo(3).And.Some.StartsWith("Titel måste").And.Some.Contains("är inte en CPV-kod").And.Some.Contains("minst 1 krona"));
        Assert.That(refused.Field("Input.MainCpv"), Is.EqualTo("12"));
        Assert.That(refused.Document.QuerySelectorAll(".error-summary a").Select(link => refused.Document.GetElementById(link.GetAttribute("href")![1..])), Has.All.Not.Null);
    }

    [Test]
    public async Task EditLot_CodesAddedAndRemoved_AreSaved()
    {
        var lot = await _web.Installation.AddLotAsync(_authority.ProcurementOfficer, _procurement, entry => entry with { ExtraCpv = ["77314000-4"] });
        var form = await _browser.GetAsync($"{Address}/{lot.Id}/andra");
        Assert.That(form.Field("Input.EstimatedValueOre"), Is.EqualTo("3\u00A0000\u00A0000"));

        form = await _browser.PressAsync(form, LotFormModel.AddCode);
        form = await _browser.PressAsync(form, $"{LotFormModel.RemoveCode}:0", new() { ["Input.ExtraCpv[1]"] = "85312500-4" });
        var answer = await _browser.SaveAsync(form);

        Assert.That(answer.Status, Is.EqualTo(302), answer.Text);
        Assert.That((await _web.Installation.ReviewAsync(_authority.Reader, _procurement.Id)).Procurement.Lots.Single().Cpv.Select(cpv => cpv.ToString()), Is.EqualTo(new[] { "85312510-7", "85312500-4" }));
    }

    [Test]
    public async Task Reserve_GroundWithJustification_ShowsTheSentenceOfLaw()
    {
        var lot = await _web.Installation.AddLotAsync(_authority.ProcurementOfficer, _procurement);
        var form = await _browser.GetAsync($"{Address}/{lot.Id}/reservera");
        Assert.That(form.Text, Does.Contain("4 kap. 18 § första stycket 1 LOU").And.Contain("19 kap. 25 a § LOU"));

        var without = await _browser.SubmitAsync(form, new() { ["Input.ReservationBasis"] = "SocialIntegrationSupplier" });
        var with = await _browser.FollowAsync(await _browser.SubmitAsync(form, new() { ["Input.ReservationBasis"] = "SocialIntegrationSupplier", ["Input.Justification"] = "Fler vägar till arbete." }));
        var details = await _browser.GetAsync($"/upphandlingar/{_procurement.Id}");

        Assert.That(without.Errors, Is.EqualTo(new[] { "Motivering måste fyllas i för att delkontrakt 1 ska kunna reserveras." }));
        Assert.That(with.Text, Does.Contain("4 kap. 18 § p. 1").And.Contain("Där gäller inte 4 kap. 18 § direkt").And.Contain("Fler vägar till arbete."));
        Assert.That(details.Text, Does.Contain("Helt reserverad").And.Contain("Andelskravet räknas på den juridiska personen"));
    }

    [Test]
    public async Task Reserve_ServiceThatIsNotListed_IsRefusedInWords()
    {
        var lot = await _web.Installation.AddLotAsync(_authority.ProcurementOfficer, _procurement, entry => entry with { MainCpv = "77314000-4" });
        var form = await _browser.GetAsync($"{Address}/{lot.Id}/reservera");

        var answer = await _browser.SubmitAsync(form, new() { ["Input.ReservationBasis"] = "NonProfitOrganisation", ["Input.Justification"] = "Skäl" });

        Assert.That(answer.Status, Is.EqualTo(409));
        Assert.That(answer.Errors.Single(), Does.Contain("77314000").And.Contain("Idéburen organisation"));
        Assert.That(answer.Field("Input.Justification"), Is.EqualTo("Skäl"));
    }

    [Test]
    public async Task ReserveAll_TwoLots_ReservesBoth()
    {
        var one = await _web.Installation.AddLotAsync(_authority.ProcurementOfficer, _procurement);
        await _web.Installation.AddLotAsync(_authority.ProcurementOfficer, one.Procurement());
        var form = await _browser.GetAsync($"/upphandlingar/{_procurement.Id}/reservera");

        var page = await _browser.FollowAsync(await _browser.SubmitAsync(form, new() { ["Input.ReservationBasis"] = "SocialIntegrationSupplier", ["Input.Justification"] = "Skäl" }));

        Assert.That(page.Notification, Does.Contain("Hela upphandlingen är reserverad"));
        Assert.That(await _web.Installation.SingleAsync<int>("select count(*) from Lots where ReservationBasis = 'SocialIntegrationSupplier'"), Is.EqualTo(2));
    }

    [Test]
    public async Task Remove_Confirmed_TakesTheLotAway()
    {
        var lot = await _web.Installation.AddLotAsync(_authority.ProcurementOfficer, _procurement);
        var form = await _browser.GetAsync($"{Address}/{lot.Id}/ta-bort");

        var page = await _browser.FollowAsync(await _browser.SubmitAsync(form, []));

        Assert.That(page.Text, Does.Contain("Det finns inga delkontrakt än"));
    }

    [Test]
    public async Task EditLot_SomebodyElseCameFirst_IsConflict()
    {
        var lot = await _web.Installation.AddLotAsync(_authority.ProcurementOfficer, _procurement);
        var form = await _browser.GetAsync($"{Address}/{lot.Id}/andra");
        await _web.Installation.ReserveAsync(_authority.ProcurementOfficer, lot, ReservationBasis.NonProfitOrganisation);

        var answer = await _browser.SaveAsync(form, new() { ["Input.Title"] = "För sent" });

        Assert.That((answer.Status, answer.Field("Input.Title")), Is.EqualTo((409, "För sent")));
    }
}
