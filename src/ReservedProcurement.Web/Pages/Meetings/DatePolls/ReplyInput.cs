using ReservedProcurement.Core.Meetings.DatePolls;
using ReservedProcurement.Core.Meetings.DatePolls.Replies;

namespace ReservedProcurement.Web.Pages.Meetings.DatePolls;

/// <summary>The form with an answer to each day, in order of time; also of the page without an account.</summary>
public sealed class ReplyInput
{
    public List<ProposalChoice> Choices { get; set; } = [];

    public string? Comment { get; set; }

    public DateReplyContent ToContent() => new() { Choices = [.. Choices], Comment = Comment };

    /// <summary>A row for each day, also when a form was sent without them.</summary>
    public void Fill(int count)
    {
        while (Choices.Count < count)
        {
            Choices.Add(new ProposalChoice());
        }
    }

    public static ReplyInput Of(IEnumerable<Proposal> proposals, DatePollParty party) => new()
    {
        Choices = [.. proposals.Select(proposal => new ProposalChoice { ProposalId = proposal.Id, Choice = party.Choices.TryGetValue(proposal.Id, out var choice) ? choice : null })],
        Comment = party.Comment,
    };
}
