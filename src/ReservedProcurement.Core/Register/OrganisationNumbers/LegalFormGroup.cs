namespace ReservedProcurement.Core.Register.OrganisationNumbers;

/// <summary>
/// What the first digit of an organisationsnummer tells of the legal form. A hint, never proof: several forms share a digit.
/// </summary>
/// <remarks>
/// Secondary sources agree on the digits; the tax agency's own list (SKV 709) has not been read. A procurement may not demand any one legal form.
/// </remarks>
public enum LegalFormGroup
{
    /// <summary>A first digit that means nothing known.</summary>
    Unknown,

    /// <summary>Dödsbo (1).</summary>
    EstateOfDeceased,

    /// <summary>Stat, region, kommun or församling (2).</summary>
    PublicBody,

    /// <summary>A foreign company (3).</summary>
    ForeignCompany,

    /// <summary>Aktiebolag and the like (5).</summary>
    LimitedCompany,

    /// <summary>Enkelt bolag (6).</summary>
    SimplePartnership,

    /// <summary>Ekonomisk förening or bostadsrättsförening (7): the commonest form among ASF.</summary>
    EconomicAssociation,

    /// <summary>Ideell förening or stiftelse (8).</summary>
    NonProfitAssociationOrFoundation,

    /// <summary>Handelsbolag or kommanditbolag (9).</summary>
    TradingPartnership,

    /// <summary>Enskild firma: the number is the owner's personal identity number.</summary>
    SoleTrader,
}
