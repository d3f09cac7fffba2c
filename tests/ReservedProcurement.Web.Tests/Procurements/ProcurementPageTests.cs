using System.Text.RegularExpressions;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Core.Spreadsheets;
using ReservedProcurement.TestKit;
using ReservedProcurement.Web.Tests.Register;

namespace ReservedProcurement.Web.Tests.Procurements;

public sealed partial class ProcurementPageTests
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
    public async Task List_Empty_LeadsOfficerToTheFirstAndOffersReaderNothing()
    {
        var officer = await (await OfficerAsync()).GetAsync("/upphandlingar");
        var reader = await (await _web.SignInAsync(Role.Reader, _authority.Id)).GetAsync("/upphandlingar");

        Assert.That(officer.Text, Does.Contain("Det finns inga upphandlingar än").And.Contain("Påbörja den första upphandlingen"));
        Assert.That(reader.Document.QuerySelectorAll("a[href='/upphandlingar/ny']"), Is.Empty);
    }

    [Test]
    public async Task List_Filtered_ShowsWhatMatchesAndKeepsTheFilter()
    {
        await _web.Installation.AddProcurementAsync(_authority, procurement => procurement with { Title = "Ängsskötsel" });
        await _web.Installation.AddProcurementAsync(_authority, procurement => procurement with { Title = "Fruktkorgar" });
        var browser = await OfficerAsync();

        var found = await browser.GetAsync("/upphandlingar?sok=äng&ar=2026&reserverad=None&sortera=titel");
        var nothing = await browser.GetAsync("/upphandlingar?sok=finnsinte");
        var wrongYear = await browser.GetAsync("/upphandlingar?ar=tjugo");

        Assert.That(found.Document.QuerySelectorAll("tbody th a").Select(cell => cell.TextContent.Trim()), Is.EqualTo(new[] { "Ängsskötsel" }));
        Assert.That(found.Field("ar"), Is.EqualTo("2026"));
        Assert.That(nothing.Text, Does.Contain("Ingen upphandling stämmer med sökningen"));
        Assert.That((wrongYear.Status, wrongYear.Errors.Single()), Is.EqualTo((422, "År är inte ett tal. Skriv med siffror, till exempel 12 eller 1 500.")));
    }

    [Test]
    public async Task List_Excel_KeepsTheFilterAndIsAFile()
    {
        await _web.Installation.AddProcurementAsync(_authority, procurement => procurement with { Title = "Ängsskötsel" });
        var browser = await OfficerAsync();

        var list = await browser.GetAsync("/upphandlingar?sok=äng&sortera=titel");
        var address = list.Document.QuerySelectorAll("a").Single(link => link.TextContent == "Hämta som Excel").GetAttribute("href")!;
        using var file = await browser.Client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.That(Uri.UnescapeDataString(address), Does.Contain("sok=äng").And.Contain("sortera=titel"));
        Assert.That(file.Content.Headers.ContentType?.MediaType, Is.EqualTo(ExcelFile.ContentType));
        Assert.That(file.Content.Headers.ContentDisposition?.FileName, Does.StartWith("upphandlingar-"));
    }

    [Test]
    public async Task New_ThreeFields_BeginsTheProcurementAndShowsWhatIsMissing()
    {
        var browser = await OfficerAsync();
        var form = await browser.GetAsync("/upphandlingar/ny");

        var answer = await browser.SubmitAsync(form, new()
        {
            ["Input.CaseNumber"] = "KS 2026/1",
            ["Input.Title"] = "Arbetsträningsplatser",
            ["Input.UnitId"] = $"{_authority.Id}/{_authority.UnitId}",
        });
        var page = await browser.FollowAsync(answer);

        Assert.That(page.Heading, Is.EqualTo("Arbetsträningsplatser"));
        Assert.That(page.Notification, Does.Contain("Lägg nu till delkontrakt"));
        Assert.That(page.Text, Does.Contain("KS 2026/1").And.Contain("Arbetsmarknadsförvaltningen").And.Contain("Det här saknas innan dokumenten kan skrivas"));
        Assert.That(page.Document.QuerySelectorAll("a").Select(link => link.GetAttribute("href")), Has.Some.EndsWith("/andra#Input-Evaluation").And.Some.EndsWith("/delkontrakt/nytt"));
    }

    [Test]
    public async Task New_EmptyFieldsOrTakenCaseNumber_AreToldAtTheirFields()
    {
        await _web.Installation.AddProcurementAsync(_authority, procurement => procurement with { CaseNumber = "KS 1" });
        var browser = await OfficerAsync();
        var form = await browser.GetAsync("/upphandlingar/ny");

        var empty = await browser.SubmitAsync(form, []);
        var taken = await browser.SubmitAsync(form, new() { ["Input.CaseNumber"] = "ks 1", ["Input.Title"] = "Titel" });

        Assert.That(empty.Status, Is.EqualTo(422));
        Assert.That(empty.Errors, Is.EquivalentTo(new[] { "Diarienummer måste fyllas i.", "Titel måste fyllas i." }));
        Assert.That(taken.Errors.Single(), Does.Contain("ks 1 används redan"));
        Assert.That(taken.Field("Input.Title"), Is.EqualTo("Titel"));
    }

    [Test]
    public async Task Copy_PrefilledForm_LeadsToTheCopy()
    {
        var lot = await _web.Installation.AddLotAsync(_authority.ProcurementOfficer, await _web.Installation.AddProcurementAsync(_authority));
        await _web.Installation.ReserveAsync(_authority.ProcurementOfficer, lot);
        var browser = await OfficerAsync();
        var form = await browser.GetAsync($"/upphandlingar/{lot.ProcurementId}/kopiera");

        var refused = await browser.SubmitAsync(form, []);
        var copy = await browser.FollowAsync(await browser.SubmitAsync(form, new() { ["Input.CaseNumber"] = "KS 9" }));

        Assert.That(form.Field("Input.Title"), Is.EqualTo("Arbetsträningsplatser (kopia)"));
        Assert.That(refused.Errors, Is.EqualTo(new[] { "Diarienummer måste fyllas i." }));
        Assert.That(refused.Text, Does.Contain("delkontrakt från Arbetsträningsplatser ("));
        Assert.That((copy.Heading, copy.Notification), Is.EqualTo(("Arbetsträningsplatser (kopia)", "Kopian är skapad. Fyll i datum och välj regler.")));
        Assert.That(copy.Text, Does.Contain("KS 9").And.Contain("Helt reserverad"));
    }

    [Test]
    public async Task Pages_OfAnotherAuthority_AreNotFound()
    {
        var other = await _web.Installation.AddAuthorityAsync("Grannköpings kommun");
        var lot = await _web.Installation.AddLotAsync(other.ProcurementOfficer, await _web.Installation.AddProcurementAsync(other));
        var browser = await OfficerAsync();

        foreach (var path in Pages(lot.ProcurementId, lot.Id))
        {
            Assert.That((await browser.GetAsync(path)).Status, Is.EqualTo(404), path);
        }
    }

    [Test]
    public async Task Pages_ForAReader_ShowButDoNotChange()
    {
        var lot = await _web.Installation.AddLotAsync(_authority.ProcurementOfficer, await _web.Installation.AddProcurementAsync(_authority));
        var browser = await _web.SignInAsync(Role.Reader, _authority.Id);

        foreach (var path in Pages(lot.ProcurementId, lot.Id))
        {
            var shows = path.EndsWith(lot.ProcurementId.ToString(), StringComparison.Ordinal) || path.EndsWith("/delkontrakt", StringComparison.Ordinal) || path.EndsWith("/historik", StringComparison.Ordinal);
            var page = await browser.GetAsync(path);
            Assert.That(page.Status, Is.EqualTo(shows ? 200 : 403), path);
            Assert.That(page.Document.QuerySelectorAll("main form, main a[href*='andra'], main a[href*='reservera']"), Is.Empty, path);
        }

        Assert.That((await browser.GetAsync("/upphandlingar/ny")).Status, Is.EqualTo(403));
    }

    [Test]
    public async Task Pages_AllOfThem_HaveOneHeadingATitleAndNoInlineStyle()
    {
        var lot = await _web.Installation.AddLotAsync(_authority.ProcurementOfficer, await _web.Installation.AddProcurementAsync(_authority));
        var browser = await OfficerAsync();

        foreach (var path in Pages(lot.ProcurementId, lot.Id).Append("/upphandlingar").Append("/upphandlingar/ny"))
        {
            var page = await browser.GetAsync(path);
            Assert.That(page.Status, Is.EqualTo(200), path);
            Assert.That(page.Document.QuerySelectorAll("h1"), Has.Length.EqualTo(1), path);
            Assert.That(page.Document.QuerySelectorAll("[style], script:not([src])"), Is.Empty, path);
            Assert.That(page.Document.QuerySelectorAll("[id]").Select(element => element.Id), Is.Unique, path);
        }
    }

    [Test]
    public async Task Edit_DatesInWrongOrder_AreToldAndWhatWasTypedIsKept()
    {
        var saved = await _web.Installation.AddProcurementAsync(_authority);
        var browser = await OfficerAsync();
        var form = await browser.GetAsync($"/upphandlingar/{saved.Id}/andra");

        var answer = await browser.SubmitAsync(form, new() { ["Input.QuestionsUntil"] = "2026-10-20", ["Input.AnswersBy"] = "2026-10-15", ["Input.TendersUntil"] = "imorgon" });
        var ordered = await browser.SubmitAsync(form, new() { ["Input.QuestionsUntil"] = "2026-10-20", ["Input.AnswersBy"] = "2026-10-15" });

        Assert.That(answer.Errors, Is.EqualTo(new[] { "Sista anbudsdag är inte ett giltigt datum. Skriv som 2026-03-14." }));
        Assert.That(ordered.Errors, Is.EqualTo(new[] { "Sista dag för svar på frågor kan inte vara före Sista dag för frågor." }));
        Assert.That(ordered.Field("Input.QuestionsUntil"), Is.EqualTo("2026-10-20"));
    }

    [Test]
    public async Task Edit_SomebodyElseCameFirst_TellsWhoAndWhat()
    {
        var saved = await _web.Installation.AddProcurementAsync(_authority);
        var browser = await OfficerAsync();
        var form = await browser.GetAsync($"/upphandlingar/{saved.Id}/andra");
        (await _web.Installation.Get<ChangeProcurementHandler>().HandleAsync(
            _authority.ProcurementOfficer,
            new ChangeProcurement { Id = saved.Id, Version = 1, CaseNumber = "Nytt 1", Title = "Arbetsträningsplatser" },
            CancellationToken.None)).Must();

        var answer = await browser.SubmitAsync(form, new() { ["Input.Title"] = "Min titel" });

        Assert.That(answer.Status, Is.EqualTo(409));
        Assert.That(answer.Errors.Single(), Does.Contain("Testa Testsson").And.Contain("Diarienummer"));
        Assert.That(answer.Field("Input.Title"), Is.EqualTo("Min titel"));
    }

    [Test]
    public async Task Regime_ProposedAndOther_AreChosenWithReasonWhereItDiffers()
    {
        var lot = await _web.Installation.AddLotAsync(_authority.ProcurementOfficer, await _web.Installation.AddProcurementAsync(_authority));
        await _web.Installation.ReserveAsync(_authority.ProcurementOfficer, lot);
        var browser = await OfficerAsync();
        var address = $"/upphandlingar/{lot.ProcurementId}";

        var details = await browser.GetAsync(address);
        var chosen = await browser.FollowAsync(await browser.SubmitAsync(details, []));
        var form = await browser.GetAsync($"{address}/regler");
        var withoutReason = await browser.SubmitAsync(form, new() { ["Input.Regime"] = "Chapter19" });
        var withReason = await browser.FollowAsync(await browser.SubmitAsync(form, new() { ["Input.Regime"] = "Chapter19", ["Input.RegimeReason"] = "Huvudföremålet är ett annat." }));

        Assert.That(details.Text, Does.Contain("8 513 250 kr").And.Contain("19 a kap. 2 § LOU"));
        Assert.That(chosen.Text, Does.Contain("Valda reglerTjänster enligt bilaga 2 (19 kap.)"));
        Assert.That(withoutReason.Errors.Single(), Does.StartWith("Skäl till valet av regler måste fyllas i"));
        Assert.That(withReason.Text, Does.Contain("Huvudföremålet är ett annat."));
    }

    [Test]
    public async Task History_ChangedLots_StandByLotInSwedish()
    {
        var lot = await _web.Installation.AddLotAsync(_authority.ProcurementOfficer, await _web.Installation.AddProcurementAsync(_authority));
        var second = await _web.Installation.AddLotAsync(_authority.ProcurementOfficer, lot.Procurement(), entry => entry with { Title = "Markskötsel", MainCpv = "77314000-4" });
        (await _web.Installation.Get<ReserveAllLotsHandler>().HandleAsync(
            _authority.ProcurementOfficer, new ReserveAllLots(second.ProcurementId, second.Version, ReservationBasis.SocialIntegrationSupplier, "Fler i arbete."), CancellationToken.None)).Must();

        var page = await (await OfficerAsync()).GetAsync($"/upphandlingar/{lot.ProcurementId}/historik");

        var events = page.Document.QuerySelectorAll(".history > li").Select(entry => Spaces().Replace(entry.TextContent, " ")).ToList();
        Assert.That(events, Has.Count.EqualTo(4));
        Assert.That(events[0], Does.Contain("Delkontrakt 1 Grund för reserverad upphandling: Skyddad verkstad eller leverantör").And.Contain("Delkontrakt 2 Grund för reserverad upphandling: "));
        Assert.That(events[1], Does.Contain("Delkontrakt 2: Markskötsel Titel: Markskötsel").And.Contain("Uppskattat värde: 3 000 000 kr"));
        Assert.That(events[3], Does.Contain("Enhet: Arbetsmarknadsförvaltningen").And.Not.Contain("annan post"));
    }

    private Task<TestBrowser> OfficerAsync() => _web.SignInAsync(Role.ProcurementOfficer, _authority.Id);

    private static IEnumerable<string> Pages(Guid id, Guid lotId) =>
    [
        $"/upphandlingar/{id}", $"/upphandlingar/{id}/andra", $"/upphandlingar/{id}/regler", $"/upphandlingar/{id}/historik", $"/upphandlingar/{id}/reservera", $"/upphandlingar/{id}/kopiera",
        $"/upphandlingar/{id}/delkontrakt", $"/upphandlingar/{id}/delkontrakt/nytt", $"/upphandlingar/{id}/delkontrakt/{lotId}/andra",
        $"/upphandlingar/{id}/delkontrakt/{lotId}/reservera", $"/upphandlingar/{id}/delkontrakt/{lotId}/ta-bort",
    ];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
