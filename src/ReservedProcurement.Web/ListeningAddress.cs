using ReservedProcurement.Core.Mail;

namespace ReservedProcurement.Web;

/// <summary>Where the program listens, and what links in mail begin with until an installation has set its public address.</summary>
public static class ListeningAddress
{
    public const string Usual = "http://localhost:5080";

    private const string PublicAddressKey = $"{PublicAddressOptions.Section}:{nameof(PublicAddressOptions.PublicAddress)}";

    /// <summary>Somebody who tries the program on another port gets links that lead there. A set address is left as it is.</summary>
    public static void LeadLinksHere(ConfigurationManager configuration)
    {
        var first = configuration[WebHostDefaults.ServerUrlsKey]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
        if (string.IsNullOrEmpty(configuration[PublicAddressKey]) && first is not null
            && Uri.TryCreate(first.Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal), UriKind.Absolute, out var address))
        {
            var host = address.Host is "0.0.0.0" or "[::]" ? "localhost" : address.Host;
            configuration[PublicAddressKey] = $"{address.Scheme}://{host}:{address.Port}";
        }
    }
}
