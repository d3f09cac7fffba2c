using FluentValidation;
using FluentValidation.Results;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Register;

public sealed class SocialEnterpriseValidator : AbstractValidator<SocialEnterpriseContent>
{
    public const int MaxContacts = 20;
    public const int MaxServiceAreas = 30;
    public const int MaxCpvCodes = 20;

    public SocialEnterpriseValidator()
    {
        RuleFor(content => content.Name).NotEmpty().SingleLine(200).WithoutPersonalNumber();
        RuleFor(content => content.OrganisationNumber).Custom(CheckOrganisationNumber);
        RuleFor(content => content.MunicipalityCode)
            .Must(code => code is null || Municipalities.Find(code) is not null).WithErrorCode(RegisterProblems.UnknownMunicipality);
        RuleFor(content => content.Website).SingleLine(400).WebAddress();
        RuleFor(content => content.Description).ManyLines(4000).WithoutPersonalNumber();
        RuleFor(content => content.Contacts).AtMost(MaxContacts);
        RuleForEach(content => content.Contacts).SetValidator(new ContactValidator());
        RuleFor(content => content.Contacts).Must(contacts => Distinct(contacts.Select(contact => contact.Id))).WithErrorCode(RegisterProblems.UnknownRow);
        RuleFor(content => content.ServiceAreas).AtMost(MaxServiceAreas);
        RuleForEach(content => content.ServiceAreas).SetValidator(new ServiceAreaValidator());
        RuleFor(content => content.ServiceAreas).Must(areas => Distinct(areas.Select(area => area.Id))).WithErrorCode(RegisterProblems.UnknownRow);
    }

    private static bool Distinct(IEnumerable<Guid?> ids)
    {
        var seen = new HashSet<Guid>();
        return ids.OfType<Guid>().All(seen.Add);
    }

    private static void CheckOrganisationNumber(string? text, ValidationContext<SocialEnterpriseContent> context)
    {
        if (text is not null && !OrganisationNumber.TryParse(text, out _, out var error))
        {
            context.AddFailure(new ValidationFailure(context.PropertyPath, null)
            {
                ErrorCode = RegisterProblems.WrongOrganisationNumber,
                CustomState = new object?[] { Texts.Name(error) },
            });
        }
    }

    private sealed class ContactValidator : AbstractValidator<ContactContent>
    {
        public ContactValidator()
        {
            RuleFor(contact => contact.Name)
                .Must((contact, _) => (contact.Name ?? contact.Email ?? contact.Phone) is not null).WithErrorCode(RegisterProblems.EmptyContact);
            RuleFor(contact => contact.Name).SingleLine(200).WithoutPersonalNumber();
            RuleFor(contact => contact.Role).SingleLine(200).WithoutPersonalNumber();
            RuleFor(contact => contact.Email).SingleLine(254).Email();
            RuleFor(contact => contact.Phone).SingleLine(40).PhoneNumber();
        }
    }

    private sealed class ServiceAreaValidator : AbstractValidator<ServiceAreaContent>
    {
        public ServiceAreaValidator()
        {
            RuleFor(area => area.Kind).NotNull().IsInEnum();
            RuleFor(area => area.Description)
                .Must((area, _) => area.Description is not null || area.CpvCodes.Count > 0).WithErrorCode(RegisterProblems.EmptyServiceArea);
            RuleFor(area => area.Description).ManyLines(400).WithoutPersonalNumber();
            RuleFor(area => area.CpvCodes).AtMost(MaxCpvCodes);
            RuleForEach(area => area.CpvCodes).Custom(CheckCpvCode);
        }

        private static void CheckCpvCode(string text, ValidationContext<ServiceAreaContent> context)
        {
            if (!CpvInput.TryParse(text, out var input, out var error))
            {
                context.AddFailure(new ValidationFailure(context.PropertyPath, null)
                {
                    ErrorCode = RegisterProblems.WrongCpvCode,
                    CustomState = new object?[] { Shortened(text), Texts.Name(error) },
                });
            }
            else if (!CpvCatalogue.Swedish.Contains(input.Code))
            {
                context.AddFailure(new ValidationFailure(context.PropertyPath, null)
                {
                    ErrorCode = RegisterProblems.UnknownCpvCode,
                    CustomState = new object?[] { input.ToString() },
                });
            }
        }

        private static string Shortened(string text) => text.Length <= 20 ? text : $"{text[..20]}…";
    }
}

internal static class RegisterFieldRules
{
    public static IRuleBuilderOptions<T, IReadOnlyList<TRow>> AtMost<T, TRow>(this IRuleBuilder<T, IReadOnlyList<TRow>> rule, int count) =>
        rule.Must(rows => rows.Count <= count).WithErrorCode(RegisterProblems.TooMany).WithState(_ => new object?[] { count });
}
