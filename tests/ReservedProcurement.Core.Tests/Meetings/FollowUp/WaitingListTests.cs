using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.FollowUp;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Meetings.FollowUp;

public sealed class WaitingListTests : FollowUpFixture
{
    [Test]
    public async Task Full_WhoSaysYes_IsToldOfTheListAndTheirPlace()
    {
        await FillAsync(4, 2, 2, 3, 1);

        Assert.That(To(await RunAsync()), Is.EqualTo(new[] { "part3", "part4" }));
        var mail = Mail.Sent.Single(mail => mail.Subject!.StartsWith("Ni står på väntelistan", StringComparison.Ordinal) && mail.To.ToString().Contains("part4", StringComparison.Ordinal));
        Assert.That(mail.TextBody, Does.Contain("har anmält 1 deltagare och står på väntelistan som nummer 2.").And.Contain("Blir det plats för er får ni ett mejl"));
        Assert.That(await RunAsync(), Is.Empty);
    }

    [Test]
    public async Task RoomThatOpens_ByANoOrFewerOrMoreSeats_IsToldOnceToWhoGetsIt()
    {
        await FillAsync(4, 2, 2, 2, 2);
        await RunAsync();

        await AnswerAsync(1, MeetingAnswer.No);
        var moved = await RunAsync();
        Assert.That((To(moved).Single(), moved[0].Subject), Is.EqualTo(("part3", "Ni har fått plats: Dialogmöte om arbetsträning, 2026-11-23")));
        Assert.That(moved[0].TextBody, Does.Contain("har nu plats för 2 deltagare").And.Contain("Ni behöver inte svara igen."));

        await AnswerAsync(2, MeetingAnswer.Yes);
        await AnswerAsync(4, MeetingAnswer.Yes);
        Assert.That(To(await RunAsync()).Single(), Is.EqualTo("part4"), "both come with fewer");
        await AnswerAsync(1, MeetingAnswer.Yes, 3);
        Assert.That(To(await RunAsync()).Single(), Is.EqualTo("part1"), "new on the list");
        await ChangeAsync(content => content with { Capacity = null });
        Assert.That((await RunAsync()).Single().Subject, Does.StartWith("Ni har fått plats"));
        Assert.That(await RunAsync(), Is.Empty);
    }

    [Test]
    public async Task Move_UpAndOutAgainBeforeTheMail_TellsNothing()
    {
        await FillAsync(2, 2, 2);
        await RunAsync();
        await ChangeAsync(content => content with { Capacity = 4 });
        await ChangeAsync(content => content with { Capacity = 2 });

        Assert.That(await RunAsync(), Is.Empty);
    }

    [Test]
    public async Task FewerSeats_TakeRoomFromTheLast_WhoAreTold()
    {
        await FillAsync(4, 2, 2);
        await ChangeAsync(content => content with { Capacity = 3 });

        Assert.That((await RunAsync()).Select(mail => (mail.To.Mailboxes.Single().Address, mail.Subject![..21])), Is.EqualTo(new[] { ("part2@parter.example", "Ni står på väntelista") }));
    }

    [Test]
    public async Task Answers_AtTheSameTime_GiveEachSeatOnce()
    {
        await FillAsync(2, 1, 1, 1, 1);
        await RunAsync();
        Installation.Clock.Advance(TimeSpan.FromMinutes(1));
        var (one, two) = (await PartyAsync(1), await PartyAsync(2));

        await Task.WhenAll(new[] { one, two }.Select(invitation => Task.Run(async () => (await Installation.Get<NoteAnswerHandler>().HandleAsync(
            Authority.ProcurementOfficer, new NoteAnswer { InvitationId = invitation.Id, Answer = MeetingAnswer.No }, CancellationToken.None)).Must())));

        Assert.That(To(await RunAsync()), Is.EqualTo(new[] { "part3", "part4" }));
        Assert.That((await DetailsAsync()).Seats.Persons, Is.EqualTo(2));
    }

    [Test]
    public async Task WaitingList_TurnedOff_IsNotTold()
    {
        (await Installation.Get<ChangeFollowUpHandler>().HandleAsync(
            Authority.ProcurementOfficer, new ChangeFollowUp(Meeting.Id, (await DetailsAsync()).Meeting.Version, new FollowUpSettings { TellWaitingList = false }), CancellationToken.None)).Must();
        await FillAsync(2, 2, 2);

        Assert.That(await RunAsync(), Is.Empty);
    }

    [Test]
    public async Task Move_ThatTheServerTakesAfterItHasChanged_IsDropped()
    {
        await FillAsync(2, 2, 2);
        await RunAsync();
        Mail.Before = _ => throw new TimeoutException();
        await AnswerAsync(1, MeetingAnswer.No);
        await Installation.DispatchAsync();
        Mail.Before = _ => Task.CompletedTask;
        await AnswerAsync(2, MeetingAnswer.No);
        Installation.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.That(await RunAsync(), Is.Empty);
    }

    [Test]
    public async Task Change_OfPlace_IsToldToThoseWhoMayCome_AndOfTimeToAll()
    {
        await FillAsync(2, 2, 2);
        await AnswerAsync(3, MeetingAnswer.No);
        await RunAsync();

        Assert.That((await ChangeAsync(content => content with { Place = "Biblioteket" })).Told, Is.EqualTo(3));
        Assert.That(To(await RunAsync()), Is.EqualTo(new[] { "part1", "part2", "part4" }), "those who come, wait and have not answered");

        await AnswerAsync(3, MeetingAnswer.Maybe);
        var caught = (await RunAsync()).Single();
        Assert.That((caught.To.Mailboxes.Single().Address, caught.Subject![..6]), Is.EqualTo(("part3@parter.example", "Ändrat")), "changed their mind, so their calendar must follow");
        Assert.That(caught.TextBody, Does.Contain("Biblioteket"));
        await AnswerAsync(3, MeetingAnswer.No);
        await AnswerAsync(3, MeetingAnswer.Maybe);
        Assert.That(await RunAsync(), Is.Empty, "has been told");

        await AnswerAsync(3, MeetingAnswer.No);
        Assert.That((await ChangeAsync(content => content with { StartTime = "9:00" })).Told, Is.EqualTo(4));
    }

    private async Task FillAsync(int capacity, params int[] persons)
    {
        await ChangeAsync(content => content with { Capacity = capacity });
        foreach (var (index, count) in persons.Index())
        {
            await AnswerAsync(index + 1, MeetingAnswer.Yes, count);
        }
    }
}
