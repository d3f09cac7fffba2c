using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Persistence;

/// <summary>Configuration section <c>DataProtection</c>. Without certificates the keys lie readable in the database, which must then be guarded like a password.</summary>
public sealed class KeyProtectionOptions
{
    public const string Section = "DataProtection";

    /// <summary>The first certificate encrypts new keys; the others only open keys that were encrypted before it took over.</summary>
    public IReadOnlyList<KeyCertificate> Certificates { get; init; } = [];
}

/// <summary>A certificate with its private key in a file (PKCS #12, usually <c>.pfx</c> or <c>.p12</c>).</summary>
public sealed class KeyCertificate
{
    public string File { get; init; } = "";

    public string? Password { get; init; }
}

internal static class KeyProtection
{
    /// <summary>The same in every process of an installation: a cookie or link from one is read by the others.</summary>
    private const string ApplicationName = "ReservedProcurement";

    public static void AddKeyProtection(this IServiceCollection services, IConfiguration configuration)
    {
        var protection = services.AddDataProtection().SetApplicationName(ApplicationName);
        services.AddOptions<KeyManagementOptions>().Configure<Database>((options, database) => options.XmlRepository = new DatabaseKeyRepository(database));

        var certificates = (configuration.GetSection(KeyProtectionOptions.Section).Get<KeyProtectionOptions>() ?? new KeyProtectionOptions())
            .Certificates
            .Select(Load)
            .ToArray();
        if (certificates.Length > 0)
        {
            protection.ProtectKeysWithCertificate(certificates[0]).UnprotectKeysWithAnyCertificate(certificates);
        }
    }

    private static X509Certificate2 Load(KeyCertificate certificate)
    {
        try
        {
            var loaded = X509CertificateLoader.LoadPkcs12FromFile(certificate.File, certificate.Password);
            return loaded.HasPrivateKey ? loaded : throw Unusable(certificate);
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Unusable(certificate);
        }
    }

    private static OptionsValidationException Unusable(KeyCertificate certificate) => new(
        KeyProtectionOptions.Section,
        typeof(KeyProtectionOptions),
        [Texts.Sentence(Problem.Of(PersistenceProblems.CertificateUnusable, ProblemKind.Refused, certificate.File))]);
}
