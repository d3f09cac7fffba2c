using FluentValidation;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Meetings.Answers;

/// <summary>What somebody invited answers. Persons are told as counts, never by name.</summary>
public record AnswerContent
{
    public MeetingAnswer? Answer { get; init; }

    /// <summary>Handledare and others who work at the organisation.</summary>
    public int? Supervisors { get; init; }

    /// <summary>Deltagare, those who train or work there.</summary>
    public int? Participants { get; init; }

    /// <summary>Access, language, food, travel.</summary>
    public string? Needs { get; init; }

    /// <summary>Questions to take up at the meeting.</summary>
    public string? Question { get; init; }

    /// <summary>As it is stored. One person comes when a yes says nothing of how many; nobody when the answer is no.</summary>
    internal AnswerContent Tidy()
    {
        var comes = Answer != MeetingAnswer.No;
        var nothingSaid = (Supervisors ?? 0) + (Participants ?? 0) == 0;
        return new AnswerContent
        {
            Answer = Answer,
            Supervisors = comes ? nothingSaid ? 1 : Supervisors ?? 0 : 0,
            Participants = comes ? Participants ?? 0 : 0,
            Needs = comes ? InputText.Tidy(Needs) : null,
            Question = InputText.Tidy(Question),
        };
    }
}

public sealed class AnswerContentValidator : AbstractValidator<AnswerContent>
{
    public const int MostPersons = 500;

    public AnswerContentValidator()
    {
        RuleFor(content => content.Answer).NotNull().WithErrorCode(MeetingProblems.ChooseAnswer).IsInEnum();
        RuleFor(content => content.Supervisors).InclusiveBetween(0, MostPersons);
        RuleFor(content => content.Participants).InclusiveBetween(0, MostPersons);
        RuleFor(content => content.Needs).ManyLines(1000).WithoutPersonalNumber();
        RuleFor(content => content.Question).ManyLines(2000).WithoutPersonalNumber();
    }
}
