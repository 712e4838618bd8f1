using System.CommandLine;
using System.Diagnostics;
using PowerIntegration.CommandLine;
using PowerIntegration.Sandbox.Attack;
using PowerIntegration.Sandbox.Hosting;

namespace PowerIntegration.Sandbox.Commands;

/// <summary><c>attack</c>: everyone who has a role or a token tries, alone, to move money past the controls while the job is billed.</summary>
internal static class AttackCommand
{
    private const int AttemptsDefault = 5_000;
    private const int SeedDefault = 20261130;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var attempts = new Option<int>("--attempts")
        {
            Description = "Make so many attempts, spread over the months of the job.",
            HelpName = "N",
            DefaultValueFactory = _ => AttemptsDefault,
        }.Within(1);
        var seed = new Option<int>("--seed")
        {
            Description = "Seed for all attempts. The same seed repeats a run.",
            HelpName = "N",
            DefaultValueFactory = _ => SeedDefault,
        };
        var until = new Option<int?>("--until")
        {
            Description = "Stop after this attempt of the run. A success names its number.",
            HelpName = "N",
        }.Within(1);
        var verbose = new Option<bool>("--verbose") { Description = "Print every attempt with its answer, one a line." };
        var data = SharedOptions.Data();
        var command = new Command(
            "attack",
            "Bill the job by its own people, then once more while every shipped user, other applications and forged tokens try, each alone, to post, "
                + "approve, reconfigure or erase something over HTTP. Exit code 1: something is other than without them, and the first attempt that "
                + "did it is printed. Nothing is kept."
        )
        {
            attempts,
            seed,
            until,
            verbose,
            data,
        }.WithExamples(
            "dotnet run -c Release --project tests/PowerIntegration.Sandbox -- attack --attempts 5000 --seed 20261130",
            "dotnet run --project tests/PowerIntegration.Sandbox -- attack --attempts 5000 --until 300"
        );
        command.SetAction(
            (result, cancellation) =>
                SharedOptions.ReportingMistakesAsync(
                    result,
                    () =>
                        RunAsync(
                            result.InvocationConfiguration.Output,
                            result.GetValue(data),
                            result.GetValue(attempts),
                            result.GetValue(seed),
                            result.GetValue(until),
                            result.GetValue(verbose),
                            cancellation
                        )
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        TextWriter writer,
        string? data,
        int attempts,
        int seed,
        int? until,
        bool isVerbose,
        CancellationToken cancellation
    )
    {
#pragma warning disable RS0030 // How long it took is printed; nothing depends on it.
        var watch = Stopwatch.StartNew();
#pragma warning restore RS0030
        var layout = RepositoryLayout.Find();
        await writer.WriteLineAsync(Invariant($"Seed {seed}. The job is billed without anyone who attacks."));
        var run = new AttackRun(layout, data ?? layout.DefaultDataFolder, seed)
        {
            Told = isVerbose ? (number, attempt, answer) => writer.WriteLine(AttackText.Of(number, attempt, answer)) : null,
            Progress = (made, step, steps) =>
                writer.WriteLine(
                    Invariant($"{Invariant($"{made:N0}").PadLeft(11)} of {attempts:N0} attempts, step {step} of {steps} of the billing")
                ),
        };
        var result = await run.RunAsync(attempts, until ?? attempts, cancellation);
        foreach (var line in AttackText.Of(result, attempts, seed))
        {
            await writer.WriteLineAsync(line);
        }

        await writer.WriteLineAsync(Invariant($"{watch.Elapsed.TotalSeconds:N0} seconds."));
        return result.Success is null ? 0 : 1;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
