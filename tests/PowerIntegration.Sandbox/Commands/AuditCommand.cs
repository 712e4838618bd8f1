using System.CommandLine;
using PowerIntegration.CommandLine;
using PowerIntegration.Domain.Audit;

namespace PowerIntegration.Sandbox.Commands;

/// <summary><c>audit</c>: random contracts through the engine, every figure compared with an auditor that shares no code with it.</summary>
internal static class AuditCommand
{
    private const long InvoicesDefault = 100_000;
    private const int ProgressLines = 50;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var invoices = new Option<long>("--invoices")
        {
            Description = "Compare at least this many invoices. The last contract is always finished.",
            HelpName = "N",
            DefaultValueFactory = _ => InvoicesDefault,
        }.Within(1);
        var seed = new Option<long>("--seed")
        {
            Description = "Seed for all contracts. The same seed repeats a run.",
            HelpName = "N",
            DefaultValueFactory = _ => SharedOptions.DefaultSeed,
        };
        var contract = new Option<int?>("--contract")
        {
            Description = "Audit only this contract of the run. A disagreement names its number.",
            HelpName = "N",
        };
        var command = new Command(
            "audit",
            "Bill random contracts of 1 to 500 lines and up to 40 periods, and compare header, lines and journals with an independent "
                + "auditor. Exit code 1: they disagree, and the first disagreement is printed."
        )
        {
            invoices,
            seed,
            contract,
        }.WithExamples(
            "dotnet run -c Release --project tests/PowerIntegration.Sandbox -- audit --invoices 1000000",
            "dotnet run --project tests/PowerIntegration.Sandbox -- audit --seed 7 --contract 12"
        );
        command.SetAction(
            (result, cancellation) => Task.FromResult(Run(result.GetValue(seed), result.GetValue(invoices), result.GetValue(contract), cancellation))
        );
        return command;
    }

    private static int Run(long seed, long invoices, int? contract, CancellationToken cancellation)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Seed {seed}."));
        if (contract is { } index)
        {
            return Report(
                AuditRun.Again(seed, index),
                seed,
                string.Create(CultureInfo.InvariantCulture, $"Contract {index}: engine and auditor agree.")
            );
        }

        var result = new AuditRun(seed, invoices).Run(new Progress(invoices), cancellation);
        var modes = string.Join(
            ", ",
            result.InvoicesByMode.OrderBy(mode => mode.Key).Select(mode => string.Create(CultureInfo.InvariantCulture, $"{mode.Key} {mode.Value:N0}"))
        );
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Invoices:N0} invoices of {result.Contracts:N0} contracts, {result.Rows:N0} rows. By retainage: {modes}."
            )
        );
        foreach (var kind in result.InvoicesByKind)
        {
            Console.WriteLine($"{kind.Value.ToString("N0", CultureInfo.InvariantCulture).PadLeft(11)} {kind.Key}");
        }

        return Report(result.Finding, seed, "Engine and auditor agree on every header, line and journal.");
    }

    private static int Report(AuditFinding? finding, long seed, string agreement)
    {
        if (finding is null)
        {
            Console.WriteLine(agreement);
            return 0;
        }

        foreach (var line in FindingText.Of(finding, seed))
        {
            Console.WriteLine(line);
        }

        return 1;
    }

    // Counts, not seconds: the same run prints the same lines.
    private sealed class Progress(long invoices) : IProgress<AuditResult>
    {
        private readonly long step = Math.Max(1, invoices / ProgressLines);
        private readonly Lock gate = new();
        private long next = Math.Max(1, invoices / ProgressLines);

        public void Report(AuditResult value)
        {
            lock (gate)
            {
                if (value.Invoices < next)
                {
                    return;
                }

                next = ((value.Invoices / step) + 1) * step;
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{value.Invoices.ToString("N0", CultureInfo.InvariantCulture).PadLeft(11)} of {invoices:N0} invoices, "
                            + $"{value.Contracts:N0} contracts, {value.Rows:N0} rows"
                    )
                );
            }
        }
    }
}
