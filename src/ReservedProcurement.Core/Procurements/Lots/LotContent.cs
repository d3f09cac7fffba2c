using FluentValidation;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Procurements.Law;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Procurements.Lots;

/// <summary>What a person writes about a lot; the reservation is decided on its own.</summary>
public record LotContent
{
    public const int MostExtraCpv = 20;
    public const int MostRequirements = 200;

    /// <summary>1 000 miljarder kronor.</summary>
    public const long HighestValueOre = 1_000_000_000_000 * OrePerKrona;

    internal const long OrePerKrona = 100;

    public string Title { get; init; } = "";
    public string? Description { get; init; }
    public string? MainCpv { get; init; }
    public IReadOnlyList<string> ExtraCpv { get; init; } = [];
    public string? NutsCode { get; init; }
    public string? MunicipalityCode { get; init; }

    /// <summary>Without VAT, with options and prolongations (5 kap. 3 § LOU); whole kronor, in öre.</summary>
    public long? EstimatedValueOre { get; init; }
    public string? Volume { get; init; }
    public DateOnly? ContractStart { get; init; }
    public DateOnly? ContractEnd { get; init; }
    public string? Options { get; init; }
    public IReadOnlyList<RequirementContent> Requirements { get; init; } = [];

    /// <summary>The lot as it is stored. The content has been validated.</summary>
    internal Lot ToLot(Guid id, int number, ReservationBasis basis, string? justification) => new()
    {
        Id = id,
        Number = number,
        Title = Title.Trim(),
        Description = InputText.Tidy(Description),
        Cpv = [.. GivenCpv().Select(text => CpvInput.TryParse(text, out var input, out _) ? input : throw new InvalidOperationException("The content has not been validated."))],
        NutsCode = InputText.Tidy(NutsCode),
        MunicipalityCode = InputText.Tidy(MunicipalityCode),
        EstimatedValueOre = EstimatedValueOre,
        Volume = InputText.Tidy(Volume),
        ContractStart = ContractStart,
        ContractEnd = ContractEnd,
        Options = InputText.Tidy(Options),
        ReservationBasis = basis,
        Justification = justification,
        Requirements = [.. Requirements.Select((requirement, index) => new Requirement
        {
            Number = index + 1,
            RequirementKind = requirement.RequirementKind,
            Wording = requirement.Wording.Trim(),
            Purpose = InputText.Tidy(requirement.Purpose),
            Proof = InputText.Tidy(requirement.Proof),
        })],
    };

    /// <summary>The content that would leave the lot as it is.</summary>
    public static LotContent Of(Lot lot) => new()
    {
        Title = lot.Title,
        Description = lot.Description,
        MainCpv = lot.MainCpv?.ToString(),
        ExtraCpv = [.. lot.ExtraCpv.Select(cpv => cpv.ToString())],
        NutsCode = lot.NutsCode,
        MunicipalityCode = lot.MunicipalityCode,
        EstimatedValueOre = lot.EstimatedValueOre,
        Volume = lot.Volume,
        ContractStart = lot.ContractStart,
        ContractEnd = lot.ContractEnd,
        Options = lot.Options,
        Requirements = [.. lot.Requirements.Select(requirement => new RequirementContent
        {
            RequirementKind = requirement.RequirementKind,
            Wording = requirement.Wording,
            Purpose = requirement.Purpose,
            Proof = requirement.Proof,
        })],
    };

    private IEnumerable<string> GivenCpv() => new[] { MainCpv }.Concat(ExtraCpv).OfType<string>().Where(text => !string.IsNullOrWhiteSpace(text));
}

public sealed record RequirementContent
{
    public RequirementKind RequirementKind { get; init; }
    public string Wording { get; init; } = "";
    public string? Purpose { get; init; }
    public string? Proof { get; init; }
}

public sealed class LotContentValidator : AbstractValidator<LotContent>
{
    public LotContentValidator()
    {
        RuleFor(content => content.Title).NotEmpty().SingleLine(200).WithoutPersonalNumber();
        RuleFor(content => content.Description).ManyLines(4000).WithoutPersonalNumber();
        RuleFor(content => content.MainCpv).Custom(CheckCpv);
        RuleFor(content => content.MainCpv).NotEmpty().When(content => content.ExtraCpv.Any(cpv => !string.IsNullOrWhiteSpace(cpv)));
        RuleForEach(content => content.ExtraCpv).Custom(CheckCpv);
        RuleFor(content => content.ExtraCpv).Must(codes => codes.Count <= LotContent.MostExtraCpv)
            .WithErrorCode(ProcurementProblems.TooManyCpvCodes).WithState(_ => new object?[] { LotContent.MostExtraCpv });
        RuleFor(content => content.ExtraCpv).Must((content, _) => HasNoRepeatedCpv(content)).WithErrorCode(ProcurementProblems.CpvTwice);
        RuleFor(content => content.NutsCode).Must(IsCounty).WithErrorCode(ProcurementProblems.UnknownRegion);
        RuleFor(content => content.MunicipalityCode).Must(IsMunicipality).WithErrorCode(ProcurementProblems.UnknownMunicipality);
        RuleFor(content => content.MunicipalityCode).Must((content, _) => LiesInCounty(content)).WithErrorCode(ProcurementProblems.MunicipalityOutsideRegion);
        RuleFor(content => content.EstimatedValueOre).Cascade(CascadeMode.Stop)
            .Must(value => value is null or (>= LotContent.OrePerKrona and <= LotContent.HighestValueOre))
            .WithErrorCode(ProcurementProblems.ValueOutOfRange).WithState(_ => new object?[] { SwedishNumber.Kronor(LotContent.HighestValueOre) })
            .Must(value => value is null || value % LotContent.OrePerKrona == 0)
            .WithErrorCode(ProcurementProblems.WholeKronor);
        RuleFor(content => content.Volume).ManyLines(1000).WithoutPersonalNumber();
        RuleFor(content => content.ContractStart).Custom(CheckYear);
        RuleFor(content => content.ContractEnd).Custom(CheckYear);
        RuleFor(content => content.ContractEnd).Must((content, end) => end is null || content.ContractStart is null || end >= content.ContractStart)
            .WithErrorCode(ProcurementProblems.DatesOutOfOrder).WithState(_ => new object?[] { Texts.Field(nameof(LotContent.ContractStart)) });
        RuleFor(content => content.Options).ManyLines(2000).WithoutPersonalNumber();
        RuleFor(content => content.Requirements).Must(requirements => requirements.Count <= LotContent.MostRequirements)
            .WithErrorCode(ProcurementProblems.TooManyRequirements).WithState(_ => new object?[] { LotContent.MostRequirements });
        RuleForEach(content => content.Requirements).ChildRules(requirement =>
        {
            requirement.RuleFor(content => content.RequirementKind).IsInEnum();
            requirement.RuleFor(content => content.Wording).NotEmpty().ManyLines(2000).WithoutPersonalNumber();
            requirement.RuleFor(content => content.Purpose).ManyLines(1000).WithoutPersonalNumber();
            requirement.RuleFor(content => content.Proof).ManyLines(1000).WithoutPersonalNumber();
        });
    }

    private static void CheckYear(DateOnly? day, ValidationContext<LotContent> context)
    {
        if (!TimetableRules.IsSensible(day))
        {
            var problem = TimetableRules.OutOfRange(context.PropertyPath);
            context.AddFailure(new FluentValidation.Results.ValidationFailure(problem.Field, problem.Code) { ErrorCode = problem.Code, CustomState = problem.Arguments.ToArray() });
        }
    }

    private static void CheckCpv(string? text, ValidationContext<LotContent> context)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        var code = CpvInput.TryParse(text, out var input, out var error) switch
        {
            true when CpvCatalogue.Swedish.Contains(input.Code) => null,
            true => ProcurementProblems.CpvUnknown,
            false when error == CpvInputError.WrongCheckDigit => ProcurementProblems.CpvWrongCheckDigit,
            false => ProcurementProblems.CpvWrongFormat,
        };
        if (code is not null)
        {
            context.AddFailure(new FluentValidation.Results.ValidationFailure(context.PropertyPath, code) { ErrorCode = code });
        }
    }

    private static bool HasNoRepeatedCpv(LotContent content)
    {
        List<CpvCode> codes = [.. content.ExtraCpv.Append(content.MainCpv).Select(text => CpvCode.TryParse(text, out var code) ? code : (CpvCode?)null).OfType<CpvCode>()];
        return codes.Count == codes.Distinct().Count();
    }

    private static bool IsCounty(string? code) => InputText.Tidy(code) is not { } given || NutsRegions.Counties.Any(region => region.Code == given);

    private static bool IsMunicipality(string? code) => InputText.Tidy(code) is not { } given || Municipalities.Find(given) is not null;

    private static bool LiesInCounty(LotContent content) =>
        InputText.Tidy(content.NutsCode) is not { } county
        || Municipalities.Find(InputText.Tidy(content.MunicipalityCode)) is not { } municipality
        || municipality.County.Code == county;
}
