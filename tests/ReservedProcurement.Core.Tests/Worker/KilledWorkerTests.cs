using Microsoft.Extensions.Configuration;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Tests.Mail;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Worker;

/// <summary>The real worker program, killed while the mail server has it waiting for an answer.</summary>
public sealed class KilledWorkerTests
{
    private const int Mails = 30;

    [TestCase("MAIL", 0, TestName = "Worker_KilledBetweenClaimAndSend_LosesNothingAndSendsNothingTwice")]
    [TestCase(ScriptedSmtpServer.EndOfData, 1, TestName = "Worker_KilledBetweenSendAndMark_SendsOnlyThatMailTwiceUnderTheSameMessageId")]
    public async Task Worker_Killed_LosesNothing(string step, int sentTwice)
    {
        await using var server = new ScriptedSmtpServer();
        await using var installation = await TestInstallation.CreateAsync(settings: server.Settings);
        await installation.InviteColleaguesAsync(Mails);
        var realNow = TimeProvider.System.GetUtcNow();
        await installation.ExecuteAsync("update OutboxMessages set DueAt = @Now", new { Now = realNow.AddMinutes(-1) });
        var messageIds = (await installation.OutboxAsync()).Select(row => $"{row.Id:N}.outbox@exempelstad.se").ToArray();
        var settings = WorkerProcess.SettingsFile(installation.Get<IConfiguration>(), installation.Get<IConfiguration>()["Data:Path"]!);

        var steps = 0;
        var killed = new TaskCompletionSource();
        WorkerProcess? worker = null;
        server.Answer = command =>
        {
            if (command.StartsWith(step, StringComparison.Ordinal) && Interlocked.Increment(ref steps) == 10)
            {
                worker!.Process.Kill(entireProcessTree: true);
                killed.SetResult();
            }

            return null;
        };
        worker = WorkerProcess.Start("run", "--settings", settings);
        using (worker)
        {
            await killed.Task.WaitAsync(TimeSpan.FromSeconds(60));
            await worker.ExitCodeAsync();
        }

        await Until(() => Task.FromResult(server.Received.Count == 9 + sentTwice));
        var left = await installation.OutboxAsync();
        Assert.That(left.Count(row => row.Status == OutboxStatus.Handled), Is.EqualTo(9));

        // The next dispatcher comes when the dead one's lease has run out.
        var later = realNow + OutboxRules.Lease + TimeSpan.FromMinutes(5);
        installation.Clock.SetUtcNow(later > installation.Clock.GetUtcNow() ? later : installation.Clock.GetUtcNow());
        await installation.DispatchAsync();

        Assert.That((await installation.OutboxAsync()).Select(row => row.Status), Is.All.EqualTo(OutboxStatus.Handled));
        Assert.That(server.Received.Select(mail => mail.MessageId).Distinct(), Is.EquivalentTo(messageIds));
        Assert.That(server.Received, Has.Exactly(Mails + sentTwice).Items);
    }

    private static async Task Until(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await condition())
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
