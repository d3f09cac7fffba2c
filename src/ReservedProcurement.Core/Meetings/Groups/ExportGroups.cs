using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Spreadsheets;

namespace ReservedProcurement.Core.Meetings.Groups;

/// <summary>One group, or all that the search finds, as an Excel file: a row for each party.</summary>
public sealed class ExportGroupsHandler(Database database, FindGroupsHandler find, GetGroupHandler get)
{
    private const string SheetName = "Grupper";

    private static readonly ExcelColumn<(PartyGroup Group, OtherParty Party)>[] Columns =
    [
        new("Grupp", 30, row => row.Group.Name),
        new("Myndighet", 28, row => row.Group.AuthorityName),
        new("Namn", 34, row => row.Party.Name),
        new("Mottagare", 28, row => row.Party.RecipientName),
        new("E-post", 36, row => row.Party.Email),
    ];

    public async Task<Result<ExportedFile>> HandleAsync(Actor actor, string? text, CancellationToken cancellationToken) =>
        (await find.HandleAsync(actor, null, text, cancellationToken)).Map(Write);

    public async Task<Result<ExportedFile>> HandleAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        (await get.HandleAsync(actor, id, cancellationToken)).Map(group => Write([group]));

    private ExportedFile Write(IReadOnlyList<PartyGroup> groups) => new(
        $"grupper-{SwedishTime.Day(SwedishTime.Today(database.Clock))}.xlsx",
        ExcelFile.ContentType,
        ExcelFile.Write(SheetName, Columns, groups.SelectMany(group => group.Members.Select(party => (group, party)))));
}
