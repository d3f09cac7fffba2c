using System.Globalization;
using FluentValidation;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.FollowUp.Defaults;

/// <param name="AuthorityId">The authority.</param>
/// <param name="Version">The authority's version that the change is based on.</param>
/// <param name="Settings">For meetings that have none of their own.</param>
/// <param name="Office">When mails go.</param>
public sealed record ChangeFollowUpDefaults(Guid AuthorityId, int Version, FollowUpSettings Settings, OfficeHours Office);

/// <summary>Changes what an authority's meetings follow. Meetings with settings of their own keep them.</summary>
public sealed class ChangeFollowUpDefaultsHandler(Database database, ChangeFollowUpDefaultsHandler.Validator validator)
{
    private const string NextVersionSql = "update Authorities set Version = Version + 1 where Id = @AuthorityId and Version = @Version";

    public async Task<Result<int>> HandleAsync(Actor actor, ChangeFollowUpDefaults request, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Administer, request.AuthorityId))
        {
            return actor.May(Permission.Read, request.AuthorityId) ? CommonProblems.NotAllowed : CommonProblems.NoSuchRecord;
        }

        if (Check(request) is { } problem)
        {
            return problem;
        }

        return await database.WriteAsync<int>(
            actor,
            async write =>
            {
                if (await GetFollowUpDefaultsHandler.LoadAsync(write, request.AuthorityId) is not { } before)
                {
                    return CommonProblems.NoSuchRecord;
                }

                if (await write.ExecuteAsync(NextVersionSql, new { request.AuthorityId, request.Version }) == 0)
                {
                    return await write.StaleAsync(AuditSubject.Authority, request.AuthorityId, request.Version);
                }

                var (settings, office) = (request.Settings.Tidy(), Tidy(request.Office));
                await FollowUpSettingsRows.SaveUsualAsync(write, request.AuthorityId, settings, office);
                return await write.AuditAsync(
                    AuditSubject.Authority, request.AuthorityId, request.Version + 1, "follow-up-changed", Shown(before.Settings, before.Office), Shown(settings, office));
            },
            cancellationToken);
    }

    private Problem? Check(ChangeFollowUpDefaults request)
    {
        List<FieldProblem> fields = [.. validator.Problem(request)?.Fields ?? []];
        if (FollowUpRules.Periods(request.Office.QuietPeriods).WrongLine is { } line)
        {
            fields.Add(new FieldProblem(nameof(OfficeHours.QuietPeriods), FollowUpProblems.WrongPeriod) { Arguments = [line] });
        }

        if (fields.Count == 0 && FollowUpRules.Time(request.Office.OfficeCloses) <= FollowUpRules.Time(request.Office.OfficeOpens))
        {
            fields.Add(new FieldProblem(nameof(OfficeHours.OfficeCloses), FollowUpProblems.ClosesBeforeItOpens));
        }

        return fields.Count == 0 ? null : new Problem(CommonProblems.Invalid, ProblemKind.Invalid) { Fields = fields };
    }

    private static OfficeHours Tidy(OfficeHours office) => office with
    {
        OfficeOpens = Clock(office.OfficeOpens),
        OfficeCloses = Clock(office.OfficeCloses),
        QuietPeriods = string.Join('\n', FollowUpRules.Periods(office.QuietPeriods).Periods.Select(period =>
            string.Create(CultureInfo.InvariantCulture, $"{period.FirstMonth:00}-{period.FirstDay:00}–{period.LastMonth:00}-{period.LastDay:00}"))),
    };

    private static string Clock(string time) => FollowUpRules.Time(time).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static object Shown(FollowUpSettings settings, OfficeHours office) => new
    {
        settings.SendReminders,
        settings.ReminderDays,
        settings.SendDayBefore,
        settings.SendThanks,
        settings.ThanksAfterDays,
        settings.TellWaitingList,
        office.SendDigest,
        office.OfficeOpens,
        office.OfficeCloses,
        office.QuietPeriods,
    };

    public sealed class Validator : AbstractValidator<ChangeFollowUpDefaults>
    {
        public Validator()
        {
            this.AddSettings(request => request.Settings);
            RuleFor(request => request.Office.OfficeOpens).NotEmpty().Must(time => InputText.TryTime(time, out _)).WithErrorCode(MeetingProblems.WrongTime).OverridePropertyName(nameof(OfficeHours.OfficeOpens));
            RuleFor(request => request.Office.OfficeCloses).NotEmpty().Must(time => InputText.TryTime(time, out _)).WithErrorCode(MeetingProblems.WrongTime).OverridePropertyName(nameof(OfficeHours.OfficeCloses));
            RuleFor(request => request.Office.QuietPeriods).ManyLines(200).OverridePropertyName(nameof(OfficeHours.QuietPeriods));
        }
    }
}
