using Hangfire;
using ReservedProcurement.Core.Meetings.Incoming;

namespace ReservedProcurement.Worker.Jobs;

/// <summary>Reads the reply mailbox. Asked for each minute; how often it is really read is a setting, and the mailbox's lease lets one process read at a time.</summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
public sealed class FetchIncomingMailJob(FetchIncomingMail mail)
{
    public Task RunAsync(CancellationToken cancellationToken) => mail.RunAsync(now: false, cancellationToken);
}
