using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.DatePolls.Replies;

/// <summary>What the holder of a personal link may see: the question and their own reply. Never what others have said.</summary>
public sealed record LinkedDatePoll(DatePoll Poll, IReadOnlyList<Proposal> Proposals, DatePollParty Party)
{
    /// <summary>Why no reply can be given any more, or null.</summary>
    public required Problem? Closed { get; init; }

    /// <summary>When the meeting will be, once that is chosen.</summary>
    public Meeting? Meeting { get; init; }
}

public sealed record ReplyByLink : DateReplyContent
{
    public ReplyByLink()
    {
    }

    public ReplyByLink(DateReplyContent content)
        : base(content)
    {
    }

    public required string? Code { get; init; }
}

/// <summary>Takes the reply of somebody who has been asked, without an account: the personal link says who it is.</summary>
public sealed class ReplyByLinkHandler(Database database, SignedLinks links, DateReplyValidator validator)
{
    /// <summary>What the link leads to. Nothing is changed: scanners of mail follow links too.</summary>
    public async Task<Result<LinkedDatePoll>> LookAsync(string? code, CancellationToken cancellationToken)
    {
        var read = links.Read(LinkPurposes.DatePollReply, code);
        return read.Succeeded ? await database.ReadAsync(session => LoadAsync(session, read.Value.SubjectId), cancellationToken) : read.Problem;
    }

    public async Task<Result<LinkedDatePoll>> HandleAsync(ReplyByLink request, CancellationToken cancellationToken)
    {
        var look = await LookAsync(request.Code, cancellationToken);
        if (!look.Succeeded)
        {
            return look.Problem;
        }

        if (look.Value.Closed is { } closed)
        {
            return closed;
        }

        if (validator.Check(request, look.Value.Proposals) is { } problem)
        {
            return problem;
        }

        var party = look.Value.Party;
        return await database.WriteAsync(
            new Actor { Name = party.PartyName, Via = "link" },
            async write =>
            {
                await DatePollPartyRows.AddReplyAsync(write, party.Id, AnswerSource.Link, request, look.Value.Proposals);
                return await LoadAsync(write, party.Id);
            },
            cancellationToken);
    }

    private async Task<Result<LinkedDatePoll>> LoadAsync(SqlSession session, Guid partyId)
    {
        if (await DatePollPartyRows.ByIdAsync(session, partyId) is not { } party || await DatePollRows.ByIdAsync(session, party.PollId) is not { } poll)
        {
            return MeetingProblems.LinkIsNotValid;
        }

        return new LinkedDatePoll(poll, await DatePollRows.ProposalsAsync(session, poll.Id), party)
        {
            Closed = DatePollProblems.WhenOver(poll) ?? (poll.State(database.Clock) == DatePollState.Closed ? DatePollProblems.IsClosed : null),
            Meeting = poll.MeetingId is { } meeting ? await MeetingRows.ByIdAsync(session, meeting) : null,
        };
    }
}
