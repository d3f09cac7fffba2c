using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.DatePolls.Asking;

/// <summary>The question as a receiver will see it, before anything is sent. Its link leads nowhere.</summary>
public sealed record DatePollMailPreview(MailContent Content, string PlainText, string AnswersTo);

public sealed class PreviewDatePollMailHandler(Database database, DatePollMailWriter writer, MailComposer composer)
{
    private static readonly DatePollReceiver Example = new(Guid.Empty, "Exempelföretaget", "Namn Namnsson", "mottagare@exempel.example");

    public async Task<Result<DatePollMailPreview>> HandleAsync(Actor actor, Guid pollId, CancellationToken cancellationToken) => await database.ReadAsync<Result<DatePollMailPreview>>(
        async session =>
        {
            var found = await DatePollRows.ToReadAsync(session, actor, pollId);
            if (!found.Succeeded)
            {
                return found.Problem;
            }

            var content = writer.Text(DatePollMailKind.Question, found.Value, await DatePollRows.ProposalsAsync(session, pollId), Example).Content();
            return new DatePollMailPreview(content, composer.Compose(content, Guid.Empty).TextBody ?? "", composer.AnswersTo(content.Sender)!);
        },
        cancellationToken);
}
