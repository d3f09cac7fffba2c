using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Spreadsheets;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Web.Tests.Meetings;

public sealed class MeetingPlanningWebTests
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
    public async Task Calendar_OfAMonth_ShowsWeeksHolidaysAndMeetings_AndRefusesWhatIsNoMonth()
    {
        var meeting = await _web.Installation.AddMeetingAsync(_authority);
        var day = TestMeetings.Meeting(_web.Installation).Date!.Value;

        var page = await _officer.GetAsync($"/moten/kalender?manad={day:yyyy-MM}");
        var christmas = await _officer.GetAsync("/moten/kalender?manad=2026-12");
        var wrong = await _officer.GetAsync("/moten/kalender?manad=snart");

        Assert.That(page.Document.QuerySelector($".calendar a[href='/moten/{meeting.Id}']")?.TextContent, Does.StartWith("13.00–15.00 Dialogmöte"));
        Assert.That(page.Document.QuerySelector("a[rel=next]")?.GetAttribute("href"), Does.Contain("manad="));
        Assert.That(christmas.Text, Does.Contain("Juldagen").And.Contain("Inga möten den här månaden."));
        Assert.That(christmas.Document.QuerySelectorAll(".calendar tbody tr"), Has.Length.EqualTo(5));
        Assert.That((wrong.Status, wrong.Errors.Count), Is.EqualTo((422, 1)));
        Assert.That((await _officer.GetAsync("/moten")).Document.QuerySelector("a[href='/moten/kalender']"), Is.Not.Null);
    }

    [Test]
    public async Task Feed_MadeOnThePage_IsReadWithoutSigningInAndOnlyWhenItHasChanged()
    {
        await _web.Installation.AddMeetingAsync(_authority, content => content with { UnitId = _authority.UnitId });
        var page = await _officer.GetAsync("/moten/prenumerera");
        var made = await _officer.FollowAsync(await _officer.SubmitAsync(page, new() { ["unitId"] = _authority.UnitId.ToString() }));
        var address = made.Document.QuerySelector("code.secret")!.TextContent;
        Assert.That(made.Document.QuerySelector("main a[href^='webcal:']"), Is.Not.Null);
        Assert.That((await _officer.GetAsync("/moten/prenumerera")).Document.QuerySelector("code.secret"), Is.Null, "It is shown once.");

        var anonymous = _web.Browser().Client;
        var path = new Uri(address).AbsolutePath;
        using var first = await anonymous.GetAsync(new Uri(path, UriKind.Relative));
        using var asked = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var again = await anonymous.SendAsync(asked);
        using var guessed = await anonymous.GetAsync(new Uri($"/kalender/{new string('0', 48)}.ics", UriKind.Relative));
        using var posted = await anonymous.PostAsync(new Uri(path, UriKind.Relative), null);

        Assert.That(first.Content.Headers.ContentType, Is.EqualTo(MediaTypeHeaderValue.Parse("text/calendar; charset=utf-8")));
        Assert.That(await first.Content.ReadAsStringAsync(), Does.StartWith("BEGIN:VCALENDAR").And.Contain("Dialogmöte").And.Contain("BYDAY=-1SU"));
        Assert.That((first.Headers.CacheControl?.NoCache, first.Content.Headers.LastModified is not null), Is.EqualTo(((bool?)true, true)));
        Assert.That((again.StatusCode, guessed.StatusCode), Is.EqualTo((HttpStatusCode.NotModified, HttpStatusCode.NotFound)));
        Assert.That(posted.IsSuccessStatusCode, Is.False);
    }

    [Test]
    public async Task Form_WithButtonsThatLookUp_KeepsWhatWasWrittenAndSavesNothing()
    {
        await _web.Installation.AddMeetingAsync(_authority);
        var procurement = await _web.Installation.AddProcurementAsync(_authority, content => content with { Title = "Fönsterputs" });
        var day = TestMeetings.Meeting(_web.Installation).Date!.Value;
        var form = await _officer.GetAsync("/moten/nytt");
        var written = new Dictionary<string, string?> { ["Host"] = _authority.Id.ToString(), ["Input.Title"] = "Nytt möte", ["Input.Date"] = $"{day:yyyy-MM-dd}", ["Input.StartTime"] = "14:00", ["Input.EndTime"] = "16:00", ["Input.Place"] = "Rum 1", ["Input.OrganiserEmail"] = "a@exempelstad.example", ["SubjectText"] = "fönsterputs" };

        var found = await PressAsync(form, "Sök", written);
        var asked = await PressAsync(found, "Se om tiden krockar", new() { ["Input.MoreProcurementIds"] = procurement.Id.ToString(), ["Input.CpvCodes"] = "90911300" });
        Assert.That(asked.Document.QuerySelector("input[name='Input.CpvCodes'][value='90911300'][checked]"), Is.Not.Null);
        var before = (await _officer.GetAsync("/moten")).Document.QuerySelectorAll("tbody tr").Length;
        var saved = await _officer.FollowAsync(await PressAsync(asked, "Spara mötet", []));

        Assert.That(found.Document.QuerySelector($"input[name='Input.MoreProcurementIds'][value='{procurement.Id}']"), Is.Not.Null);
        Assert.That(found.Document.QuerySelector("input[name='Input.Title']")!.GetAttribute("value"), Is.EqualTo("Nytt möte"));
        Assert.That(asked.Text, Does.Contain("Samtidigt:").And.Contain("Dialogmöte om arbetsträning"));
        Assert.That(before, Is.EqualTo(1));
        Assert.That(saved.Text, Does.Contain("Ett annat möte ligger nära i tid").And.Contain("Fönsterputs"));
        Assert.That((await _officer.GetAsync($"/upphandlingar/{procurement.Id}")).Text, Does.Contain("Nytt möte"));
    }

    [Test]
    public async Task OwnKind_AddedUnderAdministration_IsChosenInTheFormAndInTheList()
    {
        var administrator = await _web.SignInAsync(Role.Administrator, _authority.Id);
        var address = $"/administration/myndigheter/{_authority.Id}/motesslag";
        var refused = await administrator.SubmitAsync(await administrator.GetAsync(address), new() { ["Input.Name"] = "Anbudsskola" });
        var added = await administrator.FollowAsync(await administrator.SubmitAsync(await administrator.GetAsync(address), new() { ["Input.Name"] = "Rundabord" }));
        var option = (await _officer.GetAsync("/moten/nytt")).Document.QuerySelectorAll("select[name=Kind] option").Single(one => one.TextContent == "Rundabord").GetAttribute("value");
        await _web.Installation.AddMeetingAsync(_authority, content => content with { OwnKindId = Guid.Parse(option!) });

        Assert.That((refused.Status, refused.Errors.Count), Is.EqualTo((422, 1)));
        Assert.That(added.Text, Does.Contain("Rundabord"));
        Assert.That((await _officer.GetAsync($"/moten?slag={option}")).Text, Does.Contain("1 möte stämmer"));
        Assert.That((await _officer.GetAsync("/moten?slag=Other")).Text, Does.Contain("Inget möte stämmer"));
    }

    [Test]
    public async Task Group_FromFormToInvitation_IsMarkedWhereItWouldGoTwice()
    {
        var refused = await _officer.SubmitAsync(await _officer.GetAsync("/moten/grupper/ny"), new() { ["Input.Name"] = "Stöd", ["Input.Members"] = "bara ett namn" });
        var details = await _officer.FollowAsync(await _officer.SubmitAsync(refused, new() { ["Input.Members"] = "Stöd Ett; Åsa; ett@stod.example\nStöd Två; tva@stod.example" }));
        var meeting = await _web.Installation.AddMeetingAsync(_authority);
        var group = details.Document.QuerySelector("a[href$='/andra']")!.GetAttribute("href")!.Split('/')[^2];
        var invite = await _officer.GetAsync($"/moten/{meeting.Id}/bjud-in");
        var review = await PressAsync(invite, "Granska inbjudan", new() { ["GroupIds"] = group, ["Others"] = "Stöd Ett; ett@stod.example" });
        await PressAsync(review, "Skicka inbjudan till 2", []);
        using var file = await _officer.Client.GetAsync(new Uri("/moten/grupper?handler=Excel", UriKind.Relative));

        Assert.That((refused.Status, refused.Errors.Count), Is.EqualTo((422, 1)));
        Assert.That(details.Text, Does.Contain("2 ingår").And.Contain("ett@stod.example"));
        Assert.That(review.Text, Does.Contain("2 mottagare").And.Contain("Står två gånger"));
        Assert.That((await _web.Installation.MeetingDetailsAsync(_authority, meeting.Id)).Invitations.Select(one => one.PartyName), Is.EqualTo(new[] { "Stöd Ett", "Stöd Två" }));
        Assert.That(file.Content.Headers.ContentType?.MediaType, Is.EqualTo(ExcelFile.ContentType));
    }

    [Test]
    public async Task Pages_OfAReaderOrAStranger_LetThemDoNoMoreThanTheyMay()
    {
        var group = await _officer.FollowAsync(await _officer.SubmitAsync(await _officer.GetAsync("/moten/grupper/ny"), new() { ["Input.Name"] = "Stöd", ["Input.Members"] = "Ett; ett@stod.example" }));
        var other = await _web.Installation.AddAuthorityAsync("Låtsasköpings kommun");
        var stranger = await _web.SignInAsync(Role.ProcurementOfficer, other.Id);
        var reader = await _web.SignInAsync(Role.Reader, _authority.Id);
        var address = group.Document.QuerySelector("a[href$='/andra']")!.GetAttribute("href")!;

        Assert.That((await stranger.GetAsync(address[..^"/andra".Length])).Status, Is.EqualTo(404));
        Assert.That((await stranger.GetAsync(address)).Status, Is.EqualTo(404));
        Assert.That((await reader.GetAsync(address)).Status, Is.EqualTo(403));
        Assert.That((await reader.GetAsync("/moten/prenumerera")).Document.QuerySelectorAll("main form"), Is.Empty);
    }

    [Test]
    public async Task Api_ForWhatThePagesDo_AnswersAlike()
    {
        using var api = await _web.ApiAsync(Role.Administrator, _authority.Id);
        var root = new Uri(api.BaseAddress!, "/api/v1/");
        using var kind = await api.PostAsJsonAsync(new Uri(root, $"authorities/{_authority.Id}/meeting-kinds"), new { name = "Rundabord" });
        var kindId = (await kind.Content.ReadFromJsonAsync<JsonObject>())!["id"]!.GetValue<Guid>();
        await _web.Installation.AddMeetingAsync(_authority, content => content with { OwnKindId = kindId });
        using var group = await api.PostAsJsonAsync(new Uri(root, $"authorities/{_authority.Id}/party-groups"), new { name = "Stöd", members = new[] { new { name = "Ett", recipientName = (string?)null, email = "ett@stod.example" } } });
        using var feed = await api.PostAsJsonAsync(new Uri(root, "calendar-feeds"), new { authorityId = _authority.Id });
        var second = await _web.Installation.AddMeetingAsync(_authority);

        var clashes = await api.GetFromJsonAsync<JsonArray>(new Uri(root, $"meetings/{second.Id}/clashes"));
        var calendar = await api.GetFromJsonAsync<JsonObject>(new Uri(root, $"meetings/calendar?day={TestMeetings.Meeting(_web.Installation).Date:yyyy-MM-dd}&ownKindId={kindId}"));
        var groups = await api.GetFromJsonAsync<JsonObject>(new Uri(root, "party-groups?text=ett"));
        var feeds = await api.GetFromJsonAsync<JsonObject>(new Uri(root, "calendar-feeds"));
        var invitable = await api.GetFromJsonAsync<JsonObject>(new Uri(root, $"meetings/{second.Id}/invitable?matchesMeeting=true"));
        using var unknown = await api.GetAsync(new Uri(root, "meetings/calendar?kind=fest"));

        Assert.That((kind.StatusCode, group.StatusCode, feed.StatusCode), Is.EqualTo((HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.Created)));
        Assert.That(clashes!.Single()!["kind"]!.GetValue<string>(), Is.EqualTo("overlaps"));
        Assert.That(calendar!["meetings"]!.AsArray().Single()!["kindName"]!.GetValue<string>(), Is.EqualTo("Rundabord"));
        Assert.That((groups!["total"]!.GetValue<int>(), feeds!["total"]!.GetValue<int>(), invitable!["total"]!.GetValue<int>()), Is.EqualTo((1, 1, 0)));
        Assert.That(feeds.ToJsonString(), Does.Not.Contain("hash").And.Not.Contain(".ics"));
        Assert.That(unknown.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    private Task<TestPage> PressAsync(TestPage page, string button, Dictionary<string, string?> values)
    {
        var pressed = page.Document.QuerySelectorAll("main button").Last(one => one.TextContent.Trim() == button);
        var form = pressed.Closest("form")!;
        form.SetAttribute("id", "pressed");
        if (pressed.GetAttribute("formaction") is { } action)
        {
            form.SetAttribute("action", action);
        }

        return _officer.SubmitAsync(page, values, "#pressed");
    }
}
