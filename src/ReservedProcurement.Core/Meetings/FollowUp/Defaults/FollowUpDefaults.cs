namespace ReservedProcurement.Core.Meetings.FollowUp.Defaults;

/// <summary>What an authority's meetings follow when nothing else is said of them.</summary>
public sealed record AuthorityFollowUp
{
    public required Guid AuthorityId { get; init; }
    public required string AuthorityName { get; init; }

    /// <summary>The authority's version: this is one of its facts.</summary>
    public required int Version { get; init; }
    public FollowUpSettings Settings { get; init; } = new();
    public OfficeHours Office { get; init; } = new();
}
