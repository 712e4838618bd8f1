using System.Text.Json;
using CsCheck;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.PayWhenPaid;
using PowerIntegration.Domain.Law.Tax;
using PowerIntegration.Domain.Versions;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Versions;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Tables;

/// <summary>Terms as rows: what is written is what is read, for every kind of terms; what cannot be used is named with its column.</summary>
public sealed class TermsVersionRowsTests
{
    private static readonly Gen<decimal> GenRate = Gen.Int[0, 1_000_000].Select(rate => rate / 1_000_000m);

    private static readonly Gen<decimal> GenAmount = Gen.Long[0, 9_999_999_999].Select(cents => cents / 100m);

    private static readonly Gen<string> GenLine = OneOf("7001", "A-1", "1 | 2", "Zürich: roof", "{\"x\":1}");

    private static readonly Gen<RetainageLimit> GenLimit = Gen.Select(Gen.Enum<LimitBase>(), GenRate, GenAmount)
        .Select((kind, rate, amount) => new RetainageLimit(kind, kind == LimitBase.Amount ? amount : rate));

    private static readonly Gen<RetainageTerms?> GenRetainage = Gen.OneOf(
        Gen.Const((RetainageTerms?)null),
        OneOf<string?>(null, "Bond 17").Select(agreement => (RetainageTerms?)new RetainageTerms.None(agreement)),
        GenRate.Select(rate => (RetainageTerms?)new RetainageTerms.Flat(rate)),
        Gen.Select(GenRate, Optional(GenRate)).Select((work, stored) => (RetainageTerms?)new RetainageTerms.Split(work, stored)),
        Gen.Select(GenRate, GenRate, Gen.Select(GenLine, Optional(GenRate), Optional(GenRate)).Array[0, 4])
            .Select(
                (work, stored, lines) =>
                    (RetainageTerms?)
                        new RetainageTerms.PerLine(work, stored, [.. lines.Select(line => new LineRate(line.Item1, line.Item2, line.Item3))])
            ),
        Gen.Const((RetainageTerms?)new RetainageTerms.Frozen()),
        GenAmount.Select(amount => (RetainageTerms?)new RetainageTerms.LumpSum(amount)),
        Gen.Select(GenRate, GenRate, GenRate, OptionalChoice<StepReading>(), Gen.Enum<BilledMeasure>(), Gen.Enum<ContractSumBase>())
            .Select(
                (threshold, before, after, reading, measure, sum) =>
                    (RetainageTerms?)new RetainageTerms.Step(threshold, before, after, reading, measure, sum)
            ),
        Gen.Select(GenRate, GenLimit)
            .Select((rate, limit) => new SlidingScaleRule(rate, limit))
            .Array[0, 5]
            .Select(rules => (RetainageTerms?)new RetainageTerms.SlidingScale(rules))
    );

    private static readonly Gen<ContractTerms> GenTerms = Gen.Select(
            GenRetainage,
            Gen.Select(Gen.Bool, GenLimit),
            Gen.Select(OptionalChoice<RetainageSource>(), OptionalChoice<RetainageKeeper>(), OptionalChoice<StoredMaterials>()),
            Gen.Select(OptionalChoice<NegativeLines>(), OptionalChoice<CreditDocument>(), OptionalChoice<ResidualPlace>()),
            Gen.Select(Optional(Gen.Int[0, 12]), Optional(GenAmount), Optional(Gen.Bool))
        )
        .Select(
            (retainage, cap, first, second, third) =>
                new ContractTerms
                {
                    ContractNumber = "SC-1",
                    Currency = "USD",
                    Retainage = retainage,
                    RetainageCap = cap.Item1 ? cap.Item2 : null,
                    RetainageSource = first.Item1,
                    RetainageKeeper = first.Item2,
                    StoredMaterials = first.Item3,
                    NegativeLines = second.Item1,
                    CreditDocument = second.Item2,
                    ResidualPlace = second.Item3,
                    StaleStoragePeriods = third.Item1,
                    OverbillingTolerance = third.Item2,
                    PostsApprovedAsNoted = third.Item3,
                }
        );

    private static readonly Gen<PaymentTerms> GenClause = Gen.Select(
            OptionalChoice<PaymentClause>(),
            Optional(Gen.Int[0, 90]),
            Optional(Gen.Int[0, 90])
        )
        .Select(
            (clause, outside, pass) =>
                new PaymentTerms
                {
                    Clause = clause,
                    OutsideDays = outside,
                    PassThroughDays = pass,
                }
        );

    private static readonly Gen<TaxTerms> GenTax = Gen.Select(
            OptionalChoice<TaxCalculator>(),
            OptionalChoice<RetainageTaxMode>(),
            Optional(GenRate),
            Gen.Bool
        )
        .Select(
            (computedBy, mode, rate, reverse) =>
                new TaxTerms
                {
                    ComputedBy = computedBy,
                    Mode = mode,
                    Rate = rate,
                    IsReverseCharge = reverse,
                }
        );

    private static readonly Gen<WithholdingTaxTerms> GenWithholding = Gen.Select(
            OptionalChoice<TaxCalculator>(),
            OptionalChoice<WithholdingTaxPolicy>(),
            Optional(GenRate)
        )
        .Select(
            (computedBy, policy, rate) =>
                new WithholdingTaxTerms
                {
                    ComputedBy = computedBy,
                    Policy = policy,
                    Rate = rate,
                }
        );

    private static readonly Gen<JurisdictionFacts> GenRegion = Gen.Select(
            OptionalChoice<ProjectSector>(),
            Gen.Select(Optional(Gen.Int[0, 2000]), Optional(Gen.Bool), Optional(GenRate)),
            Gen.Select(Optional(GenAmount), Optional(GenAmount), Optional(GenAmount)),
            Gen.Select(OneOf("US-NV|CAP|1", "US|X"), OneOf("Because: of | this", "No")).Array[0, 3],
            Optional(Gen.Int[0, 900])
        )
        .Select(
            (sector, first, values, exceptions, day) =>
                new JurisdictionFacts
                {
                    Contract = "Contract SC-1",
                    Jurisdiction = "US-NV",
                    Currency = Currency.TryFind("USD", out var dollar) ? dollar : default,
                    Sector = sector,
                    ContractDate = day is { } days ? new CalendarDate(2024, 1, 1).AddDays(days) : null,
                    ContractValue = values.Item1,
                    PrimeContractValue = values.Item2,
                    ProjectValue = values.Item3,
                    Dwellings = first.Item1,
                    IsBonded = first.Item2,
                    OwnerHeldRate = first.Item3,
                    Exceptions = [.. exceptions.Select(exception => new RuleException(exception.Item1, exception.Item2))],
                }
        );

    private static readonly Gen<TermsVersion> GenVersion = Gen.Select(
            GenTerms,
            Gen.Select(Gen.Bool, GenClause),
            Gen.Select(Gen.Bool, GenTax, Gen.Bool, GenWithholding),
            Gen.Select(Gen.Bool, GenRegion),
            Gen.Select(Gen.Int[1, 9], Gen.Bool, Optional(Gen.Int[0, 400]))
        )
        .Select(
            (terms, clause, tax, region, row) =>
                new TermsVersion
                {
                    Key = "LAKESHORE|1|TERMS|SC-1|" + row.Item1,
                    Number = row.Item1,
                    ValidFrom = new CalendarDate(2025, 1, 1),
                    ValidTo = row.Item3 is { } days ? new CalendarDate(2025, 1, 1).AddDays(days) : null,
                    IsMatched = row.Item2,
                    Terms = terms,
                    PaymentClause = clause.Item1 && clause.Item2 != new PaymentTerms() ? clause.Item2 : null,
                    Tax = tax.Item1 && tax.Item2 != new TaxTerms() ? tax.Item2 : null,
                    Withholding = tax.Item3 && tax.Item4 != new WithholdingTaxTerms() ? tax.Item4 : null,
                    Region = region.Item1 ? region.Item2 : null,
                }
        );

    [Fact]
    public void What_is_written_is_what_is_read_for_every_kind_of_terms()
    {
        var kinds = new HashSet<string>();
        GenVersion.Sample(
            version =>
            {
                var read = Read(TermsVersionRows.Write(version));
                Assert.Empty(read.Problems);
                Assert.Equal(Shown(version), Shown(read));
                lock (kinds)
                {
                    kinds.Add(version.Terms.Retainage?.GetType().Name ?? "");
                }
            },
            iter: 2_000
        );
        Assert.Equal(9, kinds.Count);
    }

    [Fact]
    public void Every_column_that_is_written_is_asked_for()
    {
        var written = new HashSet<string>();
        GenVersion.Sample(
            version =>
            {
                lock (written)
                {
                    written.UnionWith(TermsVersionRows.Write(version).Attributes.Keys);
                }
            },
            iter: 2_000
        );
        Assert.Equal(written.Order(), TermsVersionRows.Columns.Order());
    }

    public static TheoryData<string, object?, string> Mistakes =>
        new()
        {
            { CommitmentTermsTable.RateBefore, 0.1m, "pint_ratebefore says something, and the kind of retainage does not ask for it." },
            { CommitmentTermsTable.RetainageKind, null, "pint_storedrate says something, and the kind of retainage does not ask for it." },
            { CommitmentTermsTable.RetainageKind, new OptionSetValue(RetainageKindChoice.LumpSum), "pint_retainageamount is empty." },
            { CommitmentTermsTable.RetainageKind, new OptionSetValue(7), "pint_retainagekind is 7, which is no value that it can have here." },
            { CommitmentTermsTable.RetainageKeeper, new OptionSetValue(7), "pint_retainagekeeper is 7, which is no value that it can have here." },
            { CommitmentTermsTable.WorkRate, null, "pint_workrate is empty." },
            { CommitmentTermsTable.RetainageCapValue, 5m, "pint_retainagecapbase and pint_retainagecapvalue say one thing together" },
            {
                CommitmentTermsTable.RetainageCapBase,
                new OptionSetValue(LimitBaseChoice.Amount),
                "pint_retainagecapbase and pint_retainagecapvalue say one thing together"
            },
            { CommitmentTermsTable.Dwellings, 12, "pint_dwellings says something, and pint_jurisdiction is empty." },
            { CommitmentTermsTable.RuleExceptions, "X: y", "pint_ruleexceptions says something, and pint_jurisdiction is empty." },
            { CommitmentTermsTable.Matching, null, "pint_matching is empty." },
            { CommitmentTermsTable.Version, null, "pint_version is empty." },
            { CommitmentTermsTable.ValidFrom, null, "pint_validfrom is empty." },
            { CommitmentTermsTable.ValidTo, new DateTime(2024, 12, 31), "pint_validto is 2024-12-31, before pint_validfrom, 2025-01-01." },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void What_cannot_be_used_is_named_with_its_column(string column, object? value, string sentence)
    {
        var row = TermsVersionRows.Write(Site.TermsOf("SC-1"));
        row[column] = value;
        Assert.Contains(Read(row).Problems, problem => problem.StartsWith(sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0.1 | 0.05", "pint_linerates, line 1, is '0.1 | 0.05'; write 3 parts divided by |.")]
    [InlineData("\n0.1 | ten | A", "pint_linerates, line 2, is 'ten', which is not a rate such as 0.10 for 10 percent.")]
    [InlineData("0.1 | 0.1 | ", "pint_linerates, line 1, is '0.1 | 0.1 |'; write 3 parts divided by |.")]
    public void A_list_is_read_line_by_line(string lines, string sentence)
    {
        var row = TermsVersionRows.Write(Site.TermsOf("SC-1"));
        row[CommitmentTermsTable.RetainageKind] = new OptionSetValue(RetainageKindChoice.PerLine);
        row[CommitmentTermsTable.LineRates] = lines;
        Assert.Equal([sentence], Read(row).Problems);
    }

    [Fact]
    public void Steps_of_a_scale_name_a_base_that_is_known()
    {
        var row = TermsVersionRows.Write(Site.TermsOf("SC-1"));
        row[CommitmentTermsTable.RetainageKind] = new OptionSetValue(RetainageKindChoice.SlidingScale);
        row[CommitmentTermsTable.WorkRate] = null;
        row[CommitmentTermsTable.StoredRate] = null;
        row[CommitmentTermsTable.ScaleSteps] = "0.1 | revisedSum | 0.05\r\n0.05 | Revised | 0.1";
        Assert.Equal(["pint_scalesteps, line 2, is 'Revised'. Enter one of originalSum, revisedSum, amount."], Read(row).Problems);
        Assert.Equal(2, Assert.IsType<RetainageTerms.SlidingScale>(Read(row).Terms.Retainage).Rules.Count);
    }

    private static TermsVersion Read(Entity row) => TermsVersionRows.Read(new RowView(row), "SC-1", "USD");

    // Records with lists compare by reference, and terms of a kind are written as the type that holds no more than its base: both sides as JSON.
    private static string Shown(TermsVersion version) => JsonSerializer.Serialize(new { version, Retainage = (object?)version.Terms.Retainage });

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<T?> Optional<T>(Gen<T> gen)
        where T : struct => Gen.Select(Gen.Bool, gen).Select((isThere, value) => isThere ? value : (T?)null);

    private static Gen<T?> OptionalChoice<T>()
        where T : struct, Enum => Optional(Gen.Enum<T>());
}
