using Hangfire;
using ReservedProcurement.Core.Meetings.FollowUp.Digests;
using ReservedProcurement.Core.Meetings.FollowUp.Planning;

namespace ReservedProcurement.Worker.Jobs;

/// <summary>Asks for reminders, thanks and digests that are due. Each authority's own hours and the holidays are judged when it runs; two processes at once ask for nothing twice.</summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
public sealed class PlanFollowUpJob(PlanFollowUp followUp, PlanDigests digests)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await followUp.RunAsync(cancellationToken);
        await digests.RunAsync(cancellationToken);
    }
}
