using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.Core.Register;

namespace ReservedProcurement.Core.Meetings.Subjects;

/// <summary>Which enterprises of the register offer, or want to grow into, what a meeting is about.</summary>
internal static class MatchingEnterprises
{
    /// <summary>The meeting's own codes, those of its lots, and those of all lots of a procurement none of whose lots was chosen.</summary>
    private const string MeetingCodesSql = """
        select c.Code from MeetingCpvCodes c where c.MeetingId = @MeetingId
        union
        select c.Code from LotCpvCodes c join MeetingLots x on x.LotId = c.LotId where x.MeetingId = @MeetingId
        union
        select c.Code
        from LotCpvCodes c
        join Lots l on l.Id = c.LotId
        join Meetings m on m.Id = @MeetingId
        where (l.ProcurementId = m.ProcurementId or exists (select 1 from MeetingProcurements p where p.MeetingId = m.Id and p.ProcurementId = l.ProcurementId))
            and not exists (select 1 from MeetingLots x join Lots o on o.Id = x.LotId where x.MeetingId = m.Id and o.ProcurementId = l.ProcurementId)
        """;

    private const string EnterpriseCodesSql = """
        select a.SocialEnterpriseId, c.Code
        from ServiceAreas a
        join ServiceAreaCpvCodes c on c.ServiceAreaId = a.Id
        where @Kind is null or a.Kind = @Kind
        """;

    /// <summary>The codes that the meeting is about, each once, in code order.</summary>
    public static async Task<IReadOnlyList<CpvCode>> CodesAsync(SqlSession session, Guid meetingId) =>
        [.. (await session.QueryAsync<string>(MeetingCodesSql, new { MeetingId = meetingId })).Select(CpvCode.Parse).Order()];

    public static async Task<IReadOnlySet<Guid>> ToMeetingAsync(SqlSession session, IReadOnlyList<CpvCode> wanted, ServiceAreaKind? kind)
    {
        var rows = await session.QueryAsync<CodeRow>(EnterpriseCodesSql, new { Kind = kind?.ToString() });
        return rows.Where(row => IsMet(wanted, CpvCode.Parse(row.Code))).Select(row => row.SocialEnterpriseId).ToHashSet();
    }

    /// <summary>A broader area holds a narrower one, whichever of the two says more precisely what it means.</summary>
    internal static bool IsMet(IReadOnlyList<CpvCode> wanted, CpvCode area) => wanted.Any(code => code == area || code.IsAncestorOf(area) || area.IsAncestorOf(code));

    private sealed record CodeRow
    {
        public required Guid SocialEnterpriseId { get; init; }
        public required string Code { get; init; }
    }
}
