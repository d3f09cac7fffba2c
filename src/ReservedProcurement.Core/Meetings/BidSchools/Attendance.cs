namespace ReservedProcurement.Core.Meetings.BidSchools;

/// <summary>
/// Who has attended which module: the one place that says what it is to have attended, for the matrix, the sums and the register alike.
/// It is to have been noted as present at a meeting that is over and was not cancelled; where nobody has noted who came, to have answered yes, last of all.
/// </summary>
internal static class Attendance
{
    public const string AttendedSql = """
        select d.BidSchoolId, d.Id as ModuleId, c.SocialEnterpriseId
        from BidSchoolModules d
        join BidSchoolModuleMeetings t on t.ModuleId = d.Id
        join Meetings m on m.Id = t.MeetingId and m.CancelledAt is null and m.EndsAt <= @Now
        join MeetingAttendances c on c.MeetingId = m.Id and c.SocialEnterpriseId is not null
        where (@BidSchoolId is null or d.BidSchoolId = @BidSchoolId) and (@SocialEnterpriseId is null or c.SocialEnterpriseId = @SocialEnterpriseId)
        union
        select d.BidSchoolId, d.Id, i.SocialEnterpriseId
        from BidSchoolModules d
        join BidSchoolModuleMeetings t on t.ModuleId = d.Id
        join Meetings m on m.Id = t.MeetingId and m.CancelledAt is null and m.EndsAt <= @Now
        join MeetingInvitations i on i.MeetingId = m.Id and i.SocialEnterpriseId is not null
        join (select InvitationId, Answer, row_number() over (partition by InvitationId order by AnsweredAt desc, Id desc) as Latest from MeetingAnswers) s
            on s.InvitationId = i.Id and s.Latest = 1 and s.Answer = 'Yes'
        where not exists (select 1 from MeetingAttendances n where n.MeetingId = m.Id)
            and (@BidSchoolId is null or d.BidSchoolId = @BidSchoolId) and (@SocialEnterpriseId is null or i.SocialEnterpriseId = @SocialEnterpriseId)
        """;

    public sealed record Row
    {
        public required Guid BidSchoolId { get; init; }
        public required Guid ModuleId { get; init; }
        public required Guid SocialEnterpriseId { get; init; }
    }
}
