using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.FollowUp;

/// <summary>What an officer has written about material from a meeting.</summary>
internal static class MaterialRows
{
    private const string OfSql = "select Material from MeetingMaterials where MeetingId = @MeetingId";

    private const string RemoveSql = "delete from MeetingMaterials where MeetingId = @MeetingId";

    private const string InsertSql = "insert into MeetingMaterials (MeetingId, Material) values (@MeetingId, @Material)";

    public static Task<string?> OfAsync(SqlSession session, Guid meetingId) => session.SingleOrDefaultAsync<string>(OfSql, new { MeetingId = meetingId });

    public static async Task SaveAsync(WriteTransaction write, Guid meetingId, string? material)
    {
        await write.ExecuteAsync(RemoveSql, new { MeetingId = meetingId });
        if (material is not null)
        {
            await write.ExecuteAsync(InsertSql, new { MeetingId = meetingId, Material = material });
        }
    }
}
