using Hangfire;
using ReservedProcurement.Core.Meetings.Incoming.Inbox;

namespace ReservedProcurement.Worker.Jobs;

/// <summary>Removes what stands in mails that came long ago.</summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
public sealed class RemoveOldMailTextJob(RemoveOldMailText mails)
{
    public Task RunAsync(CancellationToken cancellationToken) => mails.RunAsync(cancellationToken);
}
