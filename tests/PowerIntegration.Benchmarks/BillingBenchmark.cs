using System.Linq;
using BenchmarkDotNet.Attributes;
using PowerIntegration.Domain.Billing;

namespace PowerIntegration.Benchmarks;

/// <summary>
/// One application through the engine beside a bare loop of decimals over the same columns. The engine is linear where ten times the lines take at most
/// 10.5 times as long; the goal is three times the loop.
/// </summary>
[MemoryDiagnoser]
public class BillingBenchmark
{
    private ContractTerms terms = null!;
    private ContractLedger ledger = null!;
    private Application application = null!;
    private BareLine[] bare = null!;

    /// <summary>Lines of the contract; the most that one application carries is 2,000, so the larger sizes are several applications in a row.</summary>
    [Params(1_000, 2_000, 10_000)]
    public int Lines { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        terms = SampleContract.Terms();
        ledger = SampleContract.Ledger(Lines);
        application = SampleContract.Application(Lines);
        bare = [.. ledger.Lines.Zip(application.Lines, BareLine.Of)];
    }

    [Benchmark]
    public decimal Engine() => ((BillingOutcome.Billed)BillingEngine.Bill(terms, ledger, application)).Payable;

    [Benchmark(Baseline = true)]
    public decimal BareLoop() => BareLine.Bill(bare);
}
