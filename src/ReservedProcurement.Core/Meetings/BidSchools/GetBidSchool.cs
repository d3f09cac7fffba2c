using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Spreadsheets;

namespace ReservedProcurement.Core.Meetings.BidSchools;

/// <summary>Which enterprises of a programme to show. What is null filters nothing.</summary>
public sealed record ProgressFilter(string? Text = null, BidSchoolNextStep? NextStep = null);

/// <summary>A programme with its modules, how far each enterprise has come, and how many there are at each step.</summary>
public sealed record BidSchoolDetails(BidSchool BidSchool, IReadOnlyList<BidSchoolModule> Modules, IReadOnlyList<EnterpriseProgress> Shown, BidSchoolFigures Figures)
{
    public required bool MayEdit { get; init; }

    /// <summary>Of an enterprise that may not have been reached yet.</summary>
    public EnterpriseProgress ProgressOf(Guid enterpriseId, string name) =>
        Shown.FirstOrDefault(one => one.SocialEnterpriseId == enterpriseId) ?? ProgressRules.Of(enterpriseId, name, Modules, new HashSet<Guid>(), []);
}

/// <summary>A programme as one enterprise stands in it.</summary>
public sealed record EnterpriseBidSchool(BidSchool BidSchool, IReadOnlyList<BidSchoolModule> Modules, EnterpriseProgress Progress);

public sealed class GetBidSchoolHandler(Database database)
{
    private const string SheetName = "Anbudsskola";

    private const string AllSql = BidSchoolRows.Columns + "where @SeesAll = 1 or b.AuthorityId in @AuthorityIds order by b.NameKey, b.Id";

    private const string ReachedSql = """
        select d.BidSchoolId, e.Id as SocialEnterpriseId, e.Name
        from BidSchoolModules d
        join BidSchoolModuleMeetings t on t.ModuleId = d.Id
        join MeetingInvitations i on i.MeetingId = t.MeetingId
        join SocialEnterprises e on e.Id = i.SocialEnterpriseId
        where (@BidSchoolId is null or d.BidSchoolId = @BidSchoolId) and (@SocialEnterpriseId is null or e.Id = @SocialEnterpriseId)
        union
        select s.BidSchoolId, e.Id as SocialEnterpriseId, e.Name
        from BidSchoolSteps s
        join SocialEnterprises e on e.Id = s.SocialEnterpriseId
        where (@BidSchoolId is null or s.BidSchoolId = @BidSchoolId) and (@SocialEnterpriseId is null or e.Id = @SocialEnterpriseId)
        """;

    public async Task<Result<BidSchoolDetails>> HandleAsync(Actor actor, Guid id, ProgressFilter filter, CancellationToken cancellationToken) => await database.ReadAsync<Result<BidSchoolDetails>>(
        async session =>
        {
            var found = await BidSchoolRows.ToReadAsync(session, actor, id);
            if (!found.Succeeded)
            {
                return found.Problem;
            }

            var modules = await BidSchoolRows.ModulesAsync(session, id);
            var progress = (await ProgressAsync(session, modules, id, null)).Select(one => one.Progress).ToList();
            var text = SwedishText.Key(filter.Text);
            var shown = progress.Where(one => (filter.NextStep is null || one.NextStep == filter.NextStep) && SwedishText.Key(one.Name).Contains(text, StringComparison.Ordinal));
            return new BidSchoolDetails(found.Value, modules, [.. shown], ProgressRules.Figures(progress, modules.Count)) { MayEdit = actor.May(Permission.EditProcurements, found.Value.AuthorityId) };
        },
        cancellationToken);

    /// <summary>The programmes of the authorities that the actor may read, in Swedish order, each with its figures.</summary>
    public async Task<Result<IReadOnlyList<BidSchoolDetails>>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.MayAnywhere(Permission.Read))
        {
            return CommonProblems.NotAllowed;
        }

        return await database.ReadAsync(
            async session =>
            {
                var schools = await SchoolsAsync(session, actor);
                var modules = await BidSchoolRows.ModulesAsync(session, null);
                var progress = (await ProgressAsync(session, modules, null, null)).ToLookup(one => one.BidSchoolId, one => one.Progress);
                return Result<IReadOnlyList<BidSchoolDetails>>.Of([.. schools.Select(school =>
                {
                    List<BidSchoolModule> own = [.. modules.Where(module => module.BidSchoolId == school.Id)];
                    List<EnterpriseProgress> all = [.. progress[school.Id]];
                    return new BidSchoolDetails(school, own, all, ProgressRules.Figures(all, own.Count)) { MayEdit = actor.May(Permission.EditProcurements, school.AuthorityId) };
                })]);
            },
            cancellationToken);
    }

    /// <summary>Where one enterprise stands in the programmes that the actor may read.</summary>
    public Task<IReadOnlyList<EnterpriseBidSchool>> OfEnterpriseAsync(Actor actor, Guid enterpriseId, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<EnterpriseBidSchool>>(
        async session =>
        {
            var schools = (await SchoolsAsync(session, actor)).ToDictionary(school => school.Id);
            var modules = await BidSchoolRows.ModulesAsync(session, null);
            return
            [
                .. (await ProgressAsync(session, modules, null, enterpriseId))
                    .Where(one => schools.ContainsKey(one.BidSchoolId))
                    .Select(one => new EnterpriseBidSchool(schools[one.BidSchoolId], [.. modules.Where(module => module.BidSchoolId == one.BidSchoolId)], one.Progress))
                    .OrderBy(one => one.BidSchool.Name, SwedishText.Comparer),
            ];
        },
        cancellationToken);

    /// <summary>The enterprises and their modules and steps as an Excel file.</summary>
    public async Task<Result<ExportedFile>> ExportAsync(Actor actor, Guid id, ProgressFilter filter, CancellationToken cancellationToken)
    {
        var found = await HandleAsync(actor, id, filter, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Problem;
        }

        ExcelColumn<EnterpriseProgress>[] columns =
        [
            new("Företag", 34, one => one.Name),
            .. found.Value.Modules.Select(module => new ExcelColumn<EnterpriseProgress>($"{module.Position}. {module.Title}", 20, one => one.Attended.Contains(module.Id) ? "Deltagit" : null)),
            .. Enum.GetValues<BidSchoolStep>().SelectMany(step => new ExcelColumn<EnterpriseProgress>[]
            {
                new(Texts.Name(step), 18, one => one.Of(step) is { } noted ? SwedishTime.Day(noted.TakenOn) : null),
                new($"{Texts.Name(step)}: källa", 34, one => one.Of(step)?.Source),
            }),
            new("Nästa steg", 24, one => Texts.Name(one.NextStep)),
            new("Nästa del", 30, one => one.NextModule?.Title),
            new("Id", 40, one => one.SocialEnterpriseId),
        ];
        return new ExportedFile($"anbudsskola-{SwedishTime.Day(SwedishTime.Today(database.Clock))}.xlsx", ExcelFile.ContentType, ExcelFile.Write(SheetName, columns, found.Value.Shown));
    }

    private static Task<IReadOnlyList<BidSchool>> SchoolsAsync(SqlSession session, Actor actor) =>
        session.QueryAsync<BidSchool>(AllSql, new { SeesAll = actor.IsInstallationAdministrator, AuthorityIds = AuthorityIds.Of(actor) });

    private async Task<IEnumerable<(Guid BidSchoolId, EnterpriseProgress Progress)>> ProgressAsync(SqlSession session, IReadOnlyList<BidSchoolModule> modules, Guid? bidSchoolId, Guid? enterpriseId)
    {
        var key = new { BidSchoolId = bidSchoolId, SocialEnterpriseId = enterpriseId, Now = database.Clock.GetUtcNow() };
        var attended = (await session.QueryAsync<Attendance.Row>(Attendance.AttendedSql, key)).ToLookup(row => (row.BidSchoolId, row.SocialEnterpriseId), row => row.ModuleId);
        var steps = (await session.QueryAsync<NotedStep>(BidSchoolRows.StepsSql, key)).ToLookup(step => (step.BidSchoolId, step.SocialEnterpriseId));
        return (await session.QueryAsync<ReachedRow>(ReachedSql, key))
            .OrderBy(row => row.Name, SwedishText.Comparer)
            .Select(row => (row.BidSchoolId, ProgressRules.Of(
                row.SocialEnterpriseId,
                row.Name,
                [.. modules.Where(module => module.BidSchoolId == row.BidSchoolId)],
                attended[(row.BidSchoolId, row.SocialEnterpriseId)].ToHashSet(),
                [.. steps[(row.BidSchoolId, row.SocialEnterpriseId)]])))
            .ToList();
    }

    private sealed record ReachedRow
    {
        public required Guid BidSchoolId { get; init; }
        public required Guid SocialEnterpriseId { get; init; }
        public required string Name { get; init; }
    }
}
