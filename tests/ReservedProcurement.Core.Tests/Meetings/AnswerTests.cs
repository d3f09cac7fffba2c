using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Mail.Transports;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Meetings;

public sealed class AnswerTests
{
    private RecordingMailTransport _mail = null!;
    private TestInstallation _installation = null!;
    private TestAuthority _authority = null!;
    private MeetingSaved _meeting = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _mail = new RecordingMailTransport();
        _installation = await TestInstallation.CreateAsync(services => services.AddScoped<IMailTransport>(_ => _mail));
        _authority = await _installation.AddAuthorityAsync();
        _meeting = await _installation.AddMeetingAsync(_authority);
        await _installation.InviteOthersAsync(_authority, _meeting, 2);
        await _installation.Get<DispatchOutbox>().RunAsync(CancellationToken.None);
    }

    [TearDown]
    public async Task DisposeAsync() => await _installation.DisposeAsync();

    [Test]
    public async Task Look_ByTheLinkOfTheMail_ShowsTheMeetingAndChangesNothing()
    {
        var looked = (await Handler.LookAsync(CodeOf("part1@parter.example"), CancellationToken.None)).Must();

        Assert.That((looked.Meeting.Title, looked.Invitation.PartyName, looked.Closed), Is.EqualTo(("Dialogmöte om arbetsträning", "Part 1", (Problem?)null)));
        Assert.That(await _installation.SingleAsync<int>("select count(*) from MeetingAnswers"), Is.Zero);
    }

    [Test]
    public async Task Answers_TheLatestHolds_AndAllAreKeptWithTheirSource()
    {
        var code = CodeOf("part1@parter.example");
        (await Handler.HandleAsync(new AnswerByLink { Code = code, Answer = MeetingAnswer.Yes, Supervisors = 1, Participants = 3, Needs = "Hörslinga" }, CancellationToken.None)).Must();
        _installation.Clock.Advance(TimeSpan.FromMinutes(5));
        (await NoteAsync("Part 1", MeetingAnswer.No)).Must();

        var invitation = (await _installation.MeetingDetailsAsync(_authority, _meeting.Id)).Invitations.Single(one => one.PartyName == "Part 1");
        Assert.That((invitation.Answer, invitation.AnswerSource, invitation.Persons, invitation.Needs), Is.EqualTo(((MeetingAnswer?)MeetingAnswer.No, (AnswerSource?)AnswerSource.Officer, 0, (string?)null)));
        Assert.That(await _installation.SingleAsync<int>("select count(*) from MeetingAnswers"), Is.EqualTo(2));
    }

    [Test]
    public async Task Answer_YesWithoutNumbers_IsOnePerson()
    {
        var answered = (await Handler.HandleAsync(new AnswerByLink { Code = CodeOf("part2@parter.example"), Answer = MeetingAnswer.Yes }, CancellationToken.None)).Must();
        Assert.That(answered.Invitation.Persons, Is.EqualTo(1));
    }

    [Test]
    public async Task Answer_BadContent_IsRefusedAtTheFields()
    {
        var refused = await Handler.HandleAsync(
            new AnswerByLink { Code = CodeOf("part1@parter.example"), Supervisors = -1, Participants = 501, Needs = "Han med nummer 850709-9805" },
            CancellationToken.None);

        Assert.That(refused.FieldCodes(), Has.Some.StartsWith("Answer:").And.Some.StartsWith("Supervisors:").And.Some.StartsWith("Participants:").And.Some.StartsWith("Needs:"));
    }

    [Test]
    public async Task Answer_WhenTheMeetingHasBegunOrIsCancelled_IsRefused()
    {
        var code = CodeOf("part1@parter.example");
        _installation.Clock.Advance(TimeSpan.FromDays(70) + TimeSpan.FromHours(5));
        Assert.That((await Handler.HandleAsync(new AnswerByLink { Code = code, Answer = MeetingAnswer.Yes }, CancellationToken.None)).Problem?.Code, Is.EqualTo(MeetingProblems.Begun));
        _installation.Clock.Advance(TimeSpan.FromHours(3));
        Assert.That((await Handler.LookAsync(code, CancellationToken.None)).Problem?.Code, Is.EqualTo(MailProblems.LinkExpired));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("påhittad")]
    public async Task Look_WithACodeThatIsNone_IsRefused(string? code) =>
        Assert.That((await Handler.LookAsync(code, CancellationToken.None)).Problem?.Code, Is.EqualTo(MailProblems.LinkInvalid));

    [Test]
    public async Task Look_WithACodeForAnotherPurpose_IsRefused()
    {
        var invitation = (await _installation.MeetingDetailsAsync(_authority, _meeting.Id)).Invitations[0];
        var code = _installation.Get<SignedLinks>().CreateCode(LinkPurposes.PasswordReset, invitation.Id, "", _installation.Clock.GetUtcNow().AddDays(1));

        Assert.That((await Handler.LookAsync(code, CancellationToken.None)).Problem?.Code, Is.EqualTo(MailProblems.LinkInvalid));
    }

    [Test]
    public async Task Note_ByOthersThanTheAuthoritysOfficers_IsRefused()
    {
        var invitation = (await _installation.MeetingDetailsAsync(_authority, _meeting.Id)).Invitations[0];
        var other = await _installation.AddAuthorityAsync("Låtsasköping");
        var note = new NoteAnswer { InvitationId = invitation.Id, Answer = MeetingAnswer.Yes };
        var handler = _installation.Get<NoteAnswerHandler>();

        Assert.That((await handler.HandleAsync(_authority.Reader, note, CancellationToken.None)).Problem?.Kind, Is.EqualTo(ProblemKind.Forbidden));
        Assert.That((await handler.HandleAsync(other.ProcurementOfficer, note, CancellationToken.None)).Problem?.Kind, Is.EqualTo(ProblemKind.NotFound));
    }

    [Test]
    public void Seats_OfAnyAnswers_NeverHoldMoreThanThereIsRoomFor() => Gen.Select(
        Gen.Int[1, 40],
        Gen.Select(Gen.Int[1, 12], Gen.Int[0, 3].Select(choice => choice == 3 ? (MeetingAnswer?)null : (MeetingAnswer)choice)).Array[0, 30]).Sample((capacity, answers) =>
    {
        var invitations = answers.Select((answer, index) => Invitation(index, answer.Item1, answer.Item2)).ToList();
        var seats = Seats.Of(invitations, capacity);
        var unlimited = Seats.Of(invitations, null);
        return seats.Persons == seats.Coming.Sum(one => one.Persons)
            && seats.Persons <= capacity
            && seats.Coming.Count + seats.Waiting.Count == invitations.Count(one => one.Answer == MeetingAnswer.Yes)
            && seats.Waiting.All(one => one.Persons > capacity - seats.Coming.Where(before => before.AnsweredAt < one.AnsweredAt).Sum(before => before.Persons))
            && unlimited.Waiting.Count == 0;
    });

    private AnswerByLinkHandler Handler => _installation.Get<AnswerByLinkHandler>();

    private static Invitation Invitation(int index, int persons, MeetingAnswer? answer) => new()
    {
        Id = Guid.Parse($"00000000-0000-7000-8000-{index:D12}"),
        MeetingId = Guid.Empty,
        PartyName = $"Part {index}",
        Email = "part@parter.example",
        InvitedAt = DateTimeOffset.UnixEpoch,
        InvitedByName = "Åsa Exempel",
        MailKind = MeetingMailKind.Invitation,
        MailState = MailState.Sent,
        Answer = answer,
        Supervisors = persons,
        AnsweredAt = DateTimeOffset.UnixEpoch.AddMinutes(index),
        ComingSince = DateTimeOffset.UnixEpoch.AddMinutes(index),
    };

    private string CodeOf(string receiver)
    {
        var text = _mail.Sent.Single(mail => mail.To.Mailboxes.Single().Address == receiver).TextBody!;
        var start = text.IndexOf("kod=", StringComparison.Ordinal) + 4;
        return text[start..text.IndexOf('&', start)];
    }

    private async Task<Result<Invitation>> NoteAsync(string party, MeetingAnswer answer)
    {
        var invitation = (await _installation.MeetingDetailsAsync(_authority, _meeting.Id)).Invitations.Single(one => one.PartyName == party);
        return await _installation.Get<NoteAnswerHandler>().HandleAsync(_authority.ProcurementOfficer, new NoteAnswer { InvitationId = invitation.Id, Answer = answer }, CancellationToken.None);
    }
}
