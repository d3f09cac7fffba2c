using ReservedProcurement.Core.Outbox;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Worker;

/// <summary>A sending to a thousand, by the real worker program on two connections, killed hard again and again.</summary>
public sealed class KilledSendingTests
{
    private const int Receivers = 1000;
    private const int Kills = 4;
    private const int Connections = 2;

    [Test]
    public async Task Sending_ThatIsKilledAtRandom_ReachesEverybodyAndRepeatsOnlyWhatWasNotNoted()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        string[] steps = ["MAIL", "RCPT", "DATA", ScriptedSmtpServer.InData, ScriptedSmtpServer.EndOfData, ScriptedSmtpServer.Taken];
        await using var server = new ScriptedSmtpServer();
        await using var workers = await SendingWorkers.InviteAsync(server, Receivers, Connections);

        var killedAt = new List<string>();
        for (var kill = 0; kill < Kills; kill++)
        {
            var step = steps[random.Next(steps.Length)];
            var left = random.Next(20, Receivers / (Kills + 1));
            var killed = new TaskCompletionSource();
            using var worker = workers.Start();
            server.Answer = command =>
            {
                if (command.StartsWith(step, StringComparison.Ordinal) && Interlocked.Decrement(ref left) == 0)
                {
                    worker.Process.Kill(entireProcessTree: true);
                    killedAt.Add($"{step} after {server.Received.Count}");
                    killed.SetResult();
                }

                return null;
            };
            await killed.Task.WaitAsync(TimeSpan.FromSeconds(60));
            await worker.ExitCodeAsync();
            server.Answer = _ => null;
            await workers.LetTimePassAsync();
        }

        using (workers.Start())
        {
            await SendingWorkers.UntilAsync(async () => await workers.LeftAsync() == 0, TimeSpan.FromSeconds(60));
        }

        var received = server.Received.Select(mail => mail.MessageId!).ToList();
        var twice = received.Count - received.Distinct().Count();
        await TestContext.Out.WriteLineAsync($"{Receivers} receivers, {Kills} kills ({string.Join(", ", killedAt)}): {received.Count} mails, {twice} of them repeats with the same Message-ID; seed {seed}");
        Assert.That(received.Distinct(), Is.EquivalentTo(await workers.MessageIdsAsync()), "Everybody has the mail, and no mail has another identity.");
        Assert.That(server.Received.Select(mail => mail.To.Mailboxes.Single().Address).Distinct().Count(), Is.EqualTo(Receivers));
        Assert.That(twice, Is.LessThanOrEqualTo(Kills * Connections * OutboxRules.MostUnnoted));
        Assert.That(await workers.NotedAsSentAsync(), Is.EqualTo(Receivers));
    }
}
