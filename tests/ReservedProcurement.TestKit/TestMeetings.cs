using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Invitations;

namespace ReservedProcurement.TestKit;

/// <summary>Meetings and those invited, with good defaults, made through the product's own handlers.</summary>
public static class TestMeetings
{
    /// <summary>Ten weeks after <see cref="TestInstallation"/>'s clock begins, at one in the afternoon.</summary>
    public static MeetingContent Meeting(TestInstallation installation) => new()
    {
        MeetingKind = MeetingKind.DialogueMeeting,
        Title = "Dialogmöte om arbetsträning",
        Description = "Vi vill veta vad ni kan och vill göra.",
        Date = DateOnly.FromDateTime(installation.Clock.GetUtcNow().UtcDateTime.AddDays(70)),
        StartTime = "13:00",
        EndTime = "15:00",
        Place = "Stadshuset, rum Björken",
        Access = "Entrén har ingen trappa. Det finns hörslinga.",
        Agenda = "13.00 Välkomna\n13.15 Vad vi ska köpa\n14.30 Frågor",
        OrganiserName = "Åsa Exempel",
        OrganiserEmail = "asa.exempel@exempelstad.example",
        OrganiserPhone = "070-174 06 05",
    };

    public static async Task<MeetingSaved> AddMeetingAsync(this TestInstallation installation, TestAuthority authority, Func<MeetingContent, MeetingContent>? change = null) =>
        (await installation.Get<CreateMeetingHandler>().HandleAsync(
            authority.ProcurementOfficer,
            new CreateMeeting((change ?? (meeting => meeting))(Meeting(installation))) { AuthorityId = authority.Id },
            CancellationToken.None)).Must();

    /// <summary>Invites others than enterprises of the register: <c>Part 1</c>, <c>part1@parter.example</c> and so on.</summary>
    public static async Task<InvitationsMade> InviteOthersAsync(this TestInstallation installation, TestAuthority authority, MeetingSaved meeting, int count) =>
        (await installation.Get<InviteToMeetingHandler>().HandleAsync(
            authority.ProcurementOfficer,
            new InviteToMeeting
            {
                MeetingId = meeting.Id,
                Version = meeting.Version,
                Others = [.. Enumerable.Range(1, count).Select(number => new OtherParty($"Part {number}", null, $"part{number}@parter.example"))],
            },
            CancellationToken.None)).Must();

    /// <summary>The code of a receiver's personal link, as their mail has it.</summary>
    public static string AnswerCode(this TestInstallation installation, Invitation invitation, Meeting meeting) =>
        installation.Get<SignedLinks>().CreateCode(LinkPurposes.MeetingAnswer, invitation.Id, "", meeting.EndsAt);

    public static async Task<MeetingDetails> MeetingDetailsAsync(this TestInstallation installation, TestAuthority authority, Guid id) =>
        (await installation.Get<GetMeetingHandler>().HandleAsync(authority.Reader, id, CancellationToken.None)).Must();
}
