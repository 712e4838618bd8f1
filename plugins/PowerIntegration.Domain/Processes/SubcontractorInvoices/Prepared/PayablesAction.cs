namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;

/// <summary>What happens to a document in Oracle.</summary>
public enum PayablesAction
{
    /// <summary>It is created and validated.</summary>
    Create,

    /// <summary>It exists and is canceled.</summary>
    Cancel,
}
