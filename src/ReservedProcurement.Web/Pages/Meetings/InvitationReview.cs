using ReservedProcurement.Core.Meetings.Invitations;

namespace ReservedProcurement.Web.Pages.Meetings;

/// <summary>An enterprise that was passed over, and the reason if one is given.</summary>
public sealed class LeftOutInput
{
    public Guid Id { get; set; }

    public string? Reason { get; set; }
}

/// <param name="Receivers">The enterprises that will get the mail.</param>
/// <param name="Others">The others that were chosen, marked where they would get it twice.</param>
/// <param name="Names">The names of all enterprises.</param>
/// <param name="PassedOver">How many could have been chosen but were not.</param>
/// <param name="AlreadyInvited">How many were invited before.</param>
/// <param name="WithoutAddress">Those that cannot be reached by mail.</param>
/// <param name="Mail">What the mail says.</param>
public sealed record InvitationReview(
    IReadOnlyList<Invitable> Receivers,
    IReadOnlyList<OtherReceiver> Others,
    IReadOnlyDictionary<Guid, string> Names,
    int PassedOver,
    int AlreadyInvited,
    IReadOnlyList<Invitable> WithoutAddress,
    InvitationPreview Mail)
{
    public int Count => Receivers.Count + Others.Count(other => other.State == OtherReceiverState.New);
}
