using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.DatePolls.Replies;

public sealed record NoteReply : DateReplyContent
{
    public NoteReply()
    {
    }

    public NoteReply(DateReplyContent content)
        : base(content)
    {
    }

    public required Guid PartyId { get; init; }

    /// <summary>Told by telephone or face to face, or in a mail that was read.</summary>
    public AnswerSource Source { get; init; } = AnswerSource.Officer;
}

/// <summary>One party with all its replies, the latest first.</summary>
public sealed record PartyReplies(DatePoll Poll, IReadOnlyList<Proposal> Proposals, DatePollParty Party, IReadOnlyList<GivenDateReply> Replies)
{
    public required bool MayEdit { get; init; }
}

/// <summary>Notes what a party has told an officer. Also after the last day, as long as no day is chosen.</summary>
public sealed class NoteReplyHandler(Database database, DateReplyValidator validator)
{
    public async Task<Result<PartyReplies>> LookAsync(Actor actor, Guid partyId, CancellationToken cancellationToken) =>
        await database.ReadAsync(session => LoadAsync(session, actor, partyId), cancellationToken);

    public async Task<Result<DatePollParty>> HandleAsync(Actor actor, NoteReply request, CancellationToken cancellationToken) => await database.WriteAsync<DatePollParty>(
        actor,
        async write =>
        {
            var found = await LoadAsync(write, actor, request.PartyId);
            if (!found.Succeeded)
            {
                return found.Problem;
            }

            if (!found.Value.MayEdit)
            {
                return CommonProblems.NotAllowed;
            }

            if (DatePollProblems.WhenOver(found.Value.Poll) is { } over)
            {
                return over;
            }

            if (validator.Check(request, found.Value.Proposals) is { } problem)
            {
                return problem;
            }

            var source = request.Source == AnswerSource.Mail ? AnswerSource.Mail : AnswerSource.Officer;
            await DatePollPartyRows.AddReplyAsync(write, request.PartyId, source, request, found.Value.Proposals, write.Actor.Name);
            return (await DatePollPartyRows.ByIdAsync(write, request.PartyId))!;
        },
        cancellationToken);

    private static async Task<Result<PartyReplies>> LoadAsync(SqlSession session, Actor actor, Guid partyId)
    {
        if (await DatePollPartyRows.ByIdAsync(session, partyId) is not { } party)
        {
            return CommonProblems.NoSuchRecord;
        }

        var poll = await DatePollRows.ToReadAsync(session, actor, party.PollId);
        return poll.Succeeded
            ? new PartyReplies(poll.Value, await DatePollRows.ProposalsAsync(session, party.PollId), party, await DatePollPartyRows.RepliesAsync(session, party))
            {
                MayEdit = actor.May(Permission.EditProcurements, poll.Value.AuthorityId),
            }
            : poll.Problem;
    }
}
