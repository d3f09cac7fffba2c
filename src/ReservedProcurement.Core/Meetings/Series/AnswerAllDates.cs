using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Series;

/// <summary>The dates of a series that one party is invited to and can still answer.</summary>
public sealed record LinkedDates(string SeriesName, Meeting Opened, IReadOnlyList<(Meeting Meeting, Invitation Invitation)> Dates);

public sealed record DateAnswer
{
    public Guid InvitationId { get; init; }

    /// <summary>Null leaves what has been answered before.</summary>
    public MeetingAnswer? Answer { get; init; }
}

/// <summary>Answers to several dates: yes, maybe or no to each, and the rest in common.</summary>
public record AllDatesContent
{
    public IReadOnlyList<DateAnswer> Dates { get; init; } = [];
    public int? Supervisors { get; init; }
    public int? Participants { get; init; }
    public string? Needs { get; init; }

    internal AnswerContent Of(MeetingAnswer? answer) => new() { Answer = answer, Supervisors = Supervisors, Participants = Participants, Needs = Needs };
}

/// <summary>
/// Takes the answers of a party to all dates of a series at once. The personal link of any of the invitations leads here; the other
/// dates are those that the same organisation is invited to at the same address, so that nobody can answer by a link that went to somebody else.
/// </summary>
public sealed class AnswerAllDatesHandler(Database database, SignedLinks links, AnswerContentValidator validator)
{
    private const string InvitationsSql = """
        select i.Id
        from MeetingInvitations mine
        join MeetingSeriesOccasions o on o.MeetingId = mine.MeetingId
        join MeetingSeriesOccasions p on p.SeriesId = o.SeriesId
        join Meetings m on m.Id = p.MeetingId
        join MeetingInvitations i on i.MeetingId = m.Id and i.EmailKey = mine.EmailKey and i.PartyKey = mine.PartyKey
        where mine.Id = @Id and m.StartsAt > @Now and m.CancelledAt is null
        order by m.StartsAt, i.Id
        """;

    private const string SeriesNameSql = """
        select s.Name
        from MeetingInvitations mine
        join MeetingSeriesOccasions o on o.MeetingId = mine.MeetingId
        join MeetingSeries s on s.Id = o.SeriesId
        where mine.Id = @Id
        """;

    /// <summary>What the link leads to. Nothing is changed.</summary>
    public async Task<Result<LinkedDates>> LookAsync(string? code, CancellationToken cancellationToken)
    {
        var read = links.Read(LinkPurposes.MeetingAnswer, code);
        return read.Succeeded ? await database.ReadAsync(session => LoadAsync(session, read.Value.SubjectId), cancellationToken) : read.Problem;
    }

    /// <returns>How many answers were new or other than before.</returns>
    public async Task<Result<int>> HandleAsync(string? code, AllDatesContent request, CancellationToken cancellationToken)
    {
        var look = await LookAsync(code, cancellationToken);
        if (!look.Succeeded)
        {
            return look.Problem;
        }

        var said = request.Dates.Where(date => date.Answer is not null).ToLookup(date => date.InvitationId, date => date.Answer);
        var answers = look.Value.Dates.Where(date => said.Contains(date.Invitation.Id)).Select(date => (date.Invitation, Content: request.Of(said[date.Invitation.Id].First()))).ToList();
        if (answers.Count == 0)
        {
            return Problem.OnField($"{nameof(request.Dates)}[0].{nameof(DateAnswer.Answer)}", MeetingProblems.ChooseAnswer);
        }

        if (answers.Select(answer => validator.Problem(answer.Content)).FirstOrDefault(problem => problem is not null) is { } problem)
        {
            return problem;
        }

        return await database.WriteAsync<int>(
            new Actor { Name = answers[0].Invitation.PartyName, Via = "link" },
            async write =>
            {
                var changed = 0;
                foreach (var (invitation, content) in answers.Select(answer => (answer.Invitation, answer.Content.Tidy())))
                {
                    // The same answer once more would only make the history long. What was asked of one meeting stays with it.
                    if (invitation.Answer != content.Answer || invitation.Supervisors != content.Supervisors || invitation.Participants != content.Participants || invitation.Needs != content.Needs)
                    {
                        await AnswerRows.AddAsync(write, invitation.Id, AnswerSource.Link, content with { Question = invitation.Question });
                        changed++;
                    }
                }

                return changed;
            },
            cancellationToken);
    }

    private async Task<Result<LinkedDates>> LoadAsync(SqlSession session, Guid invitationId)
    {
        if (await InvitationRows.ByIdAsync(session, invitationId) is not { } opened
            || await MeetingRows.ByIdAsync(session, opened.MeetingId) is not { } meeting
            || await session.SingleOrDefaultAsync<string>(SeriesNameSql, new { Id = invitationId }) is not { } name)
        {
            return MeetingProblems.LinkIsNotValid;
        }

        List<(Meeting, Invitation)> dates = [];
        foreach (var id in await session.QueryAsync<Guid>(InvitationsSql, new { Id = invitationId, Now = database.Clock.GetUtcNow() }))
        {
            var invitation = (await InvitationRows.ByIdAsync(session, id))!;
            dates.Add(((await MeetingRows.ByIdAsync(session, invitation.MeetingId))!, invitation));
        }

        return new LinkedDates(name, meeting, dates);
    }
}
