using FluentValidation;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Meetings.Questions;

/// <summary>A question to be answered to all. One that came with an answer is taken up in words that do not tell who asked.</summary>
public sealed record NoteQuestion
{
    public required Guid MeetingId { get; init; }
    public QuestionSource Source { get; init; } = QuestionSource.AtMeeting;

    /// <summary>Whose answer it came with.</summary>
    public Guid? InvitationId { get; init; }
    public string? Question { get; init; }

    /// <summary>Null when it is to be answered later.</summary>
    public string? Answer { get; init; }
}

public sealed class NoteQuestionHandler(Database database, NoteQuestionHandler.Validator validator)
{
    private const string InsertSql = """
        insert into MeetingQuestions (Id, MeetingId, Source, InvitationId, SentText, Question, AskedAt, NotedByName, Version)
        values (@Id, @MeetingId, @Source, @InvitationId, @SentText, @Question, @AskedAt, @NotedByName, 1)
        """;

    public async Task<Result<MeetingQuestion>> HandleAsync(Actor actor, NoteQuestion request, CancellationToken cancellationToken)
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

                SentQuestion? sent = null;
                if (request.InvitationId is { } invitation)
                {
                    sent = (await QuestionRows.SentAsync(write, request.MeetingId)).FirstOrDefault(one => one.InvitationId == invitation);
                    if (sent is null)
                    {
                        return AtMeetingProblems.SomebodyElseWasFirst;
                    }
                }

                var id = write.NewId();
                await write.ExecuteAsync(InsertSql, new
                {
                    Id = id,
                    request.MeetingId,
                    Source = (sent is null ? request.Source : QuestionSource.WithAnswer).ToString(),
                    sent?.InvitationId,
                    SentText = sent?.Question,
                    Question = InputText.Tidy(request.Question),
                    AskedAt = sent?.AnsweredAt ?? write.Now,
                    NotedByName = write.Actor.Name,
                });
                var noted = (await QuestionRows.ByIdAsync(write, request.MeetingId, id))!;
                return InputText.Tidy(request.Answer) is { } answer
                    ? await AnswerQuestionHandler.AnswerAsync(write, found.Value, noted, new AnswerQuestion { MeetingId = noted.MeetingId, Id = id, Version = 1, Question = noted.Question, Answer = answer })
                    : noted;
            },
            cancellationToken);
    }

    public sealed class Validator : AbstractValidator<NoteQuestion>
    {
        public Validator()
        {
            RuleFor(request => request.Source).IsInEnum();
            RuleFor(request => request.Question).NotEmpty().ManyLines(2000).WithoutPersonalNumber();
            RuleFor(request => request.Answer).ManyLines(4000).WithoutPersonalNumber();
        }
    }
}
