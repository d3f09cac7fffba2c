using System.Security.Cryptography;

namespace ReservedProcurement.Core.Authorities.SignIn;

/// <summary>Changes whenever earlier sign-ins and links of a user must stop working.</summary>
internal static class SecurityStamp
{
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
}
