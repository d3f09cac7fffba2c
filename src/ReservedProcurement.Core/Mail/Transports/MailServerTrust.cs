using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ReservedProcurement.Core.Mail.Transports;

/// <summary>
/// Accepts a mail server whose certificate was issued by the organisation's own authority. The name must still be the server's, and the certificate valid:
/// the file adds an issuer for this one connection and takes no check away.
/// </summary>
internal sealed class MailServerTrust(string file, bool checkRevocation)
{
    private readonly X509Certificate2Collection _issuers = Read(file);

    public static bool CanRead(string file)
    {
        try
        {
            return Read(file).Count > 0;
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public bool Accepts(X509Certificate? certificate, SslPolicyErrors errors)
    {
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || certificate is not X509Certificate2 ofServer)
        {
            return errors == SslPolicyErrors.None;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_issuers);
        chain.ChainPolicy.RevocationMode = checkRevocation ? X509RevocationMode.Online : X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.1"));
        return chain.Build(ofServer);
    }

    private static X509Certificate2Collection Read(string file)
    {
        var issuers = new X509Certificate2Collection();
        issuers.ImportFromPemFile(file);
        return issuers;
    }
}
