using BenchmarkDotNet.Attributes;
using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;

namespace PowerIntegration.Benchmarks;

/// <summary>
/// One application through the engine, with retainage by line and with retainage that looks at the whole contract, beside a bare loop of decimals
/// over the same columns. Both sizes bill the same ten thousand lines, as ten contracts in turn or as one: a single small contract, billed over and
/// over, would be read from the processor's cache with its branches learnt by heart, and no real contract is.
/// </summary>
[MemoryDiagnoser]
public class BillingBenchmark
{
    /// <summary>Fewest lines that are measured.</summary>
    public const int Few = 1_000;

    /// <summary>Most lines that are measured; more than a document carries, because the arithmetic has no such limit.</summary>
    public const int Many = 10_000;

    private const int WarmUpCalls = 300;

    private readonly ContractTerms flat = SampleContract.Terms();
    private readonly ContractTerms scale = SampleContract.Terms() with { Retainage = SampleContract.Scale() };
    private Contract[] contracts = null!;
    private int turn;

    /// <summary>Lines of the contract.</summary>
    [Params(Few, Many)]
    public int Lines { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        contracts = [.. Enumerable.Range(0, Many / Lines).Select(place => Contract.Of(1 + (place * Lines), Lines))];
        foreach (var contract in contracts)
        {
            RequireSame(BareLoop.Bill(contract.Columns), Bill(contract, flat));
            RequireSame(BareLoop.BillShared(contract.Columns), Bill(contract, scale));
        }
    }

    /// <summary>
    /// Lets the run-time compile everything for good: it compiles a method again after some dozens of calls, and once more with what it saw in them.
    /// </summary>
    public static void WarmUp()
    {
        BillingBenchmark[] sizes = [new() { Lines = Few }, new() { Lines = Many }];
        Array.ForEach(sizes, size => size.Prepare());
        for (var call = 0; call < WarmUpCalls; call++)
        {
            Array.ForEach(sizes, size => _ = size.Loop() + size.SharedLoop() + size.Flat() + size.SlidingScale());
        }
    }

    [Benchmark(Baseline = true)]
    public decimal Loop() => BareLoop.Bill(Next().Columns);

    [Benchmark]
    public decimal SharedLoop() => BareLoop.BillShared(Next().Columns);

    [Benchmark]
    public decimal Flat() => Bill(Next(), flat);

    [Benchmark]
    public decimal SlidingScale() => Bill(Next(), scale);

    // What does not do the same is not compared.
    private static void RequireSame(decimal loop, decimal engine)
    {
        if (loop != engine)
        {
            throw new InvalidOperationException($"The loop pays {loop}, the engine {engine}.");
        }
    }

    private static decimal Bill(Contract contract, ContractTerms terms) =>
        ((BillingOutcome.Billed)BillingEngine.Bill(terms, contract.Ledger, contract.Application, Many)).Payable;

    private Contract Next()
    {
        turn = (turn + 1) % contracts.Length;
        return contracts[turn];
    }

    private sealed record Contract(ContractLedger Ledger, Application Application, BareColumns[] Columns)
    {
        public static Contract Of(int first, int lines)
        {
            var ledger = SampleContract.Ledger(first, lines);
            var application = SampleContract.Application(first, lines);
            return new Contract(ledger, application, [.. ledger.Lines.Zip(application.Lines, BareColumns.Of)]);
        }
    }
}
