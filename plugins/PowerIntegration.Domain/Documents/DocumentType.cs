namespace PowerIntegration.Domain.Documents;

/// <summary>What a document is about. The order is the order of the choice <c>pint_documenttype</c>.</summary>
public enum DocumentType
{
    /// <summary>An application for payment of a subcontractor.</summary>
    SubcontractorInvoice,

    /// <summary>An application for payment to an owner.</summary>
    OwnerInvoice,

    /// <summary>Retainage that is released by a decision of ours, without an application.</summary>
    RetainageRelease,

    /// <summary>A posted document is taken back.</summary>
    Reversal,
}
