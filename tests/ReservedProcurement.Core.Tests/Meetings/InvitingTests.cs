using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register;
using ReservedProcurement.Core.Register.Search;
using ReservedProcurement.Core.Spreadsheets;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Meetings;

public sealed class InvitingTests
{
    private TestInstallation _installation = null!;
    private TestAuthority _authority = null!;
    private MeetingSaved _meeting = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _installation = await TestInstallation.CreateAsync();
        _authority = await _installation.AddAuthorityAsync();
        _meeting = await _installation.AddMeetingAsync(_authority);
    }

    [TearDown]
    public async Task DisposeAsync() => await _installation.DisposeAsync();

    [Test]
    public async Task Invitable_BySearch_SaysOfEachHowItStandsToTheMeeting()
    {
        var (invited, leftOut, mute) = (await AddAsync("Alfa café"), await AddAsync("Beta café"), await AddAsync("Gamma café", email: null));
        await AddAsync("Delta café");
        await AddAsync("Snöröjarna");
        await InviteAsync([invited], (leftOut, "Köper inte den tjänsten."));

        var found = await FindAsync("café");

        Assert.That(found.Known, Is.EqualTo(5));
        Assert.That(found.Items.Select(item => (item.Name, item.Invitability)), Is.EqualTo(new[]
        {
            ("Alfa café", Invitability.AlreadyInvited), ("Beta café", Invitability.LeftOut), ("Delta café", Invitability.Open), ("Gamma café", Invitability.NoAddress),
        }));
        Assert.That(found.Items[1].Reason, Is.EqualTo("Köper inte den tjänsten."));
        Assert.That(found.Items.Single(item => item.Id == mute).Email, Is.Null);
    }

    [Test]
    public async Task Coverage_WhateverIsDone_AddsUp()
    {
        var (one, two, three) = (await AddAsync("Alfa"), await AddAsync("Beta"), await AddAsync("Gamma"));
        await AddAsync("Delta", email: null);
        await AddAsync("Epsilon");
        await InviteAsync([one, two], (three, "Ligger för långt bort."));

        var coverage = (await DetailsAsync()).Coverage;

        Assert.That(coverage, Is.EqualTo(new Coverage(5, 2, 1, 1, 0, 0)));
        Assert.That(coverage.Left, Is.EqualTo(1));
    }

    [Test]
    public async Task LeftOut_WhenInvitedBeforeOrUnknown_IsRefusedAndNothingIsSaved()
    {
        var one = await AddAsync("Alfa");
        await InviteAsync([one]);
        var version = (await DetailsAsync()).Meeting.Version;

        var both = await TryInviteAsync([], version, (one, "Ångrade oss."));
        var unknown = await TryInviteAsync([], version, (Guid.CreateVersion7(), "Finns inte."));

        Assert.That(both.FieldCodes(), Has.One.EqualTo($"NotInvited:{MeetingProblems.InvitedAndNot}"));
        Assert.That(unknown.FieldCodes(), Has.One.EqualTo($"NotInvited:{MeetingProblems.UnknownEnterprise}"));
        Assert.That((await DetailsAsync()).NotInvited, Is.Empty);
    }

    [Test]
    public async Task LeftOut_WhoIsInvitedLater_IsNoLongerLeftOut()
    {
        var one = await AddAsync("Alfa");
        await InviteAsync([], (one, "Har inte tid."));
        await InviteAsync([one]);

        var details = await DetailsAsync();
        Assert.That((details.NotInvited.Count, details.Coverage.Invited, details.Coverage.Left), Is.EqualTo((0, 1, 0)));
    }

    [Test]
    public async Task LeftOut_ForTheSameReasonAgain_KeepsWhenItWasNoted()
    {
        var one = await AddAsync("Alfa");
        await InviteAsync([], (one, "Har inte tid."));
        var noted = (await DetailsAsync()).NotInvited.Single().NotedAt;
        _installation.Clock.Advance(TimeSpan.FromDays(1));

        await InviteAsync([], (one, "Har inte tid."));
        Assert.That((await DetailsAsync()).NotInvited.Single().NotedAt, Is.EqualTo(noted));

        await InviteAsync([], (one, "Ligger för långt bort."));
        var changed = (await DetailsAsync()).NotInvited.Single();
        Assert.That((changed.Reason, changed.NotedAt), Is.EqualTo(("Ligger för långt bort.", noted.AddDays(1))));
    }

    [Test]
    public void Lines_OfOtherParties_AreReadWithAndWithoutReceiver()
    {
        var parties = OtherPartyLines.Read(" Stöd; Namn Namnsson ; a@b.example \r\n\nFolkhögskolan;c@d.example\nTom; ;e@f.example").Must();

        Assert.That(parties, Is.EqualTo(new[]
        {
            new OtherParty("Stöd", "Namn Namnsson", "a@b.example"), new OtherParty("Folkhögskolan", null, "c@d.example"), new OtherParty("Tom", null, "e@f.example"),
        }));
    }

    [TestCase("bara ett namn", 1)]
    [TestCase("Ett; a@b.example\n; a@b.example", 2)]
    [TestCase("Ett; Två; Tre; a@b.example", 1)]
    [TestCase("Ett; Namn", 1)]
    public void Lines_ThatAreNotParties_AreRefusedByTheirNumber(string text, int line)
    {
        var field = OtherPartyLines.Read(text).Problem!.Fields.Single();
        Assert.That((field.Field, field.Code, field.Arguments.Single()), Is.EqualTo(("Others", MeetingProblems.WrongLine, (object)line)));
    }

    [Test]
    public async Task Remove_EnterpriseThatIsInvited_IsRefusedByWords()
    {
        var one = await AddAsync("Alfa");
        await InviteAsync([one]);

        var removed = await _installation.Get<RemoveSocialEnterpriseHandler>().HandleAsync(_authority.ProcurementOfficer, new RemoveSocialEnterprise(one, 1), CancellationToken.None);

        Assert.That(removed.Problem?.Code, Is.EqualTo(RegisterProblems.InvitedToMeeting));
    }

    [Test]
    public async Task Seats_WhoTellsOfANeed_KeepsTheirPlaceAndWhoComesWithMoreGetsANewOne()
    {
        _meeting = await _installation.AddMeetingAsync(_authority, meeting => meeting with { Capacity = 4 });
        await _installation.InviteOthersAsync(_authority, _meeting, 3);
        await NoteAsync("Part 1", 2);
        await NoteAsync("Part 2", 2);
        await NoteAsync("Part 3", 1);
        Assert.That(await WaitingAsync(), Is.EqualTo(new[] { "Part 3" }));

        await NoteAsync("Part 1", 2, "Glutenfritt");
        Assert.That(await WaitingAsync(), Is.EqualTo(new[] { "Part 3" }), "a need");

        await NoteAsync("Part 1", 1);
        Assert.That(await WaitingAsync(), Is.Empty, "fewer");

        await NoteAsync("Part 1", 2);
        Assert.That(await WaitingAsync(), Is.EqualTo(new[] { "Part 1" }), "more again");
    }

    [Test]
    public async Task Preview_BeforeAnythingIsSent_IsTheMailThatWouldBeSent()
    {
        var preview = (await _installation.Get<PreviewInvitationHandler>().HandleAsync(_authority.Reader, _meeting.Id, CancellationToken.None)).Must();

        Assert.That(preview.Faults, Is.Empty);
        Assert.That(preview.PlainText, Does.Contain("Dialogmöte om arbetsträning").And.Contain("Ja, vi kommer"));
        var link = preview.Content.Button.Link.Query;
        var code = link[(link.IndexOf("kod=", StringComparison.Ordinal) + 4)..link.IndexOf('&', StringComparison.Ordinal)];
        Assert.That((await _installation.Get<AnswerByLinkHandler>().LookAsync(code, CancellationToken.None)).Problem?.Code, Is.EqualTo(MeetingProblems.LinkNotValid));
    }

    [Test]
    public async Task Calendar_ByLink_IsPublishedWithTheSameUidAndAsksForNothing()
    {
        await _installation.InviteOthersAsync(_authority, _meeting, 1);
        var details = await DetailsAsync();
        var code = _installation.AnswerCode(details.Invitations[0], details.Meeting);

        var file = (await _installation.Get<AnswerByLinkHandler>().CalendarAsync(code, CancellationToken.None)).Must();

        var lines = new CalendarLines(System.Text.Encoding.UTF8.GetString(file.Content));
        Assert.That(lines.Value("VCALENDAR", "METHOD"), Is.EqualTo("PUBLISH"));
        Assert.That(lines.Value("VCALENDAR/VEVENT", "UID"), Is.EqualTo(details.Invitations[0].Id.ToString()));
        Assert.That(lines.Count("VCALENDAR/VEVENT", "ATTENDEE"), Is.Zero);
    }

    [Test]
    public async Task Exports_OfMeetingsAndInvited_AreFiles()
    {
        await _installation.InviteOthersAsync(_authority, _meeting, 2);
        await NoteAsync("Part 1", 2, "=SUM(1)");

        var meetings = (await _installation.Get<ExportMeetingsHandler>().HandleAsync(_authority.Reader, new ExportMeetings(new FindMeetings { Sort = MeetingSort.Title }), CancellationToken.None)).Must();
        var invited = (await _installation.Get<ExportInvitationsHandler>().HandleAsync(_authority.Reader, _meeting.Id, CancellationToken.None)).Must();

        Assert.That((meetings.ContentType, invited.ContentType), Is.EqualTo((ExcelFile.ContentType, ExcelFile.ContentType)));
        Assert.That(invited.FileName, Is.EqualTo("inbjudna-2026-11-23.xlsx"));
    }

    [Test]
    public async Task List_Sorted_FollowsTheChoice()
    {
        await _installation.AddMeetingAsync(_authority, meeting => meeting with { Title = "Ängslagets träff", Date = meeting.Date!.Value.AddDays(-1) });
        await _installation.AddMeetingAsync(_authority, meeting => meeting with { Title = "Anbudsskola", MeetingKind = MeetingKind.BidSchool, Date = meeting.Date!.Value.AddDays(1) });

        Assert.That(await TitlesAsync(MeetingSort.Next), Is.EqualTo(new[] { "Ängslagets träff", "Dialogmöte om arbetsträning", "Anbudsskola" }));
        Assert.That(await TitlesAsync(MeetingSort.DateDescending), Is.EqualTo(new[] { "Anbudsskola", "Dialogmöte om arbetsträning", "Ängslagets träff" }));
        Assert.That(await TitlesAsync(MeetingSort.Title), Is.EqualTo(new[] { "Anbudsskola", "Dialogmöte om arbetsträning", "Ängslagets träff" }));
    }

    private async Task<IEnumerable<string>> TitlesAsync(MeetingSort sort) =>
        (await _installation.Get<FindMeetingsHandler>().HandleAsync(_authority.Reader, new FindMeetings { Sort = sort }, CancellationToken.None)).Must().Items.Select(meeting => meeting.Title);

    private async Task<IEnumerable<string>> WaitingAsync() => (await DetailsAsync()).Seats.Waiting.Select(invitation => invitation.PartyName);

    private Task<MeetingDetails> DetailsAsync() => _installation.MeetingDetailsAsync(_authority, _meeting.Id);

    private async Task<InvitableList> FindAsync(string text) => (await _installation.Get<FindInvitableHandler>().HandleAsync(
        _authority.Reader, new FindInvitable(_meeting.Id, new FindSocialEnterprises { Text = text }), CancellationToken.None)).Must();

    private async Task InviteAsync(IReadOnlyList<Guid> ids, params IReadOnlyList<(Guid Id, string Reason)> leftOut) =>
        (await TryInviteAsync(ids, (await DetailsAsync()).Meeting.Version, leftOut)).Must();

    private Task<Result<InvitationsMade>> TryInviteAsync(IReadOnlyList<Guid> ids, int version, params IReadOnlyList<(Guid Id, string Reason)> leftOut) => _installation.Get<InviteToMeetingHandler>().HandleAsync(
        _authority.ProcurementOfficer,
        new InviteToMeeting { MeetingId = _meeting.Id, Version = version, SocialEnterpriseIds = ids, NotInvited = [.. leftOut.Select(one => new NotInvited(one.Id, one.Reason))] },
        CancellationToken.None);

    private async Task NoteAsync(string party, int persons, string? needs = null)
    {
        _installation.Clock.Advance(TimeSpan.FromMinutes(1));
        var invitation = (await DetailsAsync()).Invitations.Single(one => one.PartyName == party);
        (await _installation.Get<NoteAnswerHandler>().HandleAsync(
            _authority.ProcurementOfficer,
            new NoteAnswer { InvitationId = invitation.Id, Answer = MeetingAnswer.Yes, Supervisors = 0, Participants = persons, Needs = needs },
            CancellationToken.None)).Must();
    }

    private async Task<Guid> AddAsync(string name, string? email = "kontakt@foretag.example") => (await _installation.Get<AddSocialEnterpriseHandler>().HandleAsync(
        _authority.ProcurementOfficer,
        new AddSocialEnterprise(new SocialEnterpriseContent { Name = name, Contacts = [new ContactContent { Name = "Kontakt Påhittad", Email = email, Phone = "070-174 06 05" }] }),
        CancellationToken.None)).Must().Id;
}
