using FluentValidation;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.EqualInformation;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Meetings.Questions;

/// <summary>Answers a question, or answers it anew. When an answer has been published, the change needs a reason and becomes a new version that is to be published too.</summary>
public sealed record AnswerQuestion
{
    public required Guid MeetingId { get; init; }
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public string? Question { get; init; }
    public string? Answer { get; init; }
    public string? Reason { get; init; }
}

public sealed class AnswerQuestionHandler(Database database, AnswerQuestionHandler.Validator validator)
{
    private const string UpdateSql = """
        update MeetingQuestions
        set Question = @Question, Answer = @Answer, AnsweredAt = @AnsweredAt, AnsweredByName = @AnsweredByName, Version = Version + 1
        where Id = @Id and Version = @Version
        """;

    public async Task<Result<MeetingQuestion>> HandleAsync(Actor actor, AnswerQuestion request, CancellationToken cancellationToken)
    {
        if (validator.Problem(request) is { } problem)
        {
            return problem;
        }

        return await database.WriteAsync<MeetingQuestion>(
            actor,
            async write =>
            {
                var found = await LoadMeetingToWork.AtAsync(write, request.MeetingId);
                if (!found.Succeeded)
                {
                    return found.Problem;
                }

                return await QuestionRows.ByIdAsync(write, request.MeetingId, request.Id) is { } question ? await AnswerAsync(write, found.Value, question, request) : CommonProblems.NoSuchRecord;
            },
            cancellationToken,
            AtMeetingProblems.SomebodyElseWasFirst);
    }

    internal static async Task<Result<MeetingQuestion>> AnswerAsync(WriteTransaction write, Meeting meeting, MeetingQuestion before, AnswerQuestion request)
    {
        var reason = InputText.Tidy(request.Reason);
        if (before.FirstPublishedAt is not null && reason is null)
        {
            return Problem.OnField(nameof(request.Reason), "field.required");
        }

        var (question, answer) = (InputText.Tidy(request.Question)!, InputText.Tidy(request.Answer)!);
        if (await write.ExecuteAsync(UpdateSql, new { before.Id, request.Version, Question = question, Answer = answer, AnsweredAt = write.Now, AnsweredByName = write.Actor.Name }) == 0)
        {
            return AtMeetingProblems.SomebodyElseWasFirst;
        }

        await InformationRows.AddVersionAsync(write, await InformationRows.EntryOfQuestionAsync(write, meeting.Id, before.Id), new InformationContent
        {
            Information = question,
            Answer = answer,
            GivenOn = DateOnly.FromDateTime(SwedishTime.Local(write.Now).DateTime),
        }, reason);
        await write.AuditAsync(AuditSubject.Meeting, meeting.Id, meeting.Version, "question-answered", new { before.Question, before.Answer }, new { Question = question, Answer = answer });
        return (await QuestionRows.ByIdAsync(write, meeting.Id, before.Id))!;
    }

    public sealed class Validator : AbstractValidator<AnswerQuestion>
    {
        public Validator()
        {
            RuleFor(request => request.Question).NotEmpty().ManyLines(2000).WithoutPersonalNumber();
            RuleFor(request => request.Answer).NotEmpty().ManyLines(4000).WithoutPersonalNumber();
            RuleFor(request => request.Reason).ManyLines(1000).WithoutPersonalNumber();
        }
    }
}
