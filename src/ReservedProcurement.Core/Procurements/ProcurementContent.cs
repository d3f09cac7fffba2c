using System.Globalization;
using FluentValidation;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements.Law;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Procurements;

/// <summary>What a person writes about a procurement; the regime and the lots are decided on their own.</summary>
public record ProcurementContent
{
    public string CaseNumber { get; init; } = "";
    public string Title { get; init; } = "";
    public Guid? UnitId { get; init; }
    public string? Description { get; init; }
    public string? ContactName { get; init; }
    public string? ContactEmail { get; init; }
    public string? ContactPhone { get; init; }
    public DateOnly? PublishOn { get; init; }
    public DateOnly? QuestionsUntil { get; init; }
    public DateOnly? AnswersBy { get; init; }
    public DateOnly? TendersUntil { get; init; }

    /// <summary>Hour and minute, such as <c>23:59</c>.</summary>
    public string? TendersUntilTime { get; init; }
    public DateOnly? TendersValidUntil { get; init; }
    public DateOnly? ContractStartsOn { get; init; }
    public string? HowToSubmit { get; init; }
    public string? Evaluation { get; init; }
    public string? CountingRule { get; init; }
    public string? UndividedReason { get; init; }

    /// <summary>The content that would leave the procurement as it is.</summary>
    public static ProcurementContent Of(Procurement procurement) => new()
    {
        CaseNumber = procurement.CaseNumber,
        Title = procurement.Title,
        UnitId = procurement.UnitId,
        Description = procurement.Description,
        ContactName = procurement.ContactName,
        ContactEmail = procurement.ContactEmail,
        ContactPhone = procurement.ContactPhone,
        PublishOn = procurement.PublishOn,
        QuestionsUntil = procurement.QuestionsUntil,
        AnswersBy = procurement.AnswersBy,
        TendersUntil = procurement.TendersUntil,
        TendersUntilTime = procurement.TendersUntilTime,
        TendersValidUntil = procurement.TendersValidUntil,
        ContractStartsOn = procurement.ContractStartsOn,
        HowToSubmit = procurement.HowToSubmit,
        Evaluation = procurement.Evaluation,
        CountingRule = procurement.CountingRule,
        UndividedReason = procurement.UndividedReason,
    };

    /// <summary>As it is stored: trimmed, empty as missing.</summary>
    internal ProcurementContent Tidy() => new()
    {
        CaseNumber = InputText.Tidy(CaseNumber) ?? "",
        Title = InputText.Tidy(Title) ?? "",
        UnitId = UnitId,
        Description = InputText.Tidy(Description),
        ContactName = InputText.Tidy(ContactName),
        ContactEmail = InputText.Tidy(ContactEmail),
        ContactPhone = InputText.Tidy(ContactPhone),
        PublishOn = PublishOn,
        QuestionsUntil = QuestionsUntil,
        AnswersBy = AnswersBy,
        TendersUntil = TendersUntil,
        TendersUntilTime = InputText.TryTime(TendersUntilTime, out var time) ? time?.ToString("HH:mm", CultureInfo.InvariantCulture) : null,
        TendersValidUntil = TendersValidUntil,
        ContractStartsOn = ContractStartsOn,
        HowToSubmit = InputText.Tidy(HowToSubmit),
        Evaluation = InputText.Tidy(Evaluation),
        CountingRule = InputText.Tidy(CountingRule),
        UndividedReason = InputText.Tidy(UndividedReason),
    };
}

public sealed class ProcurementContentValidator : AbstractValidator<ProcurementContent>
{
    public ProcurementContentValidator()
    {
        RuleFor(content => content.CaseNumber).NotEmpty().SingleLine(50);
        RuleFor(content => content.Title).NotEmpty().SingleLine(200).WithoutPersonalNumber();
        RuleFor(content => content.Description).ManyLines(4000).WithoutPersonalNumber();
        RuleFor(content => content.ContactName).SingleLine(200).WithoutPersonalNumber();
        RuleFor(content => content.ContactEmail).SingleLine(254).Email();
        RuleFor(content => content.ContactPhone).SingleLine(40).PhoneNumber();
        RuleFor(content => content.TendersUntilTime).Must(time => InputText.TryTime(time, out _)).WithErrorCode(ProcurementProblems.WrongTime);
        RuleFor(content => content.HowToSubmit).ManyLines(2000).WithoutPersonalNumber();
        RuleFor(content => content.Evaluation).ManyLines(4000).WithoutPersonalNumber();
        RuleFor(content => content.CountingRule).ManyLines(2000).WithoutPersonalNumber();
        RuleFor(content => content.UndividedReason).ManyLines(2000).WithoutPersonalNumber();
    }

    /// <summary>The fields that do not hold, one by one and against each other.</summary>
    internal Problem? Check(ProcurementContent content)
    {
        List<FieldProblem> fields = [.. this.Problem(content)?.Fields ?? [], .. TimetableRules.Check(content)];
        return fields.Count == 0 ? null : new Problem(CommonProblems.Invalid, ProblemKind.Invalid) { Fields = fields };
    }
}
