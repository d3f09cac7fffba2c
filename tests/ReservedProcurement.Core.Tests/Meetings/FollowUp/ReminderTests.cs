using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.FollowUp;
using ReservedProcurement.Core.Meetings.FollowUp.Defaults;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Meetings.FollowUp;

public sealed class ReminderTests : FollowUpFixture
{
    [Test]
    public async Task Reminder_OnItsDays_GoesOnceToThoseWhoHaveNotAnswered()
    {
        await AnswerAsync(1, MeetingAnswer.Yes);
        await AnswerAsync(2, MeetingAnswer.Maybe);
        At("2026-11-06");
        Assert.That(await RunAsync(), Is.Empty, "the working day before the first");

        At("2026-11-09");
        var first = await RunAsync();
        Installation.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.That(To(first), Is.EqualTo(new[] { "part3", "part4" }));
        Assert.That(await RunAsync(), Is.Empty, "ten minutes later");

        await AnswerAsync(3, MeetingAnswer.No);
        foreach (var (day, receivers) in new (string, string[])[] { ("2026-11-10", []), ("2026-11-17", ["part4"]), ("2026-11-18", []), ("2026-11-19", ["part4"]), ("2026-11-20", ["part1"]) })
        {
            At(day);
            Assert.That(To(await RunAsync()), Is.EqualTo(receivers), day);
        }
    }

    [Test]
    public async Task Reminder_AsItIsRead_HasButtonsAndNoSecondCalendarEntry()
    {
        At("2026-11-09");
        var mail = (await RunAsync())[0];

        Assert.That(mail.Subject, Is.EqualTo("Påminnelse: Dialogmöte om arbetsträning, 2026-11-23"));
        Assert.That(mail.TextBody, Does.Contain("Vi har inte sett något svar").And.Contain("Stadshuset, rum Björken").And.Contain("&svar=ja").And.Contain("&svar=nej"));
        Assert.That(mail.HtmlBody, Does.Contain("Nej, vi kan inte"));
        Assert.That(mail.BodyParts.Select(part => part.ContentType.MimeType), Is.EqualTo(new[] { "text/plain", "text/html" }));
        Assert.That(mail.ReplyTo.Mailboxes.Single().Address, Is.EqualTo("asa.exempel@exempelstad.example"));
    }

    [TestCase("2026-11-09", "07:59")]
    [TestCase("2026-11-09", "16:30")]
    [TestCase("2026-11-14", "10:00")]
    public async Task Reminder_OutsideTheOffice_Waits(string day, string time)
    {
        At(day, time);
        Assert.That(await PlanAsync(), Is.Zero);
    }

    [Test]
    public async Task Reminder_AfterAStandstill_IsSentOnceNotInAHeap()
    {
        At("2026-11-18");
        Assert.That(await RunAsync(), Has.Count.EqualTo(4));
        At("2026-11-19");
        Assert.That(await RunAsync(), Has.Count.EqualTo(4), "the last has its own day");
        At("2026-11-20");
        Assert.That(await RunAsync(), Is.Empty);
    }

    [Test]
    public async Task Reminder_ToWhoWasJustInvited_WaitsForTheNextDay()
    {
        At("2026-11-17");
        var version = (await DetailsAsync()).Meeting.Version;
        (await Installation.Get<InviteToMeetingHandler>().HandleAsync(
            Authority.ProcurementOfficer, new InviteToMeeting { MeetingId = Meeting.Id, Version = version, Others = [new OtherParty("Part 5", null, "part5@parter.example")] }, CancellationToken.None)).Must();
        await Installation.DispatchAsync();

        Assert.That(To(await RunAsync()), Has.None.EqualTo("part5"));
        At("2026-11-19");
        Assert.That(To(await RunAsync()), Has.One.EqualTo("part5"));
    }

    [Test]
    public async Task Reminder_AnsweredOrCancelledBeforeItsTurn_IsDropped()
    {
        At("2026-11-09");
        Assert.That(await PlanAsync(), Is.EqualTo(4));
        await AnswerAsync(1, MeetingAnswer.No);
        await Installation.DispatchAsync();
        Assert.That(To(Mail.Sent.Skip(4)), Is.EqualTo(new[] { "part2", "part3", "part4" }));

        At("2026-11-17");
        Assert.That(await PlanAsync(), Is.EqualTo(3));
        await CancelAsync();
        await Installation.DispatchAsync();
        Assert.That(Mail.Sent.Skip(7).Select(mail => mail.Subject), Is.All.StartsWith("Inställt"));
    }

    [Test]
    public async Task Reminder_ThatTheServerTakesOnlyAtNight_GoesTheNextMorningInstead()
    {
        At("2026-11-09", "16:00");
        Mail.Before = _ => throw new TimeoutException();
        await RunAsync();
        Mail.Before = _ => Task.CompletedTask;

        At("2026-11-09", "22:00");
        Assert.That(await RunAsync(), Is.Empty, "at night");
        At("2026-11-10", "08:00");
        Assert.That(await RunAsync(), Has.Count.EqualTo(4));
        Assert.That(await RunAsync(), Is.Empty);
    }

    [Test]
    public async Task Plan_BySeveralProcessesAtOnce_AsksOnce()
    {
        At("2026-11-09");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(PlanAsync)));
        await Installation.DispatchAsync();

        Assert.That(To(Mail.Sent.Skip(4)), Is.EqualTo(new[] { "part1", "part2", "part3", "part4" }));
    }

    [Test]
    public async Task Reminder_CountsFromTheLastDayToAnswerAndFollowsAMovedMeeting()
    {
        await ChangeAsync(content => content with { AnswerBy = new DateOnly(2026, 11, 16) });
        At("2026-11-02");
        Assert.That(await RunAsync(), Has.Count.EqualTo(4));
        At("2026-11-17");
        Assert.That(await RunAsync(), Is.Empty, "the last day to answer has passed");

        await ChangeAsync(content => content with { Date = new DateOnly(2026, 12, 14), AnswerBy = null });
        Assert.That(await RunAsync(), Has.Count.EqualTo(4), "the change itself");
        At("2026-11-30");
        Assert.That((await RunAsync()).Select(mail => mail.Subject), Is.All.StartsWith("Påminnelse").And.Exactly(4).Items);
    }

    [Test]
    public async Task Reminder_TurnedOffForTheMeetingOrTheAuthority_IsNotSent()
    {
        var version = (await DetailsAsync()).Meeting.Version;
        var settings = new FollowUpSettings { SendReminders = false };
        (await Installation.Get<ChangeFollowUpHandler>().HandleAsync(Authority.ProcurementOfficer, new ChangeFollowUp(Meeting.Id, version, settings), CancellationToken.None)).Must();
        At("2026-11-09");
        Assert.That(await RunAsync(), Is.Empty, "the meeting");

        (await Installation.Get<ChangeFollowUpHandler>().HandleAsync(Authority.ProcurementOfficer, new ChangeFollowUp(Meeting.Id, version + 1, null), CancellationToken.None)).Must();
        (await Installation.Get<ChangeFollowUpDefaultsHandler>().HandleAsync(Authority.Administrator, new ChangeFollowUpDefaults(Authority.Id, 1, settings, new OfficeHours()), CancellationToken.None)).Must();
        Assert.That(await RunAsync(), Is.Empty, "the authority");

        (await Installation.Get<ChangeFollowUpDefaultsHandler>().HandleAsync(Authority.Administrator, new ChangeFollowUpDefaults(Authority.Id, 2, new FollowUpSettings { ReminderDays = "10" }, new OfficeHours()), CancellationToken.None)).Must();
        Assert.That(await RunAsync(), Has.Count.EqualTo(4));
    }

    [Test]
    public async Task RemindNow_GoesToTheListThatWasSeen_AndNotTwiceTheSameDay()
    {
        At("2026-11-05", "18:00");
        var remind = Installation.Get<RemindNowHandler>();
        var list = (await remind.ListAsync(Authority.ProcurementOfficer, Meeting.Id, CancellationToken.None)).Must();
        await AnswerAsync(1, MeetingAnswer.Yes);

        var stale = await remind.HandleAsync(Authority.ProcurementOfficer, new RemindNow(Meeting.Id, list.Meeting.Version, list.Receivers.Count), CancellationToken.None);
        Assert.That((list.Receivers.Count, stale.Problem?.Code), Is.EqualTo((4, FollowUpProblems.OthersToRemind)));

        (await remind.HandleAsync(Authority.ProcurementOfficer, new RemindNow(Meeting.Id, list.Meeting.Version, 3), CancellationToken.None)).Must();
        var again = await remind.HandleAsync(Authority.ProcurementOfficer, new RemindNow(Meeting.Id, list.Meeting.Version + 1, 3), CancellationToken.None);
        await Installation.DispatchAsync();

        Assert.That(again.Problem?.Code, Is.EqualTo(FollowUpProblems.NobodyToRemind));
        Assert.That(To(Mail.Sent.Skip(4)), Is.EqualTo(new[] { "part2", "part3", "part4" }), "An officer may remind in the evening.");
    }

    [Test]
    public async Task FollowUp_ToWhoMayNot_IsRefused()
    {
        var other = await Installation.AddAuthorityAsync("Annanstads kommun");
        var (change, remind, get) = (Installation.Get<ChangeFollowUpHandler>(), Installation.Get<RemindNowHandler>(), Installation.Get<GetFollowUpHandler>());

        Assert.That((await change.HandleAsync(Authority.Reader, new ChangeFollowUp(Meeting.Id, 2, new FollowUpSettings()), CancellationToken.None)).Problem, Is.EqualTo(CommonProblems.NotAllowed));
        Assert.That((await remind.HandleAsync(other.ProcurementOfficer, new RemindNow(Meeting.Id, 2, 4), CancellationToken.None)).Problem, Is.EqualTo(CommonProblems.NoSuchRecord));
        Assert.That((await get.HandleAsync(other.Reader, Meeting.Id, CancellationToken.None)).Problem, Is.EqualTo(CommonProblems.NoSuchRecord));
        Assert.That(
            (await Installation.Get<ChangeFollowUpDefaultsHandler>().HandleAsync(Authority.ProcurementOfficer, new ChangeFollowUpDefaults(Authority.Id, 1, new FollowUpSettings(), new OfficeHours()), CancellationToken.None)).Problem,
            Is.EqualTo(CommonProblems.NotAllowed));
    }

    [Test]
    public async Task Defaults_ThatCannotHold_AreRefusedByTheirFields()
    {
        var refused = await Installation.Get<ChangeFollowUpDefaultsHandler>().HandleAsync(
            Authority.Administrator,
            new ChangeFollowUpDefaults(Authority.Id, 1, new FollowUpSettings { ReminderDays = "ofta", ThanksAfterDays = 99 }, new OfficeHours { OfficeOpens = "tidigt", QuietPeriods = "juli" }),
            CancellationToken.None);
        var closed = await Installation.Get<ChangeFollowUpDefaultsHandler>().HandleAsync(
            Authority.Administrator, new ChangeFollowUpDefaults(Authority.Id, 1, new FollowUpSettings(), new OfficeHours { OfficeOpens = "16.00", OfficeCloses = "8.00" }), CancellationToken.None);

        Assert.That(refused.FieldCodes().Select(code => code.Split(':')[0]), Is.EquivalentTo(new[] { "ReminderDays", "ThanksAfterDays", "OfficeOpens", "QuietPeriods" }));
        Assert.That(closed.FieldCodes().Single(), Is.EqualTo($"OfficeCloses:{FollowUpProblems.ClosesBeforeItOpens}"));
    }

    [Test]
    public async Task Overview_ShowsWhatIsToComeAndWhatHasBeen()
    {
        await AnswerAsync(1, MeetingAnswer.Yes);
        At("2026-11-09");
        await RunAsync();

        var overview = (await Installation.Get<GetFollowUpHandler>().HandleAsync(Authority.Reader, Meeting.Id, CancellationToken.None)).Must();

        Assert.That(overview.Coming.Select(mail => (mail.Kind, $"{mail.Day:MM-dd}", mail.Receivers)), Is.EqualTo(new[]
        {
            (MeetingMailKind.Reminder, "11-17", 3), (MeetingMailKind.Reminder, "11-19", 3), (MeetingMailKind.DayBefore, "11-20", 1), (MeetingMailKind.Thanks, "11-24", 1),
        }));
        Assert.That(overview.Sent.Select(mail => (mail.Kind, mail.Sent)), Is.EqualTo(new[] { (MeetingMailKind.Reminder, 3), (MeetingMailKind.Invitation, 4) }));
        Assert.That((overview.NotAnswered, overview.Remindable), Is.EqualTo((3, 0)));
    }
}
