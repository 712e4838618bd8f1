namespace PowerIntegration.Sandbox.Demo;

/// <summary>What the demo found, for people and for programs.</summary>
public sealed record DemoResult
{
    /// <summary>Seed of the run.</summary>
    public required int Seed { get; init; }

    /// <summary>Currency of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>True where every document is posted once and nothing is unexplained.</summary>
    public bool IsProved => Problems.Count == 0;

    /// <summary>The months in their order.</summary>
    public required IReadOnlyList<DemoMonth> Months { get; init; }

    /// <summary>The hard cases in their order.</summary>
    public required IReadOnlyList<ProvedCase> Cases { get; init; }

    /// <summary>The controls in their order; empty where the job is another than the one that ships.</summary>
    public required IReadOnlyList<ProvedCase> Controls { get; init; }

    /// <summary>Documents in Dataverse.</summary>
    public required int Documents { get; init; }

    /// <summary>Payables invoices as read back from Oracle.</summary>
    public required IReadOnlyList<OracleInvoice> OracleInvoices { get; init; }

    /// <summary>Procore's balances next to Oracle's.</summary>
    public required IReadOnlyList<ContractBalance> Balances { get; init; }

    /// <summary>What the work cost in calls.</summary>
    public required IReadOnlyList<DemoCost> Costs { get; init; }

    /// <summary>What is not as it must be; empty where everything is proved.</summary>
    public required IReadOnlyList<string> Problems { get; init; }
}
