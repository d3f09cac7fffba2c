using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Register;

/// <summary>
/// Writes the contacts and service areas of one enterprise. Rows that stay are updated and keep their ids, since other things may point to them.
/// </summary>
internal static class SocialEnterpriseParts
{
    private const string InsertContactSql = """
        insert into SocialEnterpriseContacts (Id, SocialEnterpriseId, Position, Name, Role, Email, Phone)
        values (@Id, @SocialEnterpriseId, @Position, @Name, @Role, @Email, @Phone)
        """;

    private const string UpdateContactSql = """
        update SocialEnterpriseContacts
        set Position = @Position, Name = @Name, Role = @Role, Email = @Email, Phone = @Phone
        where Id = @Id and SocialEnterpriseId = @SocialEnterpriseId
        """;

    private const string DeleteContactSql = "delete from SocialEnterpriseContacts where Id = @Id and SocialEnterpriseId = @SocialEnterpriseId";

    private const string InsertServiceAreaSql = """
        insert into ServiceAreas (Id, SocialEnterpriseId, Position, Kind, Description)
        values (@Id, @SocialEnterpriseId, @Position, @Kind, @Description)
        """;

    private const string UpdateServiceAreaSql = """
        update ServiceAreas
        set Position = @Position, Kind = @Kind, Description = @Description
        where Id = @Id and SocialEnterpriseId = @SocialEnterpriseId
        """;

    private const string DeleteServiceAreaSql = "delete from ServiceAreas where Id = @Id and SocialEnterpriseId = @SocialEnterpriseId";

    private const string InsertCpvCodeSql = "insert into ServiceAreaCpvCodes (ServiceAreaId, Code, CheckDigit) values (@ServiceAreaId, @Code, @CheckDigit)";

    private const string DeleteCpvCodesSql = "delete from ServiceAreaCpvCodes where ServiceAreaId = @ServiceAreaId";

    /// <summary>The field of a row that claims to be another's, or null when every row is new or belongs to <paramref name="existing"/>.</summary>
    public static Problem? CheckOwnership(SocialEnterpriseContent content, SocialEnterprise? existing)
    {
        var contacts = existing?.Contacts.Select(contact => contact.Id).ToHashSet() ?? [];
        var areas = existing?.ServiceAreas.Select(area => area.Id).ToHashSet() ?? [];
        if (content.Contacts.Any(contact => contact.Id is { } id && !contacts.Contains(id)))
        {
            return Problem.OnField(nameof(content.Contacts), RegisterProblems.UnknownRow);
        }

        return content.ServiceAreas.Any(area => area.Id is { } id && !areas.Contains(id))
            ? Problem.OnField(nameof(content.ServiceAreas), RegisterProblems.UnknownRow)
            : null;
    }

    public static async Task WriteAsync(WriteTransaction write, Guid enterpriseId, SocialEnterpriseContent content, SocialEnterprise? existing)
    {
        await WriteContactsAsync(write, enterpriseId, content.Contacts, existing?.Contacts ?? []);
        await WriteServiceAreasAsync(write, enterpriseId, content.ServiceAreas, existing?.ServiceAreas ?? []);
    }

    public static Task RemoveAllAsync(WriteTransaction write, SocialEnterprise existing) =>
        WriteAsync(write, existing.Id, new SocialEnterpriseContent(), existing);

    private static async Task WriteContactsAsync(WriteTransaction write, Guid enterpriseId, IReadOnlyList<ContactContent> contacts, IReadOnlyList<Contact> existing)
    {
        foreach (var gone in existing.ExceptBy(contacts.Select(contact => contact.Id), contact => (Guid?)contact.Id))
        {
            await write.ExecuteAsync(DeleteContactSql, new { gone.Id, SocialEnterpriseId = enterpriseId });
        }

        foreach (var (position, contact) in contacts.Index())
        {
            var row = new { Id = contact.Id ?? write.NewId(), SocialEnterpriseId = enterpriseId, Position = position, contact.Name, contact.Role, contact.Email, contact.Phone };
            await (contact.Id is null ? write.ExecuteAsync(InsertContactSql, row) : write.ExecuteAsync(UpdateContactSql, row));
        }
    }

    private static async Task WriteServiceAreasAsync(WriteTransaction write, Guid enterpriseId, IReadOnlyList<ServiceAreaContent> areas, IReadOnlyList<ServiceArea> existing)
    {
        foreach (var area in existing)
        {
            await write.ExecuteAsync(DeleteCpvCodesSql, new { ServiceAreaId = area.Id });
        }

        foreach (var gone in existing.ExceptBy(areas.Select(area => area.Id), area => (Guid?)area.Id))
        {
            await write.ExecuteAsync(DeleteServiceAreaSql, new { gone.Id, SocialEnterpriseId = enterpriseId });
        }

        foreach (var (position, area) in areas.Index())
        {
            var row = new { Id = area.Id ?? write.NewId(), SocialEnterpriseId = enterpriseId, Position = position, Kind = area.Kind.ToString(), area.Description };
            await (area.Id is null ? write.ExecuteAsync(InsertServiceAreaSql, row) : write.ExecuteAsync(UpdateServiceAreaSql, row));
            foreach (var input in area.CpvCodes.Select(SocialEnterpriseRules.Input).DistinctBy(input => input.Code))
            {
                await write.ExecuteAsync(InsertCpvCodeSql, new { ServiceAreaId = row.Id, Code = input.Code.Digits, CheckDigit = input.CheckDigit?.ToString() });
            }
        }
    }
}
