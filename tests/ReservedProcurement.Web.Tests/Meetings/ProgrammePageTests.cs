using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.DatePolls;
using ReservedProcurement.Core.Meetings.DatePolls.Replies;
using ReservedProcurement.Core.Spreadsheets;
using ReservedProcurement.TestKit;
using ReservedProcurement.Web.Tests.Register;

namespace ReservedProcurement.Web.Tests.Meetings;

/// <summary>Polls of dates, series and bid schools as an officer and somebody asked meet them.</summary>
public sealed class ProgrammePageTests
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
    public async Task Poll_FromTheFirstQuestionToTheInvitation_SendsNothingUnseen()
    {
        var wrong = await _officer.SubmitAsync(await _officer.GetAsync("/moten/datumforfragningar/ny"), new()
        {
            ["Host"] = $"{_authority.Id}/{_authority.UnitId}",
            ["Input.Meeting.Title"] = "Dialogmöte om fika",
            ["Input.Meeting.OrganiserEmail"] = "asa@exempelstad.example",
            ["Input.AnswerBy"] = "2026-10-01",
            ["Input.Proposals[1].Date"] = "2026-11-02",
            ["Input.Proposals[1].StartTime"] = "13:00",
            ["Input.Proposals[1].EndTime"] = "12:00",
        });
        Assert.That(wrong.Errors, Has.Exactly(2).Items, string.Join('\n', wrong.Errors));
        Assert.That(wrong.Field("Input.Proposals[0].EndTime"), Is.EqualTo("12:00"), "A row that is filled in moves up to where its fault is shown.");

        var saved = await _officer.SubmitAsync(wrong, new() { ["Input.Proposals[0].EndTime"] = "15:00", ["Input.Proposals[1].Date"] = "2026-11-03", ["Input.Proposals[1].StartTime"] = "9:00", ["Input.Proposals[1].EndTime"] = "11:00" });
        Assert.That(saved.Status, Is.EqualTo(302), string.Join('\n', saved.Errors));
        var choose = await _officer.FollowAsync(saved);
        var nobody = await _officer.SubmitAsync(choose, [], "form[action*='Review']");
        Assert.That(nobody.Errors.Single(), Is.EqualTo("Välj minst en att bjuda in."));
        var review = await _officer.SubmitAsync(choose, new() { ["Others"] = "Stöd i Exempelstad; Namn Namnsson; stod@exempel.example" }, "form[action*='Review']");
        Assert.That(review.Text, Does.Contain("1 mottagare").And.Contain("stod@exempel.example").And.Contain("Vilken dag passar? Dialogmöte om fika"));
        Assert.That(await _web.Installation.SingleAsync<int>("select count(*) from DatePollParties"), Is.Zero, "Nothing is sent before the list has been seen.");
        var details = await _officer.FollowAsync(await PressAsync(review, "Skicka frågan till 1"));
        Assert.That(details.Notification, Is.EqualTo("Frågan är på väg till 1 mottagare."));

        var poll = await _web.Installation.DatePollDetailsAsync(_authority, Guid.Parse(details.Path.Split('/')[^1]));
        await AnswerAsync(poll, "Stöd i Exempelstad", DateChoice.DoesNotFit, DateChoice.Fits);
        var day = await _officer.GetAsync(details.Path + "/valj-dag");
        Assert.That(day.Document.QuerySelector("input[type=radio][checked]")?.GetAttribute("value"), Is.EqualTo(poll.Tally.Standings[1].Proposal.Id.ToString()), "The best day is chosen in advance.");
        var refused = await _officer.SubmitAsync(day, []);
        Assert.That(refused.Errors.Single(), Does.StartWith("Skriv en plats eller en videolänk"));
        var invite = await _officer.FollowAsync(await _officer.SubmitAsync(refused, new() { ["Input.Place"] = "Rum Eken" }));
        Assert.That(invite.Text, Does.Contain("tisdag 3 november 2026, klockan 09.00–11.00").And.Contain("Namn Namnsson, stod@exempel.example").And.Contain("Kontrollerat"));
        Assert.That(await _web.Installation.SingleAsync<int>("select count(*) from MeetingInvitations"), Is.Zero);
        var invited = await _officer.FollowAsync(await _officer.SubmitAsync(invite, []));
        Assert.That(invited.Notification, Is.EqualTo("Inbjudan är på väg till 1 mottagare."));
    }

    [Test]
    public async Task ReplyPage_ShowsOwnAnswerAlone_AndChangesOnlyWhenPosted()
    {
        var poll = await AskedAsync(2);
        await AnswerAsync(poll, "Part 2", DateChoice.Fits, DateChoice.DoesNotFit, DateChoice.IfNeeded);
        var browser = _web.Browser();
        var address = $"/mote/dag?kod={_web.Installation.ReplyCode(poll, "Part 1")}";

        var form = await browser.GetAsync(address);
        var partly = await browser.SubmitAsync(form, new() { ["Input.Choices[0].Choice"] = "Fits", ["Input.Comment"] = "Ring oss." });
        Assert.That(form.Text, Does.Contain("Part 1").And.Not.Contain("Part 2"));
        Assert.That(form.Document.QuerySelectorAll("input[type=radio][checked]"), Is.Empty);
        Assert.That((partly.Status, partly.Errors.Count, partly.Field("Input.Comment")), Is.EqualTo((422, 2, "Ring oss.")));
        Assert.That(await _web.Installation.SingleAsync<int>("select count(*) from DatePollReplies"), Is.EqualTo(1));

        var thanks = await browser.FollowAsync(await browser.SubmitAsync(partly, new() { ["Input.Choices[1].Choice"] = "IfNeeded", ["Input.Choices[2].Choice"] = "DoesNotFit" }));
        Assert.That(thanks.Notification, Is.EqualTo("Tack! Ert svar är sparat."));
        Assert.That(thanks.Text, Does.Contain("Passar om det behövs").And.Contain("Ring oss."));
        Assert.That(thanks.Response.Headers.GetValues("Referrer-Policy"), Is.EqualTo(new[] { "no-referrer" }));
        var matrix = await _officer.GetAsync($"/moten/datumforfragningar/{poll.Poll.Id}");
        Assert.That(matrix.Text, Does.Contain("2 har svarat").And.Contain("Bäst just nu").And.Contain("Bäst är den dag då flest kan"));
        using var file = await _officer.Client.GetAsync(new Uri($"/moten/datumforfragningar/{poll.Poll.Id}?handler=Excel", UriKind.Relative));
        Assert.That(file.Content.Headers.ContentType?.MediaType, Is.EqualTo(ExcelFile.ContentType));
    }

    [Test]
    public async Task ReplyPage_WhenOver_SaysWhyInKindWords()
    {
        var poll = await AskedAsync(1);
        var browser = _web.Browser();
        var address = $"/mote/dag?kod={_web.Installation.ReplyCode(poll, "Part 1")}";
        var page = await _officer.GetAsync($"/moten/datumforfragningar/{poll.Poll.Id}");
        var closed = await _officer.FollowAsync(await _officer.SubmitAsync(page, [], "form[action*='Close']"));
        var late = await browser.GetAsync(address);
        await _officer.SubmitAsync(closed, [], "form[action*='Open']");
        var open = await browser.GetAsync(address);
        var cancelled = await _officer.SubmitAsync(await _officer.GetAsync($"/moten/datumforfragningar/{poll.Poll.Id}/avbryt"), new() { ["Input.CancelReason"] = "Vi köper inte." });
        var over = await browser.GetAsync(address);

        Assert.That(late.Text, Does.Contain("Svarstiden är slut"));
        Assert.That((late.Document.QuerySelector("main form"), open.Document.QuerySelector("main form") is not null), Is.EqualTo(((object?)null, true)));
        Assert.That((cancelled.Status, over.Document.QuerySelector("main form")), Is.EqualTo((302, (object?)null)));
        Assert.That(over.Text, Does.Contain("Frågan gäller inte längre").And.Contain("Vi köper inte."));
        Assert.That((await browser.GetAsync("/mote/dag?kod=fel")).Status, Is.EqualTo(410));
    }

    [Test]
    public async Task Series_MadeOfAMeeting_PlansTheNextWithOnePress_AndInvitesToAllDates()
    {
        var meeting = await _web.Installation.AddMeetingAsync(_authority);
        var page = await _officer.GetAsync($"/moten/{meeting.Id}");
        var make = await _officer.GetAsync(page.Document.QuerySelectorAll("a").Single(link => link.TextContent.Contains("Gör en serie", StringComparison.Ordinal)).GetAttribute("href")!);
        var series = await _officer.FollowAsync(await _officer.SubmitAsync(make, new() { ["Input.Name"] = "Träffar", ["Input.WishedFrom"] = "2" }));
        Assert.That(series.Text, Does.Contain("2 gånger per år").And.Contain("1 av 2").And.Contain("För få"));

        var edit = await _officer.FollowAsync(await _officer.SubmitAsync(series, [], "form[action*='Next']"));
        Assert.That((edit.Heading, edit.Field("Input.Date"), edit.Field("Input.Place")), Is.EqualTo(("Ändra mötet", "2027-05-24", "Stadshuset, rum Björken")));

        var choose = await _officer.GetAsync(series.Path + "/bjud-in");
        choose.Document.QuerySelector("main form")!.SetAttribute("action", choose.Document.QuerySelector("main button")!.GetAttribute("formaction")!);
        var review = await _officer.SubmitAsync(choose, new() { ["Others"] = "Part 1; part1@parter.example" });
        Assert.That(review.Text, Does.Contain("Inbjudan gäller 2 datum").And.Contain("1 mottagare").And.Contain("part1@parter.example"));
        var sent = await _officer.FollowAsync(await PressAsync(review, "Skicka inbjudan till 1"));
        Assert.That(sent.Notification, Is.EqualTo("2 inbjudningar är på väg."));

        var details = await _web.Installation.MeetingDetailsAsync(_authority, meeting.Id);
        var code = _web.Installation.AnswerCode(details.Invitations.Single(), details.Meeting);
        var browser = _web.Browser();
        var answer = await browser.GetAsync($"/mote/svar?kod={code}");
        Assert.That(answer.Text, Does.Contain("Ni är inbjudna till 2 datum"));
        var all = await browser.GetAsync($"/mote/svar/alla?kod={code}");
        var none = await browser.SubmitAsync(all, []);
        var thanks = await browser.FollowAsync(await browser.SubmitAsync(all, new() { ["Input.Dates[0].Answer"] = "Yes", ["Input.Dates[1].Answer"] = "No", ["Input.Participants"] = "3" }));
        Assert.That((none.Status, thanks.Notification), Is.EqualTo((422, "Tack! Era svar är sparade.")));
        Assert.That((await _officer.GetAsync($"/moten/{meeting.Id}/inbjudna")).Text, Does.Contain("3 deltagare"));
    }

    [Test]
    public async Task BidSchool_WithModulesAndNotedSteps_StandsInTheMatrixAndTheRegister()
    {
        var enterprise = await _web.Installation.AddSocialEnterpriseAsync();
        var meeting = await _web.Installation.AddMeetingAsync(_authority);
        var school = await _officer.FollowAsync(await _officer.SubmitAsync(await _officer.GetAsync("/moten/anbudsskola/ny"), new() { ["Host"] = _authority.Id.ToString(), ["Input.Name"] = "Anbudsskola" }));
        var module = await _officer.SubmitAsync(await _officer.GetAsync(school.Path + "/del"), new() { ["Input.Title"] = "Läsa en upphandling", ["Input.MeetingIds"] = meeting.Id.ToString() });
        Assert.That(module.Status, Is.EqualTo(302), string.Join('\n', module.Errors));

        var address = $"{school.Path}/foretag/{enterprise.Id}";
        var refused = await _officer.SubmitAsync(await _officer.GetAsync(address), []);
        var noted = await _officer.FollowAsync(await _officer.SubmitAsync(refused, new() { ["Input.Step"] = "FirstTender", ["Input.TakenOn"] = "2026-09-01", ["Input.Source"] = "Öppningsprotokoll" }));
        var page = await _officer.GetAsync(school.Path + "?steg=Win");
        var none = await _officer.GetAsync(school.Path + "?steg=Done");
        var register = await _officer.GetAsync($"/asf/{enterprise.Id}");
        using var file = await _officer.Client.GetAsync(new Uri($"{school.Path}?handler=Excel&steg=Win", UriKind.Relative));
        var undone = await _officer.FollowAsync(await _officer.SubmitAsync(noted, [], "form[action*='Undo']"));

        Assert.That((refused.Status, refused.Errors.Count, noted.Notification), Is.EqualTo((422, 3, "Steget är noterat.")));
        Assert.That(page.Text, Does.Contain("1 av 1 företag").And.Contain("2026-09-01").And.Contain("Vinna första gången").And.Contain("Noterat för hand"));
        Assert.That(none.Text, Does.Contain("Inget företag stämmer med sökningen"));
        Assert.That(register.Text, Does.Contain("Har deltagit i 0 av 1 delar").And.Contain("Första anbudet 2026-09-01 (Öppningsprotokoll"));
        Assert.That(file.Content.Headers.ContentType?.MediaType, Is.EqualTo(ExcelFile.ContentType));
        Assert.That(undone.Text, Does.Contain("Inget steg är noterat"));
    }

    [Test]
    public async Task Pages_ReaderLooksButDoesNotChange_AndAStrangerSeesNothing()
    {
        var poll = await AskedAsync(1);
        var series = await _officer.FollowAsync(await _officer.SubmitAsync(await _officer.GetAsync("/moten/serier/ny"), new() { ["Host"] = _authority.Id.ToString(), ["Input.Name"] = "Träffar" }));
        var school = await _officer.FollowAsync(await _officer.SubmitAsync(await _officer.GetAsync("/moten/anbudsskola/ny"), new() { ["Host"] = _authority.Id.ToString(), ["Input.Name"] = "Anbudsskola" }));
        var reader = await _web.SignInAsync(Role.Reader, _authority.Id);
        var other = await _web.Installation.AddAuthorityAsync("Låtsasköpings kommun");
        var stranger = await _web.SignInAsync(Role.ProcurementOfficer, other.Id);
        var root = $"/moten/datumforfragningar/{poll.Poll.Id}";

        foreach (var page in new[] { root, root + "/historik", series.Path, series.Path + "/historik", school.Path, school.Path + "/historik" })
        {
            Assert.That(((await reader.GetAsync(page)).Status, (await stranger.GetAsync(page)).Status), Is.EqualTo((200, 404)), page);
        }

        foreach (var page in new[] { root + "/fraga", root + "/andra", root + "/avbryt", root + "/valj-dag", $"{root}/svar/{poll.Parties[0].Id}", series.Path + "/andra", series.Path + "/bjud-in", school.Path + "/andra", school.Path + "/del" })
        {
            Assert.That(((await reader.GetAsync(page)).Status, (await stranger.GetAsync(page)).Status), Is.EqualTo((403, 404)), page);
        }
    }

    private async Task<DatePollDetails> AskedAsync(int parties)
    {
        var poll = await _web.Installation.AddDatePollAsync(_authority);
        await _web.Installation.AskOthersAsync(_authority, poll, parties);
        return await _web.Installation.DatePollDetailsAsync(_authority, poll.Id);
    }

    private async Task AnswerAsync(DatePollDetails poll, string party, params DateChoice[] choices)
    {
        (await _web.Installation.Get<ReplyByLinkHandler>().HandleAsync(
            new ReplyByLink(TestDatePolls.Reply(poll, choices)) { Code = _web.Installation.ReplyCode(poll, party) }, CancellationToken.None)).Must();
        _web.Installation.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    /// <summary>Presses a button of a form that has several.</summary>
    private Task<TestPage> PressAsync(TestPage page, string button)
    {
        var pressed = page.Document.QuerySelectorAll("main button").Single(one => one.TextContent.Trim() == button);
        page.Document.QuerySelector("main form")!.SetAttribute("action", pressed.GetAttribute("formaction")!);
        return _officer.SubmitAsync(page, []);
    }
}
