using FluentValidation;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.Groups;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Meetings.Invitations;

/// <summary>How a party outside the register stands to the invitation that is about to be sent.</summary>
public enum OtherReceiverState
{
    New,
    AlreadyInvited,

    /// <summary>The same party and address stands earlier in the list; it gets one mail.</summary>
    Twice,
}

/// <param name="Party">Who.</param>
/// <param name="GroupName">The group that it comes from, or null for one written by hand.</param>
/// <param name="State">Whether it gets a mail.</param>
/// <param name="SameAddressAs">Another receiver with the same address under another name, who gets a mail too.</param>
public sealed record OtherReceiver(OtherParty Party, string? GroupName, OtherReceiverState State, string? SameAddressAs);

/// <summary>The parties of chosen groups together with those written by hand.</summary>
public static class OtherReceivers
{
    /// <summary>Two with the same key are the same receiver.</summary>
    public static (string Email, string Party) Key(OtherParty party) => (party.Email.Trim().ToLowerInvariant(), SwedishText.Key(party.Name.Trim()));

    /// <summary>The list to look through before anything is sent.</summary>
    /// <param name="parties">In the order that they were chosen.</param>
    /// <param name="invited">Those invited before, by <see cref="Key"/>.</param>
    /// <param name="enterprises">The enterprises that get the same mail: address and name.</param>
    public static IReadOnlyList<OtherReceiver> Mark(
        IEnumerable<(OtherParty Party, string? Group)> parties, IReadOnlySet<(string Email, string Party)> invited, IEnumerable<(string Email, string Name)> enterprises)
    {
        HashSet<(string, string)> seen = [];
        Dictionary<string, string> byAddress = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (email, name) in enterprises)
        {
            byAddress.TryAdd(email, name);
        }

        List<OtherReceiver> receivers = [];
        foreach (var (party, group) in parties)
        {
            var state = !seen.Add(Key(party)) ? OtherReceiverState.Twice : invited.Contains(Key(party)) ? OtherReceiverState.AlreadyInvited : OtherReceiverState.New;
            var same = state == OtherReceiverState.New && !byAddress.TryAdd(party.Email.Trim(), party.Name.Trim()) ? byAddress[party.Email.Trim()] : null;
            receivers.Add(new OtherReceiver(party, group, state, same));
        }

        return receivers;
    }
}

/// <summary>Reads the chosen groups and marks what would be sent twice.</summary>
public sealed class ReadOtherReceiversHandler(Database database)
{
    private const string InvitedSql = "select EmailKey, PartyKey from MeetingInvitations where MeetingId = @MeetingId";

    public async Task<Result<IReadOnlyList<OtherReceiver>>> HandleAsync(
        Actor actor, Guid meetingId, IReadOnlyList<Guid> groupIds, IReadOnlyList<OtherParty> written, IEnumerable<(string Email, string Name)> enterprises, CancellationToken cancellationToken) =>
        await database.ReadAsync<Result<IReadOnlyList<OtherReceiver>>>(
            async session =>
            {
                var meeting = await LoadMeeting.ToReadAsync(session, actor, meetingId);
                if (!meeting.Succeeded)
                {
                    return meeting.Problem;
                }

                var groups = await GroupsAsync(session, meeting.Value.AuthorityId, groupIds);
                if (!groups.Succeeded)
                {
                    return groups.Problem;
                }

                var invited = (await session.QueryAsync<InvitedRow>(InvitedSql, new { MeetingId = meetingId })).Select(row => (row.EmailKey, row.PartyKey)).ToHashSet();
                var parties = groups.Value.SelectMany(group => group.Members.Select(party => (party, (string?)group.Name))).Concat(written.Select(party => (party, (string?)null)));
                return Result<IReadOnlyList<OtherReceiver>>.Of(OtherReceivers.Mark(parties, invited, enterprises));
            },
            cancellationToken);

    /// <summary>The chosen groups of the meeting's own authority.</summary>
    internal static async Task<Result<IReadOnlyList<PartyGroup>>> GroupsAsync(SqlSession session, Guid authorityId, IReadOnlyList<Guid> ids)
    {
        var own = (await PartyGroupRows.AllAsync(session, authorityId)).ToDictionary(group => group.Id);
        return ids.All(own.ContainsKey)
            ? Result<IReadOnlyList<PartyGroup>>.Of([.. ids.Distinct().Select(id => own[id])])
            : Problem.OnField(nameof(InviteToMeeting.GroupIds), PartyGroupProblems.Unknown);
    }

    private sealed record InvitedRow
    {
        public required string EmailKey { get; init; }
        public required string PartyKey { get; init; }
    }
}

internal sealed class OtherPartyValidator : AbstractValidator<OtherParty>
{
    public OtherPartyValidator()
    {
        RuleFor(party => party.Name).NotEmpty().SingleLine(200).WithoutPersonalNumber();
        RuleFor(party => party.RecipientName).SingleLine(200).WithoutPersonalNumber();
        RuleFor(party => party.Email).NotEmpty().SingleLine(254).Email();
    }
}
