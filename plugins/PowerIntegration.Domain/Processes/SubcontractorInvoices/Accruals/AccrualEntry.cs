namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Accruals;

/// <summary>What one document puts on one Oracle task, or on one Procore code where no task is known yet.</summary>
public sealed record AccrualEntry
{
    /// <summary>Why it is not in the period's books.</summary>
    public required AccrualKind Kind { get; init; }

    /// <summary>Oracle's project number.</summary>
    public required string Project { get; init; }

    /// <summary>Oracle task; null where the code is not mapped.</summary>
    public string? Task { get; init; }

    /// <summary>Oracle expenditure type; null where the code is not mapped.</summary>
    public string? ExpenditureType { get; init; }

    /// <summary>Procore's code; null where the line has none.</summary>
    public string? Code { get; init; }

    /// <summary>ISO code of the amounts.</summary>
    public required string Currency { get; init; }

    /// <summary>Commitment number.</summary>
    public required string Commitment { get; init; }

    /// <summary>Name of the document.</summary>
    public required string Document { get; init; }

    /// <summary>State of the document, with the reason where it is stopped.</summary>
    public required string State { get; init; }

    /// <summary>Work and stored materials of the period, in the major unit, before retainage.</summary>
    public required decimal Gross { get; init; }

    /// <summary>Retainage that the document withholds; null where it is not prepared, so that it is not known.</summary>
    public decimal? Retainage { get; init; }
}
