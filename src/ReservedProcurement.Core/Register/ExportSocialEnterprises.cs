using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Register;

/// <summary>What the list shows, all pages of it, as an Excel file.</summary>
public sealed record ExportSocialEnterprises(FindSocialEnterprises Filter);

public sealed record ExportedFile(string FileName, string ContentType, byte[] Content);

/// <summary>
/// One row per enterprise; the columns are those that a file to read in has. What there are several of stands one to a line in its cell:
/// a contact as <c>name | role | e-mail | phone</c>, an area as <c>own words | code, code</c>.
/// </summary>
public sealed class ExportSocialEnterprisesHandler(Database database, SocialEnterpriseFilterValidator validator)
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string AllSql = "select Id from (" + SocialEnterpriseFilter.Numbered + ") numbered order by RowNumber";
    private const string SheetName = "ASF";
    private const string Between = " | ";

    private static readonly (string Heading, double Width, Func<SocialEnterprise, object?> Value)[] Columns =
    [
        ("Namn", 34, enterprise => enterprise.Name),
        ("Organisationsnummer", 22, enterprise => enterprise.OrganisationNumber?.ToString()),
        ("Juridisk form", 30, enterprise => enterprise.LegalForm is { } form ? Texts.Name(form) : null),
        ("Kommun", 18, enterprise => enterprise.Municipality?.Name),
        ("Webbplats", 30, enterprise => enterprise.Website),
        ("Beskrivning", 50, enterprise => enterprise.Description),
        ("Kontakter", 50, enterprise => Lines(enterprise.Contacts.Select(contact => Line(contact.Name, contact.Role, contact.Email, contact.Phone)))),
        ("Erbjuder", 50, enterprise => Lines(enterprise.Offers.Select(Area))),
        ("Vill växa inom", 50, enterprise => Lines(enterprise.WantsToGrowInto.Select(Area))),
        ("Det här saknas", 40, enterprise => string.Join(", ", enterprise.MissingFacts.Select(Texts.Name))),
        ("Senast ändrad", 18, enterprise => SwedishTime.DayAndTime(enterprise.UpdatedAt)),
        ("Id", 40, enterprise => enterprise.Id.ToString()),
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
        var file = new MemoryStream();
        await file.SaveAsAsync(Rows(enterprises.Select(filter.ForReader)), sheetName: SheetName, configuration: Layout(), cancellationToken: cancellationToken);
        return new ExportedFile($"asf-{SwedishTime.Day(SwedishTime.Today(database.Clock))}.xlsx", ContentType, file.ToArray());
    }

    private static List<Dictionary<string, object?>> Rows(IEnumerable<SocialEnterprise> enterprises)
    {
        var rows = enterprises.Select(enterprise => Columns.ToDictionary(column => column.Heading, column => column.Value(enterprise))).ToList();

        // The library takes the headings from the first row, so an empty list is written as a row of nothing.
        return rows.Count > 0 ? rows : [Columns.ToDictionary(column => column.Heading, _ => (object?)null)];
    }

    private static OpenXmlConfiguration Layout() => new()
    {
        AutoFilter = true,
        FreezeRowCount = 1,
        FastMode = true,
        DynamicColumns = [.. Columns.Select((column, index) => new DynamicExcelColumn(column.Heading) { Index = index, Width = column.Width })],
    };

    private static string Area(ServiceArea area) => Line(area.Description, string.Join(", ", area.CpvCodes));

    private static string Line(params string?[] parts) => string.Join(Between, parts.Select(part => part?.ReplaceLineEndings(" ").Replace('|', '/'))).TrimEnd(' ', '|');

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
