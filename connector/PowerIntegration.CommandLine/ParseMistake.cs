using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;

namespace PowerIntegration.CommandLine;

/// <summary>Says what is wrong with a command line that could not be read, and what was probably meant.</summary>
internal static class ParseMistake
{
    /// <summary>The first mistake, and where to read more.</summary>
    public static string Sentence(ParseResult result) => $"{First(result)} See '{Path(result.CommandResult, "--help")}' for examples.";

    private static string First(ParseResult result)
    {
        var command = result.CommandResult.Command;

        // A mistyped option before the file is read as the file.
        if (Given(result).FirstOrDefault(value => value.Length > 1 && value[0] == '-') is { } mistyped)
        {
            return UnknownOption(result, mistyped);
        }

        if (result.UnmatchedTokens.Count > 0)
        {
            var token = result.UnmatchedTokens[0];
            return token.StartsWith('-') ? UnknownOption(result, token)
                : command.Subcommands.Count > 0 ? UnknownCommand(command, token)
                : $"'{token}' is not expected after {Named(result)}.";
        }

        var error = result.Errors[0];
        if (error.SymbolResult is OptionResult { Option: var choice, Tokens: [var chosen] } && error.Message.Contains('\n'))
        {
            var values = choice.GetCompletions(CompletionContext.Empty).Select(one => one.Label);
            return $"{choice.Name} takes one of {Listed(values)}, not '{chosen.Value}'.";
        }

        if (error.SymbolResult is OptionResult { Option: var option, Tokens: [var value] } && !HasOwnSentence(option, error.Message))
        {
            return $"{option.Name} takes {Kind(option.ValueType)}, not '{value.Value}'.";
        }

        return command.Subcommands.Count > 0 && command.Action is null ? $"A command is missing. {Commands(command)}" : error.Message;
    }

    // What the parser itself says about a value names a type of the run-time; an option's own check says what it wants.
    private static bool HasOwnSentence(Option option, string message) =>
        Kind(option.ValueType) == "another value" || !message.Contains("expected type");

    private static string Kind(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(int) || plain == typeof(long) ? "a whole number"
            : plain == typeof(bool) ? "true or false"
            : "another value";
    }

    private static string UnknownOption(ParseResult result, string token)
    {
        var name = token.Split('=', ':')[0];
        var known = Options(result).ToList();
        return Nearest(name, known) is { } nearest
            ? $"{name} is not an option of {Named(result)}. Did you mean {nearest}?"
            : $"{name} is not an option of {Named(result)}. The options are {Listed(known)}.";
    }

    private static string UnknownCommand(Command command, string token)
    {
        var known = command.Subcommands.Select(one => one.Name).ToList();
        return Nearest(token, known) is { } nearest
            ? $"'{token}' is not a command. Did you mean {nearest}?"
            : $"'{token}' is not a command. {Commands(command)}";
    }

    private static string Commands(Command command) =>
        command.Subcommands is [var only]
            ? $"The command is {only.Name}."
            : $"The commands are {Listed(command.Subcommands.Select(one => one.Name))}.";

    private static IEnumerable<string> Given(ParseResult result) =>
        result.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value);

    private static IEnumerable<string> Options(ParseResult result)
    {
        for (SymbolResult? at = result.CommandResult; at is not null; at = at.Parent)
        {
            foreach (var option in ((CommandResult)at).Command.Options.Where(option => at == result.CommandResult || option.Recursive))
            {
                yield return option.Name;
            }
        }
    }

    private static string Named(ParseResult result) =>
        result.CommandResult.Parent is null ? result.CommandResult.Command.Name : Path(result.CommandResult);

    // The program's own name is left out: it is started in more than one way.
    private static string Path(CommandResult command, string last = "") =>
        (command.Parent is CommandResult parent ? Path(parent, $"{command.Command.Name} {last}") : last).TrimEnd();

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names);

    private static string? Nearest(string typed, IEnumerable<string> known) =>
        known
            .Select(name => (Name: name, Distance: EditDistance.Of(typed, name)))
            .Where(candidate => candidate.Distance <= Math.Max(2, candidate.Name.Length / 2))
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
}
