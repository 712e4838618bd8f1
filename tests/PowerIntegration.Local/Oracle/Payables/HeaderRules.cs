using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Local.Oracle.Payables;

/// <summary>What must be true of an invoice's header before it is stored.</summary>
internal sealed class HeaderRules(OracleSeed seed, PayablesBook book, AccountingPeriods periods)
{
    /// <summary>Checks a header whose required attributes and defaults are there.</summary>
    public void Check(JsonObject invoice, List<Problem> problems)
    {
        Known(invoice, "BusinessUnit", seed.Setup.IsBusinessUnit, problems);
        Known(invoice, "InvoiceCurrency", seed.IsCurrency, problems);
        Known(invoice, "InvoiceSource", seed.Setup.IsInvoiceSource, problems);
        CheckTerms(invoice, problems);
        CheckSupplier(invoice, problems);
        CheckAmount(invoice, problems);
        CheckNumber(invoice, problems);
        CheckAccountingDate(invoice, problems);
    }

    public void CheckTerms(JsonObject invoice, List<Problem> problems) => Known(invoice, "PaymentTerms", seed.Setup.IsPaymentTerms, problems);

    /// <summary>The number may not be taken by another invoice of the supplier in the business unit, a canceled one included.</summary>
    public void CheckNumber(JsonObject invoice, List<Problem> problems)
    {
        if (book.Find(InvoiceIdentity.Of(invoice)) is { } other && other.Number("InvoiceId") != invoice.Number("InvoiceId"))
        {
            problems.Add(
                new Problem(
                    $"The invoice number {invoice.Text("InvoiceNumber")} already exists for the supplier {invoice.Text("Supplier")} in "
                        + $"{invoice.Text("BusinessUnit")}. Enter a unique invoice number.",
                    "/InvoiceNumber"
                )
            );
        }
    }

    /// <summary>Sign by type and digits by currency.</summary>
    public static void CheckAmount(JsonObject invoice, List<Problem> problems)
    {
        var (type, amount) = (invoice.Text("InvoiceType"), invoice.Number("InvoiceAmount")!.Value);
        if (InvoiceTypes.NotSimulated.Contains(type))
        {
            problems.Add(Problem.NotSimulated($"the InvoiceType {type}", "/InvoiceType"));
        }
        else if (!InvoiceTypes.Simulated.Contains(type))
        {
            problems.Add(Problem.NotValid("InvoiceType", type));
        }
        else if (InvoiceTypes.IsMemo(type) ? amount >= 0m : amount < 0m)
        {
            var remedy = InvoiceTypes.IsMemo(type) ? "It must be negative." : "A negative total needs a credit memo.";
            problems.Add(new Problem($"The invoice amount {amount} isn't valid for the invoice type {type}. {remedy}", "/InvoiceAmount"));
        }

        CheckDigits(amount, "InvoiceAmount", "/InvoiceAmount", problems);
    }

    public static void CheckDigits(decimal amount, string attribute, string path, List<Problem> problems)
    {
        if (decimal.Round(amount, AssumedFacts.CurrencyDigits) != amount)
        {
            problems.Add(new Problem($"The value {amount} of the attribute {attribute} has more digits than its currency.", path));
        }
    }

    private void CheckSupplier(JsonObject invoice, List<Problem> problems)
    {
        var (name, siteName, unit) = (invoice.Text("Supplier")!, invoice.Text("SupplierSite")!, invoice.Text("BusinessUnit")!);
        if (seed.Supplier(name) is not { } supplier || supplier.Text("Status") != AssumedFacts.ActiveSupplierStatus)
        {
            problems.Add(Problem.NotValid("Supplier", name));
            return;
        }

        var site = supplier
            .Rows("sites")
            .FirstOrDefault(candidate => candidate.Text("SupplierSite") == siteName && candidate["InactiveDate"] is null);
        if (site is null)
        {
            problems.Add(Problem.NotValid("SupplierSite", siteName));
        }
        else if (!site.Flag("SitePurposePayFlag"))
        {
            problems.Add(new Problem($"The supplier site {siteName} of {name} isn't a pay site.", "/SupplierSite"));
        }
        else if (!site.Rows("assignments").Any(assignment => assignment.Text("ClientBU") == unit && assignment["InactiveDate"] is null))
        {
            problems.Add(new Problem($"The supplier site {siteName} of {name} isn't assigned to the business unit {unit}.", "/SupplierSite"));
        }
    }

    private void CheckAccountingDate(JsonObject invoice, List<Problem> problems)
    {
        if (periods.Refusal(invoice.Text("BusinessUnit")!, invoice.Text("AccountingDate")!) is { } refusal)
        {
            problems.Add(new Problem(refusal, "/AccountingDate"));
        }
    }

    private static void Known(JsonObject invoice, string attribute, Predicate<string> isKnown, List<Problem> problems)
    {
        if (invoice.Text(attribute) is not { } value || !isKnown(value))
        {
            problems.Add(Problem.NotValid(attribute, invoice.Text(attribute)));
        }
    }
}
