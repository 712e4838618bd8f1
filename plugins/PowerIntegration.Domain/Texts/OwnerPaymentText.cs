using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Law.PayWhenPaid;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Texts;

/// <summary>
/// What a person says about the owner's payments for one document, whose other facts are read from its rows. Invariant: either it is read, or
/// <see cref="Refusal"/> states what is wrong.
/// </summary>
public sealed class OwnerPaymentText
{
    private const string Name = "Request";

    private OwnerPaymentText() { }

    /// <summary>Why the text cannot be used; null where it can.</summary>
    public Refusal? Refusal { get; private init; }

    /// <summary>The day of the review.</summary>
    public CalendarDate AsOf { get; private init; }

    /// <summary>When payment is due without a payment clause.</summary>
    public CalendarDate DueDate { get; private init; }

    /// <summary>The owner's payments for the document to date.</summary>
    public IReadOnlyList<OwnerReceipt> Receipts { get; private init; } = [];

    /// <summary>The part already released for payment.</summary>
    public decimal Released { get; private init; }

    /// <summary>True where Oracle can pay part of the invoice.</summary>
    public bool CanSplit { get; private init; }

    /// <summary>True where a person says that the owner is insolvent.</summary>
    public bool IsOwnerInsolvent { get; private init; }

    /// <summary>Reads the text; every problem is named with its field.</summary>
    public static OwnerPaymentText Read(string text)
    {
        var reader = new FieldReader();
        var read = JsonText.Read(Name, text, reader, Read);
        return read is not null && reader.Problems.Count == 0
            ? read
            : new OwnerPaymentText
            {
                Refusal = new Refusal(
                    SharedReasons.InputUnusable,
                    string.Join(" ", reader.Problems) + " Nothing was stored. Correct the request and try again."
                ),
            };
    }

    private static OwnerPaymentText Read(JsonFields fields) =>
        new()
        {
            AsOf = fields.Day("asOf"),
            DueDate = fields.Day("dueDate"),
            Receipts = [.. fields.Objects("receipts").Select(receipt => new OwnerReceipt(receipt.Day("receivedOn"), receipt.Amount("amount")))],
            Released = fields.OptionalAmount("released") ?? 0m,
            CanSplit = fields.Flag("canSplit"),
            IsOwnerInsolvent = fields.Flag("ownerInsolvent"),
        };
}
