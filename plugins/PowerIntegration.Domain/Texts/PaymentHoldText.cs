using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.PayWhenPaid;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Texts;

/// <summary>The text of one review of payment. Invariant: either it is read, or <see cref="Refusal"/> says what is wrong.</summary>
public sealed class PaymentHoldText
{
    private const string Name = "Request";

    private PaymentHoldText() { }

    /// <summary>Why the text cannot be used; null where it can.</summary>
    public Refusal? Refusal { get; private init; }

    /// <summary>Where the contract lies.</summary>
    public JurisdictionFacts? Region { get; private init; }

    /// <summary>How payment depends on the owner's.</summary>
    public PaymentTerms? Terms { get; private init; }

    /// <summary>The posted invoices.</summary>
    public IReadOnlyList<PayableInvoice> Invoices { get; private init; } = [];

    /// <summary>The day as of which is asked.</summary>
    public CalendarDate AsOf { get; private init; }

    /// <summary>Reads the text; every problem is named with its field.</summary>
    public static PaymentHoldText Read(string text)
    {
        var reader = new FieldReader();
        var read = JsonText.Read(Name, text, reader, fields => Read(fields, reader));
        return read is not null && reader.Problems.Count == 0 ? read : Unusable(string.Join(" ", reader.Problems));
    }

    private static PaymentHoldText Read(JsonFields fields, FieldReader reader)
    {
        var contract = fields.Text("contract");
        var code = fields.Text("currency");
        if (code.Length > 0 && !Currency.TryFind(code, out _))
        {
            reader.Add($"{Name}.currency is '{code}', which is not known here.");
        }

        return new PaymentHoldText
        {
            Region = JurisdictionText.Read(fields.Inside("region"), contract, code),
            Terms = PaymentClauseText.Read(fields.Inside("paymentClause")),
            Invoices = [.. fields.Objects("invoices", "name").Select(invoice => Invoice(invoice, code))],
            AsOf = fields.Day("asOf"),
        };
    }

    private static PayableInvoice Invoice(JsonFields fields, string code) =>
        new()
        {
            Name = fields.Text("name"),
            Currency = Currency.TryFind(code, out var currency) ? currency : default,
            IsPosted = fields.Flag("posted"),
            InvoiceDate = fields.Day("invoiceDate"),
            DueDate = fields.Day("dueDate"),
            Amount = fields.Amount("amount"),
            Released = fields.OptionalAmount("released") ?? 0m,
            Receipts = [.. fields.Objects("receipts").Select(receipt => new OwnerReceipt(receipt.Day("receivedOn"), receipt.Amount("amount")))],
            HoldName = fields.Text("hold"),
            CanSplit = fields.Flag("canSplit"),
            IsOwnerInsolvent = fields.Flag("ownerInsolvent"),
        };

    private static PaymentHoldText Unusable(string detail) =>
        new() { Refusal = new Refusal(SharedReasons.InputUnusable, detail + " Correct what is passed and review again; nothing was stored.") };
}
