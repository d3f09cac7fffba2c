namespace ReservedProcurement.Core.Persistence;

/// <summary>A folder for what only the account that runs the service may read: the database holds keys, and mails hold personal links.</summary>
internal static class PrivateFolder
{
    /// <summary>Makes the folder if it is not there. One that is there keeps the rights somebody gave it.</summary>
    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            // On Windows the rights are inherited from the folder above, which its owner decides.
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
