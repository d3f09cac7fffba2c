using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Outbox;

public sealed class DispatchOutboxTests
{
    private Errands _errands = null!;
    private TestInstallation _installation = null!;

    private OutboxClaims Claims => _installation.Get<OutboxClaims>();

    [SetUp]
    public async Task StartAsync()
    {
        _errands = new Errands();
        _installation = await TestInstallation.CreateAsync(Errands.Register(_errands));
    }

    [TearDown]
    public async Task StopAsync() => await _installation.DisposeAsync();

    [Test]
    public async Task Message_Waiting_IsHandledAndMarked()
    {
        await _installation.EnqueueAsync(new Errand("a"));

        var handled = await _installation.DispatchAsync();

        var row = await _installation.OnlyOutboxRowAsync();
        Assert.That(handled, Is.EqualTo(1));
        Assert.That(_errands.Begun, Is.EqualTo(new[] { ("a", row.Id) }));
        Assert.That(row, Has.Property(nameof(row.Status)).EqualTo(OutboxStatus.Handled).And.Property(nameof(row.HandledAt)).EqualTo(_installation.Clock.GetUtcNow()));
        Assert.That(row.LeaseToken, Is.Null);
        Assert.That(await _installation.DispatchAsync(), Is.Zero);
    }

    [Test]
    public async Task Messages_Waiting_AreHandledOldestFirst()
    {
        foreach (var name in new[] { "first", "second", "third" })
        {
            await _installation.EnqueueAsync(new Errand(name));
            _installation.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await _installation.DispatchAsync();

        Assert.That(_errands.Done, Is.EqualTo(new[] { "first", "second", "third" }));
    }

    [Test]
    public async Task Messages_WithSeveralDispatchersAtOnce_AreEachHandledOnce()
    {
        var names = Enumerable.Range(0, 500).Select(number => $"errand {number}").ToArray();
        await _installation.EnqueueAsync([.. names.Select(name => new Errand(name))]);
        _errands.Behaviour = async (_, _) => await Task.Yield();

        var handled = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(_installation.DispatchAsync)));

        Assert.That(handled.Sum(), Is.EqualTo(500));
        Assert.That(_errands.Begun.Select(begun => begun.Name), Is.EquivalentTo(names));
        Assert.That((await _installation.OutboxAsync()).Select(row => row.Status), Is.All.EqualTo(OutboxStatus.Handled));
    }

    [Test]
    public async Task Message_OneIsBad_TheOthersAreHandled()
    {
        await _installation.EnqueueAsync([.. Enumerable.Range(0, 50).Select(number => new Errand(number % 10 == 0 ? "bad" : "good"))]);
        _errands.Behaviour = (name, _) => name == "bad" ? throw new InvalidOperationException("anna@exempelstad.se") : Task.CompletedTask;

        await _installation.DispatchAsync();

        var rows = await _installation.OutboxAsync();
        Assert.That(rows.Count(row => row.Status == OutboxStatus.Handled), Is.EqualTo(45));
        Assert.That(rows.Where(row => row.Status == OutboxStatus.Waiting), Has.Exactly(5).Items);
        Assert.That(_errands.Begun, Has.Exactly(50).Items);
    }

    [Test]
    public async Task Error_ThatIsUnexpected_IsKeptWithoutItsMessage()
    {
        await _installation.EnqueueAsync(new Errand("bad"));
        _errands.Behaviour = (_, _) => throw new InvalidOperationException("anna@exempelstad.se");

        await _installation.DispatchAsync();

        Assert.That(
            (await _installation.OnlyOutboxRowAsync()).LastError,
            Is.EqualTo("Ett oväntat fel inträffade (InvalidOperationException). Mer information finns i programmets logg."));
    }

    [Test]
    public async Task Message_ThatKeepsFailing_IsTriedByTheTableAndThenParked()
    {
        await _installation.EnqueueAsync(new Errand("bad"));
        var failure = new OutboxFailureException(Problem.Of(OutboxProblems.TookTooLong, ProblemKind.Refused, 2), isPermanent: false);
        _errands.Behaviour = (_, _) => throw failure;
        TimeSpan[] waits = [Minutes(1), Minutes(5), Minutes(15), Minutes(60), Minutes(240), Minutes(720)];

        await _installation.DispatchAsync();
        for (var wait = 0; wait < waits.Length; wait++)
        {
            _installation.Clock.Advance(waits[wait] - TimeSpan.FromSeconds(1));
            await _installation.DispatchAsync();
            Assert.That(_errands.Begun, Has.Exactly(wait + 1).Items, $"just before wait {wait} ends");
            Assert.That((await _installation.OnlyOutboxRowAsync()).Status, Is.EqualTo(OutboxStatus.Waiting));

            _installation.Clock.Advance(TimeSpan.FromSeconds(1));
            await _installation.DispatchAsync();
            Assert.That(_errands.Begun, Has.Exactly(wait + 2).Items, $"when wait {wait} ends");
        }

        var row = await _installation.OnlyOutboxRowAsync();
        Assert.That((row.Status, row.Attempts, row.LastError), Is.EqualTo((OutboxStatus.Parked, 7, failure.Message)));
        _installation.Clock.Advance(TimeSpan.FromDays(30));
        Assert.That(await _installation.DispatchAsync(), Is.Zero);
        Assert.That(_errands.Begun, Has.Exactly(7).Items);
    }

    [Test]
    public async Task Message_ThatSucceedsOnASecondTry_IsHandledAndItsErrorForgotten()
    {
        await _installation.EnqueueAsync(new Errand("a"));
        _errands.Behaviour = (_, _) => _errands.Begun.Count == 1 ? throw new InvalidOperationException() : Task.CompletedTask;

        await _installation.DispatchAsync();
        _installation.Clock.Advance(Minutes(1));
        await _installation.DispatchAsync();

        var row = await _installation.OnlyOutboxRowAsync();
        Assert.That((row.Status, row.Attempts, row.LastError), Is.EqualTo((OutboxStatus.Handled, 2, (string?)null)));
    }

    [Test]
    public async Task Message_WithPermanentFailure_IsParkedAtOnce()
    {
        await _installation.EnqueueAsync(new Errand("bad"));
        _errands.Behaviour = (_, _) => throw new OutboxFailureException(Problem.Of(OutboxProblems.TookTooLong, ProblemKind.Refused, 2), isPermanent: true);

        await _installation.DispatchAsync();

        var row = await _installation.OnlyOutboxRowAsync();
        Assert.That((row.Status, row.Attempts), Is.EqualTo((OutboxStatus.Parked, 1)));
    }

    [TestCase("Kind = 'made-by-a-later-version'", "Programmet känner inte till meddelanden av slaget made-by-a-later-version.")]
    [TestCase("Payload = '{\"name\":'", "Meddelandets innehåll går inte att läsa.")]
    [TestCase("Payload = 'null'", "Meddelandets innehåll går inte att läsa.")]
    [TestCase("Payload = '[1]'", "Meddelandets innehåll går inte att läsa.")]
    public async Task Message_ThatCannotBeUnderstood_IsParkedAtOnce(string change, string sentence)
    {
        await _installation.EnqueueAsync(new Errand("a"));
        await _installation.ExecuteAsync($"update OutboxMessages set {change}");

        await _installation.DispatchAsync();

        var row = await _installation.OnlyOutboxRowAsync();
        Assert.That(row.Status, Is.EqualTo(OutboxStatus.Parked));
        Assert.That(row.LastError, Does.StartWith(sentence));
        Assert.That(_errands.Begun, Is.Empty);
    }

    [Test]
    public async Task Message_ClaimedByADispatcherThatDied_IsHandledWhenTheLeaseHasRunOut()
    {
        await _installation.EnqueueAsync(new Errand("a"));
        await DieWhileClaimingAsync();

        _installation.Clock.Advance(OutboxRules.Lease);
        Assert.That(await _installation.DispatchAsync(), Is.Zero);
        _installation.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await _installation.DispatchAsync(), Is.EqualTo(1));
        Assert.That(_errands.Done, Is.EqualTo(new[] { "a" }));
    }

    [Test]
    public async Task Message_ThatKillsItsProcessEachTime_StepsAsideAndIsParkedInTheEnd()
    {
        await _installation.EnqueueAsync(new Errand("killer"));
        for (var crash = 1; crash <= 7; crash++)
        {
            var batch = await Claims.ClaimAsync(CancellationToken.None);
            Assert.That(await Claims.BeginAsync(batch.Token, batch.Messages, CancellationToken.None), Has.Exactly(1).Items);
            _installation.Clock.Advance(TimeSpan.FromHours(13));
        }

        await _installation.EnqueueAsync(new Errand("after"));
        await _installation.DispatchAsync();

        Assert.That(_errands.Done, Is.EqualTo(new[] { "after" }));
        var killer = (await _installation.OutboxAsync()).Single(row => row.Status != OutboxStatus.Handled);
        Assert.That(killer.Status, Is.EqualTo(OutboxStatus.Parked));
        Assert.That(killer.LastError, Is.EqualTo("Programmet har stannat under varje försök att hantera meddelandet."));
    }

    [Test]
    public async Task Lease_ThatHasPassedToAnother_ChangesNothingForTheFirst()
    {
        await _installation.EnqueueAsync(new Errand("a"));
        var first = await Claims.ClaimAsync(CancellationToken.None);
        _installation.Clock.Advance(OutboxRules.Lease + TimeSpan.FromSeconds(1));
        var second = await Claims.ClaimAsync(CancellationToken.None);
        var id = first.Messages.Single().Id;

        Assert.That(second.Messages.Single().Id, Is.EqualTo(id));
        Assert.That(await Claims.BeginAsync(first.Token, first.Messages, CancellationToken.None), Is.Empty);
        Assert.That(await Claims.NoteAsync([new OutboxOutcome.Handled(id, first.Token, null)]), Is.EqualTo(new[] { id }));
        await Claims.NoteAsync([new OutboxOutcome.Failed(id, first.Token, _installation.Clock.GetUtcNow(), "x"), new OutboxOutcome.Parked(id, first.Token, "x")]);
        await Claims.ReleaseAsync(first.Token, [id]);
        Assert.That(await _installation.OnlyOutboxRowAsync(), Has.Property(nameof(OutboxRow.LeaseToken)).EqualTo(second.Token).And.Property(nameof(OutboxRow.LastError)).Null);
        Assert.That(await Claims.BeginAsync(second.Token, second.Messages, CancellationToken.None), Has.Exactly(1).Items);
        Assert.That(await Claims.NoteAsync([new OutboxOutcome.Handled(id, second.Token, null)]), Is.Empty);
        Assert.That((await _installation.OnlyOutboxRowAsync()).Status, Is.EqualTo(OutboxStatus.Handled));
    }

    [Test]
    public async Task Batch_SlowerThanItsLease_LeavesTheRestToOthersAndHandlesNothingTwice()
    {
        await _installation.EnqueueAsync([.. Enumerable.Range(0, 6).Select(number => new Errand($"{number}"))]);
        var others = 0;
        _errands.Behaviour = async (_, _) =>
        {
            // The first takes so long that the lease of the others runs out, and another dispatcher comes by.
            _errands.Behaviour = (_, _) => Task.CompletedTask;
            await _installation.ExecuteAsync("update OutboxMessages set LeaseUntil = @Past where Attempts = 0", new { Past = _installation.Clock.GetUtcNow().AddSeconds(-1) });
            others = await _installation.DispatchAsync();
        };

        var own = await _installation.DispatchAsync();

        Assert.That((own, others), Is.EqualTo((1, 5)));
        Assert.That(_errands.Begun.Select(begun => begun.Name), Is.EquivalentTo(new[] { "0", "1", "2", "3", "4", "5" }));
    }

    [Test]
    public async Task Handler_ThatTakesTooLong_IsStoppedAndTriedAgainLater()
    {
        await _installation.EnqueueAsync(new Errand("slow"), new Errand("quick"));
        _errands.Behaviour = async (name, cancellationToken) =>
        {
            if (name == "slow")
            {
                _installation.Clock.Advance(OutboxRules.HandlingLimit);
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
        };

        await _installation.DispatchAsync();

        var rows = await _installation.OutboxAsync();
        Assert.That(_errands.Done, Is.EqualTo(new[] { "quick" }));
        Assert.That(rows.Single(row => row.Status == OutboxStatus.Waiting).LastError, Is.EqualTo("Försöket avbröts eftersom det tog mer än 2 minuter."));
    }

    [Test]
    public async Task Dispatcher_AskedToStop_LeavesItsMessagesToTheNextAtOnceAndUncounted()
    {
        await _installation.EnqueueAsync(new Errand("a"), new Errand("b"), new Errand("c"));
        using var stop = new CancellationTokenSource();
        _errands.Behaviour = async (name, cancellationToken) =>
        {
            if (_errands.Begun.Count == 2)
            {
                await stop.CancelAsync();
                cancellationToken.ThrowIfCancellationRequested();
            }
        };

        Assert.That(async () => await _installation.Get<DispatchOutbox>().RunAsync(stop.Token), Throws.InstanceOf<OperationCanceledException>());
        var left = (await _installation.OutboxAsync()).Where(row => row.Status == OutboxStatus.Waiting).ToArray();
        _errands.Behaviour = (_, _) => Task.CompletedTask;
        var handled = await _installation.DispatchAsync();

        Assert.That(left.Select(row => (row.LeaseToken, row.Attempts)), Is.EqualTo(new[] { ((Guid?)null, 0), (null, 0) }));
        Assert.That(handled, Is.EqualTo(2));
        Assert.That(_errands.Done, Is.EquivalentTo(new[] { "a", "b", "c" }));
    }

    private async Task DieWhileClaimingAsync()
    {
        var claimed = await Claims.ClaimAsync(CancellationToken.None);
        Assert.That(claimed.Messages, Has.Count.EqualTo(1));
    }

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
