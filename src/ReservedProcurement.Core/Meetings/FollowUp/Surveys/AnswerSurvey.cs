using System.Security.Cryptography;
using FluentValidation;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Meetings.FollowUp.Surveys;

/// <summary>The three answers.</summary>
public record SurveyContent
{
    /// <summary>1 is not at all, 5 is very.</summary>
    public int? Usefulness { get; init; }

    public string? TakeAway { get; init; }

    public string? Different { get; init; }
}

public sealed record AnswerSurvey : SurveyContent
{
    public AnswerSurvey()
    {
    }

    public AnswerSurvey(SurveyContent content)
        : base(content)
    {
    }

    public required string? Code { get; init; }
}

/// <summary>What the holder of a personal link sees.</summary>
/// <param name="Meeting">The meeting they were at.</param>
/// <param name="Material">What there is from it.</param>
/// <param name="HasAnswered">Whether this link has been used.</param>
public sealed record LinkedSurvey(Meeting Meeting, string? Material, bool HasAnswered);

/// <summary>Takes what somebody thought of a meeting. What is kept cannot be put beside who answered: no time, no order, no name, nothing in the history.</summary>
public sealed class AnswerSurveyHandler(Database database, SignedLinks links, AnswerSurveyHandler.Validator validator)
{
    private const string HasAnsweredSql = "select count(*) from MeetingSurveyReceipts where InvitationId = @InvitationId";

    private const string ReceiptSql = "insert into MeetingSurveyReceipts (InvitationId) values (@InvitationId)";

    private const string CountSql = "select count(*) from MeetingSurveyAnswers where MeetingId = @MeetingId";

    private const string InsertSql = """
        insert into MeetingSurveyAnswers (Id, MeetingId, Number, Usefulness, TakeAway, Different)
        values (@Id, @MeetingId, @Number, @Usefulness, @TakeAway, @Different)
        """;

    private static readonly Actor Somebody = new() { Name = "Enkätsvar", Via = "link" };

    /// <summary>What the link leads to. Nothing is changed.</summary>
    public async Task<Result<LinkedSurvey>> LookAsync(string? code, CancellationToken cancellationToken)
    {
        var read = links.Read(LinkPurposes.MeetingSurvey, code);
        return read.Succeeded ? await database.ReadAsync(session => LoadAsync(session, read.Value.SubjectId), cancellationToken) : read.Problem;
    }

    public async Task<Result<LinkedSurvey>> HandleAsync(AnswerSurvey request, CancellationToken cancellationToken)
    {
        var read = links.Read(LinkPurposes.MeetingSurvey, request.Code);
        if (!read.Succeeded)
        {
            return read.Problem;
        }

        if (validator.Problem<SurveyContent>(request) is { } problem)
        {
            return problem;
        }

        var invitationId = read.Value.SubjectId;
        return await database.WriteAsync<LinkedSurvey>(
            Somebody,
            async write =>
            {
                await SeatRows.TakeTurnAsync(write, invitationId);
                var survey = await LoadAsync(write, invitationId);
                if (!survey.Succeeded || survey.Value.HasAnswered)
                {
                    return survey.Succeeded ? FollowUpProblems.HasAnsweredSurvey : survey.Problem;
                }

                var meeting = survey.Value.Meeting;
                await write.ExecuteAsync(ReceiptSql, new { InvitationId = invitationId });
                await write.ExecuteAsync(
                    InsertSql,
                    new
                    {
                        // Of chance: ids of the usual kind tell when they were made.
                        Id = new Guid(RandomNumberGenerator.GetBytes(16)),
                        MeetingId = meeting.Id,
                        Number = await write.SingleAsync<int>(CountSql, new { MeetingId = meeting.Id }) + 1,
                        request.Usefulness,
                        TakeAway = InputText.Tidy(request.TakeAway),
                        Different = InputText.Tidy(request.Different),
                    });
                return survey.Value with { HasAnswered = true };
            },
            cancellationToken,
            FollowUpProblems.HasAnsweredSurvey);
    }

    private async Task<Result<LinkedSurvey>> LoadAsync(SqlSession session, Guid invitationId)
    {
        if (await InvitationRows.ByIdAsync(session, invitationId) is not { } invitation || await MeetingRows.ByIdAsync(session, invitation.MeetingId) is not { IsCancelled: false } meeting)
        {
            return FollowUpProblems.LinkIsNotValid;
        }

        return SurveyRules.ClosesAt(meeting) <= database.Clock.GetUtcNow()
            ? FollowUpProblems.SurveyIsClosed
            : new LinkedSurvey(meeting, await MaterialRows.OfAsync(session, meeting.Id), await session.SingleAsync<int>(HasAnsweredSql, new { InvitationId = invitationId }) > 0);
    }

    public sealed class Validator : AbstractValidator<SurveyContent>
    {
        public Validator()
        {
            RuleFor(content => content.Usefulness).NotNull().InclusiveBetween(1, SurveyRules.Highest);
            RuleFor(content => content.TakeAway).ManyLines(2000).WithoutPersonalNumber();
            RuleFor(content => content.Different).ManyLines(2000).WithoutPersonalNumber();
        }
    }
}
