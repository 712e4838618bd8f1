namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;

/// <summary>What happens to a document in Oracle.</summary>
public enum OracleAction
{
    /// <summary>It is created and validated.</summary>
    Create,

    /// <summary>It exists and is cancelled.</summary>
    Cancel,
}
