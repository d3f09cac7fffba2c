using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Kinds;
using ReservedProcurement.Web.Forms;

namespace ReservedProcurement.Web.Pages.Meetings;

/// <summary>Kinds of meeting in one list: those that everyone has, and an authority's own by their ids.</summary>
public static class KindChoices
{
    /// <summary>The open ones, and those that are chosen already.</summary>
    public static IReadOnlyList<Choice> Of(IReadOnlyList<OwnKind> own, Guid? chosen = null)
    {
        var open = own.Where(kind => !kind.IsClosed || kind.Id == chosen).ToList();
        var several = open.Select(kind => kind.AuthorityId).Distinct().Count() > 1;
        return [.. Choices.Of<MeetingKind>(), .. open.Select(kind => new Choice(kind.Id.ToString(), several ? $"{kind.Name} ({kind.AuthorityName})" : kind.Name))];
    }

    /// <summary>Nothing for a text that is neither.</summary>
    public static (MeetingKind? Kind, Guid? OwnKindId) Read(string? choice) =>
        Guid.TryParse(choice, out var own) ? (null, own)
        : Enum.TryParse<MeetingKind>(choice, out var kind) && Enum.IsDefined(kind) ? (kind, null)
        : (null, null);

    public static string Of(MeetingContent content) => content.OwnKindId?.ToString() ?? content.MeetingKind.ToString();
}
