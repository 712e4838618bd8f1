using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PowerIntegration.CommandLine;

/// <summary>Runs a command line. A command line that cannot be read gives one sentence and <see cref="Mistake"/>.</summary>
public static class CommandRun
{
    /// <summary>Exit code for a mistake of the caller: an option, a file, a folder, a port.</summary>
    public const int Mistake = 2;

    /// <summary>Parses and runs.</summary>
    /// <param name="root">The root command.</param>
    /// <param name="arguments">What was typed after the program's name.</param>
    /// <param name="configuration">Where output goes; the console where it is not given.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> InvokeAsync(
        RootCommand root,
        IReadOnlyList<string> arguments,
        InvocationConfiguration? configuration = null,
        CancellationToken cancellation = default
    )
    {
        configuration ??= new InvocationConfiguration();
        root.Options.OfType<HelpOption>().Single().Action = new HelpWithExamples();
        var result = root.Parse(arguments);
        return result.Action is ParseErrorAction ? RefuseAsync(result, configuration) : result.InvokeAsync(configuration, cancellation);
    }

    private static async Task<int> RefuseAsync(ParseResult result, InvocationConfiguration configuration)
    {
        await configuration.Error.WriteLineAsync(ParseMistake.Sentence(result));
        return Mistake;
    }

    private sealed class HelpWithExamples : SynchronousCommandLineAction
    {
        private readonly HelpAction help = new();

        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var code = help.Invoke(parseResult);
            var examples = CommandExamples.Of(parseResult.CommandResult.Command);
            if (examples.Count > 0)
            {
                var output = parseResult.InvocationConfiguration.Output;
                output.WriteLine(examples.Count == 1 ? "Example:" : "Examples:");
                foreach (var example in examples)
                {
                    output.WriteLine("  " + example);
                }

                output.WriteLine();
            }

            return code;
        }
    }
}
