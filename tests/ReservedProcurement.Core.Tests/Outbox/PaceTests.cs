using CsCheck;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Outbox;

public sealed class PaceTests
{
    private readonly Guid _sending = Guid.CreateVersion7();
    private Errands _errands = null!;
    private TestInstallation _installation = null!;

    [TearDown]
    public async Task StopAsync() => await _installation.DisposeAsync();

    [Test]
    public async Task Domain_WithALimit_TakesSoManyAMinuteWithoutUsingTriesOrHoldingOthersBack()
    {
        await StartAsync(("Mail:Pace:PerDomainPerMinute", "3"));
        await EnqueueAsync([.. Receivers("slow.example", 7), "a@quick.example"]);

        await _installation.DispatchAsync();
        var waiting = (await _installation.OutboxAsync()).Where(row => row.Status == OutboxStatus.Waiting).ToList();
        var first = Done("slow.example");
        await _installation.DispatchAsync();
        var again = Done("slow.example");
        _installation.Clock.Advance(TimeSpan.FromMinutes(1));
        await _installation.DispatchAsync();

        Assert.That((first, again, Done("slow.example"), Done("quick.example")), Is.EqualTo((3, 3, 6, 1)));
        Assert.That(waiting.Select(row => (row.Attempts, row.LeaseToken, row.LastError)), Is.All.EqualTo((0, (Guid?)null, (string?)null)).And.Exactly(4).Items);
    }

    [Test]
    public async Task Domain_WithALimitOfItsOwn_KeepsThat()
    {
        await StartAsync(("Mail:Pace:PerDomainPerMinute", "5"), ("Mail:Pace:Domains:Careful.Example", "1"));
        await EnqueueAsync([.. Receivers("CAREFUL.example", 3), .. Receivers("other.example", 7)]);

        await _installation.DispatchAsync();

        Assert.That((Done("CAREFUL.example"), Done("other.example")), Is.EqualTo((1, 5)));
    }

    [Test]
    public async Task Hour_WithALimit_CountsAllDomainsAndOpensByTheClock()
    {
        await StartAsync(("Mail:Pace:PerHour", "4"), ("Mail:Pace:PerDomainPerMinute", "3"));
        await EnqueueAsync([.. Receivers("one.example", 5), .. Receivers("two.example", 5)]);

        await _installation.DispatchAsync();
        var first = _errands.Done.Count;
        _installation.Clock.Advance(TimeSpan.FromMinutes(29));
        await _installation.DispatchAsync();
        var sameHour = _errands.Done.Count;
        _installation.Clock.Advance(TimeSpan.FromMinutes(1));
        await _installation.DispatchAsync();

        Assert.That((first, sameHour, _errands.Done.Count), Is.EqualTo((4, 4, 8)));
        Assert.That(Done("one.example"), Is.GreaterThanOrEqualTo(3));
    }

    [Test]
    public async Task Message_ThatIsNotOneOfMany_GoesFirstAndOutsideEveryLimit()
    {
        await StartAsync(("Mail:Pace:PerHour", "1"));
        await EnqueueAsync([.. Receivers("one.example", 5)]);
        _installation.Clock.Advance(TimeSpan.FromSeconds(1));
        await _installation.EnqueueAsync(new Errand("link"), new Errand("link"));

        await _installation.DispatchAsync();

        Assert.That(_errands.Done.Take(2), Is.All.EqualTo("link"));
        Assert.That(_errands.Done, Has.Exactly(3).Items);
    }

    [Test]
    public async Task Limit_LoweredInTheMiddleOfAWindow_EndsTheRunAndCountsNothing()
    {
        await StartAsync(("Mail:Pace:PerDomainPerMinute", "2"));
        await EnqueueAsync([.. Receivers("one.example", 5)]);
        await _installation.ExecuteAsync(
            "insert into OutboxPaces (Name, WindowStart, Taken) values ('one.example', @Now, 40)", new { Now = _installation.Clock.GetUtcNow() });

        Assert.That(await _installation.DispatchAsync(), Is.Zero);
        Assert.That(await _installation.DispatchAsync(), Is.Zero);
        _installation.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That(await _installation.DispatchAsync(), Is.EqualTo(2));
    }

    [Test]
    public async Task Limits_WithSeveralDispatchersAtOnce_AreKeptTogether()
    {
        await StartAsync(("Mail:Pace:PerDomainPerMinute", "20"), ("Mail:Pace:PerHour", "30"));
        await EnqueueAsync([.. Receivers("one.example", 60), .. Receivers("two.example", 60)]);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(_installation.DispatchAsync)));

        Assert.That(_errands.Done.Count, Is.EqualTo(30));
        Assert.That(new[] { Done("one.example"), Done("two.example") }, Is.All.LessThanOrEqualTo(20));
    }

    [Test]
    public async Task Limits_Whatever_AreNeverPassedAndNothingIsLeftBehind()
    {
        await StartAsync(("Mail:Pace:PerDomainPerMinute", "4"), ("Mail:Pace:Domains:b.example", "2"), ("Mail:Pace:PerHour", "25"));
        var receivers = Gen.Int[0, 2].Array[1, 60].Select(numbers => numbers.Select(number => $"{(char)('a' + number)}.example").ToArray()).Single();
        await EnqueueAsync([.. receivers.Select((domain, number) => $"{number}@{domain}")]);

        var hours = new Dictionary<int, int>();
        while (_errands.Done.Count < receivers.Length)
        {
            var before = (All: _errands.Done.Count, A: Done("a.example"), B: Done("b.example"), C: Done("c.example"));
            await _installation.DispatchAsync();
            var hour = _installation.Clock.GetUtcNow().Hour;
            hours[hour] = hours.GetValueOrDefault(hour) + _errands.Done.Count - before.All;
            Assert.That(new[] { Done("a.example") - before.A, Done("c.example") - before.C }, Is.All.LessThanOrEqualTo(4));
            Assert.That(Done("b.example") - before.B, Is.LessThanOrEqualTo(2));
            _installation.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.That(hours.Values, Is.All.LessThanOrEqualTo(25));
        Assert.That((await _installation.OutboxAsync()).Select(row => row.Attempts), Is.All.EqualTo(1));
    }

    private async Task StartAsync(params (string Name, string Value)[] settings)
    {
        _errands = new Errands();
        _installation = await TestInstallation.CreateAsync(Errands.Register(_errands), settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value));
    }

    private async Task EnqueueAsync(IReadOnlyList<string> addresses) =>
        (await _installation.Database.WriteAsync<Core.Problems.Done>(
            Actor.System,
            async write =>
            {
                foreach (var address in addresses)
                {
                    await write.EnqueueAsync(new Errand(address), new OutboxSending(_sending, address));
                }

                return Core.Problems.Done.Value;
            },
            CancellationToken.None)).Must();

    private static IEnumerable<string> Receivers(string domain, int count) => Enumerable.Range(0, count).Select(number => $"{number}@{domain}");

    private int Done(string domain) => _errands.Done.Count(address => address.EndsWith($"@{domain}", StringComparison.Ordinal));
}
