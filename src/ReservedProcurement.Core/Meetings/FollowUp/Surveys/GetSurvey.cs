using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Spreadsheets;

namespace ReservedProcurement.Core.Meetings.FollowUp.Surveys;

/// <summary>What those who came thought, without who thought what.</summary>
public sealed record SurveyResult
{
    public required Meeting Meeting { get; init; }

    /// <summary>How many have been sent the questions.</summary>
    public required int Asked { get; init; }
    public required int Answered { get; init; }

    /// <summary>How many of the answers are shown.</summary>
    public required int Shown { get; init; }
    public required DateTimeOffset ClosesAt { get; init; }
    public required bool IsClosed { get; init; }

    /// <summary>How many chose 1, 2, 3, 4 and 5.</summary>
    public required IReadOnlyList<int> Usefulness { get; init; }

    /// <summary>Null while nothing is shown.</summary>
    public double? Average { get; init; }

    /// <summary>In the order of the alphabet, which says nothing of who wrote what.</summary>
    public required IReadOnlyList<string> TakeAways { get; init; }
    public required IReadOnlyList<string> Different { get; init; }
    public required int Invited { get; init; }
    public required bool MayEdit { get; init; }
}

public sealed class GetSurveyHandler(Database database)
{
    private const string SheetName = "Enkät";

    private const string AnswersSql = "select Number, Usefulness, TakeAway, Different from MeetingSurveyAnswers where MeetingId = @MeetingId";

    private const string AskedSql = """
        select count(*) from MeetingMails m join MeetingInvitations i on i.Id = m.InvitationId
        where i.MeetingId = @MeetingId and m.Kind = 'Thanks' and m.SentAt is not null
        """;

    private const string InvitedSql = "select count(*) from MeetingInvitations where MeetingId = @MeetingId";

    private static readonly ExcelColumn<(string Question, string Answer, long? Count)>[] Columns =
        [new("Fråga", 40, row => row.Question), new("Svar", 70, row => row.Answer), new("Antal", 12, row => row.Count)];

    public async Task<Result<SurveyResult>> HandleAsync(Actor actor, Guid meetingId, CancellationToken cancellationToken) => await database.ReadAsync<Result<SurveyResult>>(
        async session =>
        {
            var found = await LoadMeeting.ToReadAsync(session, actor, meetingId);
            if (!found.Succeeded)
            {
                return found.Problem;
            }

            var meeting = found.Value;
            var key = new { MeetingId = meetingId };
            var answers = await session.QueryAsync<AnswerRow>(AnswersSql, key);
            var closesAt = SurveyRules.ClosesAt(meeting);
            var isClosed = closesAt <= database.Clock.GetUtcNow();
            var count = SurveyRules.Shown(answers.Count, isClosed);
            var shown = answers.Where(answer => answer.Number <= count).ToList();
            return new SurveyResult
            {
                Meeting = meeting,
                Asked = await session.SingleAsync<int>(AskedSql, key),
                Answered = answers.Count,
                Shown = shown.Count,
                ClosesAt = closesAt,
                IsClosed = isClosed,
                Usefulness = [.. Enumerable.Range(1, SurveyRules.Highest).Select(value => shown.Count(answer => answer.Usefulness == value))],
                Average = shown.Count == 0 ? null : shown.Average(answer => answer.Usefulness),
                TakeAways = Texted(shown.Select(answer => answer.TakeAway)),
                Different = Texted(shown.Select(answer => answer.Different)),
                Invited = await session.SingleAsync<int>(InvitedSql, key),
                MayEdit = actor.May(Permission.EditProcurements, meeting.AuthorityId),
            };
        },
        cancellationToken);

    /// <summary>What is shown, as an Excel file: no row holds one person's answers together.</summary>
    public async Task<Result<ExportedFile>> ExportAsync(Actor actor, Guid meetingId, CancellationToken cancellationToken)
    {
        var found = await HandleAsync(actor, meetingId, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Problem;
        }

        var survey = found.Value;
        var fields = Texts.Fields;
        List<(string, string, long?)> rows =
        [
            .. survey.Usefulness.Select((count, index) => (fields[nameof(SurveyContent.Usefulness)], $"{index + 1}", (long?)count)),
            .. survey.TakeAways.Select(text => (fields[nameof(SurveyContent.TakeAway)], text, (long?)null)),
            .. survey.Different.Select(text => (fields[nameof(SurveyContent.Different)], text, (long?)null)),
        ];
        return new ExportedFile($"enkat-{SwedishTime.Day(survey.Meeting.Day)}.xlsx", ExcelFile.ContentType, ExcelFile.Write(SheetName, Columns, rows));
    }

    private static IReadOnlyList<string> Texted(IEnumerable<string?> texts) => [.. texts.OfType<string>().OrderBy(SwedishText.Key, StringComparer.Ordinal)];

    private sealed record AnswerRow
    {
        public required int Number { get; init; }
        public required int Usefulness { get; init; }
        public string? TakeAway { get; init; }
        public string? Different { get; init; }
    }
}
