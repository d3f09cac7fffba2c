using System.Security.Cryptography;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.EqualInformation;

/// <summary>
/// The addresses of the public pages, one for a meeting and one for a procurement. They stand in mails and printed documents for years,
/// so they are kept codes that nobody can guess, and not signed ones that end when a key does.
/// </summary>
internal static class InformationPages
{
    public const string Path = "/dialog";

    private const int CodeBytes = 20;

    private const string OfSubjectSql = "select Code from InformationPages where SubjectId = @SubjectId";

    private const string InsertSql = "insert into InformationPages (Code, SubjectId, MeetingId, ProcurementId, CreatedAt) values (@Code, @SubjectId, @MeetingId, @ProcurementId, @CreatedAt)";

    public static Task<string?> FindAsync(SqlSession session, Guid subjectId) => session.SingleOrDefaultAsync<string>(OfSubjectSql, new { SubjectId = subjectId });

    public static Task<string> OfMeetingAsync(WriteTransaction write, Guid meetingId) => FindOrAddAsync(write, meetingId, meetingId, null);

    public static Task<string> OfProcurementAsync(WriteTransaction write, Guid procurementId) => FindOrAddAsync(write, procurementId, null, procurementId);

    private static async Task<string> FindOrAddAsync(WriteTransaction write, Guid subjectId, Guid? meetingId, Guid? procurementId)
    {
        if (await FindAsync(write, subjectId) is { } known)
        {
            return known;
        }

        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(CodeBytes));
        await write.ExecuteAsync(InsertSql, new { Code = code, SubjectId = subjectId, MeetingId = meetingId, ProcurementId = procurementId, CreatedAt = write.Now });
        return code;
    }
}
