using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.BidSchools;

public sealed record SaveModule : ModuleContent
{
    public SaveModule()
    {
    }

    public SaveModule(ModuleContent content)
        : base(content)
    {
    }

    public required Guid BidSchoolId { get; init; }

    /// <summary>The programme's version.</summary>
    public required int Version { get; init; }

    /// <summary>Null for a new one.</summary>
    public Guid? ModuleId { get; init; }
}

/// <param name="BidSchoolId">The programme.</param>
/// <param name="Version">The programme's version.</param>
/// <param name="ModuleId">The module.</param>
public sealed record RemoveModule(Guid BidSchoolId, int Version, Guid ModuleId);

/// <summary>Adds, changes and removes modules. The others make room: places are always 1, 2, 3 and so on.</summary>
public sealed class SaveModuleHandler(Database database, ModuleValidator validator)
{
    private const string InsertSql = "insert into BidSchoolModules (Id, BidSchoolId, Position, Title, Learns) values (@Id, @BidSchoolId, @Position, @Title, @Learns)";

    private const string UpdateSql = "update BidSchoolModules set Title = @Title, Learns = @Learns where Id = @Id";

    private const string PlaceSql = "update BidSchoolModules set Position = @Position where Id = @Id";

    private const string RemoveMeetingsSql = "delete from BidSchoolModuleMeetings where ModuleId = @ModuleId";

    private const string AddMeetingSql = "insert into BidSchoolModuleMeetings (ModuleId, MeetingId) values (@ModuleId, @MeetingId)";

    private const string RemoveSql = "delete from BidSchoolModules where Id = @ModuleId";

    public async Task<Result<BidSchoolSaved>> HandleAsync(Actor actor, SaveModule request, CancellationToken cancellationToken)
    {
        if (validator.Problem<ModuleContent>(request) is { } problem)
        {
            return problem;
        }

        return await database.WriteAsync<BidSchoolSaved>(
            actor,
            async write =>
            {
                var loaded = await BidSchoolRows.ToChangeAsync(write, request.BidSchoolId, request.Version);
                if (!loaded.Succeeded)
                {
                    return loaded.Problem;
                }

                var school = loaded.Value;
                var modules = await BidSchoolRows.ModulesAsync(write, school.Id);
                var before = modules.FirstOrDefault(module => module.Id == request.ModuleId);
                if (request.ModuleId is not null && before is null)
                {
                    return CommonProblems.NoSuchRecord;
                }

                if (before is null && modules.Count >= ModuleValidator.MostModules)
                {
                    return Problem.Of(BidSchoolProblems.TooManyModules, ProblemKind.Refused, ModuleValidator.MostModules);
                }

                var id = before?.Id ?? write.NewId();
                var row = new { Id = id, BidSchoolId = school.Id, Position = modules.Count + 1, Title = request.Title.Trim(), Learns = InputText.Tidy(request.Learns) };
                if (before is null)
                {
                    await write.ExecuteAsync(InsertSql, row);
                }
                else
                {
                    await write.ExecuteAsync(UpdateSql, row);
                }

                if (await TieAsync(write, school.AuthorityId, id, request.MeetingIds) is { } unknown)
                {
                    return unknown;
                }

                var order = modules.Select(module => module.Id).Where(module => module != id).ToList();
                var place = Math.Clamp((request.Position ?? before?.Position ?? order.Count + 1) - 1, 0, order.Count);
                order.Insert(place, id);
                await PlaceAsync(write, order);
                var was = before is null ? null : new { before.Title, before.Learns, before.Position, Meetings = before.Meetings.Count };
                var now = new { row.Title, row.Learns, Position = place + 1, Meetings = request.MeetingIds.Distinct().Count() };
                var sameMeetings = before is not null && before.Meetings.Select(meeting => meeting.MeetingId).ToHashSet().SetEquals(request.MeetingIds);
                var version = await write.AuditAsync(AuditSubject.BidSchool, school.Id, school.Version, before is null ? "module-added" : "module-changed", sameMeetings ? was : null, now);
                return new BidSchoolSaved(school.Id, version);
            },
            cancellationToken);
    }

    public async Task<Result<BidSchoolSaved>> RemoveAsync(Actor actor, RemoveModule request, CancellationToken cancellationToken) => await database.WriteAsync<BidSchoolSaved>(
        actor,
        async write =>
        {
            var loaded = await BidSchoolRows.ToChangeAsync(write, request.BidSchoolId, request.Version);
            if (!loaded.Succeeded)
            {
                return loaded.Problem;
            }

            var modules = await BidSchoolRows.ModulesAsync(write, request.BidSchoolId);
            if (modules.FirstOrDefault(module => module.Id == request.ModuleId) is not { } removed)
            {
                return CommonProblems.NoSuchRecord;
            }

            await write.ExecuteAsync(RemoveMeetingsSql, new { request.ModuleId });
            await write.ExecuteAsync(RemoveSql, new { request.ModuleId });
            await PlaceAsync(write, [.. modules.Where(module => module.Id != request.ModuleId).Select(module => module.Id)]);
            await write.AuditAsync(AuditSubject.BidSchool, request.BidSchoolId, loaded.Value.Version, "module-removed", new { removed.Title, removed.Learns }, null);
            return new BidSchoolSaved(request.BidSchoolId, loaded.Value.Version);
        },
        cancellationToken);

    private static async Task<Problem?> TieAsync(WriteTransaction write, Guid authorityId, Guid moduleId, IReadOnlyList<Guid> meetingIds)
    {
        await write.ExecuteAsync(RemoveMeetingsSql, new { ModuleId = moduleId });
        foreach (var meeting in meetingIds.Distinct())
        {
            if (await MeetingRows.ByIdAsync(write, meeting) is not { } found || found.AuthorityId != authorityId)
            {
                return Problem.OnField(nameof(ModuleContent.MeetingIds), BidSchoolProblems.UnknownMeeting);
            }

            await write.ExecuteAsync(AddMeetingSql, new { ModuleId = moduleId, MeetingId = meeting });
        }

        return null;
    }

    private static async Task PlaceAsync(WriteTransaction write, IReadOnlyList<Guid> order)
    {
        foreach (var (index, id) in order.Index())
        {
            await write.ExecuteAsync(PlaceSql, new { Id = id, Position = index + 1 });
        }
    }
}
