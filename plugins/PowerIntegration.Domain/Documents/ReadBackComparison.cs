using System;
using System.Collections.Generic;
using System.Linq;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Documents;

/// <summary>Whether Oracle's invoice is the one that was prepared: header, every line, every amount.</summary>
public static class ReadBackComparison
{
    /// <summary>Oracle's word for an invoice that passed validation.</summary>
    public const string Validated = "Validated";

    /// <summary>True where Oracle validated the invoice.</summary>
    public static bool IsValidated(ReadBackInvoice invoice) => string.Equals(invoice.ValidationStatus, Validated, StringComparison.OrdinalIgnoreCase);

    /// <summary>Every difference, one sentence each; empty where they are equal.</summary>
    public static IReadOnlyList<string> Differences(PreparedInvoice prepared, ReadBackInvoice oracle)
    {
        var differences = new List<string>();
        Compare(differences, "invoice number", prepared.InvoiceNumber, oracle.InvoiceNumber);
        Compare(differences, "supplier", prepared.SupplierName, oracle.Supplier);
        Compare(differences, "supplier site", prepared.SupplierSite, oracle.SupplierSite);
        Compare(differences, "business unit", prepared.BusinessUnit, oracle.BusinessUnit);
        Compare(differences, "currency", prepared.Currency, oracle.Currency);
        Compare(differences, "invoice amount", prepared.PayableAmount, oracle.InvoiceAmount);
        Compare(differences, "invoice date", prepared.InvoiceDate.ToString(), oracle.InvoiceDate.ToString());
        Compare(differences, "accounting date", prepared.AccountingDate.ToString(), oracle.AccountingDate.ToString());
        CompareLines(differences, prepared, oracle);
        return differences;
    }

    private static void CompareLines(List<string> differences, PreparedInvoice prepared, ReadBackInvoice oracle)
    {
        var left = oracle.Lines.ToList();
        foreach (var line in prepared.Lines.Where(line => line.IsSent))
        {
            var name = Sentence.Of($"line {line.OracleLineNumber}");
            var twin = left.FirstOrDefault(candidate => candidate.LineNumber == line.OracleLineNumber);
            if (twin is null)
            {
                differences.Add($"{name} of {Sentence.Amount(line.Amount)} is not in Oracle.");
                continue;
            }

            left.Remove(twin);
            Compare(differences, name + " amount", line.Amount, twin.Amount);
            Compare(differences, name + " purchase order", line.PurchaseOrderNumber, twin.PurchaseOrderNumber);
            Compare(differences, name + " purchase order line", Number(line.PurchaseOrderLine), Number(twin.PurchaseOrderLine));
            Compare(differences, name + " purchase order schedule", Number(line.PurchaseOrderSchedule), Number(twin.PurchaseOrderSchedule));
            if (line.Account is not null)
            {
                Compare(differences, name + " account", line.Account, twin.Account);
            }
        }

        differences.AddRange(left.Select(line => Sentence.Of($"line {line.LineNumber} of {Sentence.Amount(line.Amount)} is in Oracle and was not prepared.")));
    }

    private static void Compare(List<string> differences, string field, string? prepared, string? oracle)
    {
        if (!string.Equals(prepared ?? "", oracle ?? "", StringComparison.Ordinal))
        {
            differences.Add($"{field} is {Sentence.Quoted(oracle)} in Oracle and {Sentence.Quoted(prepared)} prepared.");
        }
    }

    private static void Compare(List<string> differences, string field, decimal prepared, decimal oracle)
    {
        if (prepared != oracle)
        {
            differences.Add($"{field} is {Sentence.Amount(oracle)} in Oracle and {Sentence.Amount(prepared)} prepared.");
        }
    }

    private static string? Number(int? number) => number is { } value ? Sentence.Of($"{value}") : null;
}
