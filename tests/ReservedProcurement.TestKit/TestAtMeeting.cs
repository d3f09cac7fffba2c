using ReservedProcurement.Core.Meetings.Attendance;
using ReservedProcurement.Core.Meetings.EqualInformation;
using ReservedProcurement.Core.Meetings.Minutes;

namespace ReservedProcurement.TestKit;

/// <summary>What happens at a meeting, made through the product's own handlers.</summary>
public static class TestAtMeeting
{
    /// <summary>Two days after the meeting of <see cref="TestMeetings.Meeting"/>.</summary>
    public static void GoToAfterTheMeeting(this TestInstallation installation) => installation.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));

    public static async Task<Arrival> CheckInAsync(this TestInstallation installation, TestAuthority authority, CheckIn request) =>
        (await installation.Get<CheckInHandler>().HandleAsync(authority.ProcurementOfficer, request, CancellationToken.None)).Must();

    public static async Task<InformationEntry> TellAsync(this TestInstallation installation, TestAuthority authority, Guid meetingId, string information = "Vi köper tio platser.")
    {
        installation.Clock.Advance(TimeSpan.FromMinutes(1));
        return (await installation.Get<AddInformationHandler>().HandleAsync(authority.ProcurementOfficer, new AddInformation { MeetingId = meetingId, Information = information }, CancellationToken.None)).Must();
    }

    public static async Task<InformationPublished> PublishAsync(this TestInstallation installation, TestAuthority authority, Guid meetingId)
    {
        var published = (await installation.Get<PublishInformationHandler>().HandleAsync(authority.ProcurementOfficer, new PublishInformation(meetingId), CancellationToken.None)).Must();
        installation.Clock.Advance(TimeSpan.FromMinutes(1));
        return published;
    }

    public static async Task<MinutesSaved> SaveMinutesAsync(this TestInstallation installation, TestAuthority authority, Guid meetingId, int version = 0, string notes = "Många vill ha mindre delar.") =>
        (await installation.Get<SaveMinutesHandler>().HandleAsync(
            authority.ProcurementOfficer,
            new SaveMinutes { MeetingId = meetingId, Version = version, FromUs = "Upphandlare", Sections = [new MinutesSection("Vad vi ska köpa", notes)], Decisions = ["Köpet delas i tre delar."] },
            CancellationToken.None)).Must();

    public static async Task<PublicInformation> PublicPageAsync(this TestInstallation installation, string code) =>
        (await installation.Get<ReadPublicInformationHandler>().LookAsync(code, CancellationToken.None)).Must();
}
