using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.DatePolls;
using ReservedProcurement.Core.Meetings.DatePolls.Asking;
using ReservedProcurement.Core.Meetings.DatePolls.Replies;
using ReservedProcurement.Core.Meetings.Invitations;

namespace ReservedProcurement.Web.Api.Meetings;

/// <summary>One day and how it stands.</summary>
public sealed record ProposalResponse(Guid ProposalId, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Fits, int IfNeeded, int DoesNotFit, bool IsBest);

/// <summary>A poll with its days, those asked and their answers.</summary>
public sealed record DatePollResponse
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required Guid AuthorityId { get; init; }
    public required string AuthorityName { get; init; }
    public required DatePollState State { get; init; }
    public required MeetingContent Meeting { get; init; }
    public required DateOnly AnswerBy { get; init; }
    public string? CancelReason { get; init; }

    /// <summary>The meeting that it led to.</summary>
    public Guid? MeetingId { get; init; }
    public required IReadOnlyList<ProposalResponse> Proposals { get; init; }
    public required IReadOnlyList<DatePollParty> Parties { get; init; }

    public static DatePollResponse Of(DatePollDetails details) => new()
    {
        Id = details.Poll.Id,
        Version = details.Poll.Version,
        AuthorityId = details.Poll.AuthorityId,
        AuthorityName = details.Poll.AuthorityName,
        State = details.State,
        Meeting = details.Poll.Meeting,
        AnswerBy = details.Poll.AnswerBy,
        CancelReason = details.Poll.CancelReason,
        MeetingId = details.Poll.MeetingId,
        Proposals = [.. details.Tally.Standings.Select(standing => new ProposalResponse(
            standing.Proposal.Id, standing.Proposal.StartsAt, standing.Proposal.EndsAt, standing.Fits, standing.IfNeeded, standing.DoesNotFit, standing.Proposal.Id == details.Tally.BestId))],
        Parties = details.Parties,
    };
}

public sealed record AskRequest(IReadOnlyList<Guid>? SocialEnterpriseIds = null, IReadOnlyList<OtherParty>? Others = null)
{
    public AskParties ToAsk(Guid id, int version) => new() { PollId = id, Version = version, SocialEnterpriseIds = SocialEnterpriseIds ?? [], Others = Others ?? [] };
}

public sealed record NoteReplyRequest(IReadOnlyList<ProposalChoice> Choices, AnswerSource Source = AnswerSource.Officer, string? Comment = null)
{
    public NoteReply ToNote(Guid partyId) => new() { PartyId = partyId, Choices = Choices, Source = Source, Comment = Comment };
}

public sealed record CloseRequest(bool IsClosed);

public sealed record ChooseDateRequest(Guid ProposalId, string? Place = null, string? VideoLink = null);
