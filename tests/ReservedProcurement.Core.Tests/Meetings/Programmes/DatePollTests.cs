using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using ReservedProcurement.Core.Mail.Transports;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.DatePolls;
using ReservedProcurement.Core.Meetings.DatePolls.Replies;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Meetings.Programmes;

public sealed class DatePollTests
{
    private RecordingMailTransport _mail = null!;
    private TestInstallation _installation = null!;
    private TestAuthority _authority = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _mail = new RecordingMailTransport();
        _installation = await TestInstallation.CreateAsync(services => services.AddScoped<IMailTransport>(_ => _mail));
        _authority = await _installation.AddAuthorityAsync();
    }

    [TearDown]
    public async Task DisposeAsync() => await _installation.DisposeAsync();

    [Test]
    public async Task Create_WithFaults_NamesTheRowOfEach()
    {
        var poll = TestDatePolls.Poll(_installation);
        var refused = await _installation.Get<CreateDatePollHandler>().HandleAsync(
            _authority.ProcurementOfficer,
            new CreateDatePoll
            {
                AuthorityId = _authority.Id,
                Meeting = poll.Meeting with { Title = "", Date = new DateOnly(2026, 12, 1) },
                AnswerBy = new DateOnly(2026, 11, 30),
                Proposals = [poll.Proposals[0], poll.Proposals[0] with { StartTime = "13.00" }, new ProposedTime { Date = new DateOnly(2026, 9, 1), StartTime = "x", EndTime = "9:00" }],
            },
            CancellationToken.None);

        Assert.That(refused.FieldCodes(), Is.EquivalentTo(new[]
        {
            "Meeting.Title:field.required", $"Meeting.Date:{DatePollProblems.DayAmongProposals}", $"AnswerBy:{DatePollProblems.AnswerByOutside}",
            $"Proposals[1].Date:{DatePollProblems.SameTimeTwice}", $"Proposals[2].Date:{DatePollProblems.DayHasPassed}", "Proposals[2].StartTime:meeting.wrong-time",
        }));
    }

    [TestCase(1)]
    [TestCase(13)]
    public async Task Create_WithTooFewOrManyDays_IsRefused(int days)
    {
        var poll = TestDatePolls.Poll(_installation);
        var refused = await _installation.Get<CreateDatePollHandler>().HandleAsync(
            _authority.ProcurementOfficer,
            new CreateDatePoll(poll) { AuthorityId = _authority.Id, Proposals = [.. Enumerable.Range(0, days).Select(day => poll.Proposals[0] with { Date = new DateOnly(2026, 11, 2).AddDays(day) })] },
            CancellationToken.None);

        Assert.That(refused.FieldCodes(), Is.EqualTo(new[] { $"Proposals:{DatePollProblems.HowManyProposals}" }));
    }

    [Test]
    public async Task Question_IsOneMailEachNamingNobodyElse_InTextAndHtmlWithALinkThatWorks()
    {
        var details = await AskedAsync(2);

        await _installation.DispatchAsync();
        await _installation.DispatchAsync();

        Assert.That(_mail.Sent.Select(mail => mail.To.ToString()), Is.EquivalentTo(new[] { "\"Part 1\" <part1@parter.example>", "\"Part 2\" <part2@parter.example>" }));
        var mail = _mail.Sent.Single(one => one.To.ToString().Contains("part1", StringComparison.Ordinal));
        Assert.That(mail.Subject, Is.EqualTo("Vilken dag passar? Dialogmöte om arbetsträning"));
        Assert.That(mail.TextBody, Does.Contain("måndag 23 november 2026, klockan 13.00–15.00 (vecka 48)").And.Contain("2026-10-30").And.Not.Contain("Part 2"));
        Assert.That(mail.HtmlBody, Does.Contain("Svara vilka dagar som passar").And.Not.Contain("Part 2"));
        Assert.That(mail.BodyParts.OfType<TextPart>().Any(part => part.ContentType.IsMimeType("text", "calendar")), Is.False);
        var code = CodeOf(mail);
        Assert.That((await Replies.LookAsync(code, CancellationToken.None)).Must().Party.PartyName, Is.EqualTo("Part 1"));
        Assert.That((await _installation.DatePollDetailsAsync(_authority, details.Poll.Id)).Parties.Select(party => party.MailState), Is.All.EqualTo(MailState.Sent));
    }

    [Test]
    public async Task Replies_TheLatestHolds_AllAreKept_AndAnOfficerMayNote()
    {
        var details = await AskedAsync(1);
        var code = _installation.ReplyCode(details, "Part 1");
        (await Replies.HandleAsync(new ReplyByLink(TestDatePolls.Reply(details, DateChoice.Fits, DateChoice.Fits, DateChoice.Fits)) { Code = code }, CancellationToken.None)).Must();
        _installation.Clock.Advance(TimeSpan.FromMinutes(1));
        (await _installation.Get<NoteReplyHandler>().HandleAsync(
            _authority.ProcurementOfficer,
            new NoteReply(TestDatePolls.Reply(details, DateChoice.DoesNotFit, DateChoice.IfNeeded, DateChoice.DoesNotFit) with { Comment = "Ring först." }) { PartyId = details.Parties[0].Id },
            CancellationToken.None)).Must();

        var party = (await _installation.DatePollDetailsAsync(_authority, details.Poll.Id)).Parties.Single();
        Assert.That((party.Source, party.Comment, party.Choices[details.Tally.Standings[1].Proposal.Id]), Is.EqualTo(((AnswerSource?)AnswerSource.Officer, "Ring först.", DateChoice.IfNeeded)));
        var history = (await _installation.Get<NoteReplyHandler>().LookAsync(_authority.Reader, party.Id, CancellationToken.None)).Must().Replies;
        Assert.That(history.Select(reply => reply.Source), Is.EqualTo(new[] { AnswerSource.Officer, AnswerSource.Link }));
    }

    [Test]
    public async Task Reply_ThatLeavesADayOut_IsRefusedThere()
    {
        var details = await AskedAsync(1);
        var refused = await Replies.HandleAsync(
            new ReplyByLink(TestDatePolls.Reply(details, DateChoice.Fits, DateChoice.Fits)) { Code = _installation.ReplyCode(details, "Part 1") }, CancellationToken.None);

        Assert.That(refused.FieldCodes(), Is.EqualTo(new[] { $"Choices[2].Choice:{DatePollProblems.AnswerAll}" }));
    }

    [Test]
    public async Task LastDay_IsTheWholeDay_ThenTheLinkShowsButTakesNothing()
    {
        var details = await AskedAsync(1);
        var reply = new ReplyByLink(TestDatePolls.Reply(details, DateChoice.Fits, DateChoice.Fits, DateChoice.Fits)) { Code = _installation.ReplyCode(details, "Part 1") };
        _installation.Clock.SetUtcNow(new DateTimeOffset(2026, 10, 30, 22, 30, 0, TimeSpan.Zero));
        (await Replies.HandleAsync(reply, CancellationToken.None)).Must();
        _installation.Clock.Advance(TimeSpan.FromHours(1));

        var late = await Replies.HandleAsync(reply, CancellationToken.None);
        var look = (await Replies.LookAsync(reply.Code, CancellationToken.None)).Must();
        _installation.Clock.Advance(TimeSpan.FromDays(60));
        var past = await Replies.LookAsync(reply.Code, CancellationToken.None);

        Assert.That((late.Problem?.Code, look.Closed?.Code, past.Problem?.Code), Is.EqualTo((DatePollProblems.Closed, DatePollProblems.Closed, Core.Mail.MailProblems.LinkExpired)));
    }

    [Test]
    public async Task Code_OfAMeeting_IsWorthNothingForAPoll()
    {
        var meeting = await _installation.AddMeetingAsync(_authority);
        await _installation.InviteOthersAsync(_authority, meeting, 1);
        var invited = await _installation.MeetingDetailsAsync(_authority, meeting.Id);

        Assert.That((await Replies.LookAsync(_installation.AnswerCode(invited.Invitations[0], invited.Meeting), CancellationToken.None)).Succeeded, Is.False);
    }

    [Test]
    public async Task Change_AfterTheQuestionWasSent_MayNotTouchTheDays()
    {
        var details = await AskedAsync(1);
        var poll = TestDatePolls.Poll(_installation);
        var days = await ChangeAsync(poll with { Proposals = [.. poll.Proposals.Take(2)] }, details.Poll.Version);
        var place = (await ChangeAsync(poll with { Meeting = poll.Meeting with { Place = "Biblioteket" } }, details.Poll.Version)).Must();

        Assert.That(days.FieldCodes(), Is.EqualTo(new[] { $"Proposals:{DatePollProblems.ProposalsAreAsked}" }));
        Assert.That(place.Version, Is.EqualTo(details.Poll.Version + 1));

        Task<Result<DatePollSaved>> ChangeAsync(DatePollContent content, int version) =>
            _installation.Get<ChangeDatePollHandler>().HandleAsync(_authority.ProcurementOfficer, new ChangeDatePoll(content) { Id = details.Poll.Id, Version = version }, CancellationToken.None);
    }

    [Test]
    public async Task Choose_MakesTheMeetingWithEverything_AndTellsNobody()
    {
        var details = await AskedAsync(2);
        await _installation.DispatchAsync();

        var chosen = (await ChooseAsync(details, 1)).Must();

        var meeting = (await _installation.MeetingDetailsAsync(_authority, chosen.MeetingId)).Meeting;
        Assert.That(MeetingContent.Of(meeting), Is.EqualTo(TestMeetings.Meeting(_installation) with { Date = new DateOnly(2026, 11, 24) }).UsingPropertiesComparer());
        Assert.That(await _installation.DispatchAsync(), Is.Zero);
        var after = await _installation.DatePollDetailsAsync(_authority, details.Poll.Id);
        var reply = await Replies.LookAsync(_installation.ReplyCode(details, "Part 1"), CancellationToken.None);
        Assert.That((after.State, reply.Must().Closed?.Code, reply.Value.Meeting?.Id), Is.EqualTo((DatePollState.Decided, DatePollProblems.Decided, (Guid?)chosen.MeetingId)));
        Assert.That((await ChooseAsync(after, 0)).Problem?.Code, Is.EqualTo(DatePollProblems.Decided));
    }

    [Test]
    public async Task Choose_WithoutAPlace_AsksForOne()
    {
        var saved = await _installation.AddDatePollAsync(_authority, poll => poll with { Meeting = poll.Meeting with { Place = null } });
        var details = await _installation.DatePollDetailsAsync(_authority, saved.Id);

        var refused = await ChooseAsync(details, 0);
        (await ChooseAsync(details, 0, "Rum Eken")).Must();

        Assert.That(refused.FieldCodes(), Is.EqualTo(new[] { "Place:meeting.place-or-video" }));
    }

    [Test]
    public async Task Cancel_ReachesThoseWhoHadTheQuestion_AndNobodyElse()
    {
        var details = await AskedAsync(1);
        await _installation.DispatchAsync();
        _installation.Clock.Advance(TimeSpan.FromMinutes(1));
        await _installation.AskOthersAsync(_authority, new DatePollSaved(details.Poll.Id, details.Poll.Version), 2);
        (await CancelAsync(details.Poll.Version + 1)).Must();

        await _installation.DispatchAsync();

        Assert.That(_mail.Sent.Select(mail => (mail.To.Mailboxes.Single().Address, mail.Subject!.Split(':')[0])), Is.EqualTo(new[]
        {
            ("part1@parter.example", "Vilken dag passar? Dialogmöte om arbetsträning"),
            ("part1@parter.example", "Frågan om dag gäller inte längre"),
        }));
        Assert.That(_mail.Sent[^1].TextBody, Does.Contain("Skäl: Vi köper inte."));

        Task<Result<DatePollCancelled>> CancelAsync(int version) =>
            _installation.Get<CancelDatePollHandler>().HandleAsync(_authority.ProcurementOfficer, new CancelDatePoll(details.Poll.Id, version, "Vi köper inte."), CancellationToken.None);
    }

    [Test]
    public async Task Cancel_WhileTheQuestionIsOnItsWay_FollowsIt()
    {
        var details = await AskedAsync(1);
        _mail.Before = async _ =>
        {
            _mail.Before = _ => Task.CompletedTask;
            (await _installation.Get<CancelDatePollHandler>().HandleAsync(_authority.ProcurementOfficer, new CancelDatePoll(details.Poll.Id, details.Poll.Version, "Fel dag."), CancellationToken.None)).Must();
        };

        await _installation.DispatchAsync();

        Assert.That(_mail.Sent, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Poll_OfAnotherAuthority_DoesNotExist_AndAReaderChangesNothing()
    {
        var details = await AskedAsync(1);
        var other = await _installation.AddAuthorityAsync("Låtsasköpings kommun");
        var close = _installation.Get<CloseDatePollHandler>();

        Assert.That((await _installation.Get<GetDatePollHandler>().HandleAsync(other.Administrator, details.Poll.Id, CancellationToken.None)).Problem?.Kind, Is.EqualTo(ProblemKind.NotFound));
        Assert.That((await close.HandleAsync(other.ProcurementOfficer, new CloseDatePoll(details.Poll.Id, 2, true), CancellationToken.None)).Problem?.Kind, Is.EqualTo(ProblemKind.NotFound));
        Assert.That((await close.HandleAsync(_authority.Reader, new CloseDatePoll(details.Poll.Id, 2, true), CancellationToken.None)).Problem?.Kind, Is.EqualTo(ProblemKind.Forbidden));
        Assert.That((await _installation.Get<NoteReplyHandler>().LookAsync(other.ProcurementOfficer, details.Parties[0].Id, CancellationToken.None)).Problem?.Kind, Is.EqualTo(ProblemKind.NotFound));
    }

    /// <summary>No other day has more who can come, and of those with as many none suits more; the order of the answers is all one.</summary>
    [Test]
    public void Best_OfAnyAnswers_IsBeatenByNoOtherDay() =>
        Gen.Select(Gen.Int[2, 12], Gen.Enum<DateChoice>().Array[12].Array[0, 20]).Sample((days, answers) =>
        {
            List<Proposal> proposals = [.. Enumerable.Range(0, days).Select(day => new Proposal
            {
                Id = Guid.CreateVersion7(),
                StartsAt = new DateTimeOffset(2027, 1, 1 + day, 9, 0, 0, TimeSpan.Zero),
                EndsAt = new DateTimeOffset(2027, 1, 1 + day, 10, 0, 0, TimeSpan.Zero),
            })];
            List<Dictionary<Guid, DateChoice>> replies = [.. answers.Select(answer => proposals.Index().ToDictionary(proposal => proposal.Item.Id, proposal => answer[proposal.Index]))];

            var tally = DateTally.Of(proposals, replies);

            var same = DateTally.Of(Enumerable.Reverse(proposals), [.. Enumerable.Reverse(replies)]);
            var best = tally.Standings.SingleOrDefault(standing => standing.Proposal.Id == tally.BestId);
            return same.BestId == tally.BestId
                && tally.Standings.All(standing => standing.Fits + standing.IfNeeded + standing.DoesNotFit == replies.Count)
                && (best is null ? tally.Standings.All(standing => standing.Can == 0) : tally.Standings.All(standing => (standing.Can, standing.Fits).CompareTo((best.Can, best.Fits)) <= 0))
                && (best is null || tally.Standings.TakeWhile(standing => standing != best).All(standing => (standing.Can, standing.Fits) != (best.Can, best.Fits)));
        });

    private ReplyByLinkHandler Replies => _installation.Get<ReplyByLinkHandler>();

    private async Task<DatePollDetails> AskedAsync(int parties)
    {
        var poll = await _installation.AddDatePollAsync(_authority);
        await _installation.AskOthersAsync(_authority, poll, parties);
        return await _installation.DatePollDetailsAsync(_authority, poll.Id);
    }

    private Task<Result<DateChosen>> ChooseAsync(DatePollDetails details, int day, string? place = null) => _installation.Get<ChooseDateHandler>().HandleAsync(
        _authority.ProcurementOfficer, new ChooseDate(details.Poll.Id, details.Poll.Version, details.Tally.Standings[day].Proposal.Id, place), CancellationToken.None);

    private static string CodeOf(MimeMessage mail)
    {
        var link = mail.TextBody!.Split(['\n', '\r', ' ', '<', '>'], StringSplitOptions.RemoveEmptyEntries).First(word => word.Contains("/mote/dag?kod=", StringComparison.Ordinal));
        return Uri.UnescapeDataString(link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..]);
    }
}
