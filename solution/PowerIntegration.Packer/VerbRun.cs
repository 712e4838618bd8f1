using System.CommandLine;
using PowerIntegration.CommandLine;
using PowerIntegration.Packer.Findings;

namespace PowerIntegration.Packer;

/// <summary>What every verb does around its work: refusals become sentences and an exit code, lines go to the output.</summary>
internal static class VerbRun
{
    /// <summary>Everything is in order and done.</summary>
    public const int Done = 0;

    /// <summary>Something was refused.</summary>
    public const int Refused = 1;

    /// <summary>Gives a verb its work.</summary>
    public static Command Does(this Command verb, Func<ParseResult, int> run)
    {
        verb.SetAction(arguments => Guarded(arguments, run));
        return verb;
    }

    /// <summary>Prints one line for each result of the verb.</summary>
    public static void Print(ParseResult arguments, params IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            arguments.InvocationConfiguration.Output.WriteLine(line);
        }
    }

    /// <summary>A number with its noun.</summary>
    public static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";

    private static int Guarded(ParseResult arguments, Func<ParseResult, int> run)
    {
        try
        {
            return run(arguments);
        }
        catch (PackingRefusedException e)
        {
            arguments.InvocationConfiguration.Error.WriteLine(e.Message);
            return Refused;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            arguments.InvocationConfiguration.Error.WriteLine(e.Message);
            return CommandRun.Mistake;
        }
    }
}
