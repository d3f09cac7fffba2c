using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Incoming.Inbox;

/// <summary>How far somebody has come with a mail.</summary>
public enum MailProgress
{
    Unread,
    Read,

    /// <summary>Nothing more is to be done.</summary>
    Handled,
}

public sealed record SortIncomingMail(Guid Id, MailProgress Progress);

/// <summary>Marks a mail as read, as handled, or as new again.</summary>
public sealed class SortIncomingMailHandler(Database database)
{
    private const string UpdateSql = "update IncomingMails set ReadAt = @ReadAt, HandledAt = @HandledAt, HandledByName = @HandledByName where Id = @Id";

    public async Task<Result<IncomingMail>> HandleAsync(Actor actor, SortIncomingMail request, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(request.Progress))
        {
            return Problem.OnField(nameof(request.Progress), "field.unknown-choice");
        }

        return await database.WriteAsync<IncomingMail>(
            actor,
            async write =>
            {
                var found = await LoadIncomingMail.ToChangeAsync(write, request.Id);
                if (!found.Succeeded)
                {
                    return found;
                }

                await MarkAsync(write, request.Id, request.Progress);
                return await LoadIncomingMail.ToReadAsync(write, actor, request.Id);
            },
            cancellationToken);
    }

    internal static Task MarkAsync(WriteTransaction write, Guid id, MailProgress progress) => write.ExecuteAsync(
        UpdateSql,
        new
        {
            Id = id,
            ReadAt = progress == MailProgress.Unread ? null : (DateTimeOffset?)write.Now,
            HandledAt = progress == MailProgress.Handled ? (DateTimeOffset?)write.Now : null,
            HandledByName = progress == MailProgress.Handled ? write.Actor.Name : null,
        });
}
