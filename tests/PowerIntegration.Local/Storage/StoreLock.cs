namespace PowerIntegration.Local.Storage;

/// <summary>
/// Who writes a store folder. Committed rows lie in the memory of one process, so a second one would write over what it has not read. The operating
/// system holds the lock and lets go of it when the process ends, however it ends: files that a kill left behind lock nothing.
/// </summary>
public sealed class StoreLock : IDisposable
{
    private const string LockFile = "store.lock";
    private const string HolderFile = "store.holder";

    // EAGAIN of Linux, EWOULDBLOCK of BSD and macOS, the two sharing violations of Windows.
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    private readonly FileStream held;
    private readonly string holderPath;

    private StoreLock(FileStream held, string holderPath)
    {
        this.held = held;
        this.holderPath = holderPath;
    }

    /// <summary>Takes the lock of a folder.</summary>
    /// <param name="folder">The store; it is made where it is missing.</param>
    /// <param name="what">What the holder does, for example "serves http://127.0.0.1:5080"; read by whoever is refused.</param>
    /// <exception cref="StoreRefusedException">Another process holds it; the message says which one.</exception>
    public static StoreLock Take(string folder, string what)
    {
        if (File.Exists(folder))
        {
            throw new StoreRefusedException($"{Path.GetFullPath(folder)} is a file. Give a folder with --store.");
        }

        Directory.CreateDirectory(folder);
        var holderPath = Path.Combine(folder, HolderFile);
        FileStream held;
        try
        {
            held = new FileStream(Path.Combine(folder, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException refused) when (HeldByAnother.Contains(refused.HResult))
        {
            throw new StoreRefusedException(
                $"The store folder {Path.GetFullPath(folder)} is in use by {Holder(holderPath)}. Open that sandbox, stop it, or choose another "
                    + "folder with --store.",
                refused
            );
        }

        StoreText.Write(holderPath, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId}, which {what}"));
        return new StoreLock(held, holderPath);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!held.CanWrite)
        {
            return;
        }

        // The lock's own file stays: whoever asks for it may have it open already.
        File.Delete(holderPath);
        held.Dispose();
    }

    // Between taking the lock and saying who, a moment passes.
    private static string Holder(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
