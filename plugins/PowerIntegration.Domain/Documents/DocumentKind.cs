namespace PowerIntegration.Domain.Documents;

/// <summary>
/// What a document is about: the one register of kinds. The numbers are the values of the choice <c>pint_documenttype</c>; a test compares them.
/// </summary>
public enum DocumentKind
{
    /// <summary>An application for payment of a subcontractor.</summary>
    SubcontractorInvoice = 723100000,

    /// <summary>An application for payment to an owner.</summary>
    OwnerInvoice = 723100001,

    /// <summary>Retainage that is released by a decision in this product, without an application.</summary>
    RetainageRelease = 723100002,

    /// <summary>A posted document is reversed.</summary>
    Reversal = 723100003,
}
