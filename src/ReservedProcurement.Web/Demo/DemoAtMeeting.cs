using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Attendance;
using ReservedProcurement.Core.Meetings.EqualInformation;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Meetings.Minutes;
using ReservedProcurement.Core.Meetings.Minutes.ToDos;
using ReservedProcurement.Core.Meetings.Questions;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Register.Search;
using static ReservedProcurement.Web.Demo.DemoAccounts;

namespace ReservedProcurement.Web.Demo;

/// <summary>A dialogue meeting that has been: who came, its notes, what was asked and told, and something that is left to publish. The bid school has a draft.</summary>
public sealed class DemoAtMeeting(
    CreateMeetingHandler create,
    ChangeMeetingHandler change,
    FindMeetingsHandler findMeetings,
    GetMeetingHandler get,
    FindProcurementsHandler findProcurements,
    FindInvitableHandler findInvitable,
    InviteToMeetingHandler invite,
    AnswerByLinkHandler answerByLink,
    SignedLinks links,
    CheckInHandler checkIn,
    AddToDoHandler addToDo,
    MarkToDoHandler markToDo,
    SaveMinutesHandler saveMinutes,
    PublishMinutesHandler publishMinutes,
    NoteQuestionHandler noteQuestion,
    AddInformationHandler addInformation,
    CorrectInformationHandler correctInformation,
    PublishInformationHandler publishInformation,
    TimeProvider clock)
{
    public async Task FillAsync(Actor actor, Guid authorityId, Guid unitId, byte[] picture, CancellationToken cancellationToken)
    {
        var meeting = await HoldAsync(actor, authorityId, unitId, cancellationToken);
        await AttendAsync(actor, meeting, cancellationToken);
        await NoteAsync(actor, meeting, cancellationToken);
        await TellAsync(actor, meeting, picture, cancellationToken);
        var school = Expect(await findMeetings.HandleAsync(actor, new FindMeetings { Kind = MeetingKind.BidSchool, Coming = false }, cancellationToken)).Items[0];
        Expect(await saveMinutes.HandleAsync(
            actor,
            new SaveMinutes { MeetingId = school.Id, Version = 0, FromUs = "Upphandlare", Sections = [new MinutesSection("Så läser du en annons", "Vi gick igenom en annons steg för steg.")] },
            cancellationToken));
    }

    /// <summary>Nobody can be invited to what has been, so the meeting is planned ahead and then moved to where it was.</summary>
    private async Task<Meeting> HoldAsync(Actor actor, Guid authorityId, Guid unitId, CancellationToken cancellationToken)
    {
        var procurement = Expect(await findProcurements.HandleAsync(actor, new FindProcurements { Text = "Arbetsträningsplatser" }, cancellationToken)).Items[0];
        var content = new MeetingContent
        {
            MeetingKind = MeetingKind.DialogueMeeting,
            Title = "Dialogmöte om arbetsträning",
            UnitId = unitId,
            ProcurementId = procurement.Id,
            Description = "Vi vill veta vilka slags arbete ni kan erbjuda och hur stora delar som passar er.",
            Date = SwedishTime.Today(clock).AddDays(30),
            StartTime = "13:00",
            EndTime = "15:00",
            Place = "Stadshuset, rum Björken, Exempelgatan 1, Exempelstad",
            Agenda = "13.00 Välkomna\n13.15 Det här ska vi köpa\n14.00 Hur stora delar passar er?\n14.45 Frågor",
            OrganiserName = "Ulla Upphandlare",
            OrganiserEmail = $"upphandlare{Domain}",
        };
        var saved = Expect(await create.HandleAsync(actor, new CreateMeeting(content) { AuthorityId = authorityId }, cancellationToken));
        var known = Expect(await findInvitable.HandleAsync(actor, new FindInvitable(saved.Id, new FindSocialEnterprises()), cancellationToken)).Items;
        var made = Expect(await invite.HandleAsync(
            actor,
            new InviteToMeeting
            {
                MeetingId = saved.Id,
                Version = saved.Version,
                SocialEnterpriseIds = [.. known.Where(one => one.Name.StartsWith("Steget", StringComparison.Ordinal) || one.Name.StartsWith("Pixel", StringComparison.Ordinal) || one.Name.StartsWith("Andra", StringComparison.Ordinal)).Select(one => one.Id)],
                Others = [new OtherParty("Folkhögskolan i Exempelstad", null, "info@folkhogskolan.example")],
            },
            cancellationToken));
        var details = Expect(await get.HandleAsync(actor, saved.Id, cancellationToken));
        var steget = details.Invitations.Single(invitation => invitation.PartyName.StartsWith("Steget", StringComparison.Ordinal));
        var code = links.CreateCode(LinkPurposes.MeetingAnswer, steget.Id, "", details.Meeting.EndsAt);
        Expect(await answerByLink.HandleAsync(
            new AnswerByLink(new AnswerContent { Answer = MeetingAnswer.Yes, Supervisors = 1, Participants = 2, Needs = "Hörslinga.", Question = "Vi på Steget undrar om våra deltagare får byta arbete under tiden." }) { Code = code },
            cancellationToken));
        Expect(await change.HandleAsync(actor, new ChangeMeeting(content with { Date = SwedishTime.Today(clock).AddDays(-12) }) { Id = saved.Id, Version = made.Version }, cancellationToken));
        return Expect(await get.HandleAsync(actor, saved.Id, cancellationToken)).Meeting;
    }

    private async Task AttendAsync(Actor actor, Meeting meeting, CancellationToken cancellationToken)
    {
        var details = Expect(await get.HandleAsync(actor, meeting.Id, cancellationToken));
        foreach (var invitation in details.Invitations.Where(invitation => !invitation.PartyName.StartsWith("Pixel", StringComparison.Ordinal)))
        {
            Expect(await checkIn.HandleAsync(actor, new CheckIn { MeetingId = meeting.Id, InvitationId = invitation.Id }, cancellationToken));
        }

        Expect(await checkIn.HandleAsync(actor, new CheckIn { MeetingId = meeting.Id, PartyName = "Stöd för kooperativ i Exempelstad", Supervisors = 2 }, cancellationToken));
    }

    private async Task NoteAsync(Actor actor, Meeting meeting, CancellationToken cancellationToken)
    {
        Expect(await addToDo.HandleAsync(
            actor, new AddToDo { MeetingId = meeting.Id, Task = "Ta fram karta över platser för arbetsträning", Responsible = "Arbetsmarknadsförvaltningen", UserId = actor.UserId, DueOn = SwedishTime.Today(clock).AddDays(14) }, cancellationToken));
        var list = Expect(await addToDo.HandleAsync(
            actor, new AddToDo { MeetingId = meeting.Id, Task = "Skicka lista över slags arbete", Responsible = "Steget Arbetsträning", DueOn = SwedishTime.Today(clock).AddDays(-2) }, cancellationToken));
        Expect(await markToDo.HandleAsync(actor, new MarkToDo(meeting.Id, list.Id, true), cancellationToken));
        var saved = Expect(await saveMinutes.HandleAsync(
            actor,
            new SaveMinutes
            {
                MeetingId = meeting.Id,
                Version = 0,
                FromUs = "Upphandlare och arbetsmarknadschef",
                Sections =
                [
                    new MinutesSection("Det här ska vi köpa", "Kommunen behöver platser för arbetsträning i kök, café och trädgård.\nAvtalen börjar efter sommaren."),
                    new MinutesSection("Hur stora delar passar er?", "Flera vill ha delar på högst fem platser. Då kan de lämna anbud var för sig."),
                    new MinutesSection("Frågor", "Frågorna och svaren står för sig på sidan."),
                ],
                Decisions = ["Platserna delas i minst två delkontrakt."],
            },
            cancellationToken));
        Expect(await publishMinutes.HandleAsync(actor, new PublishMinutes(meeting.Id, saved.Version, "Arbetsmarknadschefen"), cancellationToken));
    }

    private async Task TellAsync(Actor actor, Meeting meeting, byte[] picture, CancellationToken cancellationToken)
    {
        var asked = Expect(await get.HandleAsync(actor, meeting.Id, cancellationToken)).Invitations.Single(invitation => invitation.Question is not null);
        Expect(await noteQuestion.HandleAsync(
            actor,
            new NoteQuestion { MeetingId = meeting.Id, InvitationId = asked.Id, Question = "Får deltagare byta slags arbete under tiden?", Answer = "Ja. Minst två slags arbete ska gå att prova." },
            cancellationToken));
        var said = Expect(await addInformation.HandleAsync(actor, new AddInformation { MeetingId = meeting.Id, Information = "Avtalen är tänkta att gälla i två år, med möjlighet till ett år till.", GivenTo = "De som var på mötet" }, cancellationToken));
        Expect(await addInformation.HandleAsync(
            actor,
            new AddInformation { MeetingId = meeting.Id, Kind = InformationKind.Shown, Information = "Bild som visar var platserna ligger.", File = picture, FileName = "platser.png", GivenTo = "De som var på mötet" },
            cancellationToken));
        Expect(await publishInformation.HandleAsync(actor, new PublishInformation(meeting.Id), cancellationToken));
        Expect(await correctInformation.HandleAsync(
            actor,
            new CorrectInformation { MeetingId = meeting.Id, EntryId = said.Id, Number = 1, Information = "Avtalen är tänkta att gälla i två år, med möjlighet till två år till.", GivenTo = "De som var på mötet", Reason = "Vi skrev fel antal år." },
            cancellationToken));
        Expect(await publishInformation.HandleAsync(actor, new PublishInformation(meeting.Id), cancellationToken));
        Expect(await noteQuestion.HandleAsync(actor, new NoteQuestion { MeetingId = meeting.Id, Source = QuestionSource.Afterwards, Question = "Ingår arbetskläder?" }, cancellationToken));
        Expect(await addInformation.HandleAsync(actor, new AddInformation { MeetingId = meeting.Id, Information = "Vi räknar med att annonsera i början av nästa år.", GivenTo = "En förening som ringde" }, cancellationToken));
    }
}
