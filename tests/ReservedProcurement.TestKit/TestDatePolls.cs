using ReservedProcurement.Core.Meetings.DatePolls;
using ReservedProcurement.Core.Meetings.DatePolls.Asking;
using ReservedProcurement.Core.Meetings.DatePolls.Replies;
using ReservedProcurement.Core.Meetings.Invitations;

namespace ReservedProcurement.TestKit;

/// <summary>Polls of dates and those asked, with good defaults, made through the product's own handlers.</summary>
public static class TestDatePolls
{
    /// <summary>Three days from 2026-11-23, one in the afternoon; answers until 2026-10-30.</summary>
    public static DatePollContent Poll(TestInstallation installation) => new()
    {
        Meeting = TestMeetings.Meeting(installation) with { Date = null, StartTime = null, EndTime = null },
        AnswerBy = new DateOnly(2026, 10, 30),
        Proposals =
        [
            new ProposedTime { Date = new DateOnly(2026, 11, 23), StartTime = "13:00", EndTime = "15:00" },
            new ProposedTime { Date = new DateOnly(2026, 11, 24), StartTime = "13.00", EndTime = "15.00" },
            new ProposedTime { Date = new DateOnly(2026, 11, 25), StartTime = "9:00", EndTime = "11:00" },
        ],
    };

    public static async Task<DatePollSaved> AddDatePollAsync(this TestInstallation installation, TestAuthority authority, Func<DatePollContent, DatePollContent>? change = null) =>
        (await installation.Get<CreateDatePollHandler>().HandleAsync(
            authority.ProcurementOfficer, new CreateDatePoll((change ?? (poll => poll))(Poll(installation))) { AuthorityId = authority.Id }, CancellationToken.None)).Must();

    /// <summary>Asks others than enterprises of the register: <c>Part 1</c>, <c>part1@parter.example</c> and so on.</summary>
    public static async Task<PartiesAsked> AskOthersAsync(this TestInstallation installation, TestAuthority authority, DatePollSaved poll, int count) =>
        (await installation.Get<AskPartiesHandler>().HandleAsync(
            authority.ProcurementOfficer,
            new AskParties { PollId = poll.Id, Version = poll.Version, Others = [.. Enumerable.Range(1, count).Select(number => new OtherParty($"Part {number}", null, $"part{number}@parter.example"))] },
            CancellationToken.None)).Must();

    public static async Task<DatePollDetails> DatePollDetailsAsync(this TestInstallation installation, TestAuthority authority, Guid id) =>
        (await installation.Get<GetDatePollHandler>().HandleAsync(authority.Reader, id, CancellationToken.None)).Must();

    /// <summary>The code of a party's personal link, as their mail has it.</summary>
    public static string ReplyCode(this TestInstallation installation, DatePollDetails details, string party) =>
        installation.Get<DatePollMailWriter>().Code(details.Parties.Single(one => one.PartyName == party).Id, [.. details.Tally.Standings.Select(standing => standing.Proposal)]);

    /// <summary>An answer to each day in order of time.</summary>
    public static DateReplyContent Reply(DatePollDetails details, params DateChoice[] choices) => new()
    {
        Choices = [.. details.Tally.Standings.Zip(choices, (standing, choice) => new ProposalChoice { ProposalId = standing.Proposal.Id, Choice = choice })],
    };
}
