using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.PurchaseOrders.Billing;

/// <summary>Decides the order of a change order and an invoice that move the same lines, so that neither waits forever.</summary>
public static class DocumentTurns
{
    /// <summary>Which goes first.</summary>
    public static DocumentTurn Of(IReadOnlyList<LineTurn> lines) =>
        !lines.Any(line => line.NeedsInvoiceFirst) ? DocumentTurn.ChangeOrderFirst
        : lines.Any(line => line.NeedsChangeFirst) ? DocumentTurn.Neither
        : DocumentTurn.InvoiceFirst;

    /// <summary>What a person has to do where each waits for the other; null where one can go.</summary>
    public static string? Advice(string changeOrderNumber, string invoiceNumber, IReadOnlyList<LineTurn> lines) =>
        Of(lines) != DocumentTurn.Neither
            ? null
            : Sentence.Of(
                $"Change order {changeOrderNumber} deducts billed amounts from line {First(lines, line => line.NeedsInvoiceFirst)}, which invoice ",
                $"{invoiceNumber} credits, and the invoice bills line {First(lines, line => line.NeedsChangeFirst)}, ",
                $"which the change order adds to. ",
                $"Each waits for the other. Divide the change order in Procore into its additions and its deductions."
            );

    private static int First(IReadOnlyList<LineTurn> lines, Func<LineTurn, bool> needs) => lines.First(needs).LineNumber;
}
