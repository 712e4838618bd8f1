namespace PowerIntegration.Domain.Documents.Protection;

/// <summary>Groups of columns of a document that are protected alike.</summary>
[Flags]
public enum DocumentColumns
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>What Procore said and whose document it is. Another fact is another revision, a row of its own.</summary>
    Source = 1,

    /// <summary>State, reason, preparation, hash, amounts and posting: the answers of this product.</summary>
    Answer = 2,

    /// <summary>Who sends it at present, until when, since when it was sent, and what was found in Oracle before.</summary>
    Claim = 4,

    /// <summary>Oracle's validation, approval and paid status.</summary>
    OracleStatus = 8,

    /// <summary>
    /// What Oracle showed of the commitment's posted invoices; the gateway writes it again with every read, until the document is final.
    /// </summary>
    OracleFacts = 16,

    /// <summary>Owner, state and status reason of the row, which every table has; the state of the document is another column.</summary>
    OwnerOrStatus = 32,

    /// <summary>Until when the source's changes were read; it rises with every read, also of a final document.</summary>
    SourceTime = 64,

    /// <summary>Which files the source lists and how many wait; the gateway writes it with a read, also of a final document.</summary>
    AttachmentFacts = 128,

    /// <summary>Who attaches its files at present, until when, and how many cannot be attached; also of a final document.</summary>
    AttachmentClaim = 256,

    /// <summary>The payment hold of a posted document and its release; both go on after the document is final.</summary>
    PaymentHold = 512,
}
