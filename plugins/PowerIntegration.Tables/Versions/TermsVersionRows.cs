using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.PayWhenPaid;
using PowerIntegration.Domain.Law.Tax;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Versions;
using PowerIntegration.Tables.Law;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Tables.Versions;

/// <summary>Versions of terms as rows of <see cref="CommitmentTermsTable"/>; what is written is what is read.</summary>
public static class TermsVersionRows
{
    private static readonly string[] Payment =
    [
        CommitmentTermsTable.PaymentClause,
        CommitmentTermsTable.OutsideDays,
        CommitmentTermsTable.PassThroughDays,
    ];

    private static readonly string[] TaxColumns =
    [
        CommitmentTermsTable.TaxComputedBy,
        CommitmentTermsTable.TaxOnRetainage,
        CommitmentTermsTable.TaxRate,
        CommitmentTermsTable.ReverseCharge,
    ];

    private static readonly string[] WithholdingColumns =
    [
        CommitmentTermsTable.WithholdingComputedBy,
        CommitmentTermsTable.WithholdingPolicy,
        CommitmentTermsTable.WithholdingRate,
    ];

    private static readonly string[] RegionColumns =
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
    ];

    /// <summary>The columns that a version is read from.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        CommitmentTermsTable.Key,
        CommitmentTermsTable.Version,
        CommitmentTermsTable.ValidFrom,
        CommitmentTermsTable.ValidTo,
        CommitmentTermsTable.Matching,
        .. RetainageColumns.Columns,
        CommitmentTermsTable.RetainageCapBase,
        CommitmentTermsTable.RetainageCapValue,
        CommitmentTermsTable.RetainageSource,
        CommitmentTermsTable.RetainageKeeper,
        CommitmentTermsTable.StoredMaterials,
        CommitmentTermsTable.StaleStoragePeriods,
        CommitmentTermsTable.OverbillingTolerance,
        CommitmentTermsTable.NegativeLines,
        CommitmentTermsTable.CreditDocument,
        CommitmentTermsTable.ResidualPlace,
        CommitmentTermsTable.ApprovedAsNoted,
        .. Payment,
        .. TaxColumns,
        .. WithholdingColumns,
        .. RegionColumns,
    ];

    /// <summary>Reads a version.</summary>
    /// <param name="row">The row.</param>
    /// <param name="contractNumber">Number of the commitment that it belongs to.</param>
    /// <param name="currency">The commitment's currency.</param>
    public static TermsVersion Read(RowView row, string contractNumber, string currency) => Read(row, contractNumber, currency, out _);

    /// <summary>Reads a version, and says which columns its problems are about.</summary>
    /// <param name="row">The row.</param>
    /// <param name="contractNumber">Number of the commitment that it belongs to.</param>
    /// <param name="currency">The commitment's currency.</param>
    /// <param name="problems">The problems of the version, in the same order.</param>
    public static TermsVersion Read(RowView row, string contractNumber, string currency, out IReadOnlyList<ColumnProblem> problems)
    {
        var fields = new TermsFields(row);
        var validFrom = fields.RequiredDay(CommitmentTermsTable.ValidFrom);
        var validTo = fields.Day(CommitmentTermsTable.ValidTo);
        if (validTo < validFrom)
        {
            fields.Add(
                $"{fields.Label(CommitmentTermsTable.ValidTo)} is {validTo}, "
                    + $"before {fields.Label(CommitmentTermsTable.ValidFrom)}, {validFrom}.",
                CommitmentTermsTable.ValidTo,
                CommitmentTermsTable.ValidFrom
            );
        }

        var version = new TermsVersion
        {
            Key = row.Text(CommitmentTermsTable.Key) ?? "without key",
            VersionHash = row.Text(CommitmentTermsTable.VersionHash),
            Number = fields.RequiredWholeNumber(CommitmentTermsTable.Version),
            ValidFrom = validFrom,
            ValidTo = validTo,
            IsMatched = fields.RequiredChoice(CommitmentTermsTable.Matching, TermsChoices.Matching),
            Terms = Terms(fields, contractNumber, currency),
            Tax = Has(fields, TaxColumns) ? Tax(fields) : null,
            Withholding = Has(fields, WithholdingColumns) ? Withholding(fields) : null,
            Region = Region(fields, contractNumber, currency),
            PaymentClause = Has(fields, Payment) ? Clause(fields) : null,
        };
        problems = fields.ColumnProblems;
        return version with { Problems = fields.Problems };
    }

    /// <summary>Writes a version; the commitment, the state and the name of the row are not part of it.</summary>
    public static Entity Write(TermsVersion version)
    {
        var row = new Entity(CommitmentTermsTable.LogicalName)
        {
            [CommitmentTermsTable.Key] = version.Key,
            [CommitmentTermsTable.Version] = version.Number,
            [CommitmentTermsTable.ValidFrom] = version.ValidFrom.ToDateTime(),
            [CommitmentTermsTable.ValidTo] = version.ValidTo?.ToDateTime(),
        };
        row.Choose(CommitmentTermsTable.Matching, TermsChoices.Matching, (bool?)version.IsMatched);
        Write(version.Terms, row);
        Write(version.PaymentClause, row);
        Write(version.Tax, row);
        Write(version.Withholding, row);
        Write(version.Region, row);
        return row;
    }

    private static bool Has(TermsFields fields, IEnumerable<string> columns) => columns.Any(fields.Has);

    private static ContractTerms Terms(TermsFields fields, string contractNumber, string currency) =>
        new()
        {
            ContractNumber = contractNumber,
            RecordName = "Commitment",
            Currency = currency,
            Retainage = RetainageColumns.Read(fields),
            RetainageCap = Cap(fields),
            RetainageSource = fields.Choice(CommitmentTermsTable.RetainageSource, TermsChoices.Sources),
            RetainageKeeper = fields.Choice(CommitmentTermsTable.RetainageKeeper, TermsChoices.Keepers),
            StoredMaterials = fields.Choice(CommitmentTermsTable.StoredMaterials, TermsChoices.StoredMaterials),
            StaleStoragePeriods = fields.WholeNumber(CommitmentTermsTable.StaleStoragePeriods),
            OverbillingTolerance = fields.Number(CommitmentTermsTable.OverbillingTolerance),
            NegativeLines = fields.Choice(CommitmentTermsTable.NegativeLines, TermsChoices.NegativeLines),
            CreditDocument = fields.Choice(CommitmentTermsTable.CreditDocument, TermsChoices.CreditDocuments),
            ResidualPlace = fields.Choice(CommitmentTermsTable.ResidualPlace, TermsChoices.ResidualPlaces),
            PostsApprovedAsNoted = fields.Choice(CommitmentTermsTable.ApprovedAsNoted, TermsChoices.Noted),
        };

    private static void Write(ContractTerms terms, Entity row)
    {
        RetainageColumns.Write(terms.Retainage, row);
        row.Choose(CommitmentTermsTable.RetainageCapBase, TermsChoices.Limits, terms.RetainageCap?.Base);
        row[CommitmentTermsTable.RetainageCapValue] = terms.RetainageCap?.Value;
        row.Choose(CommitmentTermsTable.RetainageSource, TermsChoices.Sources, terms.RetainageSource);
        row.Choose(CommitmentTermsTable.RetainageKeeper, TermsChoices.Keepers, terms.RetainageKeeper);
        row.Choose(CommitmentTermsTable.StoredMaterials, TermsChoices.StoredMaterials, terms.StoredMaterials);
        row[CommitmentTermsTable.StaleStoragePeriods] = terms.StaleStoragePeriods;
        row[CommitmentTermsTable.OverbillingTolerance] = terms.OverbillingTolerance;
        row.Choose(CommitmentTermsTable.NegativeLines, TermsChoices.NegativeLines, terms.NegativeLines);
        row.Choose(CommitmentTermsTable.CreditDocument, TermsChoices.CreditDocuments, terms.CreditDocument);
        row.Choose(CommitmentTermsTable.ResidualPlace, TermsChoices.ResidualPlaces, terms.ResidualPlace);
        row.Choose(CommitmentTermsTable.ApprovedAsNoted, TermsChoices.Noted, terms.PostsApprovedAsNoted);
    }

    private static RetainageLimit? Cap(TermsFields fields)
    {
        var kind = fields.Choice(CommitmentTermsTable.RetainageCapBase, TermsChoices.Limits);
        var value = fields.Number(CommitmentTermsTable.RetainageCapValue);
        if (fields.Has(CommitmentTermsTable.RetainageCapBase) != value is not null)
        {
            fields.Add(
                $"{fields.Label(CommitmentTermsTable.RetainageCapBase)} and {fields.Label(CommitmentTermsTable.RetainageCapValue)} "
                    + "belong together, but one of them is empty. Fill in both or clear both.",
                CommitmentTermsTable.RetainageCapBase,
                CommitmentTermsTable.RetainageCapValue
            );
        }

        return kind is { } known && value is { } most ? new RetainageLimit(known, most) : null;
    }

    private static PaymentTerms Clause(TermsFields fields) =>
        new()
        {
            Clause = fields.Choice(CommitmentTermsTable.PaymentClause, TermsChoices.Clauses),
            OutsideDays = fields.WholeNumber(CommitmentTermsTable.OutsideDays),
            PassThroughDays = fields.WholeNumber(CommitmentTermsTable.PassThroughDays),
        };

    private static void Write(PaymentTerms? terms, Entity row)
    {
        row.Choose(CommitmentTermsTable.PaymentClause, TermsChoices.Clauses, terms?.Clause);
        row[CommitmentTermsTable.OutsideDays] = terms?.OutsideDays;
        row[CommitmentTermsTable.PassThroughDays] = terms?.PassThroughDays;
    }

    private static TaxTerms Tax(TermsFields fields) =>
        new()
        {
            ComputedBy = fields.Choice(CommitmentTermsTable.TaxComputedBy, TermsChoices.Calculators),
            Mode = fields.Choice(CommitmentTermsTable.TaxOnRetainage, JurisdictionRuleChoices.TaxModes),
            Rate = fields.Number(CommitmentTermsTable.TaxRate),
            IsReverseCharge = fields.Flag(CommitmentTermsTable.ReverseCharge),
        };

    private static void Write(TaxTerms? terms, Entity row)
    {
        row.Choose(CommitmentTermsTable.TaxComputedBy, TermsChoices.Calculators, terms?.ComputedBy);
        row.Choose(CommitmentTermsTable.TaxOnRetainage, JurisdictionRuleChoices.TaxModes, terms?.Mode);
        row[CommitmentTermsTable.TaxRate] = terms?.Rate;
        row[CommitmentTermsTable.ReverseCharge] = terms?.IsReverseCharge == true;
    }

    private static WithholdingTaxTerms Withholding(TermsFields fields) =>
        new()
        {
            ComputedBy = fields.Choice(CommitmentTermsTable.WithholdingComputedBy, TermsChoices.Calculators),
            Policy = fields.Choice(CommitmentTermsTable.WithholdingPolicy, TermsChoices.Policies),
            Rate = fields.Number(CommitmentTermsTable.WithholdingRate),
        };

    private static void Write(WithholdingTaxTerms? terms, Entity row)
    {
        row.Choose(CommitmentTermsTable.WithholdingComputedBy, TermsChoices.Calculators, terms?.ComputedBy);
        row.Choose(CommitmentTermsTable.WithholdingPolicy, TermsChoices.Policies, terms?.Policy);
        row[CommitmentTermsTable.WithholdingRate] = terms?.Rate;
    }

    private static JurisdictionFacts? Region(TermsFields fields, string contractNumber, string currency)
    {
        if (fields.Text(CommitmentTermsTable.Jurisdiction) is not { } jurisdiction)
        {
            fields.RefuseOthers(
                RegionColumns,
                $"{fields.Label(CommitmentTermsTable.Jurisdiction)} is empty. Fill in the jurisdiction, or clear the field."
            );
            return null;
        }

        return new JurisdictionFacts
        {
            Contract = "Commitment " + contractNumber,
            Jurisdiction = jurisdiction,
            Currency = Currency.TryFind(currency, out var known) ? known : default,
            Sector = fields.Choice(CommitmentTermsTable.ProjectSector, JurisdictionRuleChoices.Sectors),
            ContractDate = fields.Day(CommitmentTermsTable.ContractDate),
            ContractValue = fields.Number(CommitmentTermsTable.ContractValue),
            PrimeContractValue = fields.Number(CommitmentTermsTable.PrimeContractValue),
            ProjectValue = fields.Number(CommitmentTermsTable.ProjectValue),
            Dwellings = fields.WholeNumber(CommitmentTermsTable.Dwellings),
            IsBonded = fields.Choice(CommitmentTermsTable.Bonded, TermsChoices.Bonds),
            OwnerHeldRate = fields.Number(CommitmentTermsTable.OwnerHeldRate),
            Exceptions = fields.List(CommitmentTermsTable.RuleExceptions, ':', 2, (_, parts, _) => new RuleException(parts[0], parts[1])),
        };
    }

    private static void Write(JurisdictionFacts? region, Entity row)
    {
        if (region is null)
        {
            return;
        }

        row[CommitmentTermsTable.Jurisdiction] = region.Jurisdiction;
        row.Choose(CommitmentTermsTable.ProjectSector, JurisdictionRuleChoices.Sectors, region.Sector);
        row[CommitmentTermsTable.ContractDate] = region.ContractDate?.ToDateTime();
        row[CommitmentTermsTable.ContractValue] = region.ContractValue;
        row[CommitmentTermsTable.PrimeContractValue] = region.PrimeContractValue;
        row[CommitmentTermsTable.ProjectValue] = region.ProjectValue;
        row[CommitmentTermsTable.Dwellings] = region.Dwellings;
        row.Choose(CommitmentTermsTable.Bonded, TermsChoices.Bonds, region.IsBonded);
        row[CommitmentTermsTable.OwnerHeldRate] = region.OwnerHeldRate;
        row[CommitmentTermsTable.RuleExceptions] =
            region.Exceptions.Count == 0 ? null : string.Join("\n", region.Exceptions.Select(exception => Text(exception)));
    }

    private static string Text(RuleException exception)
    {
        Invariant.Require(
            exception.RuleKey.IndexOf(':') < 0 && (exception.RuleKey + exception.Reason).IndexOf('\n') < 0,
            $"An exception is one line with the key of its rule, without further colons: {exception.RuleKey}."
        );
        return exception.RuleKey + ": " + exception.Reason;
    }
}
