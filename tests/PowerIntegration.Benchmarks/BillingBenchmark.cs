using System;
using System.Linq;
using BenchmarkDotNet.Attributes;
using PowerIntegration.Domain.Billing;

namespace PowerIntegration.Benchmarks;

/// <summary>
/// One application through the engine, with retainage by line and with retainage that looks at the whole contract, beside a bare loop of decimals over
/// the same columns. Contracts of a size come in turn, ten of a thousand lines or one of ten thousand: a single small one, billed over and over, would be
/// read from the processor's cache, and no real contract is.
/// </summary>
[MemoryDiagnoser]
public class BillingBenchmark
{
    /// <summary>Fewest lines that are measured.</summary>
    public const int Few = 1_000;

    /// <summary>Most lines that are measured; more than a document carries, because the arithmetic has no such limit.</summary>
    public const int Many = 10_000;

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
        contracts = [.. Enumerable.Range(0, Many / Lines).Select(_ => Contract.Of(Lines))];
        RequireSame(Loop(), Flat());
        RequireSame(SharedLoop(), SlidingScale());
    }

    [Benchmark(Baseline = true)]
    public decimal Loop() => BareLoop.Bill(Next().Columns);

    [Benchmark]
    public decimal SharedLoop() => BareLoop.BillShared(Next().Columns);

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

    private decimal Bill(ContractTerms terms)
    {
        var contract = Next();
        return ((BillingOutcome.Billed)BillingEngine.Bill(terms, contract.Ledger, contract.Application, Many)).Payable;
    }

    private Contract Next()
    {
        turn = (turn + 1) % contracts.Length;
        return contracts[turn];
    }

    private sealed record Contract(ContractLedger Ledger, Application Application, BareColumns[] Columns)
    {
        public static Contract Of(int lines)
        {
            var ledger = SampleContract.Ledger(lines);
            var application = SampleContract.Application(lines);
            return new Contract(ledger, application, [.. ledger.Lines.Zip(application.Lines, BareColumns.Of)]);
        }
    }
}
