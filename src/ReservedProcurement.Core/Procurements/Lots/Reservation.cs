using FluentValidation;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Procurements.Lots;

/// <summary>On what ground a lot is reserved, and why; with <see cref="ReservationBasis.None"/> it is open to all.</summary>
public record Reservation(ReservationBasis ReservationBasis, string? Justification)
{
    internal Lot ApplyTo(Lot lot) => lot with
    {
        ReservationBasis = ReservationBasis,
        Justification = ReservationBasis == ReservationBasis.None ? null : InputText.Tidy(Justification),
    };
}

public sealed class ReservationValidator : AbstractValidator<Reservation>
{
    public ReservationValidator()
    {
        RuleFor(reservation => reservation.ReservationBasis).IsInEnum();
        RuleFor(reservation => reservation.Justification).ManyLines(2000).WithoutPersonalNumber();
    }
}
