using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Groups;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Meetings.Kinds;
using static ReservedProcurement.Web.Demo.DemoAccounts;

namespace ReservedProcurement.Web.Demo;

/// <summary>An own kind of meeting, a group of parties, a meeting about several services, and another unit's meeting at the same time.</summary>
public sealed class DemoMeetingPlanning(
    AddOwnKindHandler addKind,
    AddGroupHandler addGroup,
    CreateMeetingHandler create,
    TimeProvider clock)
{
    public async Task FillAsync(Actor actor, Guid authorityId, Guid unitId, Guid otherUnitId, CancellationToken cancellationToken)
    {
        var kind = Expect(await addKind.HandleAsync(Actor.System, new AddOwnKind(authorityId, "Rundabordssamtal"), cancellationToken));
        Expect(await addGroup.HandleAsync(
            actor,
            new AddGroup(authorityId, new PartyGroupContent("Stödorganisationer",
            [
                new OtherParty("Stöd för kooperativ i Exempelstad", "Kontakt Påhittad", "kontakt@kooperativstod.example"),
                new OtherParty("Påhittade folkhögskolan", null, "info@folkhogskolan.example"),
                new OtherParty("Exempelbygdens samordningsförbund", "Kontakt Uppdiktad", "kontakt@samordning.example"),
            ])),
            cancellationToken));
        var meeting = Meeting("Rundabordssamtal om tvätt och textil", "9:30", "11:00", "Kulturhuset, Exempelstad") with
        {
            OwnKindId = kind.Id,
            UnitId = unitId,
            CpvCodes = ["98310000", "50830000"],
        };
        Expect(await create.HandleAsync(actor, new CreateMeeting(meeting) { AuthorityId = authorityId }, cancellationToken));
        var other = Meeting("Informationsträff om köp av arbetskläder", "10:00", "12:00", "Tekniska förvaltningen, Exempelstad") with { UnitId = otherUnitId };
        Expect(await create.HandleAsync(actor, new CreateMeeting(other) { AuthorityId = authorityId }, cancellationToken));
    }

    private MeetingContent Meeting(string title, string from, string to, string place) => new()
    {
        MeetingKind = MeetingKind.InformationMeeting,
        Title = title,
        Date = NextThursday(),
        StartTime = from,
        EndTime = to,
        Place = place,
        OrganiserName = "Ulla Upphandlare",
        OrganiserEmail = $"upphandlare{Domain}",
    };

    private DateOnly NextThursday()
    {
        var day = SwedishTime.Today(clock).AddDays(14);
        return day.AddDays(DayOfWeek.Thursday - day.DayOfWeek);
    }
}
