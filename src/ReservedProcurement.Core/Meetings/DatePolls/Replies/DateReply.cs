using FluentValidation;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Meetings.DatePolls.Replies;

public sealed record ProposalChoice
{
    public Guid ProposalId { get; init; }
    public DateChoice? Choice { get; init; }
}

/// <summary>What a party answers: something of every day, and a word to the organiser.</summary>
public record DateReplyContent
{
    public IReadOnlyList<ProposalChoice> Choices { get; init; } = [];
    public string? Comment { get; init; }
}

public sealed class DateReplyValidator : AbstractValidator<DateReplyContent>
{
    public DateReplyValidator()
    {
        RuleForEach(content => content.Choices).ChildRules(choice => choice.RuleFor(one => one.Choice).IsInEnum());
        RuleFor(content => content.Comment).ManyLines(1000).WithoutPersonalNumber();
    }

    /// <summary>What does not hold, also that a day is left without an answer: silence must not be counted as a no.</summary>
    internal Problem? Check(DateReplyContent content, IReadOnlyList<Proposal> proposals)
    {
        List<FieldProblem> fields = [.. this.Problem(content)?.Fields ?? []];
        var said = content.Choices.Where(choice => choice.Choice is not null).ToLookup(choice => choice.ProposalId);
        fields.AddRange(proposals.Index()
            .Where(proposal => !said.Contains(proposal.Item.Id))
            .Select(proposal => new FieldProblem($"{nameof(content.Choices)}[{proposal.Index}].{nameof(ProposalChoice.Choice)}", DatePollProblems.AnswerAll) { Arguments = [proposal.Item.When] }));
        return fields.Count == 0 ? null : new Problem(CommonProblems.Invalid, ProblemKind.Invalid) { Fields = fields };
    }
}
