using System.CommandLine;
using PowerIntegration.CommandLine;
using PowerIntegration.Domain.Audit.ChangeOrders;

namespace PowerIntegration.Sandbox.Commands;

/// <summary><c>audit-change-orders</c>: random change orders, every line compared with an auditor that shares no code.</summary>
internal static class ChangeOrderAuditCommand
{
    private const int SequencesDefault = 20_000;
    private const int FiguresMax = 60;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var sequences = new Option<int>("--sequences")
        {
            Description = "Compare this many purchase orders, each with up to 24 steps.",
            HelpName = "N",
            DefaultValueFactory = _ => SequencesDefault,
        }.Within(1);
        var seed = new Option<long>("--seed")
        {
            Description = "Seed for all sequences. The same seed repeats a run.",
            HelpName = "N",
            DefaultValueFactory = _ => SharedOptions.DefaultSeed,
        };
        var command = new Command(
            "audit-change-orders",
            "Predict what random change orders make of purchase orders, and compare lines, amounts, refusals and queue with an independent auditor. "
                + "Exit code 1: they disagree, and the first disagreement is printed."
        )
        {
            sequences,
            seed,
        }.WithExamples("dotnet run -c Release --project tests/PowerIntegration.Sandbox -- audit-change-orders --sequences 20000 --seed 7");
        command.SetAction((result, cancellation) => Task.FromResult(Run(result.GetValue(seed), result.GetValue(sequences), cancellation)));
        return command;
    }

    private static int Run(long seed, int sequences, CancellationToken cancellation)
    {
        var result = ChangeOrderAuditRun.Run(seed, sequences, cancellation);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Seed {seed}, {result.Sequences:N0} sequences."));
        foreach (var kind in result.Kinds)
        {
            Console.WriteLine($"{kind.Value.ToString("N0", CultureInfo.InvariantCulture).PadLeft(11)} {kind.Key}");
        }

        if (result.Finding is not { } finding)
        {
            Console.WriteLine("Rules and auditor agree on every line, amount, refusal and turn.");
            return 0;
        }

        var step = finding.Sequence.Steps[finding.Step - 1].Step;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Rules and auditor disagree on sequence {finding.Sequence.Index}, policy {finding.Sequence.Rule}, "
                    + $"step {finding.Step}: {step.Kind} {step.Change}."
            )
        );
        foreach (var difference in finding.Disagreements.Take(FiguresMax))
        {
            Console.WriteLine("  " + difference);
        }

        return 1;
    }
}
