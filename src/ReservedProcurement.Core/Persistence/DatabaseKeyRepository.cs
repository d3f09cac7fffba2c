using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace ReservedProcurement.Core.Persistence;

/// <summary>Keeps the keys that protect cookies and signed links in the database, so that every process of the installation has the same ones and a restart signs nobody out.</summary>
public sealed class DatabaseKeyRepository(Database database) : IXmlRepository
{
    private const string KeysSql = "select Xml from DataProtectionKeys order by CreatedAt";

    private const string InsertSql = """
        insert into DataProtectionKeys (FriendlyName, Xml, CreatedAt)
        values (@FriendlyName, @Xml, @CreatedAt)
        """;

    // The interface is synchronous; it is called when a process starts and when a key is renewed, never per request.
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var keys = database.ReadAsync(session => session.QueryAsync<string>(KeysSql), CancellationToken.None).GetAwaiter().GetResult();
        return [.. keys.Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        var row = new
        {
            FriendlyName = friendlyName,
            Xml = element.ToString(SaveOptions.DisableFormatting),
            CreatedAt = database.Clock.GetUtcNow(),
        };
        database.ReadAsync(session => session.ExecuteAsync(InsertSql, row), CancellationToken.None).GetAwaiter().GetResult();
    }
}
