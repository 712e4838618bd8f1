using System.CommandLine;
using System.Runtime.CompilerServices;

namespace PowerIntegration.CommandLine;

/// <summary>Examples of a command, printed at the end of its help.</summary>
public static class CommandExamples
{
    private static readonly ConditionalWeakTable<Command, IReadOnlyList<string>> Known = [];

    /// <summary>Gives a command its examples.</summary>
    /// <typeparam name="T">Kind of command.</typeparam>
    /// <param name="command">The command.</param>
    /// <param name="examples">Whole command lines that work from the root of the repository.</param>
    /// <returns>The command.</returns>
    public static T WithExamples<T>(this T command, params IReadOnlyList<string> examples)
        where T : Command
    {
        Known.AddOrUpdate(command, examples);
        return command;
    }

    /// <summary>The examples of a command.</summary>
    /// <param name="command">The command.</param>
    public static IReadOnlyList<string> Of(Command command) => Known.TryGetValue(command, out var examples) ? examples : [];
}
