using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ReservedProcurement.Core.Mail.Transports;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Outbox;

/// <summary>
/// Hands each waiting message to what handles it, at least once. Any number of dispatchers may run at the same time, in one process or many.
/// The order is: claim and commit, count the try and commit, do the work, note that it is done. A process that dies in between leaves a lease
/// that runs out, and the message is handled again; that is why whatever is sent must carry an identity made from the message's id.
/// </summary>
public sealed class DispatchOutbox
{
    private readonly Func<OutboxLane> _newLane;
    private readonly int _lanes;

    internal DispatchOutbox(Database database, OutboxClaims claims, IServiceScopeFactory scopes, IEnumerable<OutboxRoute> routes, IOptions<MailOptions> options, ILogger<DispatchOutbox> logger)
    {
        var byKind = routes.ToFrozenDictionary(route => route.Kind, StringComparer.Ordinal);
        _newLane = () => new OutboxLane(database, claims, scopes, byKind, logger);
        _lanes = options.Value.Connections;
    }

    /// <summary>Works until nothing is due; the number of messages handled.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return (await Task.WhenAll(Enumerable.Range(0, _lanes).Select(_ => Task.Run(LaneAsync, CancellationToken.None)))).Sum();

        async Task<int> LaneAsync()
        {
            using var lane = _newLane();
            return await lane.RunAsync(cancellationToken);
        }
    }
}
