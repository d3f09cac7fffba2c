using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Register;
using ReservedProcurement.Core.Spreadsheets;
using ReservedProcurement.TestKit;
using ReservedProcurement.Web.Tests.Register;

namespace ReservedProcurement.Web.Tests.Meetings;

public sealed class MeetingPageTests
{
    private TestWeb _web = null!;
    private TestAuthority _authority = null!;
    private TestBrowser _officer = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _web = await TestWeb.CreateAsync();
        _authority = await _web.Installation.AddAuthorityAsync();
        _officer = await _web.SignInAsync(Role.ProcurementOfficer, _authority.Id);
    }

    [TearDown]
    public async Task DisposeAsync() => await _web.DisposeAsync();

    [Test]
    public async Task List_Empty_LeadsOfficerToTheFirstAndOffersReaderNothing()
    {
        var officer = await _officer.GetAsync("/moten");
        var reader = await (await _web.SignInAsync(Role.Reader, _authority.Id)).GetAsync("/moten");

        Assert.That(officer.Text, Does.Contain("Planera det första mötet"));
        Assert.That(reader.Document.QuerySelectorAll("a[href='/moten/nytt']"), Is.Empty);
    }

    [Test]
    public async Task List_FilteredAndAsExcel_ShowsWhatMatches()
    {
        await _web.Installation.AddMeetingAsync(_authority, meeting => meeting with { Title = "Ängslagets träff", MeetingKind = MeetingKind.NetworkMeeting });
        await _web.Installation.AddMeetingAsync(_authority, meeting => meeting with { Title = "Anbudsskola", MeetingKind = MeetingKind.BidSchool, Date = meeting.Date!.Value.AddDays(-100) });

        var found = await _officer.GetAsync("/moten?slag=NetworkMeeting");
        var past = await _officer.GetAsync("/moten?nar=tidigare");
        var nothing = await _officer.GetAsync("/moten?sok=finnsinte");
        var address = past.Document.QuerySelectorAll("a").Single(link => link.TextContent == "Hämta som Excel").GetAttribute("href")!;
        using var file = await _officer.Client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.That((Titles(found), Titles(past)), Is.EqualTo(("Ängslagets träff", "Anbudsskola")));
        Assert.That(nothing.Text, Does.Contain("Inget möte stämmer med sökningen"));
        Assert.That(file.Content.Headers.ContentType?.MediaType, Is.EqualTo(ExcelFile.ContentType));
    }

    [Test]
    public async Task New_InvitingAllKnown_LooksThroughTheListThenSendsAndShowsTheState()
    {
        await AddEnterpriseAsync("Alfa café");
        await AddEnterpriseAsync("Beta café", email: null);

        var saved = await _officer.SubmitAsync(await _officer.GetAsync("/moten/nytt"), new()
        {
            ["Host"] = $"{_authority.Id}/{_authority.UnitId}",
            ["Input.Title"] = "Dialogmöte om fika",
            ["Input.Date"] = "2026-12-01",
            ["Input.StartTime"] = "13:00",
            ["Input.EndTime"] = "14:30",
            ["Input.Place"] = "Stadshuset",
            ["Input.OrganiserName"] = "Åsa Exempel",
            ["Input.OrganiserEmail"] = "asa@exempelstad.example",
        });
        Assert.That(saved.Status, Is.EqualTo(302), string.Join('\n', saved.Errors));
        var details = await _officer.FollowAsync(saved);
        Assert.That(details.Text, Does.Contain("tisdag 1 december 2026, klockan 13.00–14.30").And.Contain("Ingen är inbjuden än"));

        var choose = await _officer.GetAsync(details.Path + "/bjud-in");
        Assert.That(choose.Text, Does.Contain("Saknar e-post"));
        var review = await _officer.SubmitAsync(choose, new() { ["Others"] = "Stöd i Exempelstad; Namn Namnsson; stod@exempel.example" }, "form[action*='Review']");
        Assert.That(review.Text, Does.Contain("2 mottagare").And.Contain("stod@exempel.example").And.Contain("Beta café").And.Contain("Inbjudan: Dialogmöte om fika").And.Contain("Kontrollerat"));
        Assert.That(await _web.Installation.SingleAsync<int>("select count(*) from MeetingInvitations"), Is.Zero, "Nothing is sent before the list has been seen.");

        var sent = await PressAsync(review, "Skicka inbjudan till 2");
        Assert.That(sent.Status, Is.EqualTo(302), string.Join('\n', sent.Errors));
        var waiting = await _officer.FollowAsync(sent);
        Assert.That(waiting.Notification, Is.EqualTo("Inbjudan är på väg till 2 mottagare."));
        Assert.That(waiting.Text, Does.Contain("0 av 2 är skickade och 2 väntar"));
        await _web.Installation.Get<DispatchOutbox>().RunAsync(CancellationToken.None);
        var done = await _officer.GetAsync(waiting.Path);
        Assert.That(done.Text, Does.Contain("Skickat").And.Not.Contain("väntar"));
    }

    [Test]
    public async Task Invite_Ticked_KeepsTheReasonForTheOther()
    {
        var one = await AddEnterpriseAsync("Alfa café");
        await AddEnterpriseAsync("Beta café");
        var meeting = await _web.Installation.AddMeetingAsync(_authority);
        var choose = await _officer.GetAsync($"/moten/{meeting.Id}/bjud-in?sok=café");

        var review = await _officer.SubmitAsync(choose, new() { ["Chosen"] = one.ToString() }, "form[action*='Review']");
        Assert.That(review.Text, Does.Contain("1 mottagare").And.Contain("Skäl att inte bjuda in Beta café"));
        var wrong = await PressAsync(review, "Skicka inbjudan till 1", new() { ["LeftOut[0].Reason"] = "Hon med 850709-9805" });
        Assert.That(wrong.Errors, Has.Count.EqualTo(1));
        var sent = await PressAsync(wrong, "Skicka inbjudan till 1", new() { ["LeftOut[0].Reason"] = "Har tackat nej till alla möten i år." });

        Assert.That(sent.Status, Is.EqualTo(302), string.Join('\n', sent.Errors));
        var page = await _officer.GetAsync($"/moten/{meeting.Id}");
        Assert.That(page.Text, Does.Contain("Har tackat nej till alla möten i år.").And.Contain("Medvetet inte inbjudna, med skäl1").And.Contain("Alla kända2"));
    }

    [Test]
    public async Task Invite_NobodyOrWrongLine_IsRefusedBeforeTheReview()
    {
        var meeting = await _web.Installation.AddMeetingAsync(_authority);
        var choose = await _officer.GetAsync($"/moten/{meeting.Id}/bjud-in");

        var nobody = await _officer.SubmitAsync(choose, [], "form[action*='Review']");
        var wrong = await _officer.SubmitAsync(choose, new() { ["Others"] = "\nbara ett namn" }, "form[action*='Review']");
        var badAddress = await _officer.SubmitAsync(choose, new() { ["Others"] = "Namn; inte@en@adress" }, "form[action*='Review']");

        Assert.That((nobody.Status, nobody.Errors.Single()), Is.EqualTo((422, "Välj minst en att bjuda in.")));
        Assert.That(wrong.Errors.Single(), Does.StartWith("Andra inbjudna, rad 2: skriv namn; mottagare; e-post"));
        Assert.That((badAddress.Status, badAddress.Errors.Count), Is.EqualTo((422, 1)));
        Assert.That(badAddress.Field("Others"), Is.EqualTo("Namn; inte@en@adress"));
    }

    [Test]
    public async Task Edit_WhenSomebodyIsInvited_SaysHowManyAreToldBeforeAndAfter()
    {
        var meeting = await _web.Installation.AddMeetingAsync(_authority);
        await _web.Installation.InviteOthersAsync(_authority, meeting, 3);

        var form = await _officer.GetAsync($"/moten/{meeting.Id}/andra");
        var saved = await _officer.FollowAsync(await _officer.SubmitAsync(form, new() { ["Input.StartTime"] = "14:00", ["Input.EndTime"] = "16:00" }));
        var quiet = await _officer.FollowAsync(await _officer.SubmitAsync(await _officer.GetAsync($"/moten/{meeting.Id}/andra"), new() { ["Input.Capacity"] = "30" }));
        var stale = await _officer.SubmitAsync(form, new() { ["Input.Place"] = "Rum Eken" });

        Assert.That(form.Text, Does.Contain("3 är inbjudna och får ett mejl när du ändrar"));
        Assert.That(saved.Notification, Is.EqualTo("Ändringen är sparad. De 3 som är inbjudna får ett mejl om den."));
        Assert.That(quiet.Notification, Is.EqualTo("Ändringen är sparad."));
        Assert.That(stale.Status, Is.EqualTo(409));
    }

    [Test]
    public async Task Cancel_WithReason_TellsHowManyFirstAndThenClosesTheMeeting()
    {
        var meeting = await _web.Installation.AddMeetingAsync(_authority);
        await _web.Installation.InviteOthersAsync(_authority, meeting, 2);
        var question = await _officer.GetAsync($"/moten/{meeting.Id}/stall-in");

        var refused = await _officer.SubmitAsync(question, []);
        var page = await _officer.FollowAsync(await _officer.SubmitAsync(question, new() { ["Input.CancelReason"] = "Föreläsaren är sjuk." }));

        Assert.That(question.Text, Does.Contain("2 är inbjudna och får ett mejl med skälet"));
        Assert.That((refused.Status, refused.Errors.Count), Is.EqualTo((422, 1)));
        Assert.That(page.Text, Does.Contain("Föreläsaren är sjuk."));
        Assert.That(page.Document.QuerySelectorAll("a").Select(link => link.TextContent.Trim()), Has.None.EqualTo("Ändra uppgifter"));
    }

    [Test]
    public async Task Note_AnswerByTelephone_StandsWithItsSourceAndTheEarlierOnesBelow()
    {
        var meeting = await _web.Installation.AddMeetingAsync(_authority);
        await _web.Installation.InviteOthersAsync(_authority, meeting, 1);
        var invitation = (await _web.Installation.MeetingDetailsAsync(_authority, meeting.Id)).Invitations.Single();
        var address = $"/moten/{meeting.Id}/inbjudna/{invitation.Id}/svar";

        var list = await _officer.FollowAsync(await _officer.SubmitAsync(await _officer.GetAsync(address), new() { ["Input.Answer"] = "Yes", ["Input.Participants"] = "4" }));
        var again = await _officer.GetAsync(address);
        using var file = await _officer.Client.GetAsync(new Uri($"/moten/{meeting.Id}/inbjudna?handler=Excel", UriKind.Relative));

        Assert.That(list.Text, Does.Contain("4 deltagare").And.Contain("Noterat av handläggare"));
        Assert.That(again.Text, Does.Contain("Svar som har kommit").And.Contain("Testa Testsson 1"));
        Assert.That(file.Content.Headers.ContentType?.MediaType, Is.EqualTo(ExcelFile.ContentType));
        Assert.That((await _officer.GetAsync($"/moten/{Guid.CreateVersion7()}/inbjudna/{invitation.Id}/svar")).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Preview_AndHistory_AreThereForAReaderButNoButtonsToChange()
    {
        var meeting = await _web.Installation.AddMeetingAsync(_authority);
        var reader = await _web.SignInAsync(Role.Reader, _authority.Id);

        var preview = await reader.GetAsync($"/moten/{meeting.Id}/inbjudan");
        var history = await reader.GetAsync($"/moten/{meeting.Id}/historik");
        using var file = await reader.Client.GetAsync(new Uri($"/moten/{meeting.Id}/inbjudan?handler=File", UriKind.Relative));

        Assert.That(preview.Text, Does.Contain("Hej Namn Namnsson!").And.Contain("Ja, vi kommer"));
        Assert.That(history.Status, Is.EqualTo(200));
        Assert.That(await file.Content.ReadAsStringAsync(), Does.Contain("text/calendar"));
        Assert.That((await reader.GetAsync($"/moten/{meeting.Id}/bjud-in")).Status, Is.EqualTo(403));
        Assert.That((await reader.GetAsync($"/moten/{meeting.Id}/andra")).Status, Is.EqualTo(403));
        Assert.That(preview.Document.QuerySelectorAll($"a[href='/moten/{meeting.Id}/bjud-in']"), Is.Empty);
    }

    [Test]
    public async Task Pages_OfAnotherAuthority_DoNotExist()
    {
        var meeting = await _web.Installation.AddMeetingAsync(_authority);
        var other = await _web.Installation.AddAuthorityAsync("Låtsasköpings kommun");
        var stranger = await _web.SignInAsync(Role.ProcurementOfficer, other.Id);

        foreach (var page in new[] { "", "/andra", "/inbjudna", "/bjud-in", "/inbjudan", "/historik", "/stall-in" })
        {
            Assert.That((await stranger.GetAsync($"/moten/{meeting.Id}{page}")).Status, Is.EqualTo(404), page);
        }
    }

    private static string Titles(TestPage page) => string.Join(", ", page.Document.QuerySelectorAll("tbody th a").Select(cell => cell.TextContent.Trim()));

    /// <summary>Presses a button of a form that has several.</summary>
    private Task<TestPage> PressAsync(TestPage page, string button, Dictionary<string, string?>? values = null)
    {
        var pressed = page.Document.QuerySelectorAll("main button").Single(one => one.TextContent.Trim() == button);
        page.Document.QuerySelector("main form")!.SetAttribute("action", pressed.GetAttribute("formaction")!);
        return _officer.SubmitAsync(page, values ?? []);
    }

    private async Task<Guid> AddEnterpriseAsync(string name, string? email = "kontakt@foretag.example") => (await _web.Installation.AddSocialEnterpriseAsync(enterprise => enterprise with
    {
        Name = name,
        Contacts = [new ContactContent { Name = "Kontakt Påhittad", Email = email, Phone = "070-174 06 05" }],
    })).Id;
}
