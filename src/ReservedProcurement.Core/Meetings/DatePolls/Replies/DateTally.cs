namespace ReservedProcurement.Core.Meetings.DatePolls.Replies;

/// <summary>How one day stands.</summary>
public sealed record DateStanding(Proposal Proposal, int Fits, int IfNeeded, int DoesNotFit)
{
    /// <summary>Those who can come, gladly or if needed.</summary>
    public int Can => Fits + IfNeeded;
}

/// <summary>The days with their sums, and which is best.</summary>
/// <param name="Standings">In order of time.</param>
/// <param name="BestId">Null while nobody can come on any of them.</param>
public sealed record DateTally(IReadOnlyList<DateStanding> Standings, Guid? BestId)
{
    /// <summary>
    /// The best day is the one when most can come, since a meeting is for reaching all. Of equals it is the one that suits most without more ado, and then the earliest.
    /// </summary>
    /// <param name="proposals">The days.</param>
    /// <param name="replies">What holds of each party that has answered, by proposal.</param>
    public static DateTally Of(IEnumerable<Proposal> proposals, IReadOnlyCollection<IReadOnlyDictionary<Guid, DateChoice>> replies)
    {
        List<DateStanding> standings = [.. proposals
            .OrderBy(proposal => proposal.StartsAt).ThenBy(proposal => proposal.EndsAt)
            .Select(proposal => new DateStanding(proposal, Count(proposal, DateChoice.Fits), Count(proposal, DateChoice.IfNeeded), Count(proposal, DateChoice.DoesNotFit)))];
        var best = standings.Where(standing => standing.Can > 0).OrderByDescending(standing => standing.Can).ThenByDescending(standing => standing.Fits).FirstOrDefault();
        return new DateTally(standings, best?.Proposal.Id);

        int Count(Proposal proposal, DateChoice choice) => replies.Count(reply => reply.TryGetValue(proposal.Id, out var said) && said == choice);
    }
}
