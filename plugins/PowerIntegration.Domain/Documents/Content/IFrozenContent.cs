using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Documents.Content;

/// <summary>
/// What a preparation freezes: stored, hashed, sent and compared as one. It holds everything that leaves for the target and everything that the next
/// document builds on; remarks for people are not part of it.
/// </summary>
public interface IFrozenContent
{
    /// <summary>Name and version of its text, such as <c>payables-invoices 1</c>. Another meaning of a field is another version.</summary>
    string Format { get; }

    /// <summary>What the document is worth in <see cref="Currency"/>, in the major unit.</summary>
    decimal Amount { get; }

    /// <summary>What an approver's limit is compared with, in <see cref="Currency"/>: an absolute amount, never less than what a part is
    /// worth.</summary>
    decimal ApprovalAmount { get; }

    /// <summary>ISO currency code.</summary>
    string Currency { get; }

    /// <summary>Day on which it posts; null where it posts nothing.</summary>
    CalendarDate? PostsOn { get; }

    /// <summary>The records that it makes in the target; empty where nothing is sent.</summary>
    IReadOnlyList<ContentPart> Parts { get; }

    /// <summary>Writes every field in its fixed order.</summary>
    void WriteTo(ContentWriter writer);
}
