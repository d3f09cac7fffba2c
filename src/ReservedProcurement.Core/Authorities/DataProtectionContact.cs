namespace ReservedProcurement.Core.Authorities;

/// <summary>How an authority's data protection officer (dataskyddsombud) is reached.</summary>
public static class DataProtectionContact
{
    /// <summary>For instance <c>dataskyddsombud@exempelstad.se, telefon 070-174 06 08</c>; null when nothing is known.</summary>
    public static string? Of(AuthorityFacts authority) => authority switch
    {
        { DataProtectionEmail: { } email, DataProtectionPhone: { } phone } => $"{email}, telefon {phone}",
        { DataProtectionPhone: { } phone } => $"telefon {phone}",
        _ => authority.DataProtectionEmail,
    };
}
