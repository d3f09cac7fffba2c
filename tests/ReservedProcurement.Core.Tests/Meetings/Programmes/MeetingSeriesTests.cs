using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Mail.Transports;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Meetings.Series;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Meetings.Programmes;

public sealed class MeetingSeriesTests
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
    public async Task PlanNext_CopiesTheLast_SoManyWeeksOnAsTheWishSays()
    {
        var series = await SeriesAsync(1, 2, meeting => meeting with { AnswerBy = new DateOnly(2026, 11, 16) });

        var planned = await PlanAsync(series);

        var next = (await _installation.MeetingDetailsAsync(_authority, planned.MeetingIds[0])).Meeting;
        var expected = TestMeetings.Meeting(_installation) with { Date = new DateOnly(2027, 11, 22), AnswerBy = new DateOnly(2027, 11, 15) };
        Assert.That(MeetingContent.Of(next), Is.EqualTo(expected).UsingPropertiesComparer());
        Assert.That((await DetailsAsync(series.Id)).Occasions, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task PlanDates_TakesHoursFromTheLineOrTheLastOccasion()
    {
        var series = await SeriesAsync(null, null);

        await PlanAsync(series, "2026-11-30\n\n2026-12-07 17.00–19.00");

        Assert.That(
            (await DetailsAsync(series.Id)).Occasions.Select(occasion => SwedishTime.DayAndTime(occasion.StartsAt)),
            Is.EqualTo(new[] { "2026-11-23 13:00", "2026-11-30 13:00", "2026-12-07 17:00" }));
    }

    [TestCase("i morgon", "Dates:series.wrong-date-line")]
    [TestCase("2026-12-07 19.00-17.00", "Dates:meeting.ends-before-it-begins")]
    [TestCase(" \n ", "Dates:series.no-dates")]
    public async Task PlanDates_ThatCannotBe_AreRefusedAndNothingIsMade(string dates, string expected)
    {
        var series = await SeriesAsync(null, null);

        var alone = await _installation.Get<PlanOccasionsHandler>().HandleAsync(_authority.ProcurementOfficer, new PlanOccasions(series.Id, series.Version, dates), CancellationToken.None);
        var refused = await _installation.Get<PlanOccasionsHandler>().HandleAsync(_authority.ProcurementOfficer, new PlanOccasions(series.Id, series.Version, "2026-11-30\n" + dates), CancellationToken.None);

        Assert.That(alone.FieldCodes(), Is.EqualTo(new[] { expected }));
        Assert.That(refused.Succeeded, Is.EqualTo(expected.EndsWith("no-dates", StringComparison.Ordinal)));
    }

    [Test]
    public async Task Meeting_BelongsToOneSeriesAtMost_AndCanBeTakenOut()
    {
        var series = await SeriesAsync(1, 2);
        var meeting = (await DetailsAsync(series.Id)).Occasions.Single();
        var other = await _installation.Get<CreateSeriesHandler>().HandleAsync(
            _authority.ProcurementOfficer, new CreateSeries { AuthorityId = _authority.Id, Name = "Annan", MeetingId = meeting.MeetingId }, CancellationToken.None);

        (await _installation.Get<ChangeOccasionsHandler>().RemoveAsync(_authority.ProcurementOfficer, new ChangeOccasion(series.Id, series.Version, meeting.MeetingId), CancellationToken.None)).Must();

        Assert.That(other.FieldCodes(), Is.EqualTo(new[] { "MeetingId:series.in-other-series" }));
        Assert.That((await DetailsAsync(series.Id)).Occasions, Is.Empty);
        Assert.That((await _installation.MeetingDetailsAsync(_authority, meeting.MeetingId)).Meeting.IsCancelled, Is.False);
    }

    [Test]
    public async Task Invite_IsOneMailPerDateWithItsOwnCalendarObject_AndNothingTwice()
    {
        var series = await SeriesAsync(null, null);
        var planned = await PlanAsync(series, "2026-11-30\n2026-12-07");
        var made = (await InviteAsync(series.Id, planned.Version)).Must();
        var again = (await InviteAsync(series.Id, made.Version)).Must();

        await _installation.DispatchAsync();

        Assert.That((made.Meetings, made.Invited, again.Invited, again.AlreadyInvited), Is.EqualTo((3, 3, 0, 3)));
        Assert.That(_mail.Sent.Select(mail => mail.Subject![^10..]), Is.EquivalentTo(new[] { "2026-11-23", "2026-11-30", "2026-12-07" }));
        Assert.That(_mail.Sent.SelectMany(InvitationSelfCheck.Faults), Is.Empty);
    }

    [Test]
    public async Task AllDates_AreAnsweredAtOnce_ByTheLinkOfAnyOfThem_ButNotThoseOfOthers()
    {
        var series = await SeriesAsync(null, null);
        var planned = await PlanAsync(series, "2026-11-30\n2026-12-07");
        (await InviteAsync(series.Id, planned.Version, "Part 1", "Part 2")).Must();
        var first = await _installation.MeetingDetailsAsync(_authority, (await DetailsAsync(series.Id)).Occasions[0].MeetingId);
        var code = _installation.AnswerCode(first.Invitations.Single(invitation => invitation.PartyName == "Part 1"), first.Meeting);
        var handler = _installation.Get<AnswerAllDatesHandler>();
        var dates = (await handler.LookAsync(code, CancellationToken.None)).Must().Dates;
        var strange = first.Invitations.Single(invitation => invitation.PartyName == "Part 2").Id;

        var changed = (await handler.HandleAsync(
            code,
            new AllDatesContent
            {
                Dates = [new DateAnswer { InvitationId = dates[0].Invitation.Id, Answer = MeetingAnswer.Yes }, new DateAnswer { InvitationId = dates[2].Invitation.Id, Answer = MeetingAnswer.No }, new DateAnswer { InvitationId = strange, Answer = MeetingAnswer.No }],
                Participants = 2,
            },
            CancellationToken.None)).Must();

        Assert.That((dates.Count, changed), Is.EqualTo((3, 2)));
        Assert.That((await handler.LookAsync(code, CancellationToken.None)).Must().Dates.Select(date => date.Invitation.Answer), Is.EqualTo(new MeetingAnswer?[] { MeetingAnswer.Yes, null, MeetingAnswer.No }));
        Assert.That(await _installation.SingleAsync<int>("select count(*) from MeetingAnswers where InvitationId = @Id", new { Id = strange }), Is.Zero);
        Assert.That((await handler.HandleAsync(code, new AllDatesContent(), CancellationToken.None)).FieldCodes(), Is.EqualTo(new[] { "Dates[0].Answer:meeting.choose-answer" }));
    }

    [Test]
    public async Task List_SaysWhichYearIsShort_WithoutCancelledMeetings()
    {
        var series = await SeriesAsync(1, 2);
        var meeting = (await DetailsAsync(series.Id)).Occasions.Single();
        var before = (await _installation.Get<GetSeriesHandler>().ListAsync(_authority.Reader, CancellationToken.None)).Must().Single().ThisYear;
        (await _installation.Get<CancelMeetingHandler>().HandleAsync(_authority.ProcurementOfficer, new CancelMeeting(meeting.MeetingId, 1, "Ingen kan."), CancellationToken.None)).Must();

        var after = (await DetailsAsync(series.Id)).ThisYear;

        Assert.That((before, after), Is.EqualTo((new SeriesYear(2026, 1, false), new SeriesYear(2026, 0, true))));
        Assert.That((await DetailsAsync(series.Id)).Series.Wish, Is.EqualTo("1–2 gånger per år"));
    }

    [Test]
    public async Task Series_OfAnotherAuthority_DoesNotExist()
    {
        var series = await SeriesAsync(1, 1);
        var other = await _installation.AddAuthorityAsync("Låtsasköpings kommun");
        var meeting = await _installation.AddMeetingAsync(other);

        Assert.That((await _installation.Get<GetSeriesHandler>().HandleAsync(other.Reader, series.Id, CancellationToken.None)).Problem?.Kind, Is.EqualTo(ProblemKind.NotFound));
        Assert.That((await _installation.Get<PlanOccasionsHandler>().HandleAsync(_authority.Reader, new PlanOccasions(series.Id, series.Version), CancellationToken.None)).Problem?.Kind, Is.EqualTo(ProblemKind.Forbidden));
        Assert.That((await _installation.Get<ChangeOccasionsHandler>().AddAsync(_authority.ProcurementOfficer, new ChangeOccasion(series.Id, series.Version, meeting.Id), CancellationToken.None)).FieldCodes(), Is.EqualTo(new[] { "MeetingId:series.unknown-meeting" }));
    }

    [Test]
    public void NextDay_OfAnyLastDay_IsTheSameWeekdayAndStillToCome() =>
        Gen.Select(Gen.Int[0, 20_000], Gen.Int[0, 60], Gen.Int[0, 20_000]).Sample((last, times, today) =>
        {
            var (lastDay, now) = (new DateOnly(2000, 1, 1).AddDays(last), new DateOnly(2000, 1, 1).AddDays(today));
            var next = SeriesRules.NextDay(lastDay, times == 0 ? null : times, now);
            return next > now && next > lastDay && next.DayOfWeek == lastDay.DayOfWeek && (next.AddDays(-7) <= now || lastDay.AddDays(7 * 52) >= next);
        });

    [Test]
    public void Years_OfAnyOccasions_CountEachOnceAndNeverCallAYearToComeShort() =>
        Gen.Select(Gen.Select(Gen.Int[0, 4000], Gen.Bool).Array[0, 30], Gen.Int[1, 4]).Sample((days, wished) =>
        {
            var occasions = days.Select(day => new Occasion
            {
                SeriesId = Guid.Empty,
                MeetingId = Guid.Empty,
                Title = "",
                StartsAt = new DateTimeOffset(2022, 1, 1, 12, 0, 0, TimeSpan.Zero).AddDays(day.Item1),
                EndsAt = default,
                CancelledAt = day.Item2 ? default(DateTimeOffset) : null,
                Invited = 0,
                Answered = 0,
                Coming = 0,
                Version = 1,
            }).ToList();

            var years = SeriesRules.Years(occasions, wished, 2026);

            return years.Sum(year => year.Occasions) == occasions.Count(occasion => occasion.CancelledAt is null)
                && years.Any(year => year.Year == 2026)
                && years.Zip(years.Skip(1)).All(pair => pair.First.Year == pair.Second.Year + 1)
                && years.All(year => year.IsShort == (year.Year <= 2026 && year.Occasions < wished));
        });

    private async Task<SeriesSaved> SeriesAsync(int? from, int? to, Func<MeetingContent, MeetingContent>? change = null)
    {
        var meeting = await _installation.AddMeetingAsync(_authority, change);
        return (await _installation.Get<CreateSeriesHandler>().HandleAsync(
            _authority.ProcurementOfficer, new CreateSeries { AuthorityId = _authority.Id, Name = "Nätverksträff", WishedFrom = from, WishedTo = to, MeetingId = meeting.Id }, CancellationToken.None)).Must();
    }

    private async Task<OccasionsPlanned> PlanAsync(SeriesSaved series, string? dates = null) =>
        (await _installation.Get<PlanOccasionsHandler>().HandleAsync(_authority.ProcurementOfficer, new PlanOccasions(series.Id, series.Version, dates), CancellationToken.None)).Must();

    private Task<Result<SeriesInvitationsMade>> InviteAsync(Guid id, int version, params string[] parties) => _installation.Get<InviteToSeriesHandler>().HandleAsync(
        _authority.ProcurementOfficer,
        new InviteToSeries { Id = id, Version = version, Others = [.. parties.DefaultIfEmpty("Part 1").Select(party => new OtherParty(party, null, $"{party.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()}@parter.example"))] },
        CancellationToken.None);

    private async Task<SeriesDetails> DetailsAsync(Guid id) => (await _installation.Get<GetSeriesHandler>().HandleAsync(_authority.Reader, id, CancellationToken.None)).Must();
}
