using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>The tax of an application, or why it cannot be computed.</summary>
public abstract record ApplicationTaxOutcome
{
    private ApplicationTaxOutcome() { }

    /// <summary>It is computed.</summary>
    public sealed record Computed : ApplicationTaxOutcome
    {
        /// <summary>Tax and withholding tax of each document, in the order of the documents.</summary>
        public required IReadOnlyList<DocumentTax> Documents { get; init; }

        /// <summary>Payable before tax: line 8 less deductions.</summary>
        public required decimal PayableBeforeTax { get; init; }

        /// <summary>Sum of the tax lines that are sent.</summary>
        public required decimal Tax { get; init; }

        /// <summary>Sum of the withholding tax lines that are sent.</summary>
        public required decimal Withheld { get; init; }

        /// <summary>Payable: before tax, plus tax, less withholding tax.</summary>
        public required decimal Payable { get; init; }

        /// <summary>Tax that Oracle is expected to compute on all documents; null where it computes none or the terms have no rate.</summary>
        public decimal? ExpectedFromOracle { get; init; }

        /// <summary>The source's tax, compared with Oracle's tax after validation; null where there is nothing to compare.</summary>
        public decimal? SourceTaxToCompare { get; init; }

        /// <summary>Tax waiting in the retention-tax account afterwards.</summary>
        public required decimal TrackedAfter { get; init; }

        /// <summary>Retainage held afterwards, split for withholding tax; null where no tax is withheld by the terms.</summary>
        public HeldRetention? HeldAfter { get; init; }

        /// <summary>What a person should know.</summary>
        public IReadOnlyList<string> Warnings { get; init; } = [];
    }

    /// <summary>The application is stopped.</summary>
    /// <param name="Reason">Why: the first by precedence.</param>
    /// <param name="All">Everything that was found.</param>
    public sealed record Stopped(Refusal Reason, IReadOnlyList<Refusal> All) : ApplicationTaxOutcome;
}
