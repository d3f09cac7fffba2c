using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Documents.Templates;

/// <param name="AuthorityId">Whose template.</param>
/// <param name="Key">Which template.</param>
/// <param name="Number">The version to use from now on; 0 for the shipped one.</param>
/// <param name="Version">The template's version that the choice was made from.</param>
public sealed record ActivateTemplate(Guid AuthorityId, string Key, int Number, int Version);

/// <summary>Chooses which version of a template new documents are written from. Going back is the same as going forward.</summary>
public sealed class ActivateTemplateHandler(Database database, DocumentTemplates templates)
{
    private const string ActivateSql = """
        update AuthorityTemplates set ActiveNumber = @Number, ActiveSince = @At, ActiveByName = @ByName, Version = Version + 1
        where Id = @Id and Version = @Version
        """;

    public async Task<Result<int>> HandleAsync(Actor actor, ActivateTemplate request, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Read, request.AuthorityId) || ShippedTemplates.Find(request.Key) is not { } shipped)
        {
            return CommonProblems.NoSuchRecord;
        }

        return actor.May(Permission.Administer, request.AuthorityId)
            ? await database.WriteAsync<int>(actor, write => ActivateAsync(write, request, shipped), cancellationToken)
            : CommonProblems.NotAllowed;
    }

    private async Task<Result<int>> ActivateAsync(WriteTransaction write, ActivateTemplate request, ShippedTemplate shipped)
    {
        var state = await write.SingleOrDefaultAsync<TemplateStateRow>(GetTemplateHandler.StateSql, new { request.AuthorityId, request.Key });
        var chosen = await templates.FindAsync(write, request.AuthorityId, shipped, request.Number);
        if (chosen is null)
        {
            return CommonProblems.NoSuchRecord;
        }

        if (state is null)
        {
            // The shipped one is in use already, and nobody has done anything that could be written down.
            return 0;
        }

        if (!chosen.Checked.Fits)
        {
            return TemplateProblems.DoesNotFitAnyLonger(chosen.Checked.Faults[0].Message);
        }

        if (await write.ExecuteAsync(ActivateSql, new { state.Id, request.Version, request.Number, At = write.Now, ByName = write.Actor.Name }) == 0)
        {
            return await write.StaleAsync(AuditSubject.Template, state.Id, request.Version);
        }

        var before = await templates.FindAsync(write, request.AuthorityId, shipped, state.ActiveNumber);
        return await write.AuditAsync(
            AuditSubject.Template,
            state.Id,
            request.Version + 1,
            "template-activated",
            new { ActiveVersion = before?.Version.Name },
            new { ActiveVersion = chosen.Version.Name });
    }
}
