using System.Security.Cryptography;
using System.Text;

namespace ReservedProcurement.Core.Authorities.AccessTokens;

/// <summary>A personal access token for the API, as its owner sees it afterwards. The token itself is shown once and kept only as a hash.</summary>
public sealed record AccessToken
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }

    /// <summary>The most the token may do; it never grants more than its owner has.</summary>
    public required Role Role { get; init; }

    /// <summary>The first characters, so that the owner can tell tokens apart.</summary>
    public required string Hint { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? LastUsedAt { get; init; }
    public DateTimeOffset? RevokedAt { get; init; }
}

internal static class AccessTokenSecret
{
    /// <summary>A fixed beginning lets secret scanners recognise a token that leaked.</summary>
    public const string Prefix = "rp_";

    private const int HintLength = 8;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>43 characters of 62 hold more than 255 bits, so a plain fast hash is enough at rest.</summary>
    public static string New() => Prefix + RandomNumberGenerator.GetString(Alphabet, 43);

    public static string Hint(string secret) => secret[..HintLength];

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
