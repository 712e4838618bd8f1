using System.Text;

namespace PowerIntegration.Local.Storage;

/// <summary>The small text files beside the databases of a store. A kill leaves the text before or the text after, never half of one.</summary>
internal static class StoreText
{
    /// <summary>Writes a file whole.</summary>
    /// <param name="path">The file; its folder is made where it is missing.</param>
    /// <param name="text">The text.</param>
    /// <param name="forOwnerOnly">No other user may read it.</param>
    public static void Write(string path, string text, bool forOwnerOnly = false)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (forOwnerOnly && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var aside = path + ".new";
        File.Delete(aside);
        using (var stream = new FileStream(aside, options))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        File.Move(aside, path, overwrite: true);
    }
}
