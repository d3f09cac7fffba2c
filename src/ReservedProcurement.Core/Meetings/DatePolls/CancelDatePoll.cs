using FluentValidation;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.DatePolls.Asking;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Meetings.DatePolls;

/// <param name="Id">The poll.</param>
/// <param name="Version">The version that the officer saw.</param>
/// <param name="CancelReason">Told to those asked.</param>
public sealed record CancelDatePoll(Guid Id, int Version, string? CancelReason);

/// <param name="Id">The poll.</param>
/// <param name="Version">Its version.</param>
/// <param name="Told">How many get a mail, if the question has reached them.</param>
public sealed record DatePollCancelled(Guid Id, int Version, int Told);

/// <summary>Cancels a poll. Those who have had the question are told; questions that still wait are never sent.</summary>
public sealed class CancelDatePollHandler(Database database, CancelDatePollHandler.Validator validator)
{
    private const string CancelSql = "update DatePolls set CancelledAt = @Now, CancelReason = @Reason where Id = @Id";

    public async Task<Result<DatePollCancelled>> HandleAsync(Actor actor, CancelDatePoll request, CancellationToken cancellationToken)
    {
        if (validator.Problem(request) is { } problem)
        {
            return problem;
        }

        return await database.WriteAsync<DatePollCancelled>(
            actor,
            async write =>
            {
                var loaded = await DatePollRows.ToChangeAsync(write, request.Id, request.Version);
                if (!loaded.Succeeded)
                {
                    return loaded.Problem;
                }

                var poll = loaded.Value;
                var reason = InputText.Tidy(request.CancelReason);
                await write.ExecuteAsync(CancelSql, new { poll.Id, write.Now, Reason = reason });
                var told = await DatePollMails.TellAsync(write, poll.Id, DatePollMailKind.Cancellation);
                await write.AuditAsync(AuditSubject.DatePoll, poll.Id, poll.Version, "date-poll-cancelled", null, new { CancelReason = reason });
                return new DatePollCancelled(poll.Id, poll.Version, told);
            },
            cancellationToken);
    }

    public sealed class Validator : AbstractValidator<CancelDatePoll>
    {
        public Validator() => RuleFor(request => request.CancelReason).NotEmpty().ManyLines(1000).WithoutPersonalNumber();
    }
}
