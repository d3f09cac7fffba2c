using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Register.Search;
using static ReservedProcurement.Web.Demo.DemoAccounts;

namespace ReservedProcurement.Web.Demo;

/// <summary>Three meetings: one to come that has been answered in several ways, one that is being planned, and one that has been.</summary>
public sealed class DemoMeetings(
    CreateMeetingHandler create,
    FindInvitableHandler findInvitable,
    InviteToMeetingHandler invite,
    GetMeetingHandler get,
    AnswerByLinkHandler answerByLink,
    NoteAnswerHandler note,
    SignedLinks links,
    TimeProvider clock)
{
    public async Task FillAsync(Actor actor, Guid authorityId, Guid unitId, CancellationToken cancellationToken)
    {
        await AddComingAsync(actor, authorityId, unitId, cancellationToken);
        Expect(await create.HandleAsync(actor, new CreateMeeting(Breakfast(unitId)) { AuthorityId = authorityId }, cancellationToken));
        Expect(await create.HandleAsync(actor, new CreateMeeting(BidSchool(unitId)) { AuthorityId = authorityId }, cancellationToken));
    }

    private async Task AddComingAsync(Actor actor, Guid authorityId, Guid unitId, CancellationToken cancellationToken)
    {
        var meeting = Expect(await create.HandleAsync(actor, new CreateMeeting(Dialogue(unitId)) { AuthorityId = authorityId }, cancellationToken));
        var known = Expect(await findInvitable.HandleAsync(actor, new FindInvitable(meeting.Id, new FindSocialEnterprises()), cancellationToken));
        var leftOut = known.Items.Single(enterprise => enterprise.Name.StartsWith("Viftande", StringComparison.Ordinal));
        Expect(await invite.HandleAsync(
            actor,
            new InviteToMeeting
            {
                MeetingId = meeting.Id,
                Version = meeting.Version,
                SocialEnterpriseIds = [.. known.Items.Where(enterprise => enterprise.Email is not null && enterprise.Id != leftOut.Id).Select(enterprise => enterprise.Id)],
                Others = [new OtherParty("Stöd för kooperativ i Exempelstad", "Kontakt Påhittad", "kontakt@kooperativstod.example")],
                NotInvited = [new NotInvited(leftOut.Id, "Har sagt att de inte vill ha inbjudningar om lokalvård.")],
            },
            cancellationToken));

        var details = Expect(await get.HandleAsync(actor, meeting.Id, cancellationToken));
        await AnswerAsync(details, "Grönt", new AnswerContent { Answer = MeetingAnswer.Yes, Supervisors = 1, Participants = 3, Needs = "En av oss använder rullstol." }, cancellationToken);
        await AnswerAsync(details, "Steget", new AnswerContent { Answer = MeetingAnswer.Yes, Supervisors = 2, Question = "Hur långa blir avtalen?" }, cancellationToken);
        await AnswerAsync(details, "Pixel", new AnswerContent { Answer = MeetingAnswer.No }, cancellationToken);
        await NoteAsync(actor, details, "Systuan", AnswerSource.Officer, new AnswerContent { Answer = MeetingAnswer.Yes, Supervisors = 1, Participants = 4, Needs = "Vegetarisk mat till två." }, cancellationToken);
        await NoteAsync(actor, details, "Andra Varvet", AnswerSource.Mail, new AnswerContent { Answer = MeetingAnswer.Maybe, Supervisors = 1 }, cancellationToken);
    }

    private async Task AnswerAsync(MeetingDetails details, string party, AnswerContent answer, CancellationToken cancellationToken)
    {
        var code = links.CreateCode(LinkPurposes.MeetingAnswer, Of(details, party).Id, "", details.Meeting.EndsAt);
        Expect(await answerByLink.HandleAsync(new AnswerByLink(answer) { Code = code }, cancellationToken));
    }

    private async Task NoteAsync(Actor actor, MeetingDetails details, string party, AnswerSource source, AnswerContent answer, CancellationToken cancellationToken) =>
        Expect(await note.HandleAsync(actor, new NoteAnswer(answer) { InvitationId = Of(details, party).Id, Source = source }, cancellationToken));

    private static Invitation Of(MeetingDetails details, string party) => details.Invitations.Single(invitation => invitation.PartyName.StartsWith(party, StringComparison.Ordinal));

    private MeetingContent Dialogue(Guid unitId) => new()
    {
        MeetingKind = MeetingKind.DialogueMeeting,
        Title = "Dialogmöte om lokalvård",
        UnitId = unitId,
        Description = "Kommunen ska köpa städning av fyra förskolor. Vi vill veta hur ni arbetar och hur stora delar som passar er.",
        Date = Weekday(35),
        StartTime = "13:00",
        EndTime = "15:00",
        Place = "Stadshuset, rum Björken, Exempelgatan 1, Exempelstad",
        Access = "Buss 3 stannar vid dörren. Ingången har ingen trappa och det finns hiss.\nHörslinga finns i rummet.",
        VideoLink = "https://video.exempelstad.example/dialog",
        Agenda = "13.00 Välkomna och kaffe\n13.15 Det här ska vi köpa\n13.45 Samtal vid borden\n14.45 Frågor och vad som händer sedan",
        OrganiserName = "Ulla Upphandlare",
        OrganiserEmail = $"upphandlare{Domain}",
        OrganiserPhone = "070-174 06 06",
        Capacity = 10,
        AnswerBy = Weekday(28),
    };

    private MeetingContent Breakfast(Guid unitId) => new()
    {
        MeetingKind = MeetingKind.BusinessBreakfast,
        Title = "Frukost om vårens upphandlingar",
        UnitId = unitId,
        Date = Weekday(60),
        StartTime = "7:45",
        EndTime = "9:00",
        Place = "Kooperativet Kaffepausen, Exempelstad",
        OrganiserName = "Ulla Upphandlare",
        OrganiserEmail = $"upphandlare{Domain}",
    };

    private MeetingContent BidSchool(Guid unitId) => new()
    {
        MeetingKind = MeetingKind.BidSchool,
        Title = "Anbudsskola: ditt första anbud",
        UnitId = unitId,
        Date = Weekday(-42),
        StartTime = "9:00",
        EndTime = "12:00",
        Place = "Stadsbiblioteket, Exempelstad",
        OrganiserName = "Ulla Upphandlare",
        OrganiserEmail = $"upphandlare{Domain}",
    };

    /// <summary>A Tuesday about so many days from now.</summary>
    private DateOnly Weekday(int days)
    {
        var day = SwedishTime.Today(clock).AddDays(days);
        return day.AddDays(DayOfWeek.Tuesday - day.DayOfWeek);
    }
}
