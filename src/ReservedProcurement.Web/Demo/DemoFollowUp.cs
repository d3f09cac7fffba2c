using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.FollowUp;
using ReservedProcurement.Core.Meetings.FollowUp.Surveys;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Outbox;
using static ReservedProcurement.Web.Demo.DemoAccounts;

namespace ReservedProcurement.Web.Demo;

/// <summary>A meeting that has been: those who came have been thanked and some have said what they thought.</summary>
public sealed class DemoFollowUp(
    CreateMeetingHandler create,
    ChangeMeetingHandler change,
    InviteToMeetingHandler invite,
    GetMeetingHandler get,
    NoteAnswerHandler note,
    ChangeMaterialHandler changeMaterial,
    ThankNowHandler thank,
    AnswerSurveyHandler survey,
    DispatchOutbox outbox,
    SignedLinks links,
    TimeProvider clock)
{
    private static readonly string[] Parties = ["Brobygget Påhittad", "Kvarnens Kök i Fantasivik", "Nystart Snickeri Exempel", "Stigens Trädgård Påhittad", "Verkstan vid Sagosjön"];

    private static readonly SurveyContent[] Opinions =
    [
        new() { Usefulness = 5, TakeAway = "Att två små företag kan lämna anbud tillsammans." },
        new() { Usefulness = 4, TakeAway = "Namnet på den vi ska ringa.", Different = "Mer tid för frågor." },
        new() { Usefulness = 4 },
        new() { Usefulness = 2, Different = "Visa en riktig upphandling, steg för steg." },
    ];

    public async Task FillAsync(Actor actor, Guid authorityId, Guid unitId, CancellationToken cancellationToken)
    {
        var content = Content(unitId);
        var meeting = Expect(await create.HandleAsync(actor, new CreateMeeting(content) { AuthorityId = authorityId }, cancellationToken));
        var invited = Expect(await invite.HandleAsync(
            actor,
            new InviteToMeeting { MeetingId = meeting.Id, Version = meeting.Version, Others = [.. Parties.Select((party, index) => new OtherParty(party, null, $"kontakt{index + 1}@pahittat.example"))] },
            cancellationToken));
        await outbox.RunAsync(cancellationToken);
        var details = Expect(await get.HandleAsync(actor, meeting.Id, cancellationToken));
        foreach (var invitation in details.Invitations)
        {
            Expect(await note.HandleAsync(actor, new NoteAnswer { InvitationId = invitation.Id, Answer = MeetingAnswer.Yes, Supervisors = 1, Participants = 1 }, cancellationToken));
        }

        // It was planned as all meetings are; now it has been.
        var held = Expect(await change.HandleAsync(actor, new ChangeMeeting(content with { Date = Weekday(-7) }) { Id = meeting.Id, Version = invited.Version }, cancellationToken));
        var saved = Expect(await changeMaterial.HandleAsync(
            actor, new ChangeMaterial(meeting.Id, held.Version, "Bilderna: https://filer.exempelstad.example/natverkstraff.pdf\nAnteckningarna mejlas till er i nästa vecka."), cancellationToken));
        Expect(await thank.HandleAsync(actor, new ThankNow(meeting.Id, saved.Version), cancellationToken));
        await outbox.RunAsync(cancellationToken);
        var endsAt = Expect(await get.HandleAsync(actor, meeting.Id, cancellationToken)).Meeting.EndsAt;
        foreach (var (invitation, opinion) in details.Invitations.Zip(Opinions))
        {
            var code = links.CreateCode(LinkPurposes.MeetingSurvey, invitation.Id, "", endsAt.AddDays(SurveyRules.OpenDays));
            Expect(await survey.HandleAsync(new AnswerSurvey(opinion) { Code = code }, cancellationToken));
        }
    }

    private MeetingContent Content(Guid unitId) => new()
    {
        MeetingKind = MeetingKind.NetworkMeeting,
        Title = "Nätverksträff för sociala företag",
        UnitId = unitId,
        Date = Weekday(21),
        StartTime = "9:00",
        EndTime = "11:00",
        Place = "Folkets hus, Exempelstad",
        OrganiserName = "Ulla Upphandlare",
        OrganiserEmail = $"upphandlare{Domain}",
    };

    /// <summary>A Wednesday about so many days from now.</summary>
    private DateOnly Weekday(int days)
    {
        var day = SwedishTime.Today(clock).AddDays(days);
        return day.AddDays(DayOfWeek.Wednesday - day.DayOfWeek);
    }
}
