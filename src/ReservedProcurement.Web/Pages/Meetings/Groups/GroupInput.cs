using ReservedProcurement.Core.Meetings.Groups;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Web.Pages.Meetings.Groups;

/// <summary>A group as it is written in a form: its parties one to a line.</summary>
public sealed class GroupInput
{
    public string? Name { get; set; }

    public string? Members { get; set; }

    public int Version { get; set; }

    public static GroupInput Of(PartyGroup group) => new() { Name = group.Name, Members = OtherPartyLines.Write(group.Members), Version = group.Version };

    /// <summary>The content, or the line that cannot be read.</summary>
    public Result<PartyGroupContent> ToContent()
    {
        var lines = OtherPartyLines.Read(Members);
        return lines.Succeeded
            ? new PartyGroupContent(Name ?? "", lines.Value)
            : lines.Problem with { Fields = [.. lines.Problem.Fields.Select(field => field with { Field = nameof(Members) })] };
    }
}
