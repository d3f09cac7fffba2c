using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Invitations;

/// <summary>Parties outside the register as people write them, one to a line: <c>name; receiver; e-mail</c>, the receiver left out or not.</summary>
public static class OtherPartyLines
{
    private const int WithoutReceiver = 2;
    private const int WithReceiver = 3;

    public static Result<IReadOnlyList<OtherParty>> Read(string? text)
    {
        List<OtherParty> parties = [];
        foreach (var (index, line) in (text ?? "").ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var parts = line.Split(';', StringSplitOptions.TrimEntries);
            if (parts.Length is not (WithoutReceiver or WithReceiver) || parts[0].Length == 0 || !parts[^1].Contains('@', StringComparison.Ordinal))
            {
                return Problem.OnField(nameof(InviteToMeeting.Others), MeetingProblems.WrongLine, index + 1);
            }

            parties.Add(new OtherParty(parts[0], parts.Length == WithReceiver && parts[1].Length > 0 ? parts[1] : null, parts[^1]));
        }

        return parties;
    }

    /// <summary>As <see cref="Read"/> reads them. A semicolon within a name is written as a comma.</summary>
    public static string Write(IEnumerable<OtherParty> parties) => string.Join("\n", parties.Select(party =>
        string.Join("; ", new[] { party.Name, party.RecipientName, party.Email }.OfType<string>().Select(part => part.Replace(';', ',')))));
}
