using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Outbox;

public sealed class OutboxAdministrationTests
{
    private Errands _errands = null!;
    private TestInstallation _installation = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _errands = new Errands();
        _installation = await TestInstallation.CreateAsync(Errands.Register(_errands));
        _errands.Behaviour = (name, _) => name.StartsWith("bad", StringComparison.Ordinal)
            ? throw new OutboxFailureException(Problem.Of(OutboxProblems.UnreadablePayload, ProblemKind.Refused), isPermanent: true)
            : Task.CompletedTask;
    }

    [TearDown]
    public async Task StopAsync() => await _installation.DisposeAsync();

    [Test]
    public async Task List_AllKinds_ShowsCountsAgeAndNewestFirst()
    {
        await _installation.EnqueueAsync(new Errand("good"), new Errand("bad"), new Errand("bad too"));
        await _installation.DispatchAsync();
        _installation.Clock.Advance(TimeSpan.FromMinutes(1));
        await _installation.EnqueueAsync(new Errand("waits"));
        _installation.Clock.Advance(TimeSpan.FromMinutes(7));

        var list = (await ListAsync(new ListOutbox())).Must();

        Assert.That(list.Counts, Is.EquivalentTo(new Dictionary<OutboxStatus, int> { [OutboxStatus.Waiting] = 1, [OutboxStatus.Handled] = 1, [OutboxStatus.Parked] = 2, [OutboxStatus.Stopped] = 0 }));
        Assert.That(list.OldestWaiting, Is.EqualTo(TimeSpan.FromMinutes(7)));
        Assert.That(list.Total, Is.EqualTo(4));
        Assert.That(list.Messages[0].Status, Is.EqualTo(OutboxStatus.Waiting));
        Assert.That(list.Messages.Where(message => message.Status == OutboxStatus.Parked).Select(message => message.LastError), Is.All.EqualTo("Meddelandets innehåll går inte att läsa."));
    }

    [Test]
    public async Task List_OneStatus_ShowsOnlyThatPageByPage()
    {
        await _installation.EnqueueAsync([.. Enumerable.Range(0, 60).Select(number => new Errand(number < 55 ? "bad" : "good"))]);
        await _installation.DispatchAsync();

        var first = (await ListAsync(new ListOutbox(OutboxStatus.Parked))).Must();
        var second = (await ListAsync(new ListOutbox(OutboxStatus.Parked, Page: 2))).Must();

        Assert.That((first.Total, first.Messages.Count, second.Messages.Count), Is.EqualTo((55, 50, 5)));
        Assert.That(first.Messages.Concat(second.Messages).Select(message => message.Id), Is.Unique);
    }

    [Test]
    public async Task List_NothingThere_IsEmpty()
    {
        var list = (await ListAsync(new ListOutbox(Page: -3))).Must();

        Assert.That(list.Counts.Values, Is.All.Zero);
        Assert.That((list.OldestWaiting, list.Total, list.Page), Is.EqualTo(((TimeSpan?)null, 0, 1)));
    }

    [Test]
    public async Task OutboxHandlers_AdministratorOfOneAuthorityOnly_AreForbidden()
    {
        var actor = TestActors.With(Role.Administrator, Guid.CreateVersion7());

        Assert.That((await _installation.Get<ListOutboxHandler>().HandleAsync(actor, new ListOutbox(), CancellationToken.None)).Problem, Is.EqualTo(CommonProblems.NotAllowed));
        Assert.That((await _installation.Get<RetryParkedHandler>().HandleAsync(actor, new RetryParked(), CancellationToken.None)).Problem, Is.EqualTo(CommonProblems.NotAllowed));
    }

    [Test]
    public async Task Retry_OneParked_IsHandledFromTheStartAndStandsInItsHistory()
    {
        await _installation.EnqueueAsync(new Errand("bad"), new Errand("bad too"));
        await _installation.DispatchAsync();
        var parked = (await _installation.OutboxAsync())[0];
        _errands.Behaviour = (_, _) => Task.CompletedTask;
        var signals = _installation.Signal.Count;

        var retried = (await RetryAsync(new RetryParked(parked.Id))).Must();
        var signalled = _installation.Signal.Count - signals;
        await _installation.DispatchAsync();

        Assert.That((retried, signalled), Is.EqualTo((1, 1)));
        var rows = await _installation.OutboxAsync();
        Assert.That(rows.Select(row => (row.Id == parked.Id, row.Status, row.Attempts)), Is.EquivalentTo(new[] { (true, OutboxStatus.Handled, 1), (false, OutboxStatus.Parked, 1) }));
        var history = await _installation.Get<ReadHistoryHandler>().HandleAsync(AuditSubject.OutboxMessage, parked.Id, CancellationToken.None);
        Assert.That(history.Single().Action, Is.EqualTo("retried"));
        Assert.That(history.Single().Changes, Has.Some.EqualTo(new FieldChange("Status", "Parked", "Waiting")));
    }

    [Test]
    public async Task Retry_AllParked_AreTriedAgainAndNoOthers()
    {
        await _installation.EnqueueAsync(new Errand("bad"), new Errand("good"), new Errand("bad too"));
        await _installation.DispatchAsync();

        Assert.That((await RetryAsync(new RetryParked())).Must(), Is.EqualTo(2));
        Assert.That((await _installation.OutboxAsync()).Select(row => row.Status), Is.EquivalentTo(new[] { OutboxStatus.Waiting, OutboxStatus.Handled, OutboxStatus.Waiting }));
        Assert.That((await RetryAsync(new RetryParked())).Must(), Is.Zero);
    }

    [Test]
    public async Task Retry_OneThatIsNotParked_IsRefused()
    {
        await _installation.EnqueueAsync(new Errand("good"));
        await _installation.DispatchAsync();

        var result = await RetryAsync(new RetryParked((await _installation.OnlyOutboxRowAsync()).Id));

        Assert.That(result.Problem?.Code, Is.EqualTo(OutboxProblems.NotParked));
    }

    [Test]
    public async Task CleanUp_OldMessages_RemovesHandledOnesOnly()
    {
        await _installation.EnqueueAsync([.. Enumerable.Range(0, RemoveHandledMessages.BatchSize + 3).Select(_ => new Errand("good")), new Errand("bad")]);
        await _installation.DispatchAsync();
        _installation.Clock.Advance(TimeSpan.FromDays(90));
        await _installation.EnqueueAsync(new Errand("good"));
        await _installation.DispatchAsync();

        var tooEarly = await _installation.Get<RemoveHandledMessages>().RunAsync(CancellationToken.None);
        _installation.Clock.Advance(TimeSpan.FromSeconds(1));
        var removed = await _installation.Get<RemoveHandledMessages>().RunAsync(CancellationToken.None);

        Assert.That((tooEarly, removed), Is.EqualTo((0, RemoveHandledMessages.BatchSize + 3)));
        Assert.That((await _installation.OutboxAsync()).Select(row => row.Status), Is.EquivalentTo(new[] { OutboxStatus.Parked, OutboxStatus.Handled }));
    }

    private Task<Result<OutboxList>> ListAsync(ListOutbox request) =>
        _installation.Get<ListOutboxHandler>().HandleAsync(TestActors.InstallationAdministrator, request, CancellationToken.None);

    private Task<Result<int>> RetryAsync(RetryParked request) =>
        _installation.Get<RetryParkedHandler>().HandleAsync(TestActors.InstallationAdministrator, request, CancellationToken.None);
}
