using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.Core.Register;

namespace ReservedProcurement.Web.Pages.Register;

/// <summary>The form of an enterprise, as posted: it is redisplayed while rows come and go, and saved last.</summary>
public sealed class SocialEnterpriseForm
{
    public string? Name { get; set; }

    public string? OrganisationNumber { get; set; }

    public string? MunicipalityCode { get; set; }

    public string? Website { get; set; }

    public string? Description { get; set; }

    public List<ContactRow> Contacts { get; set; } = [];

    public List<AreaRow> ServiceAreas { get; set; } = [];

    public bool IsAnotherOrganisation { get; set; }

    public int Version { get; set; }

    public static SocialEnterpriseForm Of(SocialEnterprise enterprise)
    {
        var content = SocialEnterpriseContent.Of(enterprise);
        return new SocialEnterpriseForm
        {
            Name = content.Name,
            OrganisationNumber = content.OrganisationNumber,
            MunicipalityCode = content.MunicipalityCode,
            Website = content.Website,
            Description = content.Description,
            Contacts = [.. content.Contacts.Select(contact => new ContactRow { Id = contact.Id, Name = contact.Name, Role = contact.Role, Email = contact.Email, Phone = contact.Phone })],
            ServiceAreas = [.. content.ServiceAreas.Select(area => new AreaRow { Id = area.Id, Kind = area.Kind, Description = area.Description, CpvCodes = [.. area.CpvCodes] })],
            Version = enterprise.Version,
        };
    }

    public SocialEnterpriseContent ToContent() => new()
    {
        Name = Name,
        OrganisationNumber = OrganisationNumber,
        MunicipalityCode = MunicipalityCode,
        Website = Website,
        Description = Description,
        Contacts = [.. Contacts.Select(contact => new ContactContent { Id = contact.Id, Name = contact.Name, Role = contact.Role, Email = contact.Email, Phone = contact.Phone })],
        ServiceAreas = [.. ServiceAreas.Select(area => new ServiceAreaContent { Id = area.Id, Kind = area.Kind, Description = area.Description, CpvCodes = area.CpvCodes })],
        IsAnotherOrganisation = IsAnotherOrganisation,
    };

    /// <summary>New rows in which nothing has been written are no rows.</summary>
    public void DropBlankRows()
    {
        Contacts.RemoveAll(contact => contact.Id is null && contact.IsBlank);
        ServiceAreas.RemoveAll(area => area.Id is null && area.IsBlank);
    }

    /// <summary>The refusal with the fields as this form has them: what is wrong with a code is shown at the area's field for codes.</summary>
    public static Problem AtFields(Problem problem) => problem with
    {
        Fields = [.. problem.Fields.Select(field => field with { Field = CodeFieldOf(field.Field) })],
    };

    private static string CodeFieldOf(string field)
    {
        var at = field.IndexOf($".{nameof(ServiceAreaContent.CpvCodes)}", StringComparison.Ordinal);
        return at < 0 ? field : $"{field[..at]}.{nameof(AreaRow.CodeText)}";
    }
}

public sealed class ContactRow
{
    public Guid? Id { get; set; }

    public string? Name { get; set; }

    public string? Role { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Name + Role + Email + Phone);
}

public sealed class AreaRow
{
    private const int MostFound = 12;
    private static readonly char[] Separators = [' ', ',', ';', '\n', '\r', '\t'];

    public Guid? Id { get; set; }

    public ServiceAreaKind? Kind { get; set; }

    public string? Description { get; set; }

    /// <summary>The codes that are ticked.</summary>
    public List<string> CpvCodes { get; set; } = [];

    /// <summary>Codes or words that somebody has typed: codes are added, words are searched for.</summary>
    public string? CodeText { get; set; }

    /// <summary>What the words were found in; offered to tick.</summary>
    public IReadOnlyList<CpvEntry> Found { get; private set; } = [];

    /// <summary>A code that the words find is ticked, so the words have done their work.</summary>
    public bool HasChosenByWords { get; private set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Description) && CpvCodes.Count == 0 && string.IsNullOrWhiteSpace(CodeText);

    /// <summary>The ticked codes and the found ones, to show as boxes.</summary>
    public IEnumerable<(string Value, string Text, bool IsTicked)> Boxes => CpvCodes
        .Select(code => (code, CpvCode.TryParse(code, out var parsed) ? $"{code} {CpvCatalogue.Swedish.Find(parsed)?.Name}" : code, true))
        .Concat(Found.Select(entry => (entry.Code.ToString(), $"{entry.Code} {entry.Name}", false)));

    /// <summary>Adds the codes that were typed. Words are left in the field and searched for; false when there are any.</summary>
    public bool TakeCodes()
    {
        Found = [];
        if (string.IsNullOrWhiteSpace(CodeText))
        {
            CodeText = null;
            return true;
        }

        var parts = CodeText.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        if (parts.All(part => char.IsAsciiDigit(part[0]) && part.Count(char.IsAsciiDigit) >= CpvCode.Length))
        {
            CpvCodes.AddRange(parts.Where(part => !CpvCodes.Any(code => AreSame(code, part))));
            CodeText = null;
            return true;
        }

        var matches = CpvCatalogue.Swedish.Search(CodeText, MostFound + CpvCodes.Count).ToLookup(entry => CpvCodes.Any(code => AreSame(code, entry.Code.Digits)));
        Found = [.. matches[false].Take(MostFound)];
        HasChosenByWords = matches[true].Any();
        return false;
    }

    private static bool AreSame(string left, string right) =>
        CpvCode.TryParse(left, out var one) && CpvCode.TryParse(right, out var other) ? one == other : left == right;
}
