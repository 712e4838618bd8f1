using PowerIntegration.Audit.Contracts;
using PowerIntegration.Audit.Workload;

namespace PowerIntegration.Domain.Audit;

/// <summary>Audits contract after contract until so many invoices are done, on as many threads as the machine has cores.</summary>
public sealed class AuditRun
{
    private readonly long seed;
    private readonly long invoicesMin;
    private readonly Dictionary<RetainageMode, long> invoicesByMode = [];
    private readonly Dictionary<string, long> invoicesByKind = DrawnKinds.All.ToDictionary(kind => kind, _ => 0L, StringComparer.Ordinal);
    private readonly Lock gate = new();
    private int nextContract;
    private long invoices;
    private long rows;
    private int contracts;
    private AuditFinding? first;

    /// <summary>Prepares a run.</summary>
    /// <param name="seed">The seed of every contract.</param>
    /// <param name="invoicesMin">How many invoices at least.</param>
    public AuditRun(long seed, long invoicesMin)
    {
        this.seed = seed;
        this.invoicesMin = invoicesMin;
    }

    /// <summary>Audits one contract of a run again.</summary>
    public static AuditFinding? Again(long seed, int contract) => ContractAudit.Of(ContractGenerator.Make(seed, contract));

    /// <summary>Runs to the end or to a finding. Of several findings the one of the lowest contract is kept, so that a seed repeats it.</summary>
    /// <param name="progress">Hears of the count after each contract.</param>
    /// <param name="cancellation">Ends the run early.</param>
    public AuditResult Run(IProgress<AuditResult>? progress, CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        Parallel.For(0, options.MaxDegreeOfParallelism, options, _ => Work(progress, cancellation));
        lock (gate)
        {
            return Result();
        }
    }

    private void Work(IProgress<AuditResult>? progress, CancellationToken cancellation)
    {
        while (TakeCommitment() is { } index)
        {
            cancellation.ThrowIfCancellationRequested();
            var contract = ContractGenerator.Make(seed, index);
            var finding = ContractAudit.Of(contract);
            AuditResult result;
            lock (gate)
            {
                Count(contract, finding);
                result = Result();
            }

            progress?.Report(result);
        }
    }

    private int? TakeCommitment()
    {
        lock (gate)
        {
            return first is null && invoices < invoicesMin ? nextContract++ : null;
        }
    }

    private void Count(AuditedContract contract, AuditFinding? finding)
    {
        contracts++;
        invoices += contract.Applications.Count;
        var mode = contract.History.Terms.Retainage;
        invoicesByMode[mode] = invoicesByMode.GetValueOrDefault(mode) + contract.Applications.Count;
        foreach (var application in contract.Applications)
        {
            rows += application.Prediction.Lines.Count;
            foreach (var kind in DrawnKinds.Of(contract.History.Terms, application))
            {
                invoicesByKind[kind]++;
            }
        }

        if (finding is not null && (first is null || finding.History.Index < first.History.Index))
        {
            first = finding;
        }
    }

    private AuditResult Result() =>
        new()
        {
            Seed = seed,
            Contracts = contracts,
            Invoices = invoices,
            Rows = rows,
            InvoicesByMode = new Dictionary<RetainageMode, long>(invoicesByMode),
            InvoicesByKind = new Dictionary<string, long>(invoicesByKind, StringComparer.Ordinal),
            Finding = first,
        };
}
