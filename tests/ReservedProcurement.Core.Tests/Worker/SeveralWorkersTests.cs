using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Worker;

/// <summary>Three real worker programs on one database, whichever engine the tests run on.</summary>
public sealed class SeveralWorkersTests
{
    private const int Receivers = 400;
    private const int Processes = 3;

    [Test]
    public async Task Workers_ThreeOnOneDatabase_ShareTheWorkAndSendNothingTwice()
    {
        await using var server = new ScriptedSmtpServer();
        await using var workers = await SendingWorkers.InviteAsync(server, Receivers, connections: 1);

        // Nobody begins until all three have something to send.
        using var connected = new CountdownEvent(Processes);
        server.Answer = command =>
        {
            if (command == ScriptedSmtpServer.Greeting && !connected.IsSet)
            {
                connected.Signal();
                connected.Wait(TimeSpan.FromSeconds(30));
            }

            return null;
        };
        var processes = Enumerable.Range(0, Processes).Select(_ => workers.Start()).ToList();
        await SendingWorkers.UntilAsync(async () => await workers.LeftAsync() == 0, TimeSpan.FromSeconds(90));
        processes.ForEach(process => process.Dispose());

        Assert.That(connected.IsSet, Is.True, "All three had a share.");
        Assert.That(server.Received.Select(mail => mail.MessageId), Is.EquivalentTo(await workers.MessageIdsAsync()));
        Assert.That(await workers.NotedAsSentAsync(), Is.EqualTo(Receivers));
    }
}
