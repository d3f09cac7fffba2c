using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.FollowUp.Digests;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Meetings.FollowUp;

public sealed class DigestTests : FollowUpFixture
{
    [Test]
    public async Task Digest_OnMonday_TellsOrganiserAndOfficersOfTheWeekOnce()
    {
        var officer = await Installation.AddUserAsync(Authority.Id, Role.ProcurementOfficer, "ulla@exempelstad.example", "Ulla Exempel");
        await Installation.AddUserAsync(Authority.Id, Role.Reader, "lasare@exempelstad.example", "Läsa Exempel");
        await Installation.DispatchAsync();
        await ChangeAsync(content => content with { Capacity = 2 });
        At("2026-10-14");
        await AnswerAsync(1, MeetingAnswer.Yes, 2, "Hörslinga till Namn Namnsson");
        await AnswerAsync(2, MeetingAnswer.Yes, 2);
        await AnswerAsync(3, MeetingAnswer.No);
        await Installation.DispatchAsync();

        At("2026-10-18", "12:00");
        Assert.That(await PlanDigestsAsync(), Is.Zero, "a Sunday");
        At("2026-10-19");
        var digests = await RunDigestsAsync();

        Assert.That(To(digests), Is.EqualTo(new[] { "asa.exempel", "ulla" }));
        var mail = digests.Single(mail => mail.To.Mailboxes.Single().Address == officer.Email);
        Assert.That(mail.Subject, Is.EqualTo("Veckobrev om möten, vecka 42"));
        Assert.That(mail.TextBody, Does.Contain("Nya svar: 2 ja, 0 kanske, 1 nej").And.Contain("Sattes upp på väntelistan: 1").And.Contain("1 har skrivit vad de behöver").And.Contain("4 inbjudna, 1 har inte svarat, 1 på väntelistan"));
        Assert.That(mail.TextBody, Does.Not.Contain("Hörslinga").And.Not.Contain("Part 1"), "Counts, no names and no needs.");
        Installation.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.That(await RunDigestsAsync(), Is.Empty);
    }

    [Test]
    public async Task Digest_WithNothingToTell_IsNotSent()
    {
        At("2026-10-19");
        Assert.That(await RunDigestsAsync(), Is.Empty);
    }

    [Test]
    public async Task Digest_OfAWeekWithAHoliday_GoesTheNextWorkingDay()
    {
        await ChangeAsync(content => content with { Date = new DateOnly(2027, 4, 8) });
        await RunDigestsAsync();
        Installation.Clock.SetUtcNow(new DateTimeOffset(2027, 3, 29, 8, 0, 0, TimeSpan.Zero));
        Assert.That(await PlanDigestsAsync(), Is.Zero, "annandag påsk");
        Installation.Clock.Advance(TimeSpan.FromDays(1));
        Assert.That((await RunDigestsAsync()).Select(mail => mail.Subject), Has.One.EqualTo("Veckobrev om möten, vecka 12"));
    }

    [Test]
    public async Task Digest_TurnedOffByItsLink_IsNotSentUntilTurnedOnAgain()
    {
        At("2026-11-16");
        var mail = (await RunDigestsAsync()).Single(mail => mail.Subject!.StartsWith("Veckobrev", StringComparison.Ordinal));
        var code = mail.TextBody![(mail.TextBody!.IndexOf("kod=", StringComparison.Ordinal) + 4)..].Split('\n', '\r')[0];
        var choose = Installation.Get<ChooseDigestHandler>();
        Assert.That((await choose.LookAsync(null, code, CancellationToken.None)).Must(), Is.EqualTo(new DigestChoice("asa.exempel@exempelstad.example", true)));
        (await choose.HandleAsync(null, code, false, CancellationToken.None)).Must();

        At("2026-11-23", "08:30");
        Assert.That((await RunDigestsAsync()).Select(sent => sent.Subject), Has.None.StartsWith("Veckobrev"));
        (await choose.HandleAsync(null, code, true, CancellationToken.None)).Must();
        Assert.That((await RunDigestsAsync()).Select(sent => sent.Subject), Has.One.StartsWith("Veckobrev"));
        Assert.That((await choose.LookAsync(null, "påhittad", CancellationToken.None)).Succeeded, Is.False);
    }
}
