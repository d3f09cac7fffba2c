namespace ReservedProcurement.Core.Persistence;

/// <summary>Ids are made by the program, so that a row and those that point to it can be written in one go, and are version 7, so that they sort by time.</summary>
public static class NewId
{
    public static Guid Create(TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow());
}
