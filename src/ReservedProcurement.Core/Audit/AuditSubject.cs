namespace ReservedProcurement.Core.Audit;

/// <summary>The kinds of record that have a history.</summary>
public enum AuditSubject
{
    Authority,
    Unit,
    User,
    AccessToken,
    SocialEnterprise,
    Procurement,
    GeneratedDocument,
    Meeting,
    OutboxMessage,
    DatedValue,
    Template,
    MeetingKind,
    CalendarFeed,
    PartyGroup,
    DatePoll,
    MeetingSeries,
    BidSchool,
}
