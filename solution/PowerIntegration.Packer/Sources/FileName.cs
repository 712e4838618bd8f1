namespace PowerIntegration.Packer.Sources;

/// <summary>Names of files that come from names of components, and what makes a path one that stays in its folder.</summary>
internal static class FileName
{
    private const string NotInFileNames = "<>:\"/\\|?*";

    /// <summary>The name with an underscore for each character that some file system does not take.</summary>
    public static string From(string name) => string.Concat(name.Select(letter => IsAllowed(letter) ? letter : '_')).TrimEnd('.', ' ');

    /// <summary>What is left of a path below a folder; the whole path where it lies elsewhere.</summary>
    public static string Below(string folder, string path) =>
        path.StartsWith(folder, StringComparison.Ordinal) ? path[folder.Length..] : path.TrimStart('/');

    /// <summary>The path without its ending, where it has it.</summary>
    public static string WithoutEnding(string path, string ending) => path.EndsWith(ending, StringComparison.Ordinal) ? path[..^ending.Length] : path;

    /// <summary>Name of the file that replaces an XML file in a managed package.</summary>
    public static string Managed(string file) => WithoutEnding(file, ".xml") + "_managed.xml";

    /// <summary>Name of the file that a managed one replaces.</summary>
    public static string Unmanaged(string managedFile) => WithoutEnding(managedFile, "_managed.xml") + ".xml";

    /// <summary>
    /// True for a relative path of plain names with forward slashes between them. Anything else could leave the folder (two dots, a drive, a leading
    /// slash) or mean another file on another file system (a trailing dot or blank).
    /// </summary>
    public static bool StaysInFolder(string path) => path.Length > 0 && path.Split('/').All(IsPlain);

    private static bool IsPlain(string name) => name.Length > 0 && name.All(IsAllowed) && name[^1] is not ('.' or ' ');

    private static bool IsAllowed(char letter) => !char.IsControl(letter) && !NotInFileNames.Contains(letter, StringComparison.Ordinal);
}
