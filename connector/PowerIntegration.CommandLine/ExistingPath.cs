using System.CommandLine;
using System.CommandLine.Parsing;

namespace PowerIntegration.CommandLine;

/// <summary>Options and arguments that name a file or folder that has to be there.</summary>
public static class ExistingPath
{
    /// <summary>Refuses a path where nothing is, by its name.</summary>
    /// <typeparam name="T">A file or a folder; nullable where the option may be left out.</typeparam>
    /// <param name="option">The option.</param>
    /// <returns>The option.</returns>
    public static Option<T> MustExist<T>(this Option<T> option)
        where T : FileSystemInfo?
    {
        option.Validators.Add(result => Check(result, option.Name, isFolder: typeof(T) == typeof(DirectoryInfo)));
        return option;
    }

    /// <summary>Refuses folders that do not exist, by their name.</summary>
    /// <param name="option">The option; it can be given more than once.</param>
    /// <returns>The option.</returns>
    public static Option<string[]> MustBeFolders(this Option<string[]> option)
    {
        option.Validators.Add(result => Check(result, option.Name, isFolder: true));
        return option;
    }

    /// <summary>Refuses a file that does not exist, by its name.</summary>
    /// <param name="argument">The argument.</param>
    /// <returns>The argument.</returns>
    public static Argument<string> MustBeFile(this Argument<string> argument)
    {
        argument.Validators.Add(result => Check(result, argument.Name, isFolder: false));
        return argument;
    }

    private static void Check(SymbolResult result, string name, bool isFolder)
    {
        foreach (var path in result.Tokens.Select(token => token.Value))
        {
            var (kind, other) = isFolder ? ("folder", "file") : ("file", "folder");
            if (isFolder ? File.Exists(path) : Directory.Exists(path))
            {
                result.AddError($"{path} given with {name} is a {other}. Give a {kind}.");
            }
            else if (isFolder ? !Directory.Exists(path) : !File.Exists(path))
            {
                result.AddError($"The {kind} {path} given with {name} does not exist.");
            }
        }
    }
}
