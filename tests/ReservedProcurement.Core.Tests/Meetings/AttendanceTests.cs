using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Attendance;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register;
using ReservedProcurement.Core.Register.Search;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Meetings;

public sealed class AttendanceTests
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
    public async Task CheckIn_ByOneTap_TakesTheCountsOfTheAnswer()
    {
        await _installation.InviteOthersAsync(_authority, _meeting, 2);
        var invitations = (await _installation.MeetingDetailsAsync(_authority, _meeting.Id)).Invitations;
        (await _installation.Get<NoteAnswerHandler>().HandleAsync(
            _authority.ProcurementOfficer, new NoteAnswer { InvitationId = invitations[0].Id, Answer = MeetingAnswer.Yes, Supervisors = 1, Participants = 3 }, CancellationToken.None)).Must();
        _installation.GoToAfterTheMeeting();

        foreach (var invitation in invitations)
        {
            await _installation.CheckInAsync(_authority, new CheckIn { MeetingId = _meeting.Id, InvitationId = invitation.Id });
        }

        var list = await ListAsync();
        Assert.That(list.Came.Select(arrival => (arrival.PartyName, arrival.Supervisors, arrival.Participants)), Is.EqualTo(new[] { ("Part 1", 1, 3), ("Part 2", 1, 0) }));
        Assert.That(list.Persons, Is.EqualTo(5));
    }

    [Test]
    public async Task CheckIn_OnceMoreAndUndone_ChangesTheCountsAndLeavesATrace()
    {
        await _installation.InviteOthersAsync(_authority, _meeting, 1);
        _installation.GoToAfterTheMeeting();
        var first = await _installation.CheckInAsync(_authority, new CheckIn { MeetingId = _meeting.Id, PartyName = "  part 1 " });

        var changed = await _installation.CheckInAsync(_authority, new CheckIn { MeetingId = _meeting.Id, InvitationId = first.InvitationId, Supervisors = 2, Participants = 4 });
        (await _installation.Get<UndoCheckInHandler>().HandleAsync(_authority.ProcurementOfficer, new UndoCheckIn(_meeting.Id, changed.Id), CancellationToken.None)).Must();

        Assert.That(first.InvitationId, Is.Not.Null, "The name was that of somebody invited.");
        Assert.That((changed.Id, changed.Persons), Is.EqualTo((first.Id, 6)));
        Assert.That((await ListAsync()).Came, Is.Empty);
        var actions = await _installation.QueryAsync<string>("select Action from AuditEntries where SubjectId = @Id order by At, Id", new { _meeting.Id });
        Assert.That(actions, Does.Contain("attendance-changed").And.Contain("attendance-removed"));
    }

    [Test]
    public async Task CheckIn_BeforeTheDayOrOfNobody_IsRefused()
    {
        var early = await TryAsync(new CheckIn { MeetingId = _meeting.Id, PartyName = "Föreningen" });
        _installation.GoToAfterTheMeeting();
        var nameless = await TryAsync(new CheckIn { MeetingId = _meeting.Id });
        var empty = await TryAsync(new CheckIn { MeetingId = _meeting.Id, PartyName = "Föreningen", Supervisors = 0, Participants = 0 });
        var person = await TryAsync(new CheckIn { MeetingId = _meeting.Id, PartyName = "Föreningen 19121212-1212" });
        var reader = await _installation.Get<CheckInHandler>().HandleAsync(_authority.Reader, new CheckIn { MeetingId = _meeting.Id, PartyName = "Föreningen" }, CancellationToken.None);
        var other = await _installation.Get<CheckInHandler>().HandleAsync(TestActors.With(Role.ProcurementOfficer, Guid.CreateVersion7()), new CheckIn { MeetingId = _meeting.Id, PartyName = "Föreningen" }, CancellationToken.None);

        Assert.That(early.Problem?.Code, Is.EqualTo(AtMeetingProblems.NotYet));
        Assert.That(nameless.FieldCodes(), Is.EqualTo(new[] { $"PartyName:{AtMeetingProblems.WhoCame}" }));
        Assert.That(empty.FieldCodes(), Is.EqualTo(new[] { $"Supervisors:{AtMeetingProblems.NobodyCame}" }));
        Assert.That(person.FieldCodes(), Is.EqualTo(new[] { $"PartyName:{RegisterProblems.PersonalNumberInText}" }));
        Assert.That(reader.Problem, Is.EqualTo(CommonProblems.NotAllowed));
        Assert.That(other.Problem, Is.EqualTo(CommonProblems.NoSuchRecord));
    }

    [Test]
    public async Task WhoCame_IsPartOfCoverageAndOfTheNextInvitation()
    {
        var (came, stayed, walkedIn) = (await AddEnterpriseAsync("Alfa"), await AddEnterpriseAsync("Beta"), await AddEnterpriseAsync("Gamma"));
        (await _installation.Get<InviteToMeetingHandler>().HandleAsync(
            _authority.ProcurementOfficer, new InviteToMeeting { MeetingId = _meeting.Id, Version = _meeting.Version, SocialEnterpriseIds = [came, stayed] }, CancellationToken.None)).Must();
        var next = await _installation.AddMeetingAsync(_authority, meeting => meeting with { Date = meeting.Date!.Value.AddDays(60) });
        _installation.GoToAfterTheMeeting();
        await _installation.CheckInAsync(_authority, new CheckIn { MeetingId = _meeting.Id, SocialEnterpriseId = came });
        await _installation.CheckInAsync(_authority, new CheckIn { MeetingId = _meeting.Id, SocialEnterpriseId = walkedIn });

        var missed = (await FindAsync(next.Id, _meeting.Id)).Must();
        var unknown = await FindAsync(next.Id, next.Id);

        Assert.That((await _installation.MeetingDetailsAsync(_authority, _meeting.Id)).Coverage.Came, Is.EqualTo(2));
        Assert.That(missed.Items.Select(item => item.Name), Is.EqualTo(new[] { "Beta" }));
        Assert.That(missed.Earlier.Select(earlier => earlier.Id), Is.EqualTo(new[] { _meeting.Id }));
        Assert.That(unknown.FieldCodes(), Is.EqualTo(new[] { "MissedMeetingId:field.unknown-choice" }));
        var removed = await _installation.Get<RemoveSocialEnterpriseHandler>().HandleAsync(_authority.ProcurementOfficer, new RemoveSocialEnterprise(walkedIn, 1), CancellationToken.None);
        Assert.That(removed.Problem, Is.EqualTo(RegisterProblems.IsInvitedToMeeting), "Who came must remain known.");
    }

    private Task<Result<InvitableList>> FindAsync(Guid meetingId, Guid missed) =>
        _installation.Get<FindInvitableHandler>().HandleAsync(_authority.ProcurementOfficer, new FindInvitable(meetingId, new FindSocialEnterprises()) { MissedMeetingId = missed }, CancellationToken.None);

    private Task<Result<Arrival>> TryAsync(CheckIn request) => _installation.Get<CheckInHandler>().HandleAsync(_authority.ProcurementOfficer, request, CancellationToken.None);

    private async Task<AttendanceList> ListAsync() => (await _installation.Get<GetAttendanceHandler>().HandleAsync(_authority.Reader, _meeting.Id, CancellationToken.None)).Must();

    private async Task<Guid> AddEnterpriseAsync(string name) => (await _installation.Get<AddSocialEnterpriseHandler>().HandleAsync(
        _authority.ProcurementOfficer,
        new AddSocialEnterprise(new SocialEnterpriseContent { Name = name, Contacts = [new ContactContent { Name = "Kontakt", Email = $"kontakt@{name.ToLowerInvariant()}.example" }] }),
        CancellationToken.None)).Must().Id;
}
