using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.BidSchools;
using ReservedProcurement.Core.Meetings.DatePolls;
using ReservedProcurement.Core.Meetings.DatePolls.Asking;
using ReservedProcurement.Core.Meetings.DatePolls.Replies;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Meetings.Series;
using ReservedProcurement.Core.Register.Search;
using static ReservedProcurement.Web.Demo.DemoAccounts;

namespace ReservedProcurement.Web.Demo;

/// <summary>A poll of dates that is open and one that became a meeting, a series with its years, evenings that belong together, and a bid school on its way.</summary>
public sealed class DemoProgrammes(
    CreateMeetingHandler createMeeting,
    ChangeMeetingHandler changeMeeting,
    GetMeetingHandler getMeeting,
    InviteToMeetingHandler invite,
    NoteAnswerHandler noteAnswer,
    CreateDatePollHandler createPoll,
    FindAskableHandler findAskable,
    AskPartiesHandler ask,
    GetDatePollHandler getPoll,
    NoteReplyHandler noteReply,
    ReplyByLinkHandler replyByLink,
    DatePollMailWriter mails,
    ChooseDateHandler choose,
    CreateSeriesHandler createSeries,
    PlanOccasionsHandler plan,
    InviteToSeriesHandler inviteToSeries,
    SaveBidSchoolHandler saveSchool,
    SaveModuleHandler saveModule,
    NoteStepHandler noteStep,
    TimeProvider clock)
{
    private IReadOnlyList<Invitable> _known = [];

    public async Task FillAsync(Actor actor, Guid authorityId, Guid unitId, CancellationToken cancellationToken)
    {
        await AddPollsAsync(actor, authorityId, unitId, cancellationToken);
        await AddSeriesAsync(actor, authorityId, unitId, cancellationToken);
        await AddBidSchoolAsync(actor, authorityId, unitId, cancellationToken);
    }

    private async Task AddPollsAsync(Actor actor, Guid authorityId, Guid unitId, CancellationToken cancellationToken)
    {
        var open = await PollAsync(actor, authorityId, Meeting(unitId, MeetingKind.DialogueMeeting, "Dialogmöte om trädgårdsskötsel") with
        {
            Description = "Kommunen ska köpa skötsel av sju trädgårdar vid äldreboenden. Vi vill höra hur stora delar som passar er.",
        }, cancellationToken);
        await ReplyAsync(actor, open, "Grönt", "Helst en tisdag eftermiddag.", cancellationToken, DateChoice.Fits, DateChoice.IfNeeded, DateChoice.DoesNotFit, DateChoice.Fits);
        await ReplyAsync(actor, open, "Systuan", null, cancellationToken, DateChoice.DoesNotFit, DateChoice.Fits, DateChoice.IfNeeded, DateChoice.Fits);
        await ReplyAsync(actor, open, "Steget", null, cancellationToken, DateChoice.IfNeeded, DateChoice.Fits, DateChoice.DoesNotFit, DateChoice.DoesNotFit);

        var details = Expect(await getPoll.HandleAsync(actor, open, cancellationToken));
        var pixel = details.Parties.Single(party => party.PartyName.StartsWith("Pixel", StringComparison.Ordinal));
        List<Proposal> proposals = [.. details.Tally.Standings.Select(standing => standing.Proposal)];
        Expect(await replyByLink.HandleAsync(
            new ReplyByLink { Code = mails.Code(pixel.Id, proposals), Choices = Choices(proposals, DateChoice.Fits, DateChoice.Fits, DateChoice.IfNeeded, DateChoice.DoesNotFit), Comment = "Gärna på nätet." }, cancellationToken));

        var decided = await PollAsync(actor, authorityId, Meeting(unitId, MeetingKind.CompanyVisit, "Besök hos Andra Varvet Återbruk"), cancellationToken);
        await ReplyAsync(actor, decided, "Andra Varvet", null, cancellationToken, DateChoice.Fits, DateChoice.DoesNotFit, DateChoice.Fits, DateChoice.Fits);
        var last = Expect(await getPoll.HandleAsync(actor, decided, cancellationToken));
        Expect(await choose.HandleAsync(actor, new ChooseDate(decided, last.Poll.Version, last.Tally.BestId), cancellationToken));
    }

    private async Task<Guid> PollAsync(Actor actor, Guid authorityId, MeetingContent meeting, CancellationToken cancellationToken)
    {
        var saved = Expect(await createPoll.HandleAsync(
            actor,
            new CreateDatePoll
            {
                AuthorityId = authorityId,
                Meeting = meeting with { Date = null, StartTime = null, EndTime = null },
                AnswerBy = Weekday(21),
                Proposals =
                [
                    new ProposedTime { Date = Weekday(35), StartTime = "13:00", EndTime = "15:00" },
                    new ProposedTime { Date = Weekday(36), StartTime = "13:00", EndTime = "15:00" },
                    new ProposedTime { Date = Weekday(42), StartTime = "9:00", EndTime = "11:00" },
                    new ProposedTime { Date = Weekday(43), StartTime = "13:00", EndTime = "15:00" },
                ],
            },
            cancellationToken));
        _known = Expect(await findAskable.HandleAsync(actor, new FindAskable(saved.Id, new FindSocialEnterprises()), cancellationToken)).Items;
        Expect(await ask.HandleAsync(
            actor,
            new AskParties
            {
                PollId = saved.Id,
                Version = saved.Version,
                SocialEnterpriseIds = [.. _known.Where(enterprise => enterprise.Email is not null).Select(enterprise => enterprise.Id)],
                Others = [new OtherParty("Stöd för kooperativ i Exempelstad", "Kontakt Påhittad", "kontakt@kooperativstod.example")],
            },
            cancellationToken));
        return saved.Id;
    }

    private async Task ReplyAsync(Actor actor, Guid pollId, string name, string? comment, CancellationToken cancellationToken, params DateChoice[] choices)
    {
        var details = Expect(await getPoll.HandleAsync(actor, pollId, cancellationToken));
        var party = details.Parties.Single(one => one.PartyName.StartsWith(name, StringComparison.Ordinal));
        Expect(await noteReply.HandleAsync(
            actor, new NoteReply { PartyId = party.Id, Comment = comment, Choices = Choices(details.Tally.Standings.Select(standing => standing.Proposal), choices) }, cancellationToken));
    }

    private async Task AddSeriesAsync(Actor actor, Guid authorityId, Guid unitId, CancellationToken cancellationToken)
    {
        var first = await AddAsync(actor, authorityId, Meeting(unitId, MeetingKind.NetworkMeeting, "Nätverksträff för ASF") with { Date = Weekday(-400) }, cancellationToken);
        var network = Expect(await createSeries.HandleAsync(
            actor,
            new CreateSeries
            {
                AuthorityId = authorityId,
                UnitId = unitId,
                MeetingId = first.Id,
                Name = "Nätverksträff för ASF",
                MeetingKind = MeetingKind.NetworkMeeting,
                WishedFrom = 1,
                WishedTo = 2,
                Description = "Handlingsplanen säger 1–2 nätverksträffar per år.",
            },
            cancellationToken));
        Expect(await plan.HandleAsync(actor, new PlanOccasions(network.Id, network.Version, SwedishTime.Day(Weekday(120))), cancellationToken));

        var evening = await AddAsync(
            actor, authorityId, Meeting(unitId, MeetingKind.BidSchool, "Räkna på ett anbud") with { Date = Weekday(49), StartTime = "17:00", EndTime = "19:00" }, cancellationToken);
        var evenings = Expect(await createSeries.HandleAsync(
            actor, new CreateSeries { AuthorityId = authorityId, UnitId = unitId, MeetingId = evening.Id, Name = "Räkna på ett anbud, tre kvällar", MeetingKind = MeetingKind.BidSchool }, cancellationToken));
        var planned = Expect(await plan.HandleAsync(
            actor, new PlanOccasions(evenings.Id, evenings.Version, $"{SwedishTime.Day(Weekday(56))}\n{SwedishTime.Day(Weekday(63))} 18.00–20.00"), cancellationToken));
        Expect(await inviteToSeries.HandleAsync(
            actor, new InviteToSeries { Id = evenings.Id, Version = planned.Version, SocialEnterpriseIds = [Known("Grönt").Id, Known("Systuan").Id] }, cancellationToken));
    }

    private async Task AddBidSchoolAsync(Actor actor, Guid authorityId, Guid unitId, CancellationToken cancellationToken)
    {
        var school = Expect(await saveSchool.CreateAsync(
            actor,
            new CreateBidSchool { AuthorityId = authorityId, UnitId = unitId, Name = "Anbudsskola för ASF", Description = "Från att läsa en upphandling till att vinna den, i två delar." },
            cancellationToken));
        var reading = await HeldAsync(actor, authorityId, unitId, "Läs en upphandling", -60, cancellationToken, "Grönt", "Systuan", "Steget", "Pixel");
        var writing = await HeldAsync(actor, authorityId, unitId, "Skriv ett anbud", -30, cancellationToken, "Grönt", "Systuan");
        var version = school.Version;
        foreach (var (title, learns, meeting) in new[]
        {
            ("Läsa en upphandling", "Hitta kraven, förstå vad som är ska-krav och veta var man ställer frågor.", reading),
            ("Skriva ett anbud", "Svara på varje krav och räkna ut ett pris som håller.", writing),
        })
        {
            version = Expect(await saveModule.HandleAsync(actor, new SaveModule { BidSchoolId = school.Id, Version = version, Title = title, Learns = learns, MeetingIds = [meeting] }, cancellationToken)).Version;
        }

        foreach (var (name, step, day, source) in new[]
        {
            ("Grönt", BidSchoolStep.Asked, -25, "Fråga om gräsklippning i upphandlingens frågor och svar"),
            ("Grönt", BidSchoolStep.FirstTender, -12, "Öppningsprotokoll"),
            ("Systuan", BidSchoolStep.Asked, -20, "Ringde om lagning av arbetskläder"),
        })
        {
            Expect(await noteStep.HandleAsync(
                actor,
                new NoteStep { BidSchoolId = school.Id, SocialEnterpriseId = Known(name).Id, Step = step, TakenOn = SwedishTime.Today(clock).AddDays(day), Source = source },
                cancellationToken));
        }
    }

    /// <summary>A meeting that has been, with those who came: planned ahead so that they could be invited, and then moved back in time.</summary>
    private async Task<Guid> HeldAsync(Actor actor, Guid authorityId, Guid unitId, string title, int days, CancellationToken cancellationToken, params string[] came)
    {
        var content = Meeting(unitId, MeetingKind.BidSchool, title);
        var saved = await AddAsync(actor, authorityId, content, cancellationToken);
        Expect(await invite.HandleAsync(
            actor,
            new InviteToMeeting { MeetingId = saved.Id, Version = saved.Version, SocialEnterpriseIds = [.. _known.Where(enterprise => enterprise.Email is not null).Select(enterprise => enterprise.Id)] },
            cancellationToken));
        var details = Expect(await getMeeting.HandleAsync(actor, saved.Id, cancellationToken));
        foreach (var invitation in details.Invitations)
        {
            var answer = came.Any(name => invitation.PartyName.StartsWith(name, StringComparison.Ordinal)) ? MeetingAnswer.Yes : MeetingAnswer.No;
            Expect(await noteAnswer.HandleAsync(actor, new NoteAnswer { InvitationId = invitation.Id, Answer = answer, Supervisors = answer == MeetingAnswer.Yes ? 2 : null }, cancellationToken));
        }

        Expect(await changeMeeting.HandleAsync(actor, new ChangeMeeting(content with { Date = Weekday(days) }) { Id = saved.Id, Version = details.Meeting.Version }, cancellationToken));
        return saved.Id;
    }

    private async Task<MeetingSaved> AddAsync(Actor actor, Guid authorityId, MeetingContent content, CancellationToken cancellationToken) =>
        Expect(await createMeeting.HandleAsync(actor, new CreateMeeting(content) { AuthorityId = authorityId }, cancellationToken));

    private static List<ProposalChoice> Choices(IEnumerable<Proposal> proposals, params DateChoice[] choices) =>
        [.. proposals.Zip(choices, (proposal, choice) => new ProposalChoice { ProposalId = proposal.Id, Choice = choice })];

    private Invitable Known(string name) => _known.Single(enterprise => enterprise.Name.StartsWith(name, StringComparison.Ordinal));

    private MeetingContent Meeting(Guid unitId, MeetingKind kind, string title) => new()
    {
        MeetingKind = kind,
        Title = title,
        UnitId = unitId,
        Date = Weekday(14),
        StartTime = "13:00",
        EndTime = "15:00",
        Place = "Stadsbiblioteket, Exempelstad",
        OrganiserName = "Ulla Upphandlare",
        OrganiserEmail = $"upphandlare{Domain}",
    };

    /// <summary>A day about so many days from now, never in a weekend.</summary>
    private DateOnly Weekday(int days)
    {
        var day = SwedishTime.Today(clock).AddDays(days);
        return day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(2),
            DayOfWeek.Sunday => day.AddDays(2),
            _ => day,
        };
    }
}
