using System.CommandLine;

namespace PowerIntegration.CommandLine;

/// <summary>Options that name a file or folder that has to be there.</summary>
public static class ExistingPath
{
    /// <summary>Refuses a path where nothing is, by its name.</summary>
    /// <typeparam name="T">A file or a folder; nullable where the option may be left out.</typeparam>
    /// <param name="option">The option.</param>
    /// <returns>The option.</returns>
    public static Option<T> MustExist<T>(this Option<T> option)
        where T : FileSystemInfo?
    {
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (typeof(T) == typeof(DirectoryInfo) ? !Directory.Exists(token.Value) : !File.Exists(token.Value))
                {
                    var kind = typeof(T) == typeof(DirectoryInfo) ? "folder" : "file";
                    result.AddError($"The {kind} {token.Value} given with {option.Name} does not exist.");
                }
            }
        });
        return option;
    }
}
