using ReservedProcurement.Core.Language;

namespace ReservedProcurement.Core.Meetings.DatePolls;

/// <summary>What the history of a poll compares: the fields of the meeting and those of the poll, side by side.</summary>
internal static class DatePollSnapshot
{
    public static IReadOnlyDictionary<string, object?> Of(MeetingContent meeting, DateOnly? answerBy, IEnumerable<(DateTimeOffset StartsAt, DateTimeOffset EndsAt)> times)
    {
        var fields = Audit.AuditTrail.Fields(meeting).ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        fields[nameof(DatePollContent.AnswerBy)] = answerBy;
        fields[nameof(DatePollContent.Proposals)] = times.Order().Select(time => $"{SwedishTime.DayAndTime(time.StartsAt)}–{SwedishTime.DayAndTime(time.EndsAt)[^5..]}").ToList();
        return fields;
    }

    public static IReadOnlyDictionary<string, object?> Of(DatePollContent content) =>
        Of(content.Meeting, content.AnswerBy, content.Proposals.Select(proposal => MeetingRules.Times(content.At(proposal))));

    public static IReadOnlyDictionary<string, object?> Of(DatePoll poll, IEnumerable<Proposal> proposals) =>
        Of(poll.Meeting, poll.AnswerBy, proposals.Select(proposal => (proposal.StartsAt, proposal.EndsAt)));
}
