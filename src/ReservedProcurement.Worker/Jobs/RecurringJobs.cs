using Hangfire;
using Hangfire.Common;
using Hangfire.Storage;
using Microsoft.Extensions.Hosting;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Outbox;

namespace ReservedProcurement.Worker.Jobs;

/// <summary>Everything that is done by the clock, in Swedish time.</summary>
internal static class RecurringJobs
{
    public const string DispatchOutbox = "dispatch-outbox";

    public static readonly IReadOnlyList<RecurringWork> All =
    [
        new(DispatchOutbox, Job.FromExpression<DispatchOutboxJob>(job => job.RunAsync(CancellationToken.None)), Cron.Minutely()),
        new("remove-handled-messages", Job.FromExpression<RemoveHandledMessagesJob>(job => job.RunAsync(CancellationToken.None)), Cron.Daily(3, 20)),
        new("plan-follow-up", Job.FromExpression<PlanFollowUpJob>(job => job.RunAsync(CancellationToken.None)), "*/10 * * * 1-5"),
        new("fetch-incoming-mail", Job.FromExpression<FetchIncomingMailJob>(job => job.RunAsync(CancellationToken.None)), Cron.Minutely()),
        new("remove-old-mail-text", Job.FromExpression<RemoveOldMailTextJob>(job => job.RunAsync(CancellationToken.None)), Cron.Daily(3, 40)),
    ];
}

internal sealed record RecurringWork(string Id, Job Job, string Cron);

/// <summary>Plans the recurring jobs when a process starts, takes away those that an earlier version planned, and has what already waits handled at once.</summary>
internal sealed class PlanRecurringJobs(IRecurringJobManager jobs, JobStorage storage, IOutboxSignal signal) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var work in RecurringJobs.All)
        {
            jobs.AddOrUpdate(work.Id, work.Job, work.Cron, new RecurringJobOptions { TimeZone = SwedishTime.Zone });
        }

        using var connection = storage.GetConnection();
        foreach (var old in connection.GetRecurringJobs().Select(job => job.Id).Except(RecurringJobs.All.Select(work => work.Id)))
        {
            jobs.RemoveIfExists(old);
        }

        signal.MessagesWaiting();

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
