using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Spreadsheets;

namespace ReservedProcurement.Core.Register.Search;

/// <summary>What the list shows, all pages of it, as an Excel file.</summary>
public sealed record ExportSocialEnterprises(FindSocialEnterprises Filter);

/// <summary>
/// One row per enterprise; the columns are those that a file to read in has. What there are several of stands one to a line in its cell:
/// a contact as <c>name | role | e-mail | phone</c>, an area as <c>own words | code, code</c>.
/// </summary>
public sealed class ExportSocialEnterprisesHandler(Database database, SocialEnterpriseFilterValidator validator)
{
    private const string AllSql = "select Id from (" + SocialEnterpriseFilter.Numbered + ") numbered order by RowNumber";
    private const string SheetName = "ASF";
    private const string Between = " | ";

    private static readonly ExcelColumn<SocialEnterprise>[] Columns =
    [
        new("Namn", 34, enterprise => enterprise.Name),
        new("Organisationsnummer", 22, enterprise => enterprise.OrganisationNumber?.ToString()),
        new("Juridisk form", 30, enterprise => enterprise.LegalForm is { } form ? Texts.Name(form) : null),
        new("Kommun", 18, enterprise => enterprise.Municipality?.Name),
        new("Webbplats", 30, enterprise => enterprise.Website),
        new("Beskrivning", 50, enterprise => enterprise.Description),
        new("Kontakter", 50, enterprise => Lines(enterprise.Contacts.Select(contact => Line(contact.Name, contact.Role, contact.Email, contact.Phone)))),
        new("Erbjuder", 50, enterprise => Lines(enterprise.Offers.Select(Area))),
        new("Vill växa inom", 50, enterprise => Lines(enterprise.WantsToGrowInto.Select(Area))),
        new("Det här saknas", 40, enterprise => string.Join(", ", enterprise.MissingFacts.Select(Texts.Name))),
        new("Senast ändrad", 18, enterprise => SwedishTime.DayAndTime(enterprise.UpdatedAt)),
        new("Id", 40, enterprise => enterprise.Id.ToString()),
    ];

    public async Task<Result<ExportedFile>> HandleAsync(Actor actor, ExportSocialEnterprises request, CancellationToken cancellationToken)
    {
        if (!actor.MayAnywhere(Permission.Read))
        {
            return CommonProblems.NotAllowed;
        }

        if (validator.Problem(request.Filter) is { } problem)
        {
            return problem;
        }

        var filter = SocialEnterpriseFilter.Of(request.Filter, actor);
        var enterprises = await database.ReadAsync(
            async session => await SocialEnterpriseRows.LoadAsync(session, await session.QueryAsync<Guid>(AllSql, filter)), cancellationToken);
        var file = ExcelFile.Write(SheetName, Columns, enterprises.Select(filter.ForReader));
        return new ExportedFile($"asf-{SwedishTime.Day(SwedishTime.Today(database.Clock))}.xlsx", ExcelFile.ContentType, file);
    }

    private static string Area(ServiceArea area) => Line(area.Description, string.Join(", ", area.CpvCodes));

    private static string Line(params string?[] parts) => string.Join(Between, parts.Select(part => part?.ReplaceLineEndings(" ").Replace('|', '/'))).TrimEnd(' ', '|');

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
