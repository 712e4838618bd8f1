using System;
using System.Linq;
using BenchmarkDotNet.Attributes;
using PowerIntegration.Domain.Billing;

namespace PowerIntegration.Benchmarks;

/// <summary>
/// One application through the engine, with retainage by line and with retainage that looks at the whole contract, beside a bare loop of decimals over
/// the same columns.
/// </summary>
[MemoryDiagnoser]
public class BillingBenchmark
{
    /// <summary>Fewest lines that are measured.</summary>
    public const int Few = 1_000;

    /// <summary>Most lines that are measured; more than a document carries, because the arithmetic has no such limit.</summary>
    public const int Many = 10_000;

    private ContractTerms flat = null!;
    private ContractTerms scale = null!;
    private ContractLedger ledger = null!;
    private Application application = null!;
    private BareColumns[] columns = null!;

    /// <summary>Lines of the contract.</summary>
    [Params(Few, Many)]
    public int Lines { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        flat = SampleContract.Terms();
        scale = flat with { Retainage = SampleContract.Scale() };
        ledger = SampleContract.Ledger(Lines);
        application = SampleContract.Application(Lines);
        columns = [.. ledger.Lines.Zip(application.Lines, BareColumns.Of)];
        RequireSame(Loop(), Flat());
        RequireSame(SharedLoop(), SlidingScale());
    }

    [Benchmark(Baseline = true)]
    public decimal Loop() => BareLoop.Bill(columns);

    [Benchmark]
    public decimal SharedLoop() => BareLoop.BillShared(columns);

    [Benchmark]
    public decimal Flat() => Bill(flat);

    [Benchmark]
    public decimal SlidingScale() => Bill(scale);

    // What does not do the same is not compared.
    private static void RequireSame(decimal loop, decimal engine)
    {
        if (loop != engine)
        {
            throw new InvalidOperationException($"The loop pays {loop}, the engine {engine}.");
        }
    }

    private decimal Bill(ContractTerms terms) => ((BillingOutcome.Billed)BillingEngine.Bill(terms, ledger, application, Many)).Payable;
}
