using FluentValidation;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Register.Search;

/// <summary>The conditions of a search as parameters, and the part of the statements that the list and the export share.</summary>
internal sealed record SocialEnterpriseFilter
{
    internal const string Where = """
        where (@Word1 is null or e.SearchKey like @Word1 escape '!' or e.OrganisationNumber = @PersonalNumber)
          and (@Word2 is null or e.SearchKey like @Word2 escape '!')
          and (@Word3 is null or e.SearchKey like @Word3 escape '!')
          and (@Word4 is null or e.SearchKey like @Word4 escape '!')
          and (@Word5 is null or e.SearchKey like @Word5 escape '!')
          and (@MunicipalityCode is null or e.MunicipalityCode = @MunicipalityCode)
          and (@Kind is null or exists (select 1 from ServiceAreas k where k.SocialEnterpriseId = e.Id and k.Kind = @Kind))
          and (@Bounces = 0 or exists (
              select 1
              from SocialEnterpriseContacts bc
              join BouncingAddresses b on b.AddressKey = lower(bc.Email)
              where bc.SocialEnterpriseId = e.Id))
          and (@CpvPrefix is null or exists (
              select 1
              from ServiceAreas a
              join ServiceAreaCpvCodes c on c.ServiceAreaId = a.Id
              where a.SocialEnterpriseId = e.Id and c.Code like @CpvPrefix and (@Kind is null or a.Kind = @Kind)))
        """;

    internal const string Numbered = """
        select e.Id, row_number() over (order by
            case when @Sort in ('Municipality', 'MunicipalityDescending') and e.MunicipalityKey is null then 1 else 0 end,
            case when @Sort = 'Municipality' then e.MunicipalityKey end,
            case when @Sort = 'MunicipalityDescending' then e.MunicipalityKey end desc,
            case when @Sort = 'Updated' then e.UpdatedAt end,
            case when @Sort = 'UpdatedDescending' then e.UpdatedAt end desc,
            case when @Sort = 'NameDescending' then e.NameKey end desc,
            e.NameKey,
            e.Id) as RowNumber
        from SocialEnterprises e

        """ + Where;

    private const int Words = 5;

    public required string? Word1 { get; init; }

    public required string? Word2 { get; init; }

    public required string? Word3 { get; init; }

    public required string? Word4 { get; init; }

    public required string? Word5 { get; init; }

    /// <summary>A sole trader is found by its whole number, and only by those who may see it.</summary>
    public required string? PersonalNumber { get; init; }

    public required string? MunicipalityCode { get; init; }

    public required string? Kind { get; init; }

    public required string? CpvPrefix { get; init; }

    public required bool Bounces { get; init; }

    public required string Sort { get; init; }

    public int First { get; init; } = 1;

    public int Last { get; init; } = int.MaxValue;

    private bool MaySeePersonalNumbers { get; init; }

    public static SocialEnterpriseFilter Of(FindSocialEnterprises request, Actor actor)
    {
        var maySee = actor.MayAnywhere(Permission.EditRegister);
        OrganisationNumber? number = OrganisationNumber.TryParse(request.Text, out var parsed) ? parsed : null;

        // The last word takes what is left, so that nothing typed is passed over.
        var words = number is { IsPersonalData: false }
            ? [number.Value.Digits]
            : (request.Text ?? "").Split((char[]?)null, Words, StringSplitOptions.RemoveEmptyEntries);
        return new SocialEnterpriseFilter
        {
            Word1 = Pattern(words, 0),
            Word2 = Pattern(words, 1),
            Word3 = Pattern(words, 2),
            Word4 = Pattern(words, 3),
            Word5 = Pattern(words, 4),
            PersonalNumber = maySee && number is { IsPersonalData: true } ? number.Value.Digits : null,
            MunicipalityCode = string.IsNullOrWhiteSpace(request.MunicipalityCode) ? null : request.MunicipalityCode.Trim(),
            Kind = request.Kind?.ToString(),
            CpvPrefix = CpvCode.TryParse(request.CpvCode, out var code) ? $"{code.Digits[..code.SignificantDigits]}%" : null,
            Bounces = request.Bounces,
            Sort = request.Sort.ToString(),
            MaySeePersonalNumbers = maySee,
        };
    }

    public SocialEnterprise ForReader(SocialEnterprise enterprise) => MaySeePersonalNumbers ? enterprise : enterprise.WithoutPersonalNumber();

    private static string? Pattern(string[] words, int index) => index < words.Length ? SwedishText.ContainsPattern(words[index]) : null;
}

public sealed class SocialEnterpriseFilterValidator : AbstractValidator<FindSocialEnterprises>
{
    public SocialEnterpriseFilterValidator()
    {
        RuleFor(request => request.Text).MaximumLength(200);
        RuleFor(request => request.MunicipalityCode)
            .Must(code => string.IsNullOrWhiteSpace(code) || Municipalities.Find(code.Trim()) is not null).WithErrorCode(RegisterProblems.UnknownMunicipality);
        RuleFor(request => request.CpvCode)
            .Must(text => string.IsNullOrWhiteSpace(text) || CpvCode.TryParse(text, out _))
            .WithErrorCode(RegisterProblems.WrongCpvCode)
            .WithState(request => new object?[] { request.CpvCode, Texts.Name(CpvInputError.WrongFormat) });
        RuleFor(request => request.Kind).IsInEnum();
        RuleFor(request => request.Sort).IsInEnum();
        RuleFor(request => request.Page).GreaterThanOrEqualTo(1);
        RuleFor(request => request.PageSize).InclusiveBetween(1, FindSocialEnterprises.MaxPageSize);
    }
}
