using System.Text;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Calendars;
using ReservedProcurement.Core.Meetings.Calendars.Feeds;
using ReservedProcurement.Core.Meetings.Clashes;
using ReservedProcurement.Core.Meetings.Groups;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Meetings.Kinds;
using ReservedProcurement.Core.Meetings.Subjects;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register;
using ReservedProcurement.Core.Register.Search;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Meetings;

public sealed class MeetingPlanningTests
{
    private TestInstallation _installation = null!;
    private TestAuthority _authority = null!;
    private TestAuthority _other = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _installation = await TestInstallation.CreateAsync();
        _authority = await _installation.AddAuthorityAsync();
        _other = await _installation.AddAuthorityAsync("Låtsasköpings kommun");
    }

    [TearDown]
    public async Task DisposeAsync() => await _installation.DisposeAsync();

    [Test]
    public async Task Calendar_OfAnotherAuthority_ShowsOnlyWhatHasBeenAnnouncedAndNotWhere()
    {
        await _installation.AddMeetingAsync(_authority);
        await _installation.AddMeetingAsync(_other, meeting => meeting with { Title = "Hemlig plan" });
        var announced = await _installation.AddMeetingAsync(_other, meeting => meeting with { Title = "Öppen träff" });
        await _installation.InviteOthersAsync(_other, announced, 1);

        var all = await CalendarAsync(new ReadCalendar());
        var ours = await CalendarAsync(new ReadCalendar { OnlyOwn = true });
        var theirs = all.Meetings.Single(meeting => meeting.Title == "Öppen träff");

        Assert.That(all.Meetings.Select(meeting => meeting.Title), Is.EquivalentTo(new[] { "Dialogmöte om arbetsträning", "Öppen träff" }));
        Assert.That((theirs.Id, theirs.Place, theirs.OrganiserName), Is.EqualTo(((Guid?)null, (string?)null, "Åsa Exempel")));
        Assert.That(ours.Meetings.Select(meeting => meeting.Title), Is.EqualTo(new[] { "Dialogmöte om arbetsträning" }));
        Assert.That(all.OfYear[10], Is.EqualTo(2));
    }

    [Test]
    public async Task Calendar_ByUnitAndKind_ShowsThoseAlone()
    {
        var kind = await AddKindAsync("Rundabordssamtal");
        await _installation.AddMeetingAsync(_authority, meeting => meeting with { Title = "Ett", UnitId = _authority.UnitId });
        await _installation.AddMeetingAsync(_authority, meeting => meeting with { Title = "Två", OwnKindId = kind.Id });
        await _installation.AddMeetingAsync(_authority, meeting => meeting with { Title = "Tre", MeetingKind = MeetingKind.Other });

        Assert.That(Titles(await CalendarAsync(new ReadCalendar { UnitId = _authority.UnitId })), Is.EqualTo("Ett"));
        Assert.That(Titles(await CalendarAsync(new ReadCalendar { OwnKindId = kind.Id })), Is.EqualTo("Två"));
        Assert.That(Titles(await CalendarAsync(new ReadCalendar { Kind = MeetingKind.Other })), Is.EqualTo("Tre"));

        static string Titles(MeetingMonth month) => string.Join(",", month.Meetings.Select(meeting => meeting.Title));
    }

    [Test]
    public async Task OwnKind_RenamedAndClosed_StaysOnItsMeetingsButIsNotChosenAnew()
    {
        var kind = await AddKindAsync("Rundabordssamtal");
        var meeting = await _installation.AddMeetingAsync(_authority, content => content with { OwnKindId = kind.Id });
        (await _installation.Get<ChangeOwnKindHandler>().HandleAsync(_authority.Administrator, new ChangeOwnKind(kind.Id, kind.Version, "Rundabord", true), CancellationToken.None)).Must();

        var details = await _installation.MeetingDetailsAsync(_authority, meeting.Id);
        var kept = await ChangeAsync(meeting.Id, details.Meeting.Version, MeetingContent.Of(details.Meeting) with { Title = "Annan rubrik" });
        var anew = await _installation.Get<CreateMeetingHandler>().HandleAsync(
            _authority.ProcurementOfficer, new CreateMeeting(TestMeetings.Meeting(_installation) with { OwnKindId = kind.Id }) { AuthorityId = _authority.Id }, CancellationToken.None);

        Assert.That((details.Meeting.KindName, details.Meeting.MeetingKind), Is.EqualTo(("Rundabord", MeetingKind.Other)));
        Assert.That(kept.Succeeded, Is.True);
        Assert.That(anew.FieldCodes(), Is.EqualTo(new[] { $"MeetingKind:{OwnKindProblems.Unknown}" }));
        Assert.That((await _installation.Get<AddOwnKindHandler>().HandleAsync(_authority.Administrator, new AddOwnKind(_authority.Id, "dialogmöte"), CancellationToken.None)).FieldCodes(), Is.EqualTo(new[] { $"Name:{OwnKindProblems.Shipped}" }));
        Assert.That((await _installation.Get<AddOwnKindHandler>().HandleAsync(_authority.Administrator, new AddOwnKind(_authority.Id, "RUNDABORD"), CancellationToken.None)).FieldCodes(), Is.EqualTo(new[] { $"Name:{OwnKindProblems.NameTaken}" }));
        Assert.That((await _installation.Get<AddOwnKindHandler>().HandleAsync(_authority.ProcurementOfficer, new AddOwnKind(_authority.Id, "Annat"), CancellationToken.None)).Problem, Is.EqualTo(CommonProblems.NotAllowed));
    }

    [Test]
    [SetCulture("sv-SE")]
    public async Task Feed_OfAUnit_IsStrictCalendarTextWithoutMethodOrAnybodyInvited()
    {
        var meeting = await _installation.AddMeetingAsync(_authority, content => content with { Title = "Frukost; kaffe, te och å ä ö i en rubrik som är lång nog att vikas", UnitId = _authority.UnitId });
        await _installation.InviteOthersAsync(_authority, meeting, 2);
        await _installation.AddMeetingAsync(_authority, content => content with { Title = "Annan enhet" });
        var address = await FeedAsync(_authority.UnitId);

        var file = (await ReadAsync(address)).Must();
        var text = Encoding.UTF8.GetString(file.Content);
        var lines = new CalendarLines(text);
        Assert.Multiple(() =>
        {
            Assert.That(lines.Count("VCALENDAR", "METHOD"), Is.Zero);
            Assert.That(lines.Value("VCALENDAR", "X-WR-CALNAME"), Is.EqualTo("Möten\\, Arbetsmarknadsförvaltningen"));
            Assert.That((lines.Parameters("VCALENDAR", "REFRESH-INTERVAL"), lines.Value("VCALENDAR", "REFRESH-INTERVAL")), Is.EqualTo(("VALUE=DURATION", "PT1H")));
            Assert.That(lines.Value("VCALENDAR/VEVENT", "UID"), Is.EqualTo(meeting.Id.ToString()));
            Assert.That(lines.Value("VCALENDAR/VEVENT", "DTSTART"), Is.EqualTo("20261123T130000"));
            Assert.That(lines.Value("VCALENDAR/VEVENT", "STATUS"), Is.EqualTo("CONFIRMED"));
            Assert.That(lines.Count("VCALENDAR/VEVENT", "ATTENDEE") + lines.Count("VCALENDAR/VEVENT", "ORGANIZER"), Is.Zero);
            Assert.That(lines.Count("VCALENDAR/VTIMEZONE/DAYLIGHT", "RRULE") + lines.Count("VCALENDAR/VTIMEZONE/STANDARD", "RRULE"), Is.EqualTo(2));
            Assert.That(text, Does.Not.Contain("parter.example").And.Not.Contain("Annan enhet"));
        });
        Assert.That((await ReadAsync(await FeedAsync(null))).Must().Content.Length, Is.GreaterThan(file.Content.Length), "That of the authority has both.");
    }

    [Test]
    public async Task Feed_WhenAMeetingIsCancelled_SaysSoUnderANewTag()
    {
        var meeting = await _installation.AddMeetingAsync(_authority, content => content with { UnitId = _authority.UnitId });
        var address = await FeedAsync(_authority.UnitId);
        var before = (await ReadAsync(address)).Must();
        _installation.Clock.Advance(TimeSpan.FromMinutes(5));
        var same = (await ReadAsync(address)).Must();
        (await _installation.Get<CancelMeetingHandler>().HandleAsync(_authority.ProcurementOfficer, new CancelMeeting(meeting.Id, meeting.Version, "Sjukdom."), CancellationToken.None)).Must();

        var after = (await ReadAsync(address)).Must();
        var lines = new CalendarLines(Encoding.UTF8.GetString(after.Content));

        Assert.That(same.Tag, Is.EqualTo(before.Tag));
        Assert.That(after.Tag, Is.Not.EqualTo(before.Tag));
        Assert.That((lines.Value("VCALENDAR/VEVENT", "STATUS"), lines.Value("VCALENDAR/VEVENT", "SEQUENCE"), lines.Value("VCALENDAR/VEVENT", "UID")), Is.EqualTo(("CANCELLED", "1", meeting.Id.ToString())));
        Assert.That(after.ChangedAt, Is.EqualTo(before.ChangedAt.AddMinutes(5)));
    }

    [Test]
    public async Task Feed_RenewedOrRevoked_NoLongerAnswersAtItsOldAddress()
    {
        var first = await FeedAsync(_authority.UnitId);
        _installation.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await FeedAsync(_authority.UnitId);

        Assert.That((await ReadAsync(first)).Problem, Is.EqualTo(CommonProblems.NoSuchRecord));
        new CalendarLines(Encoding.UTF8.GetString((await ReadAsync(second)).Must().Content)).ToString();
        var feed = (await _installation.Get<ListFeedsHandler>().HandleAsync(_authority.Reader, CancellationToken.None)).Single();
        Assert.That((await RevokeAsync(_other.ProcurementOfficer)).Problem, Is.EqualTo(CommonProblems.NoSuchRecord));
        Assert.That((await RevokeAsync(_authority.Reader)).Problem, Is.EqualTo(CommonProblems.NotAllowed));
        Assert.That((await RevokeAsync(_authority.ProcurementOfficer)).Succeeded, Is.True);
        Assert.That((await ReadAsync(second)).Problem, Is.EqualTo(CommonProblems.NoSuchRecord));
        Assert.That(await _installation.SingleAsync<int>("select count(*) from CalendarFeeds where Hash like @Secret", new { Secret = $"%{Secret(second)}%" }), Is.Zero);

        Task<Result<Done>> RevokeAsync(Actor actor) => _installation.Get<RevokeFeedHandler>().HandleAsync(actor, feed.Id, CancellationToken.None);
    }

    [Test]
    public async Task Clash_WithAnothersMeeting_IsToldWithWhomToTalkToAndNothingMore()
    {
        var enterprise = (await _installation.AddSocialEnterpriseAsync(content => content with { Name = "Alfa", Contacts = [new ContactContent { Email = "alfa@foretag.example" }] })).Id;
        var theirs = await _installation.AddMeetingAsync(_other, content => content with { MeetingKind = MeetingKind.BidSchool, StartTime = "14:00", EndTime = "16:00" });
        await InviteAsync(_other, theirs, enterprise);
        var nextDay = await _installation.AddMeetingAsync(_other, content => content with { MeetingKind = MeetingKind.BidSchool, Date = content.Date!.Value.AddDays(1) });
        await _installation.InviteOthersAsync(_other, nextDay, 1);

        var saved = await _installation.AddMeetingAsync(_authority);
        var clash = saved.Clashes.Single();
        Assert.That((clash.Kind, clash.SharesInvited, clash.IsSameKind, clash.Meeting.Id, clash.Meeting.Host), Is.EqualTo((ClashKind.Overlaps, false, false, (Guid?)null, "Låtsasköpings kommun")));

        await InviteAsync(_authority, saved, enterprise);
        await InviteAsync(_other, nextDay with { Version = 2 }, enterprise);
        var clashes = (await _installation.Get<FindClashesHandler>().HandleAsync(_authority.Reader, saved.Id, CancellationToken.None)).Must();
        Assert.That(clashes.Select(one => (one.Kind, one.SharesInvited)), Is.EqualTo(new[] { (ClashKind.Overlaps, true), (ClashKind.NextDay, true) }));
        Assert.That((await _installation.Get<FindClashesHandler>().HandleAsync(_other.Reader, saved.Id, CancellationToken.None)).Problem, Is.EqualTo(CommonProblems.NoSuchRecord));
    }

    [Test]
    public async Task Clash_OnTheSameDay_IsToldForTheSameKindAlone_AndNotForACancelledMeeting()
    {
        var early = await _installation.AddMeetingAsync(_authority, content => content with { StartTime = "8:00", EndTime = "9:00" });
        await _installation.AddMeetingAsync(_authority, content => content with { MeetingKind = MeetingKind.Other, StartTime = "10:00", EndTime = "11:00" });

        var before = await AskAsync();
        (await _installation.Get<CancelMeetingHandler>().HandleAsync(_authority.ProcurementOfficer, new CancelMeeting(early.Id, early.Version, "Sjukdom."), CancellationToken.None)).Must();

        Assert.That(before.Select(clash => (clash.Kind, clash.Meeting.Id)), Is.EqualTo(new[] { (ClashKind.SameDay, (Guid?)early.Id) }));
        Assert.That(await AskAsync(), Is.Empty);

        async Task<IReadOnlyList<Clash>> AskAsync() => (await _installation.Get<FindClashesHandler>().HandleAsync(
            _authority.ProcurementOfficer, new FindClashes(null, _authority.Id, TestMeetings.Meeting(_installation) with { Title = "" }), CancellationToken.None)).Must();
    }

    [Test]
    public async Task Subjects_OfAMeeting_AreKeptShownAndFoundByProcurementAndLot()
    {
        var (main, lots) = await AddProcurementAsync(_authority, "Städning", "90910000");
        var (more, moreLots) = await AddProcurementAsync(_authority, "Tvätt", "98310000");
        var (strange, _) = await AddProcurementAsync(_other, "Annans", "98310000");
        var meeting = await _installation.AddMeetingAsync(_authority, content => content with
        {
            ProcurementId = main,
            MoreProcurementIds = [more, main, more],
            LotIds = [lots[0]],
            CpvCodes = ["77310000-6", "77310000"],
        });

        var details = await _installation.MeetingDetailsAsync(_authority, meeting.Id);
        var byLot = await _installation.AddMeetingAsync(_authority, content => content with { LotIds = [moreLots[0]] });
        var found = (await _installation.Get<FindMeetingsHandler>().HandleAsync(_authority.Reader, new FindMeetings { ProcurementId = more }, CancellationToken.None)).Must();
        var refused = await ChangeAsync(meeting.Id, details.Meeting.Version, MeetingContent.Of(details.Meeting) with { MoreProcurementIds = [strange] });
        var unknown = await ChangeAsync(meeting.Id, details.Meeting.Version, MeetingContent.Of(details.Meeting) with { CpvCodes = ["12345678"] });

        Assert.That(details.Subjects.Procurements.Select(procurement => procurement.Id), Is.EqualTo(new[] { main, more }));
        Assert.That(details.Subjects.Lots.Select(lot => lot.Id), Is.EqualTo(new[] { lots[0] }));
        Assert.That(details.Subjects.CpvCodes, Is.EqualTo(new[] { "77310000" }));
        Assert.That(found.Items.Select(item => item.Id), Is.EquivalentTo(new[] { meeting.Id, byLot.Id }));
        Assert.That(refused.FieldCodes(), Is.EqualTo(new[] { $"MoreProcurementIds:{MeetingProblems.UnknownProcurement}" }));
        Assert.That(unknown.FieldCodes(), Has.One.Contains(SubjectProblems.UnknownCode));
        var unchanged = (await ChangeAsync(meeting.Id, details.Meeting.Version, MeetingContent.Of(details.Meeting))).Must();
        Assert.That(unchanged.Version, Is.EqualTo(details.Meeting.Version));
    }

    [Test]
    public async Task Invitable_ByTheMeetingsSubjects_AreThoseWhoOfferOrWantToGrowIntoThem()
    {
        var (procurement, _) = await AddProcurementAsync(_authority, "Städning", "90911200");
        var meeting = await _installation.AddMeetingAsync(_authority, content => content with { ProcurementId = procurement, CpvCodes = ["98310000"] });
        await AddAsync("Alfa städ", ServiceAreaKind.Offers, "90910000");
        await AddAsync("Beta växer", ServiceAreaKind.WantsToGrowInto, "98311000");
        await AddAsync("Gamma snickeri", ServiceAreaKind.Offers, "45420000");

        Assert.That(await NamesAsync(new FindSocialEnterprises(), true), Is.EqualTo("Alfa städ, Beta växer"));
        Assert.That(await NamesAsync(new FindSocialEnterprises { Kind = ServiceAreaKind.WantsToGrowInto }, true), Is.EqualTo("Beta växer"));
        Assert.That(await NamesAsync(new FindSocialEnterprises(), false), Is.EqualTo("Alfa städ, Beta växer, Gamma snickeri"));

        async Task<string> NamesAsync(FindSocialEnterprises filter, bool matches) => string.Join(", ", (await _installation.Get<FindInvitableHandler>().HandleAsync(
            _authority.ProcurementOfficer, new FindInvitable(meeting.Id, filter, matches), CancellationToken.None)).Must().Items.Select(item => item.Name));

        Task<SavedSocialEnterprise> AddAsync(string name, ServiceAreaKind kind, string code) => _installation.AddSocialEnterpriseAsync(content => content with
        {
            Name = name,
            ServiceAreas = [new ServiceAreaContent { Kind = kind, CpvCodes = [code] }],
        });
    }

    [Test]
    public async Task Group_InvitedTogetherWithWrittenParties_GivesOneMailToEach()
    {
        var group = (await _installation.Get<AddGroupHandler>().HandleAsync(
            _authority.ProcurementOfficer,
            new AddGroup(_authority.Id, new PartyGroupContent("Stöd", [new OtherParty("Coompanion Exempel", "Åsa", "a@b.example"), new OtherParty("Folkhögskolan", null, "f@b.example")])),
            CancellationToken.None)).Must();
        var meeting = await _installation.AddMeetingAsync(_authority);
        var request = new InviteToMeeting
        {
            MeetingId = meeting.Id,
            Version = meeting.Version,
            GroupIds = [group.Id],
            Others = [new OtherParty(" coompanion exempel", null, "A@b.example "), new OtherParty("Ny", null, "ny@b.example")],
        };
        var made = (await _installation.Get<InviteToMeetingHandler>().HandleAsync(_authority.ProcurementOfficer, request, CancellationToken.None)).Must();

        Assert.That((made.Invited, made.AlreadyInvited), Is.EqualTo((3, 0)));
        var looked = (await _installation.Get<ReadOtherReceiversHandler>().HandleAsync(
            _authority.ProcurementOfficer, meeting.Id, [group.Id], [new OtherParty("Folkhögskolan", null, "f@b.example"), new OtherParty("Annan", null, "ny@x.example")], [("NY@x.example", "Alfa")], CancellationToken.None)).Must();
        Assert.That(looked.Select(one => (one.State, one.SameAddressAs)), Is.EqualTo(new[]
        {
            (OtherReceiverState.AlreadyInvited, (string?)null), (OtherReceiverState.AlreadyInvited, null), (OtherReceiverState.Twice, null), (OtherReceiverState.New, "Alfa"),
        }));
        var another = await _installation.AddMeetingAsync(_other);
        Assert.That((await _installation.Get<InviteToMeetingHandler>().HandleAsync(_other.ProcurementOfficer, new InviteToMeeting { MeetingId = another.Id, Version = 1, GroupIds = [group.Id] }, CancellationToken.None)).FieldCodes(), Is.EqualTo(new[] { $"GroupIds:{PartyGroupProblems.Unknown}" }));
    }

    [Test]
    public async Task Group_ChangedAndRemoved_KeepsVersionAndAuthority()
    {
        var content = new PartyGroupContent("Stöd", [new OtherParty("Ett", null, "a@b.example")]);
        var group = (await _installation.Get<AddGroupHandler>().HandleAsync(_authority.ProcurementOfficer, new AddGroup(_authority.Id, content), CancellationToken.None)).Must();
        var change = _installation.Get<ChangeGroupHandler>();
        var moved = content with { Members = [new OtherParty("Ett", null, "ny@b.example")] };

        Assert.That((await change.HandleAsync(_authority.ProcurementOfficer, new ChangeGroup(group.Id, 1, content), CancellationToken.None)).Must().Version, Is.EqualTo(1), "Nothing has changed.");
        Assert.That((await change.HandleAsync(_authority.ProcurementOfficer, new ChangeGroup(group.Id, 1, moved), CancellationToken.None)).Must().Version, Is.EqualTo(2));
        Assert.That((await change.HandleAsync(_authority.ProcurementOfficer, new ChangeGroup(group.Id, 1, content), CancellationToken.None)).Problem!.Kind, Is.EqualTo(ProblemKind.Conflict));
        Assert.That((await change.HandleAsync(_other.ProcurementOfficer, new ChangeGroup(group.Id, 2, content), CancellationToken.None)).Problem, Is.EqualTo(CommonProblems.NoSuchRecord));
        Assert.That((await change.HandleAsync(_authority.ProcurementOfficer, new ChangeGroup(group.Id, 2, content with { Members = [] }), CancellationToken.None)).FieldCodes(), Is.EqualTo(new[] { $"Members:{PartyGroupProblems.NoMembers}" }));
        Assert.That((await change.HandleAsync(_authority.ProcurementOfficer, new ChangeGroup(group.Id, 2, content with { Members = [.. content.Members, .. content.Members] }), CancellationToken.None)).FieldCodes(), Is.EqualTo(new[] { $"Members:{PartyGroupProblems.Twice}" }));
        (await _installation.Get<RemoveGroupHandler>().HandleAsync(_authority.ProcurementOfficer, new RemoveGroup(group.Id, 2), CancellationToken.None)).Must();
        Assert.That((await _installation.Get<GetGroupHandler>().HandleAsync(_authority.Reader, group.Id, CancellationToken.None)).Problem, Is.EqualTo(CommonProblems.NoSuchRecord));
    }

    private async Task<MeetingMonth> CalendarAsync(ReadCalendar request) => (await _installation.Get<ReadCalendarHandler>().HandleAsync(
        _authority.Reader, request with { Day = TestMeetings.Meeting(_installation).Date }, CancellationToken.None)).Must();

    private async Task<OwnKindSaved> AddKindAsync(string name) => (await _installation.Get<AddOwnKindHandler>().HandleAsync(_authority.Administrator, new AddOwnKind(_authority.Id, name), CancellationToken.None)).Must();

    private Task<Result<MeetingChanged>> ChangeAsync(Guid id, int version, MeetingContent content) =>
        _installation.Get<ChangeMeetingHandler>().HandleAsync(_authority.ProcurementOfficer, new ChangeMeeting(content) { Id = id, Version = version }, CancellationToken.None);

    private async Task<Uri> FeedAsync(Guid? unitId) =>
        (await _installation.Get<CreateFeedHandler>().HandleAsync(_authority.ProcurementOfficer, new CreateFeed(_authority.Id, unitId), CancellationToken.None)).Must().Address;

    private Task<Result<FeedFile>> ReadAsync(Uri address) => _installation.Get<ReadFeedHandler>().HandleAsync(Secret(address), CancellationToken.None);

    private static string Secret(Uri address) => Path.GetFileNameWithoutExtension(address.AbsolutePath);

    private async Task InviteAsync(TestAuthority authority, MeetingSaved meeting, Guid enterprise) => (await _installation.Get<InviteToMeetingHandler>().HandleAsync(
        authority.ProcurementOfficer, new InviteToMeeting { MeetingId = meeting.Id, Version = meeting.Version, SocialEnterpriseIds = [enterprise] }, CancellationToken.None)).Must();

    private async Task<(Guid Id, IReadOnlyList<Guid> Lots)> AddProcurementAsync(TestAuthority authority, string title, string cpv)
    {
        var procurement = await _installation.AddProcurementAsync(authority, content => content with { Title = title });
        await _installation.AddLotAsync(authority.ProcurementOfficer, procurement, lot => lot with { MainCpv = cpv });
        return (procurement.Id, await _installation.QueryAsync<Guid>("select Id from Lots where ProcurementId = @Id", new { procurement.Id }));
    }
}
