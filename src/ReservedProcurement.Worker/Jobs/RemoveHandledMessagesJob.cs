using Hangfire;
using ReservedProcurement.Core.Outbox;

namespace ReservedProcurement.Worker.Jobs;

/// <summary>Removes old handled messages. Harmless if two processes should do it at the same time; tomorrow's run takes what today's left.</summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
public sealed class RemoveHandledMessagesJob(RemoveHandledMessages messages)
{
    public Task RunAsync(CancellationToken cancellationToken) => messages.RunAsync(cancellationToken);
}
