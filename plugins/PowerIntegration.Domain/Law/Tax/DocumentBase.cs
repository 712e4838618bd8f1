using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>The amounts of one document before tax, without its deductions, and the retainage held before it.</summary>
internal sealed record DocumentBase
{
    public required string Name { get; init; }

    public required decimal Gross { get; init; }

    public required decimal Withheld { get; init; }

    public required decimal Released { get; init; }

    public required decimal HeldBefore { get; init; }

    /// <summary>Lines of cost or retainage; 0 where the document has only deductions.</summary>
    public required int LineCount { get; init; }

    public bool IsTaxable => LineCount > 0;

    public decimal HeldAfter => HeldBefore + Withheld - Released;

    /// <summary>One for each document, in order; together they move the retainage as the certificate does.</summary>
    public static IReadOnlyList<DocumentBase> Of(TaxableApplication application)
    {
        var bases = new List<DocumentBase>();
        var held = application.Billed.Lines.Sum(line => line.Before.Retainage.Total);
        foreach (var document in application.Billed.Documents)
        {
            var found = Of(
                document,
                application.Billed.Documents.Count > 1 ? Sentence.Of($"{application.Name}, document {bases.Count + 1}") : application.Name,
                held
            );
            held = found.HeldAfter;
            bases.Add(found);
        }

        Residual.RequireZero(application.Billed.After.Retainage.Total, [held], "The documents move the retainage as the certificate does.");
        return bases;
    }

    private static DocumentBase Of(BillingDocument document, string name, decimal heldBefore)
    {
        var lines = document.Lines.Where(line => line.Kind != BillingLineKind.Deduction).ToList();
        var gross = lines.Where(line => line.Role == AccountRole.Cost).Sum(line => line.Amount);
        var retainage = lines.Where(line => line.Role == AccountRole.RetainagePayable).Sum(line => line.Amount) - document.WithheldByOracle;

        // Only a document with negative gross returns retainage with it; otherwise retainage that is paid is a release.
        var isRelease = retainage > 0m && gross >= 0m;
        var found = new DocumentBase
        {
            Name = name,
            Gross = gross,
            Withheld = isRelease ? 0m : -retainage,
            Released = isRelease ? retainage : 0m,
            HeldBefore = heldBefore,
            LineCount = lines.Count,
        };
        var deducted = document.Lines.Where(line => line.Kind == BillingLineKind.Deduction).Sum(line => line.Amount);
        Residual.RequireZero(
            document.Amount - document.WithheldByOracle,
            [found.Gross, -found.Withheld, found.Released, deducted],
            "A document is its gross, its retainage and its deductions."
        );
        return found;
    }
}
