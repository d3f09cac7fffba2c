using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.DatePolls.Replies;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Spreadsheets;

namespace ReservedProcurement.Core.Meetings.DatePolls;

/// <summary>A poll with everybody asked and how the days stand.</summary>
public sealed record DatePollDetails(DatePoll Poll, DatePollState State, IReadOnlyList<DatePollParty> Parties, DateTally Tally)
{
    public required bool MayEdit { get; init; }

    /// <summary>The meeting that it led to, if it has.</summary>
    public Meeting? Meeting { get; init; }

    public int Answered => Parties.Count(party => party.ReplyId is not null);
}

public sealed class GetDatePollHandler(Database database)
{
    private const string SheetName = "Datumförfrågan";

    public async Task<Result<DatePollDetails>> HandleAsync(Actor actor, Guid id, CancellationToken cancellationToken) => await database.ReadAsync<Result<DatePollDetails>>(
        async session =>
        {
            var found = await DatePollRows.ToReadAsync(session, actor, id);
            if (!found.Succeeded)
            {
                return found.Problem;
            }

            var poll = found.Value;
            var parties = await DatePollPartyRows.OfPollAsync(session, id);
            var tally = DateTally.Of(await DatePollRows.ProposalsAsync(session, id), [.. parties.Where(party => party.ReplyId is not null).Select(party => party.Choices)]);
            return new DatePollDetails(poll, poll.State(database.Clock), parties, tally)
            {
                MayEdit = actor.May(Permission.EditProcurements, poll.AuthorityId),
                Meeting = poll.MeetingId is { } meeting ? await MeetingRows.ByIdAsync(session, meeting) : null,
            };
        },
        cancellationToken);

    /// <summary>The parties and their answers to each day as an Excel file.</summary>
    public async Task<Result<ExportedFile>> ExportAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        var found = await HandleAsync(actor, id, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Problem;
        }

        ExcelColumn<DatePollParty>[] columns =
        [
            new("Tillfrågad", 34, party => party.PartyName),
            new("Mottagare", 26, party => party.RecipientName),
            new("E-post", 34, party => party.Email),
            .. found.Value.Tally.Standings.Select(standing => new ExcelColumn<DatePollParty>(
                $"{SwedishTime.DayAndTime(standing.Proposal.StartsAt)}–{SwedishTime.DayAndTime(standing.Proposal.EndsAt)[^5..]}",
                24,
                party => party.Choices.TryGetValue(standing.Proposal.Id, out var choice) ? Texts.Name(choice) : null)),
            new("Meddelande", 40, party => party.Comment),
            new("Svarade", 18, party => party.AnsweredAt is { } at ? SwedishTime.DayAndTime(at) : null),
            new("Svaret kom", 24, party => party.Source is { } source ? Texts.Name(source) : null),
            new("Mejlets läge", 20, party => Texts.Name(party.MailState)),
            new("Id", 40, party => party.Id),
        ];
        return new ExportedFile($"datumforfragan-{SwedishTime.Day(SwedishTime.Today(database.Clock))}.xlsx", ExcelFile.ContentType, ExcelFile.Write(SheetName, columns, found.Value.Parties));
    }
}
