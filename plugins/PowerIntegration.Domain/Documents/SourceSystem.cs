namespace PowerIntegration.Domain.Documents;

/// <summary>The system whose id stands in a key.</summary>
public enum SourceSystem
{
    /// <summary>Procore.</summary>
    Procore,

    /// <summary>Oracle Fusion Cloud ERP.</summary>
    Oracle,
}
