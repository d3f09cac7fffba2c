using FluentValidation;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Meetings.Invitations;

internal sealed class OtherPartyValidator : AbstractValidator<OtherParty>
{
    public OtherPartyValidator()
    {
        RuleFor(party => party.Name).NotEmpty().SingleLine(200).WithoutPersonalNumber();
        RuleFor(party => party.RecipientName).SingleLine(200).WithoutPersonalNumber();
        RuleFor(party => party.Email).NotEmpty().SingleLine(254).Email();
    }
}
