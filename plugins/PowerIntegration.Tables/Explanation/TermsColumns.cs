using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Explanation;

namespace PowerIntegration.Tables.Explanation;

/// <summary>Which columns of <see cref="CommitmentTermsTable"/> hold a term, and which a topic is made of.</summary>
public static class TermsColumns
{
    private static readonly Dictionary<ContractTerm, string[]> ByTerm = new()
    {
        [ContractTerm.Currency] = [CommitmentTermsTable.CommitmentId],
        [ContractTerm.RetainageKind] = [CommitmentTermsTable.RetainageKind],
        [ContractTerm.WorkRate] = [CommitmentTermsTable.WorkRate],
        [ContractTerm.StoredRate] = [CommitmentTermsTable.StoredRate],
        [ContractTerm.LineRates] = [CommitmentTermsTable.LineRates],
        [ContractTerm.LumpSum] = [CommitmentTermsTable.RetainageAmount],
        [ContractTerm.Threshold] = [CommitmentTermsTable.StepThreshold],
        [ContractTerm.RateBefore] = [CommitmentTermsTable.RateBefore],
        [ContractTerm.RateAfter] = [CommitmentTermsTable.RateAfter],
        [ContractTerm.StepReading] = [CommitmentTermsTable.StepReading],
        [ContractTerm.ScaleSteps] = [CommitmentTermsTable.ScaleSteps],
        [ContractTerm.RetainageCap] = [CommitmentTermsTable.RetainageCapBase, CommitmentTermsTable.RetainageCapValue],
        [ContractTerm.RetainageSource] = [CommitmentTermsTable.RetainageSource],
        [ContractTerm.RetainageKeeper] = [CommitmentTermsTable.RetainageKeeper],
        [ContractTerm.StoredMaterials] = [CommitmentTermsTable.StoredMaterials],
        [ContractTerm.StaleStoragePeriods] = [CommitmentTermsTable.StaleStoragePeriods],
        [ContractTerm.OverbillingTolerance] = [CommitmentTermsTable.OverbillingTolerance],
        [ContractTerm.NegativeLines] = [CommitmentTermsTable.NegativeLines],
        [ContractTerm.CreditDocument] = [CommitmentTermsTable.CreditDocument],
        [ContractTerm.ResidualPlace] = [CommitmentTermsTable.ResidualPlace],
        [ContractTerm.TaxCalculator] = [CommitmentTermsTable.TaxComputedBy],
        [ContractTerm.TaxOnRetainage] = [CommitmentTermsTable.TaxOnRetainage],
        [ContractTerm.TaxRate] = [CommitmentTermsTable.TaxRate],
        [ContractTerm.ReverseCharge] = [CommitmentTermsTable.ReverseCharge],
        [ContractTerm.WithholdingCalculator] = [CommitmentTermsTable.WithholdingComputedBy],
        [ContractTerm.WithholdingPolicy] = [CommitmentTermsTable.WithholdingPolicy],
        [ContractTerm.WithholdingRate] = [CommitmentTermsTable.WithholdingRate],
        [ContractTerm.PaymentClause] = [CommitmentTermsTable.PaymentClause],
        [ContractTerm.OutsideDays] = [CommitmentTermsTable.OutsideDays],
        [ContractTerm.PassThroughDays] = [CommitmentTermsTable.PassThroughDays],
        [ContractTerm.Jurisdiction] = [CommitmentTermsTable.Jurisdiction],
    };

    private static readonly Dictionary<TermsTopic, string[]> ByTopic = new()
    {
        [TermsTopic.Period] = [CommitmentTermsTable.Version, CommitmentTermsTable.ValidFrom, CommitmentTermsTable.ValidTo],
        [TermsTopic.Retainage] =
        [
            CommitmentTermsTable.RetainageKind,
            CommitmentTermsTable.RetainageAgreement,
            CommitmentTermsTable.WorkRate,
            CommitmentTermsTable.StoredRate,
            CommitmentTermsTable.LineRates,
            CommitmentTermsTable.RetainageAmount,
            CommitmentTermsTable.StepThreshold,
            CommitmentTermsTable.RateBefore,
            CommitmentTermsTable.RateAfter,
            CommitmentTermsTable.StepReading,
            CommitmentTermsTable.BilledMeasure,
            CommitmentTermsTable.ContractSumBase,
            CommitmentTermsTable.ScaleSteps,
        ],
        [TermsTopic.Maximum] = [CommitmentTermsTable.RetainageCapBase, CommitmentTermsTable.RetainageCapValue],
        [TermsTopic.Keeping] = [CommitmentTermsTable.RetainageSource, CommitmentTermsTable.RetainageKeeper],
        [TermsTopic.StoredMaterials] =
        [
            CommitmentTermsTable.StoredMaterials,
            CommitmentTermsTable.StaleStoragePeriods,
            CommitmentTermsTable.OverbillingTolerance,
        ],
        [TermsTopic.Invoices] =
        [
            CommitmentTermsTable.Matching,
            CommitmentTermsTable.NegativeLines,
            CommitmentTermsTable.CreditDocument,
            CommitmentTermsTable.ResidualPlace,
            CommitmentTermsTable.ApprovedAsNoted,
        ],
        [TermsTopic.Tax] =
        [
            CommitmentTermsTable.TaxComputedBy,
            CommitmentTermsTable.TaxOnRetainage,
            CommitmentTermsTable.TaxRate,
            CommitmentTermsTable.ReverseCharge,
        ],
        [TermsTopic.Withholding] =
        [
            CommitmentTermsTable.WithholdingComputedBy,
            CommitmentTermsTable.WithholdingPolicy,
            CommitmentTermsTable.WithholdingRate,
        ],
        [TermsTopic.Payment] = [CommitmentTermsTable.PaymentClause, CommitmentTermsTable.OutsideDays, CommitmentTermsTable.PassThroughDays],
        [TermsTopic.Law] =
        [
            CommitmentTermsTable.Jurisdiction,
            CommitmentTermsTable.ProjectSector,
            CommitmentTermsTable.ContractDate,
            CommitmentTermsTable.ContractValue,
            CommitmentTermsTable.PrimeContractValue,
            CommitmentTermsTable.ProjectValue,
            CommitmentTermsTable.Dwellings,
            CommitmentTermsTable.Bonded,
            CommitmentTermsTable.OwnerHeldRate,
            CommitmentTermsTable.RuleExceptions,
        ],
    };

    /// <summary>The columns of a term. The currency is the commitment's, so its lookup stands for it.</summary>
    public static IReadOnlyList<string> Of(ContractTerm term) => ByTerm[term];

    /// <summary>The columns of a topic, in the order of a form.</summary>
    public static IReadOnlyList<string> Of(TermsTopic topic) => ByTopic[topic];
}
