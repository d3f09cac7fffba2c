using ReservedProcurement.Core.Mail.Incoming.Reading;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Register;

/// <summary>
/// A work-integration social enterprise (arbetsintegrerande socialt företag, ASF) in the register. Only the name is required.
/// </summary>
/// <remarks>
/// The four criteria of an ASF are something to collect evidence for, not something the register decides, and they are not the conditions of
/// 4 kap. 18 § LOU. A procurement may demand neither a legal form nor a place in a register.
/// </remarks>
public sealed record SocialEnterprise
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Null when it is not known, and when it is a sole trader's and this reader does not need it (<see cref="NumberIsHidden"/>).</summary>
    public required OrganisationNumber? OrganisationNumber { get; init; }

    /// <summary>There is a number, but it is a person's and not for this reader.</summary>
    public bool NumberIsHidden { get; init; }

    /// <summary>What the number tells; null without a number.</summary>
    public required LegalFormGroup? LegalForm { get; init; }

    public required Municipality? Municipality { get; init; }

    public required string? Website { get; init; }

    public required string? Description { get; init; }

    public required IReadOnlyList<Contact> Contacts { get; init; }

    public required IReadOnlyList<ServiceArea> ServiceAreas { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required int Version { get; init; }

    public bool IsSoleTrader => LegalForm == LegalFormGroup.SoleTrader;

    public IEnumerable<ServiceArea> Offers => ServiceAreas.Where(area => area.Kind == ServiceAreaKind.Offers);

    public IEnumerable<ServiceArea> WantsToGrowInto => ServiceAreas.Where(area => area.Kind == ServiceAreaKind.WantsToGrowInto);

    public IReadOnlyList<MissingFact> MissingFacts => SocialEnterpriseRules.MissingFacts(this);

    internal SocialEnterprise WithoutPersonalNumber() => IsSoleTrader ? this with { OrganisationNumber = null, NumberIsHidden = true } : this;
}

/// <summary>How to reach the enterprise: a person, or a shared address. At least one of name, e-mail and phone is given.</summary>
public sealed record Contact(Guid Id, string? Name, string? Role, string? Email, string? Phone)
{
    /// <summary>Mail does not arrive at the address; null when it does, or when nothing is known.</summary>
    public ContactBounce? Bounce { get; init; }
}

/// <param name="At">When the latest one came back.</param>
/// <param name="Reason">Why.</param>
public sealed record ContactBounce(DateTimeOffset At, BounceReason Reason);

/// <summary>A kind of work, in the enterprise's own words, by CPV codes, or both.</summary>
public sealed record ServiceArea(Guid Id, ServiceAreaKind Kind, string? Description, IReadOnlyList<CpvInput> CpvCodes);

public enum ServiceAreaKind
{
    /// <summary>What it can deliver today.</summary>
    Offers,

    /// <summary>What it would like to do if there were buyers.</summary>
    WantsToGrowInto,
}

/// <summary>What the register does not yet know of an enterprise.</summary>
public enum MissingFact
{
    OrganisationNumber,
    Municipality,
    ContactWithEmail,
    Offer,
    CpvCode,
    GrowthWish,
}
